"""Graphs and shares as matrices."""

import networkx as nx

from biograph.brokerage.arrays import Membership
from biograph.brokerage.matrices import contact_matrix, share_matrix, tie_matrix


def test_ties_stand_in_the_order_of_the_nodes() -> None:
    graph = nx.DiGraph()
    graph.add_nodes_from("cba")
    graph.add_weighted_edges_from([("a", "c", 2), ("c", "a", 3), ("c", "b", 0), ("b", "b", 5)])
    graph.add_edge("b", "a")
    assert tie_matrix(graph, "weight").toarray().tolist() == [[0, 0, 3], [0, 0, 1], [2, 0, 0]]
    assert tie_matrix(graph).toarray().tolist() == [[0, 1, 1], [0, 0, 1], [1, 0, 0]]
    assert contact_matrix(graph, "weight").toarray().tolist() == [[0, 0, 5], [0, 0, 1], [5, 1, 0]]
    assert contact_matrix(graph).has_sorted_indices


def test_shares_sum_to_one_where_the_group_is_known() -> None:
    membership = Membership.of((0, 1, 2), {0: ("a",), 2: ("a", "b")})
    assert share_matrix(membership).toarray().tolist() == [[1, 0], [0, 0], [0.5, 0.5]]
