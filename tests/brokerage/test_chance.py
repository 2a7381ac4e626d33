"""The permutation null: its mean against the exact one, a planted broker, and networks without any."""

import networkx as nx
import pytest

from biograph.brokerage import by_chance, open_two_paths, roles


def planted() -> tuple[nx.Graph, dict[object, tuple[str, ...]]]:
    """A large and a small group, each tied within as a ring, and one node of the large tied to half of the small."""
    graph = nx.Graph()
    for group, size in (("A", 30), ("B", 6)):
        nx.add_cycle(graph, [f"{group}{i}" for i in range(size)])
    groups = {node: (node[0],) for node in graph}
    graph.add_edges_from([("broker", f"A{i}") for i in (0, 10, 20)] + [("broker", f"B{i}") for i in (0, 2, 4)])
    return graph, groups | {"broker": ("A",)}


def test_a_planted_broker_stands_out_and_ring_members_do_not() -> None:
    graph, groups = planted()
    found = by_chance(graph, groups)
    assert found["broker"].p < 0.05
    assert all(chance.p > 0.05 for node, chance in found.items() if graph.degree(node) == 2)
    assert roles(graph, groups)["broker"].across > found["broker"].expected


def test_the_mean_is_the_exact_expectation() -> None:
    graph = nx.gnp_random_graph(14, 0.25, seed=1)
    groups = {node: ("aab"[node % 3],) for node in graph}
    sizes = {group: sum(g == (group,) for g in groups.values()) for group in "ab"}
    apart = 2 * sizes["a"] * sizes["b"] / (14 * 13)
    for node, chance in by_chance(graph, groups, draws=3000).items():
        paths = sum(k == node for _, k, _ in open_two_paths(graph))
        assert chance.expected == pytest.approx(paths * apart, rel=0.1)


def test_same_seed_same_result_and_isolates_have_none() -> None:
    graph, groups = planted()
    graph.add_node("alone")
    assert by_chance(graph, groups, draws=50, seed=7) == by_chance(graph, groups, draws=50, seed=7)
    assert by_chance(graph, groups, draws=50, seed=7) != by_chance(graph, groups, draws=50, seed=8)
    assert "alone" not in by_chance(graph, groups, draws=5)
