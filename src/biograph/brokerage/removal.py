"""What breaks when a node is removed: the pairs of other nodes that no path joins any more.

Only an articulation point (cut vertex) breaks anything. Its component of n other nodes falls into parts of sizes n_1,
n_2, …, and the pairs lost are Σ_{a<b} n_a n_b (the pairwise connectivity of the critical-node problem: Borgatti, S. P.
(2006), Identifying sets of key players in a social network, Computational & Mathematical Organization Theory 12,
21-34). Pairs between groups count as in betweenness between groups: w(s,t) is the share of readings of both nodes'
groups in which the groups differ, 0 where one is unknown. Directions are ignored.

One depth-first search finds all parts: without v, the subtree of a child hangs apart from the rest unless a tie leads
from it to above v. A subtree has consecutive numbers, so sums over it are differences of running sums.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from biograph.brokerage.arrays import Floats, Ints, Membership
from biograph.brokerage.depth_first import DepthFirst, depth_first
from biograph.brokerage.matrices import share_matrix
from biograph.brokerage.roles import Groups, Node


@dataclass(frozen=True, slots=True)
class Loss:
    """What the removal of a node takes from the others.

    `pairs` and `group_pairs`: unordered pairs disconnected, all of them and those between groups. `cut_off`: nodes that
    a path joined to some node of another group (not the removed one), and none any more. `parts`: into how many parts
    its component falls; more than 1 for articulation points only, 0 for a node without ties.
    """

    pairs: int
    group_pairs: float
    cut_off: int
    parts: int


def removal_losses(graph: nx.Graph, groups: Groups, *, between: frozenset[str] | None = None) -> dict[Node, Loss]:
    """Node to Loss for every node. `between` counts only pairs of two different groups of that set.

    Time: O(ties + nodes x groups).

    >>> removal_losses(nx.path_graph(3), {0: ("KR",), 1: ("KR",), 2: ("US",)})[1]
    Loss(pairs=1, group_pairs=1.0, cut_off=2, parts=2)
    """
    search = depth_first(graph)
    parts = _Parts.of(search)
    whole, size = parts.sums(np.ones(len(search.nodes)))
    pairs = parts.by_cut(size * (whole[parts.cut] - size)) / 2
    group_pairs, cut_off = _between_groups(parts, Membership.of(search.nodes, groups), between)
    counts = (pairs.astype(np.int64), group_pairs, cut_off.astype(np.int64), parts.by_cut(size > 0).astype(np.int64))
    found = {node: Loss(0, 0.0, 0, 1) for node in graph}
    found |= {node: Loss(0, 0.0, 0, 0) for node in search.alone}
    for i, *values in zip(parts.cuts.tolist(), *(column.tolist() for column in counts), strict=True):
        found[search.nodes[i]] = Loss(*values)
    return found


def separated(graph: nx.Graph, node: Node) -> list[list[Node]]:
    """The parts into which a node's component falls without it, and their nodes, both in the graph's order.

    One part where the node is no articulation point, none where it has no ties. Raises KeyError for a node that
    is not there. Time: O(ties).

    >>> separated(nx.path_graph(4), 1)
    [[0], [2, 3]]
    """
    simple = graph.to_undirected(as_view=True)
    rest = simple.subgraph(nx.node_connected_component(simple, node) - {node})
    part_of = {other: i for i, part in enumerate(nx.connected_components(rest)) for other in part}
    parts: dict[int, list[Node]] = {}
    for other in graph:
        if other in part_of:
            parts.setdefault(part_of[other], []).append(other)
    return list(parts.values())


@dataclass(frozen=True)
class _Parts:
    """The parts that the removal of each articulation point leaves of its component; nodes are numbers of a search.

    `cuts` are the articulation points, `cut` the place in it of the one that leaves each part. The first parts are
    subtrees, from number `first` up to and without `end`; then follows, for each of `cuts`, what is left besides
    (nothing, for a root). The component of each runs from `start` up to and without `stop`.
    """

    cuts: Ints
    cut: Ints
    first: Ints
    end: Ints
    start: Ints
    stop: Ints

    @classmethod
    def of(cls, search: DepthFirst) -> _Parts:
        """The parts as a depth-first search shows them."""
        numbers = np.arange(len(search.nodes))
        below = numbers[search.parent >= 0]
        above = search.parent[below]
        hangs = (search.parent[above] < 0) | (search.low[below] >= above)
        below, above = below[hangs], above[hangs]
        several = np.bincount(above, minlength=len(numbers)) + (search.parent >= 0) > 1
        cuts, below, above = numbers[several], below[several[above]], above[several[above]]
        roots = numbers[search.parent < 0]
        start = roots[np.searchsorted(roots, cuts, side="right") - 1]
        cut = np.concatenate([np.searchsorted(cuts, above), np.arange(len(cuts))])
        return cls(cuts, cut, below, search.end[below], start, search.end[start])

    def sums(self, values: Floats) -> tuple[Floats, Floats]:
        """The sums of values by node: over the component of each articulation point without it, and over each part."""
        running = np.concatenate([[0.0], np.cumsum(values)])
        whole = running[self.stop] - running[self.start] - values[self.cuts]
        subtrees = running[self.end] - running[self.first]
        hanging = np.bincount(self.cut[: len(subtrees)], weights=subtrees, minlength=len(self.cuts))
        return whole, np.concatenate([subtrees, whole - hanging])

    def by_cut(self, values: NDArray[Any]) -> Floats:
        """The sums of values by part, by articulation point."""
        return np.bincount(self.cut, weights=values, minlength=len(self.cuts)).astype(np.float64)


def _between_groups(parts: _Parts, membership: Membership, between: frozenset[str] | None) -> tuple[Floats, Floats]:
    """By articulation point, the pairs between groups that it alone joins, and the nodes that it cuts off from all.

    Shares are counted in units of which every share is a whole number: sums of thirds would leave 1e-16 where there is
    nothing. A part keeps its nodes from other groups when all of it is in one group, or when one node alone is in any.
    """
    unit = math.lcm(*np.unique(np.diff(membership.rows.start)[membership.placed]).tolist())
    columns = share_matrix(membership).T.tocsr() * unit
    counted = [i for i, name in enumerate(membership.names) if between is None or name in between]
    every = np.rint(columns[counted].sum(axis=0))
    whole, size = parts.sums(every)
    placed = parts.sums((every > 0).astype(float))[1]
    pairs, groups = np.zeros(len(parts.cut)), np.zeros(len(parts.cut))
    for i in counted:
        whole_in, size_in = parts.sums(np.rint(columns[[i]].toarray()[0]))
        pairs += size_in * ((whole - whole_in)[parts.cut] - (size - size_in))
        groups += size_in > 0
    alone = (pairs > 0) & ((groups == 1) | (placed == 1))
    return parts.by_cut(pairs) / 2 / unit**2, parts.by_cut(placed * alone)
