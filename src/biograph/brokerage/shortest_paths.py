"""Shortest paths from one source, and what each node carries of them: the loops under betweenness.

Brandes, U. (2001), A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25(2), 163-177, in
two kernels. `search` counts the shortest paths from a source; the others walk back from the farthest node. With b(v) the
nodes one step farther than v that v leads to, σ(v) the shortest paths from the source to v and w(t) the weight of the
end t, each of the σ(v) paths carries beyond v

    c(v) = Σ_{u ∈ b(v)} (c(u) + w(u) / σ(u)),        so that  Σ_t w(t) · σ(s,t|v) / σ(s,t) = σ(v) · c(v).

Nodes are handled by their place in the order in which the search reaches them: nodes of one distance lie side by side
in memory, and one number says both whether a node was reached and how far it is.
"""

from __future__ import annotations

from biograph.brokerage.arrays import Adjacency, Floats, Ints
from biograph.brokerage.compiled import kernel


@kernel
def search(start, item, source, place, order, paths, branch, branches):  # type: ignore[no-untyped-def]
    """How many nodes the source reaches, itself included; the other arrays are filled up to there.

    `order` the nodes by place, `paths` the shortest paths to each, `branches[branch[p]:branch[p + 1]]` the places one
    step farther that place p leads to.
    """
    place[:] = -1
    place[source], order[0], paths[0] = 0, source, 1.0
    reached, end, found = 1, 0, 0  # places from `end` on lie a step farther than the node at hand
    here = 0
    while here < reached:
        if here == end:
            end = reached
        branch[here] = found
        for tie in range(start[order[here]], start[order[here] + 1]):
            node = item[tie]
            if place[node] < 0:
                place[node], order[reached], paths[reached] = reached, node, 0.0
                reached += 1
            if place[node] >= end:
                paths[place[node]] += paths[here]
                branches[found] = place[node]
                found += 1
        here += 1
    branch[reached] = found
    return reached


@kernel
def carry_draws(reached, order, paths, branch, branches, kinds, weight, carried, total):  # type: ignore[no-untyped-def]
    """Add to `total` (nodes × draws) what each node carries, ends weighing `weight[kind of source, kind of end]`."""
    source = order[0]
    draws = kinds.shape[1]
    for here in range(reached - 1, 0, -1):
        node = order[here]
        for draw in range(draws):
            carried[here, draw] = 0.0
        for place in branches[branch[here] : branch[here + 1]]:
            for draw in range(draws):
                carried[here, draw] += carried[place, draw]
        each = 1.0 / paths[here]
        for draw in range(draws):
            total[node, draw] += paths[here] * carried[here, draw]
            carried[here, draw] += each * weight[kinds[source, draw], kinds[node, draw]]


class Search:
    """Searches of one graph, one source after another, in arrays made once."""

    def __init__(self, adjacency: Adjacency) -> None:
        import numpy as np

        self.n = len(adjacency.nodes)
        self.start = adjacency.after.start.astype(np.int32)
        self.item = adjacency.after.item.astype(np.int32)
        self.place = np.empty(self.n, dtype=np.int32)
        self.order = np.empty(self.n, dtype=np.int32)
        self.paths = np.empty(self.n)
        self.branch = np.empty(self.n + 1, dtype=np.int32)
        self.branches = np.empty(len(self.item), dtype=np.int32)

    def draws(self, kinds: Ints, weight: Floats, sources: Ints) -> Floats:
        import numpy as np

        total = np.zeros(kinds.shape)
        width = 32
        steps = (2 * len(self.item) + self.n) * len(sources)
        for left in range(0, kinds.shape[1], width):
            some = np.ascontiguousarray(kinds[:, left : left + width], dtype=np.int32)
            part = np.zeros(some.shape)
            carried = np.empty(some.shape)
            for source in sources:
                reached = search(
                    self.start,
                    self.item,
                    source,
                    self.place,
                    self.order,
                    self.paths,
                    self.branch,
                    self.branches,
                    steps=steps,
                )
                carry_draws(
                    reached,
                    self.order,
                    self.paths,
                    self.branch,
                    self.branches,
                    some,
                    weight,
                    carried,
                    part,
                    steps=steps * some.shape[1],
                )
            total[:, left : left + width] = part
        return total
