"""Betweenness, plain and between groups."""

from __future__ import annotations

import numpy as np

from biograph.brokerage import shortest_paths
from biograph.brokerage.arrays import Adjacency, Floats, Ints


def group_betweenness_draws(
    adjacency: Adjacency, kinds: Ints, weight: Floats, *, sources: Ints | None = None
) -> Floats:
    """Nodes × draws: Σ_{s,t ≠ v} weight(s,t) · σ(s,t|v) / σ(s,t) over ordered pairs of ends, in every draw of groups.

    `kinds` (nodes × draws) is the kind of each node in each draw, `weight` (kinds × kinds) that of a pair of ends by
    their kinds. With `sources`, only pairs that begin at one of those nodes; nothing is scaled up for it.
    """
    return shortest_paths.Search(adjacency).draws(
        kinds, weight, np.arange(len(adjacency.nodes)) if sources is None else sources
    )


def group_pairs(kinds: Ints, weight: Floats) -> Floats:
    """Nodes × draws: M(v), the weight of all ordered pairs of ends without v; `weight` is symmetric."""
    draws = kinds.shape[1]
    counts = np.zeros((len(weight), draws))
    np.add.at(counts, (kinds, np.arange(draws)[None, :]), 1.0)
    partners = (weight @ counts)[kinds, np.arange(draws)[None, :]] - weight.diagonal()[kinds]
    total = partners.sum(axis=0)
    pairs = total - 2 * partners
    return np.where(pairs > 1e-12 * total, pairs, 0.0)  # what rounding leaves of no pair is none
