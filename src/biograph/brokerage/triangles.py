"""The triangles of a graph, each once, with the directions in which its ties run.

Nodes are ranked by degree, and every tie leads from the lower to the higher rank, so that no node has more than √(2m)
ties upwards and the search costs at most m√m however large the hubs are: Chiba, N. and Nishizeki, T. (1985),
Arboricity and subgraph listing algorithms, SIAM Journal on Computing 14(1), 210-223.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from biograph.brokerage.arrays import Adjacency
from biograph.brokerage.compiled import kernel

Indices = NDArray[np.uint32]

BLOCK = 1 << 20  # triangles held at a time: 16 MB

# The bit that stands for a tie from one corner to another in the code of a triangle.
_BIT = {(0, 1): 1, (1, 0): 2, (0, 2): 4, (2, 0): 8, (1, 2): 16, (2, 1): 32}
# The six ways i → k → j, i → j to lie in a triangle: the corners i, k, j, and the bits it needs.
CLOSED = np.array([(i, k, j, _BIT[i, k] | _BIT[k, j] | _BIT[i, j]) for i, k, j in permutations(range(3))])


@dataclass(frozen=True)
class Triangles:
    """The triangles of a graph in blocks: corners (t × 3 indices of nodes) and codes (t), the bits of their ties.

    Directions are ignored in finding them and kept in the codes. `times`: how often the caller means to do this.
    """

    adjacency: Adjacency
    times: int = 1

    def __iter__(self) -> Iterator[tuple[Indices, Indices]]:
        after, before = self.adjacency.after, self.adjacency.before
        degree = np.diff(after.start) + np.diff(before.start)
        rank = np.empty(len(degree), dtype=np.uint32)
        rank[np.argsort(degree, kind="stable")] = np.arange(len(degree))
        ties = len(after.item) + len(before.item)
        rows = [of.astype(np.uint32) for of in (after.start, after.item, before.start, before.item)]
        room = max(BLOCK, ties)
        corners, codes = np.empty((room, 3), dtype=np.uint32), np.empty(room, dtype=np.uint32)
        begin = 0
        while begin < len(degree):
            begin, found = _find(*rows, rank, begin, corners, codes, steps=20 * ties * self.times)
            if found:
                yield corners[:found], codes[:found]


@kernel
def _find(
    after_start: Indices,
    after_item: Indices,
    before_start: Indices,
    before_item: Indices,
    rank: Indices,
    begin: int,
    corners: Indices,
    codes: Indices,
) -> tuple[int, int]:
    """Fill corners and codes from node `begin` on, as far as there is room; the node to go on from, and how many."""
    n = len(rank)
    flag = np.zeros(n, dtype=np.uint32)
    up_start = np.zeros(n + 1, dtype=np.uint32)
    up, way = np.empty(len(after_item), dtype=np.uint32), np.empty(len(after_item), dtype=np.uint32)
    filled = 0
    for u in range(n):  # the ties upwards, each once: bit 1 where it runs up, bit 2 where it runs down
        for t in range(before_start[u], before_start[u + 1]):
            flag[before_item[t]] = 2
        for t in range(after_start[u], after_start[u + 1]):
            v = after_item[t]
            if rank[v] > rank[u]:
                up[filled], way[filled] = v, 1 | flag[v]
                filled += 1
            flag[v] = 0
        for t in range(before_start[u], before_start[u + 1]):
            v = before_item[t]
            if flag[v] == 2 and rank[v] > rank[u]:
                up[filled], way[filled] = v, 2
                filled += 1
            flag[v] = 0
        up_start[u + 1] = filled
    found = 0
    for u in range(begin, n):
        size = up_start[u + 1] - up_start[u]
        if found + size * size // 2 > len(codes):
            return u, found
        for t in range(up_start[u], up_start[u + 1]):
            flag[up[t]] = way[t]
        for t in range(up_start[u], up_start[u + 1]):
            v = up[t]
            for s in range(up_start[v], up_start[v + 1]):
                w = up[s]
                if flag[w]:
                    corners[found, 0], corners[found, 1], corners[found, 2] = u, v, w
                    codes[found] = way[t] | flag[w] << 2 | way[s] << 4
                    found += 1
        for t in range(up_start[u], up_start[u + 1]):
            flag[up[t]] = 0
    return n, found
