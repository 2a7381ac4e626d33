"""Burt's measures: published values, other programs' values, and the edges of their domain."""

import json
import math
import random
import sys
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biograph.brokerage.holes import Holes, holes

IGRAPH = Path(__file__).parent / "igraph_cases"


def random_graph(seed: int, directed: bool = False) -> nx.Graph:
    """25 nodes, some of them with few ties or none; weights 1 to 5."""
    dice = random.Random(seed)
    graph = nx.gnp_random_graph(25, dice.choice([0.06, 0.15, 0.5]), seed=seed, directed=directed)
    nx.set_edge_attributes(graph, {tie: dice.randint(1, 5) for tie in graph.edges}, "weight")
    return graph


def mutual(graph: nx.Graph, weight: str | None) -> nx.Graph:
    """An undirected graph whose `weight` adds up both directions, as in Burt's formula."""
    added = nx.Graph()
    added.add_nodes_from(graph)
    for a, b, value in graph.edges(data=weight, default=1):
        added.add_edge(a, b, weight=added.get_edge_data(a, b, {"weight": 0})["weight"] + value)
    return added


def test_published_values() -> None:
    """Figure 1 of Borgatti (1997) and its values to two and three digits."""
    ties = "AB AF AG AE EG FG BG BD DG GC".split()
    found = holes(nx.Graph(tuple(tie) for tie in ties))
    assert {n: round(found[n].effective_size or 0, 2) for n in "ACG"} == {"A": 2.5, "C": 1.0, "G": 4.67}
    assert {n: round(found[n].constraint or 0, 3) for n in "ACG"} == {"A": 0.595, "C": 1.0, "G": 0.4}


@pytest.mark.parametrize("name", ["karate", "directed"])
@pytest.mark.parametrize(("column", "weight"), [("constraint", None), ("weighted", "weight")])
def test_constraint_equals_igraph(name: str, column: str, weight: str | None) -> None:
    """`igraph/constraint.json`, made by make.py beside it."""
    case = json.loads((IGRAPH / "constraint.json").read_text())[name]
    graph = nx.DiGraph() if case["directed"] else nx.Graph()
    graph.add_nodes_from(range(len(case[column])))
    graph.add_weighted_edges_from(case["ties"])
    assert {i: found.constraint for i, found in holes(graph, weight=weight).items()} == pytest.approx(
        dict(enumerate(case[column]))
    )


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("weight", [None, "weight"])
@pytest.mark.parametrize("seed", range(4))
def test_values_equal_networkx(seed: int, weight: str | None, directed: bool) -> None:
    """Effective size node by node: asked for all, networkx 3.6 divides by the strongest tie of the wrong node."""
    graph = random_graph(seed, directed)
    tied = [i for i in graph if graph.degree(i)]
    found = holes(graph, weight=weight)
    expected = nx.constraint(graph, weight=weight)
    assert {i: found[i].constraint for i in tied} == pytest.approx({i: expected[i] for i in tied})
    expected = nx.effective_size(mutual(graph, weight), nodes=tied, weight="weight")
    assert {i: found[i].effective_size for i in tied} == pytest.approx(expected)
    assert all(found[i] == Holes() for i in graph if i not in tied)


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_hierarchy_and_efficiency_follow_the_formulas(seed: int, directed: bool) -> None:
    graph = random_graph(seed, directed)
    for i, found in holes(graph, weight="weight").items():
        contacts = set(nx.all_neighbors(graph, i))
        local = [nx.local_constraint(graph, i, j, weight="weight") for j in contacts]
        if contacts:
            assert found.efficiency == pytest.approx((found.effective_size or 0) / len(contacts))
        if len(contacts) > 1:
            ratios = [c * len(contacts) / sum(local) for c in local]
            expected = sum(r * math.log(r) for r in ratios) / (len(contacts) * math.log(len(contacts)))
            assert found.hierarchy == pytest.approx(expected, abs=1e-12)
        else:
            assert found.hierarchy is None


def test_hierarchy_where_one_contact_holds_nearly_all() -> None:
    graph = nx.star_graph(3)
    nx.set_edge_attributes(graph, {(0, 1): 1e6, (0, 2): 1, (0, 3): 1}, "weight")
    assert holes(graph, weight="weight")[0].hierarchy == pytest.approx(1.0, abs=1e-4)
    assert holes(graph)[0].hierarchy == 0.0
    nx.set_edge_attributes(graph, {(0, 2): 1e-200, (0, 3): 1e-200}, "weight")  # their share squared is 0
    assert holes(graph, weight="weight")[0].hierarchy == pytest.approx(1.0)


def test_known_graphs() -> None:
    assert holes(nx.Graph()) == {}
    assert holes(nx.path_graph(2))[0] == Holes(1.0, 1.0, 1.0, None)
    assert holes(nx.path_graph(3))[1] == Holes(0.5, 2.0, 1.0, 0.0)
    # K4: each contact holds 1/3 directly and 2/9 through the two others; one contact is as good as three.
    complete = holes(nx.complete_graph(4))[0]
    assert complete.constraint == pytest.approx(3 * (5 / 9) ** 2)
    assert (complete.effective_size, complete.efficiency) == (pytest.approx(1.0), pytest.approx(1 / 3))
    assert complete.hierarchy == 0.0


def test_loops_and_ties_of_no_weight_are_ignored() -> None:
    graph = nx.Graph([(0, 1), (1, 2), (2, 2), (3, 3)])
    graph.add_edge(0, 2, weight=0)
    found = holes(graph, weight="weight")
    assert found == {**holes(nx.path_graph(3)), 3: Holes()}


@pytest.mark.parametrize("value", [-1, math.nan, math.inf])
def test_weights_that_make_no_sense(value: float) -> None:
    with pytest.raises(ValueError, match="'w' is negative or not finite"):
        holes(nx.Graph([(0, 1, {"w": value})]), weight="w")


def test_a_mutual_tie_is_twice_as_strong() -> None:
    once = nx.DiGraph([(0, 1), (0, 2), (2, 0)])
    twice = nx.Graph([(0, 1, {"w": 1}), (0, 2, {"w": 2})])
    assert holes(once) == holes(twice, weight="w")


def test_batches_of_triangles_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = nx.gnp_random_graph(40, 0.3, seed=1)
    whole = holes(graph)
    monkeypatch.setattr(sys.modules["biograph.brokerage.holes"], "_AT_ONCE", 7)
    for i, found in holes(graph).items():
        assert (found.constraint, found.effective_size) == pytest.approx((whole[i].constraint, whole[i].effective_size))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.booleans(), st.randoms(use_true_random=False))
def test_names_isolates_and_the_unit_of_weight_do_not_matter(seed: int, directed: bool, dice: random.Random) -> None:
    graph = random_graph(seed, directed)
    found = holes(graph, weight="weight")
    names = [f"n{i}" for i in graph]
    dice.shuffle(names)
    renamed = nx.relabel_nodes(graph, dict(zip(graph, names, strict=True)))
    shuffled = graph.__class__()
    shuffled.add_nodes_from(sorted(renamed))
    shuffled.add_node("alone")
    shuffled.add_weighted_edges_from((a, b, 2 * w) for a, b, w in sorted(renamed.edges(data="weight")))
    other = holes(shuffled, weight="weight")
    assert other["alone"] == Holes()
    for i, name in zip(graph, names, strict=True):
        for field in Holes.__dataclass_fields__:
            assert getattr(other[name], field) == pytest.approx(getattr(found[i], field), abs=1e-12)
