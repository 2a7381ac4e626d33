"""One depth-first search of a graph, whose low points show what hangs on a single node or tie.

Hopcroft, J. and Tarjan, R. (1973), Algorithm 447: efficient algorithms for graph manipulation, Communications of the
ACM 16(6), 372-378.
"""

from __future__ import annotations

from typing import NamedTuple

import networkx as nx
import numpy as np

from biograph.brokerage.arrays import Ints
from biograph.brokerage.compiled import kernel
from biograph.brokerage.matrices import contact_matrix
from biograph.brokerage.roles import Node


class DepthFirst(NamedTuple):
    """Every node has a number, its place in the order of discovery; all but `nodes` is by number.

    A node's subtree has the numbers from its own up to and without `end`. `parent` is -1 for the root of a component.
    `low` is the smallest number that one tie leads to from the subtree, the tie to the parent left out.
    """

    nodes: list[Node]
    parent: Ints
    end: Ints
    low: Ints

    @property
    def alone(self) -> list[Node]:
        """The nodes without ties."""
        roots = np.flatnonzero(self.parent < 0)
        return [self.nodes[i] for i in roots[self.end[roots] == roots + 1].tolist()]


def depth_first(graph: nx.Graph) -> DepthFirst:
    """The search over all components, each from its first node; directions and loops are ignored.

    >>> depth_first(nx.path_graph(3)).parent.tolist()
    [-1, 0, 1]
    """
    ties = contact_matrix(graph)
    start, item = ties.indptr.astype(np.int64), ties.indices.astype(np.int64)
    order, parent, end, low = _search(start, item, steps=len(start) + len(item))
    nodes = tuple(graph)
    return DepthFirst([nodes[i] for i in order.tolist()], parent, end, low)


@kernel
def _search(start, item):  # type: ignore[no-untyped-def]  # compiled from the arrays it is given
    count = len(start) - 1
    order, number = np.empty(count, np.int64), np.full(count, -1)
    parent, end, low = np.full(count, -1), np.zeros(count, np.int64), np.arange(count)
    following = start[:-1].copy()
    found = 0
    for root in range(count):
        if number[root] >= 0:
            continue
        order[found], number[root], at = root, found, found
        found += 1
        while at >= 0:
            node = order[at]
            if following[node] == start[node + 1]:
                end[at] = found
                if parent[at] >= 0:
                    low[parent[at]] = min(low[parent[at]], low[at])
                at = parent[at]
                continue
            other = item[following[node]]
            following[node] += 1
            if number[other] < 0:
                order[found], number[other], parent[found] = other, found, at
                at = found
                found += 1
            elif number[other] != parent[at]:
                low[at] = min(low[at], number[other])
    return order, parent, end, low
