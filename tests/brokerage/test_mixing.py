"""Group mixing: a published matrix, networkx's coefficient, and tables counted by hand."""

import random

import networkx as nx
import numpy as np
import pytest

from biograph.brokerage.mixing import mixing


def test_published_assortativity() -> None:
    """Newman (2003), table I: partnerships of men and women in San Francisco by ethnicity; r = 0.621.

    The shares are printed with three decimals and sum to 0.997, hence the tolerance.
    """
    shares = [[0.258, 0.016, 0.035, 0.013], [0.012, 0.157, 0.058, 0.019], [0.013, 0.023, 0.306, 0.035]]
    shares.append([0.005, 0.007, 0.024, 0.016])
    graph = nx.DiGraph()
    for i, row in enumerate(shares):
        graph.add_weighted_edges_from((("man", i), ("woman", j), share) for j, share in enumerate(row))
    found = mixing(graph, {(who, i): (f"g{i}",) for who, i in graph}, weight="weight")
    assert found.assortativity == pytest.approx(0.621, abs=0.003)
    assert np.array(found.ties) == pytest.approx(np.array(shares))


@pytest.mark.parametrize("seed", range(8))
def test_assortativity_equals_networkx(seed: int) -> None:
    graph = nx.gnp_random_graph(30, 0.15, seed=seed, directed=bool(seed % 2))
    groups = {node: (random.Random(node).choice("abc"),) for node in graph}
    nx.set_node_attributes(graph, {node: group for node, (group,) in groups.items()}, "group")
    expected = nx.attribute_assortativity_coefficient(graph, "group")
    assert mixing(graph, groups).assortativity == pytest.approx(expected)


def test_undirected_ties_are_counted_once() -> None:
    """Two within a, one within b, three across, one each to the node of no group, one between two such."""
    ties = "a1-a2 a2-a3 b1-b2 a1-b1 a2-b1 a3-b2 a1-u1 b1-u1 u1-u2".split()
    graph = nx.Graph(tuple(tie.split("-")) for tie in ties)
    groups = {node: (node[0],) for node in graph if node[0] != "u"}
    found = mixing(graph, groups)
    assert found.groups == ("a", "b")
    assert found.ties == ((2.0, 3.0), (3.0, 1.0))
    assert (found.unknown, found.unplaced) == ((1.0, 1.0), 1.0)
    assert found.ei == (pytest.approx(1 / 5), pytest.approx(2 / 4))
    assert found.overall_ei == 0.0
    # 7 ends of ties in a, 5 in b, 6 ties
    assert np.array(found.expected) == pytest.approx(np.array([[49 / 24, 35 / 12], [35 / 12, 25 / 24]]))


def test_directed_ties_run_from_row_to_column() -> None:
    graph = nx.DiGraph(tuple(tie.split("-")) for tie in "a1-a2 a1-b1 b1-a1 a2-b1 a1-u1 u1-a1 u1-b1".split())
    found = mixing(graph, {node: (node[0],) for node in graph if node != "u1"})
    assert found.ties == ((1.0, 2.0), (1.0, 0.0))
    assert found.expected == ((1.5, 1.5), (0.5, 0.5))
    assert (found.unknown, found.unplaced) == ((2.0, 1.0), 0.0)
    assert found.ei == (pytest.approx(2 / 4), 1.0)
    assert found.overall_ei == pytest.approx(2 / 4)


def test_ties_of_several_groups_are_split() -> None:
    groups = {0: ("a", "b"), 1: ("a",), 2: ("a", "b")}
    found = mixing(nx.path_graph(3), groups)
    assert found.ties == ((1.0, 1.0), (1.0, 0.0))
    both = mixing(nx.path_graph(2), {0: ("a", "b"), 1: ("a", "b")})
    assert both.ties == ((0.25, 0.5), (0.5, 0.25))


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_lost(seed: int, directed: bool) -> None:
    """All ties are somewhere, and so are all expected ones; the expectation keeps every group's ends."""
    dice = random.Random(seed)
    graph = nx.gnp_random_graph(20, 0.2, seed=seed, directed=directed)
    groups = {node: dice.choice([("a",), ("b",), ("a", "c"), ("a", "b", "c"), ()]) for node in graph}
    found = mixing(graph, groups)
    ties, expected = np.array(found.ties), np.array(found.expected)
    once = np.ones_like(ties) if directed else np.triu(np.ones_like(ties))
    placed = sum(1 for a, b in graph.edges if groups[a] and groups[b])
    assert (ties * once).sum() == pytest.approx(placed)
    assert (expected * once).sum() == pytest.approx(placed)
    assert placed + sum(found.unknown) + found.unplaced == pytest.approx(graph.number_of_edges())
    ends = (lambda m: m.sum(axis=1)) if directed else (lambda m: m.sum(axis=1) + np.diag(m))
    assert ends(expected) == pytest.approx(ends(ties))


def test_expected_ties_are_the_mean_over_random_pairings() -> None:
    """The ends of all ties joined at random: 2m - 1 in place of 2m, which the formula leaves out."""
    graph = nx.gnm_random_graph(60, 300, seed=1)
    groups = {node: ("a",) if node < 15 else ("b",) for node in graph}
    expected = np.array(mixing(graph, groups).expected)
    ends = np.repeat([0 if groups[node] == ("a",) else 1 for node in graph], [d for _, d in graph.degree])
    rng = np.random.default_rng(0)
    found = np.zeros((2, 2))
    for _ in range(400):
        pairs = rng.permutation(ends).reshape(-1, 2)
        np.add.at(found, (pairs[:, 0], pairs[:, 1]), 1 / 400)
    assert found[0, 0] == pytest.approx(expected[0, 0], rel=0.03)
    assert found[0, 1] + found[1, 0] == pytest.approx(expected[0, 1], rel=0.03)


def test_weights_names_isolates_and_loops() -> None:
    graph = nx.Graph([(0, 1, {"weight": 3}), (1, 2, {"weight": 1}), (2, 2, {"weight": 9})])
    groups = {0: ("a",), 1: ("b",), 2: ("b",), 3: ("b",)}
    found = mixing(graph, groups, weight="weight")
    assert found.ties == ((0.0, 3.0), (3.0, 1.0))
    graph.add_node(3)
    assert mixing(graph, groups, weight="weight") == found
    nx.set_edge_attributes(graph, {(0, 1): 6, (1, 2): 2}, "weight")
    doubled = mixing(graph, groups, weight="weight")
    assert (doubled.ei, doubled.overall_ei, doubled.assortativity) == (found.ei, found.overall_ei, found.assortativity)
    assert mixing(nx.relabel_nodes(graph, {0: 9}), {9: ("a",), **groups}, weight="weight") == doubled


def test_where_nothing_can_be_said() -> None:
    assert mixing(nx.Graph(), {}).groups == ()
    alone = mixing(nx.empty_graph(2), {0: ("a",), 1: ("b",)})
    assert (alone.ties, alone.expected) == (((0.0, 0.0), (0.0, 0.0)), ((0.0, 0.0), (0.0, 0.0)))
    assert (alone.ei, alone.overall_ei, alone.assortativity) == ((None, None), None, None)
    one = mixing(nx.path_graph(3), dict.fromkeys(range(3), ("a",)))
    assert (one.overall_ei, one.assortativity) == (-1.0, None)
