"""Ties swapped: what stays, what is reached and how often, and where the observed graph stands."""

from collections import Counter
from itertools import combinations, permutations

import networkx as nx
import numpy as np
import pytest

from biograph.brokerage import Groups
from biograph.brokerage.arrays import Adjacency
from biograph.brokerage.chance.rewiring import Rewired
from biograph.brokerage.kinds import Kinds


def rewired(graph: nx.Graph, groups: Groups, draws: int, *, mixing: bool = False, seed: int = 0) -> Rewired:
    adjacency = Adjacency.of(graph)
    kinds = Kinds.of_nodes(adjacency.nodes, groups)
    return Rewired(adjacency, kinds, np.arange(len(adjacency.nodes)), draws, seed, mixing)


def ties(adjacency: Adjacency) -> list[tuple[int, int]]:
    return sorted((a, b) for a, b in adjacency.ties.tolist())


def between_kinds(pairs: list[tuple[int, int]], kinds: Kinds, directed: bool) -> Counter[tuple[int, int]]:
    of = kinds.of.tolist()
    return Counter((of[a], of[b]) if directed else (min(of[a], of[b]), max(of[a], of[b])) for a, b in pairs)


@pytest.mark.parametrize("mixing", [False, True])
@pytest.mark.parametrize("directed", [False, True])
def test_degrees_stay_and_the_mixing_where_it_must(directed: bool, mixing: bool) -> None:
    graph = nx.gnp_random_graph(18, 0.25, seed=4, directed=directed)
    groups = {node: [("a",), ("b",), ("a", "b"), ()][node % 4] for node in graph}
    model = rewired(graph, groups, 25, mixing=mixing)
    before = between_kinds(ties(model.adjacency), model.kinds, directed)
    mixings, states = [], set()
    for _, state in model.states():
        assert (np.diff(state.after.start) == np.diff(model.adjacency.after.start)).all()
        assert (np.diff(state.before.start) == np.diff(model.adjacency.before.start)).all()
        found = ties(state)
        assert len(set(found)) == len(found) == len(model.adjacency.ties)
        assert all(a != b for a, b in found)
        again = Adjacency.from_ties(state.nodes, np.array(found), directed)
        for ours, theirs in ((state.after, again.after), (state.before, again.before)):
            assert (ours.start == theirs.start).all()
            assert [sorted(row) for row in np.split(ours.item, ours.start[1:-1])] == [
                row.tolist() for row in np.split(theirs.item, theirs.start[1:-1])
            ]
        mixings.append(between_kinds(found, model.kinds, directed) == before)
        states.add(tuple(found))
    assert len(states) > 20
    assert all(mixings) == mixing
    assert 0 < model.acceptance < 1


def everything(n: int, size: int, directed: bool, same: Adjacency) -> int:
    """How many graphs there are with the degrees of one, by trying all."""
    pairs = list(permutations(range(n), 2)) if directed else list(combinations(range(n), 2))
    wanted = [np.diff(same.after.start).tolist(), np.diff(same.before.start).tolist()]
    count = 0
    for chosen in combinations(pairs, size):
        out, into = [0] * n, [0] * n
        for a, b in chosen:
            out[a], into[b] = out[a] + 1, into[b] + 1
            if not directed:
                out[b], into[a] = out[b] + 1, into[a] + 1
        count += [out, into] == wanted
    return count


@pytest.mark.parametrize("graph", [nx.cycle_graph(6), nx.path_graph(6), nx.DiGraph([(0, 1), (1, 2), (2, 3), (3, 0)])])
def test_all_graphs_of_the_degrees_come_about_equally_often(graph: nx.Graph) -> None:
    model = rewired(graph, {}, 6000)
    seen = Counter(tuple(ties(state)) for _, state in model.states())
    possible = everything(len(graph), graph.number_of_edges(), graph.is_directed(), model.adjacency)
    assert len(seen) == possible > 8
    expected = 6000 / possible
    assert max(abs(times - expected) for times in seen.values()) < 0.45 * expected


def test_the_observed_graph_stands_anywhere_in_the_chain() -> None:
    seen: Counter[tuple[int, ...]] = Counter()
    for seed in range(200):
        seen[tuple(distance for distance, _ in rewired(nx.path_graph(4), {}, 3, seed=seed).states())] += 1
    assert set(seen) == {(1, 2, 3), (1, 1, 2), (1, 2, 1)}  # at one end or the other, second, third
    assert all(35 <= times <= 65 for times in (seen[1, 2, 3] / 2, seen[1, 1, 2], seen[1, 2, 1]))  # 50, sd 6


@pytest.mark.parametrize("graph", [nx.Graph(), nx.empty_graph(3), nx.path_graph(2), nx.star_graph(4)])
def test_what_cannot_be_swapped_stays(graph: nx.Graph) -> None:
    model = rewired(graph, {}, 3)
    assert [ties(state) for _, state in model.states()] == [ties(model.adjacency)] * 3
    assert model.acceptance == 0


def test_compiled_and_interpreted_swaps_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numba")
    for graph in (nx.gnp_random_graph(15, 0.3, seed=2), nx.gnp_random_graph(15, 0.3, seed=2, directed=True)):
        groups = {node: ("ab"[node % 2],) for node in graph}
        with monkeypatch.context() as patch:
            plain = [ties(state) for _, state in rewired(graph, groups, 10, mixing=True).states()]
            patch.setattr("biograph.brokerage.compiled.WORTH", -1)
            assert [ties(state) for _, state in rewired(graph, groups, 10, mixing=True).states()] == plain
