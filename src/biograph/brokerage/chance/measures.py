"""What is compared with chance: role counts of nodes, groups and all, and betweenness between groups."""

from __future__ import annotations

import numpy as np

from biograph.brokerage.arrays import Adjacency, Floats, Ints
from biograph.brokerage.betweenness import group_betweenness_draws, group_pairs
from biograph.brokerage.compiled import kernel
from biograph.brokerage.counting import COLUMNS, Indices, count
from biograph.brokerage.kinds import Kinds
from biograph.brokerage.pairs import pair_weight

COUNTED = (*COLUMNS[:5], "total", "across")
MEASURES = (*COUNTED, "group_betweenness")


def counted(adjacency: Adjacency, kinds: Kinds, deals: Ints, nodes: Ints, *, times: int) -> Floats:
    """Draws × `COUNTED` × figures: those of `nodes`, then the sum in each group by its nodes' shares, then of all."""
    roles = count(adjacency, kinds, deals, times=times)
    figures = np.zeros((len(deals), len(COUNTED), len(nodes) + len(kinds.groups) + 1))
    place = np.full(len(adjacency.nodes), len(nodes), dtype=np.uint32)
    place[nodes] = np.arange(len(nodes))
    start, group, dealt = (of.astype(np.uint32) for of in (kinds.rows.start, kinds.rows.item, deals))
    share, steps = kinds.share / kinds.scale, 20 * deals.size * times
    _sum(roles, dealt, place, len(nodes), start, group, share, figures, steps=steps)
    return figures


@kernel
def _sum(
    roles: Floats, deals: Indices, place: Indices, nodes: int, start: Indices, group: Indices, share: Floats,
    figures: Floats,
) -> None:  # fmt: skip
    """Fill the figures from the roles of all nodes; a node that is not asked for has a place behind the others."""
    for d in range(deals.shape[0]):
        for m in range(7):
            everything = 0.0
            for k in range(deals.shape[1]):
                value = 0.0
                if m < 5:
                    value = roles[d, m, k]
                else:  # total, or across, which holds the ungrouped as well
                    for role in range(0 if m == 5 else 2, 5 if m == 5 else 6):
                        value += roles[d, role, k]
                everything += value
                if place[k] < nodes:
                    figures[d, m, place[k]] = value
                for a in range(start[deals[d, k]], start[deals[d, k] + 1]):
                    figures[d, m, nodes + group[a]] += share[a] * value
            figures[d, m, figures.shape[2] - 1] = everything


def pair_weights(kinds: Kinds) -> Floats:
    """Kinds × kinds: the share of readings in which two ends are a pair between groups."""
    names = kinds.names
    return np.array([[pair_weight(a, b, kinds.between) for b in names] for a in names]).reshape(len(names), len(names))


def betweenness(adjacency: Adjacency, deals: Ints, weight: Floats, nodes: Ints, *, times: int = 1) -> Floats:
    """Draws × 1 × nodes: betweenness between groups, normalised as `group_betweenness` is."""
    columns = np.ascontiguousarray(deals.T)
    pairs = group_pairs(columns, weight)
    found = group_betweenness_draws(adjacency, columns, weight, times=times) / np.where(pairs > 0, pairs, np.inf)
    return found[nodes].T[:, None]
