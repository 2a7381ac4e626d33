"""Bridging against its formulas and networkx, and what it says on graphs that show it."""

import networkx as nx
import pytest

from biograph.brokerage.bridging import bridges, bridging_centrality, bridging_coefficient


def test_coefficient_follows_the_formula() -> None:
    graph = nx.gnp_random_graph(20, 0.15, seed=1)
    graph.add_node("alone")
    found = bridging_coefficient(graph)
    for node, value in found.items():
        around = sum(1 / graph.degree(other) for other in graph[node])
        assert value == (pytest.approx(1 / graph.degree(node) / around) if around else None)
    assert found["alone"] is None
    assert bridging_coefficient(nx.Graph()) == {}


def test_the_middle_of_a_barbell_bridges_most() -> None:
    graph = nx.barbell_graph(5, 1)
    found = bridging_centrality(graph, nx.betweenness_centrality(graph))
    assert max(found, key=lambda node: found[node] or 0) == 5
    assert found[5] == pytest.approx((1 / 2) / (2 / 5) * 25 / 45)  # 25 of the 45 pairs of others lie across it


def test_centrality_is_in_the_unit_of_the_betweenness() -> None:
    graph = nx.path_graph(4)
    graph.add_node("alone")
    found = bridging_centrality(graph, {**nx.betweenness_centrality(graph, normalized=False)})
    assert found == {0: 0.0, 1: pytest.approx(2 / 3), 2: pytest.approx(2 / 3), 3: 0.0, "alone": None}


@pytest.mark.parametrize("seed", range(20))
def test_bridges_equal_networkx(seed: int) -> None:
    graph = nx.gnp_random_graph(30, 0.06, seed=seed, directed=bool(seed % 2))
    found = bridges(graph)
    expected = {frozenset(tie) for tie in nx.bridges(nx.Graph(graph))}
    assert {frozenset((a, b)) for a in found for b in found[a]} == expected
    assert all(node in found[other] for node in found for other in found[node])
    assert all(list(of) == sorted(of) for of in found.values())


def test_directions_and_loops_do_not_matter() -> None:
    graph = nx.DiGraph([(0, 1), (1, 0), (2, 1), (2, 2)])
    assert bridges(graph) == bridges(nx.path_graph(3)) == {0: (1,), 1: (0, 2), 2: (1,)}
    assert bridging_coefficient(graph) == bridging_coefficient(nx.path_graph(3))
    assert bridges(nx.cycle_graph(4)) == dict.fromkeys(range(4), ())
