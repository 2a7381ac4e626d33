"""Communities, and how small ones join."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from biograph.page.layout.communities import joined, louvain, ties

# Labels 0 (five nodes), 1 (four), 2 (two), 3 (one, tied to none), in this order.
LABELS = np.repeat([0, 1, 2, 3], [5, 4, 2, 1])
EDGES = np.array([[0, 1], [0, 5], [1, 6], [2, 7], [8, 9], [8, 10]])
ALL = np.arange(12)


def test_two_cliques_with_one_tie_are_two_communities() -> None:
    edges = [(a, b) for first in (0, 5) for a in range(first, first + 5) for b in range(first, a)]
    assert louvain(11, np.array([*edges, (4, 5)])).tolist() == [0] * 5 + [1] * 5 + [2]


@pytest.mark.parametrize("count", [0, 3])
def test_without_ties_each_is_its_own_community(count: int) -> None:
    assert louvain(count, np.zeros((0, 2), dtype=np.intp)).tolist() == list(range(count))


def test_gains_are_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else nodes of a long path move in circles: 1,700 times each in one of 9,000 nodes."""
    found = []

    def seen(graph: nx.Graph, resolution: float, seed: int) -> list[set[int]]:
        found.append((graph.size(weight="weight"), resolution))
        return [set(graph)]

    monkeypatch.setattr(nx.community, "louvain_communities", seen)
    louvain(9_001, np.array([(n, n + 1) for n in range(9_000)]))
    (total, resolution), *_ = found
    assert total.hex() == "0x1.0000000000000p+14"
    assert resolution == pytest.approx(total / 9_000, abs=1e-3)
    assert (resolution * 1024).is_integer()


def test_ties_between_labels() -> None:
    assert ties(LABELS, EDGES, 4).tolist() == [[0, 3, 0, 0], [3, 0, 2, 0], [0, 2, 0, 0], [0, 0, 0, 0]]
    assert ties(np.where(LABELS == 1, -1, LABELS), EDGES, 4).sum() == 0


@pytest.mark.parametrize(
    ("least", "most", "sizes"),
    [(1, 9, [5, 4, 2, 1]), (3, 9, [6, 5, 1]), (1, 2, [6, 5, 1]), (1, 1, [11, 1]), (9, 9, [11, 1])],
    ids=["nothing to do", "the tiny one", "down to two", "down to one", "all that is tied"],
)
def test_the_smallest_joins_where_its_ties_are(least: int, most: int, sizes: list[int]) -> None:
    found = np.unique(joined(LABELS, EDGES, ALL, least, most), return_counts=True)[1]
    assert sorted(found, reverse=True) == sizes


def test_ties_count_for_the_size_of_their_community() -> None:
    """Label 2 has three ties to the 20 nodes of 0 and two to the 4 of 1."""
    labels = np.repeat([0, 1, 2], [20, 4, 2])
    edges = np.array([[0, 24], [1, 24], [2, 25], [20, 24], [21, 25]])
    assert joined(labels, edges, np.arange(26), 3, 9)[24] == 1


def test_what_has_nobody_left_to_join_stays_tiny() -> None:
    """Labels 1 and 2 have ties with each other alone, 0 and 3 too."""
    labels = np.repeat([0, 1, 2, 3], [4, 1, 1, 4])
    edges = np.array([[4, 5], [0, 6], [1, 7]])
    found = joined(labels, edges, np.arange(10), 5, 9)
    assert found[4] == found[5]
    assert sorted(np.unique(found, return_counts=True)[1]) == [2, 8]


def test_who_is_not_counted_neither_draws_nor_is_drawn() -> None:
    assert joined(LABELS, EDGES, np.delete(ALL, [5, 6, 7, 8]), 3, 9).tolist() == LABELS.tolist()
