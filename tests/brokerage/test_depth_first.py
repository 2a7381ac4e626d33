"""The search's own promises, and that it runs alike compiled and not; its uses are tested in bridging and removal."""

import networkx as nx
import numpy as np
import pytest

from biograph.brokerage.depth_first import _search, depth_first
from biograph.brokerage.matrices import contact_matrix


@pytest.mark.parametrize("seed", range(5))
def test_numbers_subtrees_and_low_points(seed: int) -> None:
    graph = nx.gnp_random_graph(30, 0.08, seed=seed)
    search = depth_first(graph)
    number = {node: i for i, node in enumerate(search.nodes)}
    assert sorted(search.nodes) == list(graph)
    for i, node in enumerate(search.nodes):
        subtree = search.nodes[i : search.end[i]]
        parent = search.parent[i]
        assert parent < 0 or (graph.has_edge(node, search.nodes[parent]) and i < search.end[parent])
        back = [number[b] for a in subtree for b in graph[a] if not (a == node and number[b] == parent)]
        assert search.low[i] == min([i, *back])
    roots = np.flatnonzero(search.parent < 0).tolist()
    components = [set(search.nodes[i : search.end[i]]) for i in roots]
    assert components == list(nx.connected_components(graph))
    assert search.alone == list(nx.isolates(graph))


def test_a_long_path_is_no_matter() -> None:
    search = depth_first(nx.path_graph(5_000))
    assert search.parent.tolist() == list(range(-1, 4_999))


def test_compiled_it_finds_the_same() -> None:
    pytest.importorskip("numba")
    ties = contact_matrix(nx.gnp_random_graph(60, 0.04, seed=2))
    start, item = ties.indptr.astype(np.int64), ties.indices.astype(np.int64)
    for ours, theirs in zip(_search.interpreted(start, item), _search.compiled(start, item), strict=True):
        assert ours.tolist() == theirs.tolist()
