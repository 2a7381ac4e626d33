"""Constraint and effective size: Burt's values on known graphs, and the edges of their domain."""

import json

import networkx as nx
import pytest

from biograph.brokerage import constraint, effective_size


def test_a_graph_without_ties_has_no_values() -> None:
    assert constraint(nx.empty_graph(2)) == {0: None, 1: None}
    assert effective_size(nx.Graph([(0, 0)])) == {0: None}
    assert json.dumps(constraint(nx.empty_graph(1)), allow_nan=False)


def test_values_follow_the_formula() -> None:
    graph = nx.gnp_random_graph(15, 0.3, seed=3)
    p = {(i, j): 1 / graph.degree(i) if graph.has_edge(i, j) else 0.0 for i in graph for j in graph}
    for i, value in constraint(graph).items():
        expected = sum((p[i, j] + sum(p[i, q] * p[q, j] for q in graph)) ** 2 for j in graph[i])
        assert value == pytest.approx(expected)
    for i, value in effective_size(graph).items():
        among = graph.subgraph(graph[i]).number_of_edges()
        assert value == pytest.approx(graph.degree(i) - 2 * among / graph.degree(i))


@pytest.mark.parametrize("seed", range(4))
def test_values_equal_networkx(seed: int) -> None:
    graph = nx.gnp_random_graph(25, 0.15, seed=seed)
    for ours, theirs in ((constraint, nx.constraint), (effective_size, nx.effective_size)):
        expected = {i: value for i, value in theirs(graph, nodes=list(graph)).items() if graph.degree(i)}
        assert {i: value for i, value in ours(graph).items() if value is not None} == pytest.approx(expected)


def test_directions_and_loops_do_not_matter() -> None:
    one_way = nx.DiGraph([(0, 1), (1, 2), (2, 2)])
    assert constraint(one_way) == constraint(nx.path_graph(3))
    assert effective_size(one_way) == effective_size(nx.path_graph(3))
