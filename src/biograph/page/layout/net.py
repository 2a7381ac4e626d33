"""A graph to be drawn, by numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

Array = NDArray[np.floating[Any]]
Indices = NDArray[np.intp]


@dataclass(frozen=True)
class Net:
    """Boxes (n, 2): width and height in pixels. Edges (m, 2): each pair once. Ranks (n,): 0 is the most important."""

    boxes: Array
    edges: Indices
    ranks: Indices

    def __len__(self) -> int:
        return len(self.boxes)

    def degrees(self) -> Indices:
        """The number of neighbours of each node."""
        return np.bincount(self.edges.ravel(), minlength=len(self))

    def area(self) -> Array:
        """Of each box, in square pixels."""
        return self.boxes[:, 0] * self.boxes[:, 1]

    def part(self, members: Indices) -> Net:
        """These nodes, numbered in their order, and the edges among them."""
        at = np.full(len(self), -1)
        at[members] = np.arange(len(members))
        edges = at[self.edges]
        return Net(self.boxes[members], edges[(edges >= 0).all(axis=1)], ranked(self.ranks[members]))

    def components(self) -> list[Indices]:
        """The nodes of each connected component, the largest first."""
        _, labels = connected_components(self.matrix(np.ones(len(self.edges))), directed=False)
        return groups(labels)

    def matrix(self, weights: Array) -> csr_array:
        """A number for each edge, as the upper or lower half of a sparse matrix (n, n)."""
        first, second = self.edges.T
        return csr_array((weights, (first, second)), shape=(len(self), len(self)))


def ranked(values: Array | Indices) -> Indices:
    """0 for the least value, 1 for the next, and so on; equals in their order."""
    return np.argsort(np.argsort(values, kind="stable"))


def groups(labels: Indices) -> list[Indices]:
    """The positions that share a label, the largest group first, equals by their first position."""
    order = np.argsort(labels, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(labels[order])) + 1)
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def extent(xy: Array, sizes: Array) -> tuple[Array, Array]:
    """The upper left and lower right corner of the least rectangle around boxes with these centres and sizes."""
    return (xy - sizes / 2).min(axis=0), (xy + sizes / 2).max(axis=0)
