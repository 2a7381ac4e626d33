"""Betweenness between groups against its definition, spelled out path by path, and against plain betweenness."""

from itertools import combinations, permutations, product

import networkx as nx
import pytest

from biograph.brokerage import group_betweenness


def brute_force(graph: nx.Graph, groups: dict, between: frozenset[str] | None = None) -> dict:
    """B(v) by listing every shortest path and every reading of the groups."""
    found = {}
    for v in graph:
        above = below = 0.0
        for s, t in permutations(set(graph) - {v}, 2):
            readings = list(product(groups[s], groups[t]))
            apart = [(g, h) for g, h in readings if g != h and (between is None or {g, h} <= between)]
            if not apart:
                continue
            weight = len(apart) / len(readings)
            below += weight
            if nx.has_path(graph, s, t):
                paths = list(nx.all_shortest_paths(graph, s, t))
                above += weight * sum(v in path for path in paths) / len(paths)
        found[v] = above / below if below else 0.0
    return found


def some_groups(n: int) -> dict[int, tuple[str, ...]]:
    kinds = [("a",), ("b",), ("c",), ("a", "b"), ()]
    return {node: kinds[node * 7 % 5] for node in range(n)}


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("between", [None, frozenset({"a", "b"})])
@pytest.mark.parametrize("seed", range(4))
def test_equals_the_definition(seed: int, between: frozenset[str] | None, directed: bool) -> None:
    graph = nx.gnp_random_graph(11, 0.22, seed=seed, directed=directed)
    groups = some_groups(11)
    assert group_betweenness(graph, groups, between=between) == pytest.approx(brute_force(graph, groups, between))


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("normalized", [False, True])
def test_groups_of_one_give_plain_betweenness(directed: bool, normalized: bool) -> None:
    graph = nx.gnp_random_graph(20, 0.15, seed=9, directed=directed)
    groups = {node: (str(node),) for node in graph}
    expected = nx.betweenness_centrality(graph, normalized=normalized)
    assert group_betweenness(graph, groups, normalized=normalized) == pytest.approx(expected)


def test_the_example_of_gefura() -> None:
    groups = dict(enumerate([("A",), ("B",), ("A",), ("C",), ("C",)]))
    found = group_betweenness(nx.path_graph(5), groups)
    assert found == pytest.approx({0: 0.0, 1: 0.5, 2: 0.8, 3: 0.6, 4: 0.0})


def test_one_group_or_no_tie_gives_zero() -> None:
    graph = nx.path_graph(4)
    assert set(group_betweenness(graph, dict.fromkeys(graph, ("a",))).values()) == {0.0}
    assert set(group_betweenness(graph, {}).values()) == {0.0}
    assert group_betweenness(nx.empty_graph(3), {0: ("a",), 1: ("b",)}) == {0: 0.0, 1: 0.0, 2: 0.0}
    assert group_betweenness(nx.Graph(), {}) == {}


def test_without_scaling_pairs_count_once() -> None:
    graph = nx.star_graph(4)
    groups = dict(enumerate([("k",), ("a",), ("a",), ("b",), ("b",)]))
    pairs = [(s, t) for s, t in combinations(range(1, 5), 2) if groups[s] != groups[t]]
    assert group_betweenness(graph, groups, normalized=False)[0] == len(pairs)
