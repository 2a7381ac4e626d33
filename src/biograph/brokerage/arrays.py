"""A graph and its groups as arrays, the shape in which kernels take them; an index is a node's place in the graph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:  # `roles` counts with arrays
    from biograph.brokerage.roles import Groups, Node

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Rows:
    """Rows of indices of unequal length: row i is `item[start[i]:start[i + 1]]`, ascending unless told otherwise."""

    start: Ints
    item: Ints


@dataclass(frozen=True)
class Adjacency:
    """The ties of a graph without loops, weights and parallels. `before` is `after` itself in an undirected graph.

    `nodes` gives the node of each index.
    """

    nodes: tuple[Node, ...]
    after: Rows
    before: Rows
    directed: bool

    @classmethod
    def of(cls, graph: nx.Graph) -> Adjacency:
        """The adjacency of a networkx graph, in the order of its nodes."""
        place = {node: i for i, node in enumerate(graph)}
        pairs = np.array([(place[a], place[b]) for a, b in graph.edges() if a != b], dtype=np.int64).reshape(-1, 2)
        return cls.from_ties(tuple(graph), pairs, graph.is_directed())

    @classmethod
    def from_ties(cls, nodes: Sequence[Node], ties: Ints, directed: bool) -> Adjacency:
        """The adjacency of ties given as pairs of indices (shape m × 2); an undirected tie stands once."""
        both = ties if directed else np.concatenate([ties, ties[:, ::-1]])
        after = _rows(both, len(nodes))
        return cls(tuple(nodes), after, _rows(both[:, ::-1], len(nodes)) if directed else after, directed)

    @property
    def ties(self) -> Ints:
        """Pairs of indices (shape m × 2) in order; an undirected tie stands once, the smaller index first."""
        tails = np.repeat(np.arange(len(self.nodes)), np.diff(self.after.start))
        pairs = np.stack([tails, self.after.item], axis=1)
        return pairs if self.directed else pairs[pairs[:, 0] < pairs[:, 1]]


@dataclass(frozen=True)
class Membership:
    """The groups of nodes: node i is in each of `rows` row i with the share 1/n; an empty row is an unknown group.

    `names` gives the group of each index, in order of name.
    """

    names: tuple[str, ...]
    rows: Rows

    @classmethod
    def of(cls, nodes: Sequence[Node], groups: Groups) -> Membership:
        """The membership of nodes in the order of an `Adjacency`."""
        names = tuple(sorted({group for node in nodes for group in groups.get(node, ())}))
        place = {name: i for i, name in enumerate(names)}
        found = [(i, place[group]) for i, node in enumerate(nodes) for group in groups.get(node, ())]
        return cls(names, _rows(np.array(found, dtype=np.int64).reshape(-1, 2), len(nodes)))

    @property
    def placed(self) -> NDArray[np.bool_]:
        """Which nodes have a group at all."""
        return np.diff(self.rows.start) > 0

    @property
    def shares(self) -> Floats:
        """Nodes × groups: the share of each node in each group."""
        sizes = np.diff(self.rows.start)
        shares = np.zeros((len(sizes), len(self.names)))
        shares[np.repeat(np.arange(len(sizes)), sizes), self.rows.item] = np.repeat(1 / np.maximum(sizes, 1), sizes)
        return shares


def _rows(pairs: Ints, count: int) -> Rows:
    unique = np.unique(pairs, axis=0) if len(pairs) else pairs
    start = np.zeros(count + 1, dtype=np.int64)
    np.cumsum(np.bincount(unique[:, 0], minlength=count), out=start[1:])
    return Rows(start, np.ascontiguousarray(unique[:, 1]))
