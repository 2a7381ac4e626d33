"""What is compared with chance: role counts of nodes, groups and all, and betweenness between groups."""

from __future__ import annotations

import numpy as np

from biograph.brokerage.arrays import Adjacency, Floats, Ints
from biograph.brokerage.betweenness import group_betweenness_draws, group_pairs
from biograph.brokerage.counting import COLUMNS, Kinds, count
from biograph.brokerage.pairs import pair_weight

COUNTED = (*COLUMNS[:5], "total", "across")
MEASURES = (*COUNTED, "group_betweenness")


def counted(adjacency: Adjacency, kinds: Kinds, deals: Ints, nodes: Ints, *, times: int) -> Floats:
    """Draws × `COUNTED` × figures: those of `nodes`, then the sum in each group by its nodes' shares, then of all."""
    roles = count(adjacency, kinds, deals, times=times)[:, :5]
    by_group = _by_group(roles, kinds, deals)
    every = np.concatenate([roles[:, :, nodes], by_group, roles.sum(axis=2, keepdims=True)], axis=2)
    sums = [every.sum(axis=1, keepdims=True), every[:, 2:].sum(axis=1, keepdims=True)]
    return np.concatenate([every, *sums], axis=1)


def _by_group(roles: Floats, kinds: Kinds, deals: Ints) -> Floats:
    size = len(kinds.names)
    of_kinds = np.array(
        [[np.bincount(deal, column, size) for column in of] for deal, of in zip(deals, roles, strict=True)]
    )
    shares = np.zeros((size, len(kinds.groups)))
    shares[np.repeat(np.arange(size), np.diff(kinds.rows.start)), kinds.rows.item] = kinds.share / kinds.scale
    return of_kinds @ shares


def pair_weights(kinds: Kinds) -> Floats:
    """Kinds × kinds: the share of readings in which two ends are a pair between groups."""
    names = kinds.names
    return np.array([[pair_weight(a, b, kinds.between) for b in names] for a in names]).reshape(len(names), len(names))


def betweenness(adjacency: Adjacency, deals: Ints, weight: Floats, nodes: Ints) -> Floats:
    """Draws × 1 × nodes: betweenness between groups, normalised as `group_betweenness` is."""
    columns = np.ascontiguousarray(deals.T)
    pairs = group_pairs(columns, weight)
    found = group_betweenness_draws(adjacency, columns, weight) / np.where(pairs > 0, pairs, np.inf)
    return found[nodes].T[:, None]
