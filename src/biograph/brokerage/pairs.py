"""Pairs of nodes between groups: how far two nodes count as one, and how many nodes a group has.

A node of n groups is in each with the share 1/n, so a pair of nodes has as many readings as there are ways to choose
one group for each; it counts by the share of the readings in which the two groups differ.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from biograph.brokerage.arrays import Floats, Ints, Membership

_ROUNDING = 1e-12  # of all pairs; what is less was none before it was rounded


def pair_weight(a: tuple[str, ...], b: tuple[str, ...], between: frozenset[str] | None = None) -> float:
    """The share of readings in which two nodes with groups a and b count as a pair between groups; 0 if one has none.

    `between` admits only two different groups of that set.

    >>> pair_weight(("KR",), ("KR", "US")), pair_weight(("KR",), ())
    (0.5, 0.0)
    """
    if not a or not b:
        return 0.0
    admitted = [g != h and (between is None or (g in between and h in between)) for g in a for h in b]
    return sum(admitted) / len(admitted)


def group_pairs(kinds: Ints, weight: Floats) -> Floats:
    """Nodes × draws: the weight of all ordered pairs of ends without the node, of which its betweenness is a share.

    >>> group_pairs(np.array([[0, 0], [0, 0], [1, 0]]), 1 - np.eye(2)).tolist()
    [[2.0, 0.0], [2.0, 0.0], [0.0, 0.0]]
    """
    draw = np.arange(kinds.shape[1])
    counts = np.zeros((len(weight), len(draw)))
    np.add.at(counts, (kinds, draw), 1.0)
    begun: Floats = (weight @ counts)[kinds, draw] - weight.diagonal()[kinds]
    ended = (weight.T @ counts)[kinds, draw] - weight.diagonal()[kinds]
    return _without_each(begun + ended, begun.sum(axis=0))


def pairs_without(membership: Membership, admitted: NDArray[np.bool_]) -> Floats:
    """Nodes × (plain, between, within, local): how many ordered pairs of ends there are without the node.

    `admitted` says which groups may be ends. Worked out from the masses of groups instead of all pairs of nodes.
    """
    sizes = np.diff(membership.rows.start)
    nodes, count = len(sizes), len(membership.names)
    keep = admitted[membership.rows.item]
    node, group = np.repeat(np.arange(nodes), sizes)[keep], membership.rows.item[keep]
    share = (1 / np.maximum(sizes, 1))[node]
    end = np.bincount(node, share, nodes)  # how much of each node may be an end
    mass = np.bincount(group, share, count)
    across = np.bincount(node, share * (end.sum() - mass[group] - (end[node] - share)), nodes)
    within = np.bincount(node, share * (mass[group] - share), nodes)
    rest = mass[group] - share  # v's group and the other groups' nodes, both without v, and less pairs of one node
    twice = np.bincount(group, share * (end[node] - share), count)[group] - share * (end[node] - share)
    local = np.bincount(node, share * (rest * (end.sum() - end[node] - rest) - twice), nodes)
    begun = np.column_stack([np.full(nodes, nodes - 1.0), across, within])
    local = np.where(local > _ROUNDING * across.sum(), 2 * local, 0.0)
    return np.column_stack([_without_each(2 * begun, begun.sum(axis=0)), local])


def _without_each(own: Floats, total: Floats) -> Floats:
    """The total less what is each node's own; what rounding leaves of no pair at all is none."""
    pairs = total - own
    return np.where(pairs > _ROUNDING * total, pairs, 0.0)
