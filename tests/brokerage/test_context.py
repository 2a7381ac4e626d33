"""Degree, PageRank and eigenvector centrality: networkx's values, and what is done where they have none."""

import sys

import networkx as nx
import pytest

from biograph.brokerage.context import Context, context


@pytest.mark.parametrize("weight", [None, "weight"])
def test_values_equal_networkx(weight: str | None) -> None:
    """The karate club is one component; its weights count shared activities."""
    graph = nx.karate_club_graph()
    found = context(graph, weight=weight)
    pagerank = nx.pagerank(graph, weight=weight, tol=1e-13, max_iter=500)
    eigenvector = nx.eigenvector_centrality_numpy(graph, weight=weight)
    for node, of in found.items():
        assert (of.degree, of.weighted_degree) == (graph.degree(node), graph.degree(node, weight=weight))
        assert of.pagerank == pytest.approx(pagerank[node], abs=1e-10)
        assert of.eigenvector == pytest.approx(eigenvector[node], abs=1e-9)


def test_pagerank_is_precise_in_networks_of_any_size() -> None:
    """By networkx's default it may be off by 1e-6 for each node, which is as much as a node has among a million."""
    graph = nx.barabasi_albert_graph(2_000, 2, seed=1)
    exact = nx.pagerank(graph, tol=1e-16, max_iter=1_000)
    assert max(abs(of.pagerank - exact[node]) for node, of in context(graph).items()) < 1e-10


def test_pagerank_follows_directions_and_the_eigenvector_does_not() -> None:
    graph = nx.DiGraph([(0, 1), (2, 1)])
    found = context(graph)
    assert found[1].pagerank > 2 * found[0].pagerank
    assert found[0].eigenvector == context(nx.path_graph(3))[0].eigenvector
    assert found[1].degree == 2


def test_only_the_largest_component_has_an_eigenvector() -> None:
    graph = nx.Graph([(0, 1), (1, 2), (3, 4)])
    found = context(graph)
    assert [found[node].eigenvector for node in range(3)] == pytest.approx([0.5, 0.5**0.5, 0.5], abs=1e-12)
    assert [found[node].eigenvector for node in (3, 4)] == [None, None]
    assert {of.eigenvector for of in context(nx.Graph([(0, 1), (2, 3)])).values()} == {None}


def test_networks_without_ties() -> None:
    assert context(nx.Graph()) == {}
    assert context(nx.empty_graph(2)) == dict.fromkeys((0, 1), Context(0, 0.0, 0.5, None))
    assert context(nx.empty_graph(1)) == {0: Context(0, 0.0, 1.0, None)}
    assert context(nx.Graph([(0, 1)]))[0] == Context(1, 1.0, 0.5, pytest.approx(0.5**0.5))


def test_no_eigenvector_where_the_iteration_does_not_settle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["biograph.brokerage.context"], "_RESTARTS", 1)
    assert {of.eigenvector for of in context(nx.path_graph(300)).values()} == {None}


def test_loops_do_not_matter_and_the_graph_stays_as_it_was() -> None:
    graph = nx.Graph([(0, 1), (1, 2), (2, 2)])
    assert context(graph) == context(nx.path_graph(3))
    assert graph.has_edge(2, 2)


def test_names_isolates_and_the_unit_of_weight() -> None:
    graph = nx.karate_club_graph()
    found = context(graph, weight="weight")
    other = nx.relabel_nodes(graph, {node: 100 - node for node in graph})
    nx.set_edge_attributes(other, {(a, b): 2 * w for a, b, w in other.edges(data="weight")}, "weight")
    for node, of in context(other, weight="weight").items():
        before = found[100 - node]
        assert (of.degree, of.weighted_degree) == (before.degree, 2 * before.weighted_degree)
        assert (of.pagerank, of.eigenvector) == pytest.approx((before.pagerank, before.eigenvector), abs=1e-9)
    graph.add_node("alone")
    wider = context(graph, weight="weight")
    assert wider["alone"].eigenvector is None
    left = 1 - wider["alone"].pagerank
    for node, of in found.items():
        assert wider[node].eigenvector == pytest.approx(of.eigenvector, abs=1e-9)
        assert wider[node].pagerank == pytest.approx(of.pagerank * left, abs=1e-9)
