"""Stress majorization: points whose distances on the page follow given ones, from a start that needs no chance."""

from __future__ import annotations

import math

import numpy as np
from scipy.spatial.distance import cdist

from biograph.page.layout.net import Array, Indices, groups

TURNS = 30  # of orthogonal iteration: a start need not be exact
ROUNDS = 60  # of majorization at most
SETTLED = 0.5  # pixels a point moves in a round on average, below which nothing visible changes
LEAN = 0.15  # how strongly a tie to another column draws to its side, against one within the column
GOLDEN = math.pi * (3 - math.sqrt(5))  # the angle from one seed of a sunflower to the next


def placed(distances: Array, ranks: Indices, edges: Indices, columns: Indices) -> Array:
    """Points (n, 2) of little stress, weights distance⁻², the long axis upright; each column's x around its own middle.

    Gansner, Koren and North 2004, "Graph drawing by stress majorization", section 2.2, for the pairs of one column. Of
    other pairs only the edges count: they draw to one height, and to the side where the other column stands. So with
    one column it is the plain method. All distances but those to itself are positive and finite.
    """
    blocks = groups(columns)
    apart = [distances[np.ix_(block, block)] + np.diag(np.full(len(block), np.inf)) for block in blocks]
    level = [_inverse(own**-2.0) for own in apart]
    upright = level[0] if len(blocks) == 1 else _inverse(_weights(distances, edges, columns))
    lean = _lean(distances, edges, columns)
    xy: Array = _scaled(distances, ranks)[:, ::-1]
    for _ in range(ROUNDS):
        pull = np.zeros_like(xy)
        moved = np.zeros_like(xy)
        for block, own, inverse in zip(blocks, apart, level, strict=True):
            wish = 1.0 / own / np.maximum(cdist(xy[block], xy[block]), 1e-6)
            pull[block] = wish.sum(axis=1)[:, None] * xy[block] - wish @ xy[block]
            drawn = pull[block, 0] + lean[block]
            moved[block, 0] = inverse @ (drawn - drawn.mean())
        moved[:, 1] = upright @ pull[:, 1]
        step = float(np.abs(moved - xy).mean())
        xy = moved
        if step < SETTLED:
            break
    return np.round(xy, 3)  # what comes next decides by comparing, and must not see how a machine rounds


def _scaled(distances: Array, ranks: Indices) -> Array:
    """The two main axes of classical scaling (Torgerson 1952), the longer first, by orthogonal iteration.

    It starts from a sunflower with rank 0 in its middle (Vogel 1979), not from chance: where all distances are equal
    that is what comes out, and equal axes, as those of a ring, come out the same on every machine. A small sunflower
    is added, too, as nodes with the same neighbours would have the same place, and only rounding would part them.
    """
    radius = np.sqrt(ranks + 0.5)
    sunflower: Array = np.stack([radius * np.cos(ranks * GOLDEN), radius * np.sin(ranks * GOLDEN)], axis=1)
    if len(ranks) < 3:
        return sunflower * float(distances.max(initial=0.0))
    squares = -0.5 * distances**2
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean()
    axes: Array = sunflower
    for _ in range(TURNS):
        axes = np.linalg.qr(centred @ axes)[0]
    size = np.einsum("ij,ij->j", axes, centred @ axes)
    largest = max(float(size.max()), 1.0)
    share = np.round(np.maximum(size, 0.0) / largest, 6)  # what lies on a line has a second axis by rounding alone
    longest = np.argsort(-share, kind="stable")
    axes = (axes * np.sqrt(share * largest))[:, longest]
    return axes + sunflower


def _weights(distances: Array, edges: Indices, columns: Indices) -> Array:
    """Of the pairs of one column, and of the edges between columns; 0 of others."""
    counted = columns[:, None] == columns[None, :]
    first, second = edges.T
    counted[first, second] = counted[second, first] = True
    np.fill_diagonal(counted, False)
    return np.where(counted, np.where(counted, distances, 1.0) ** -2.0, 0.0)


def _inverse(weights: Array) -> Array:
    """Of the weights' Laplacian; the constant added only fixes where the whole stands."""
    laplacian = np.diag(weights.sum(axis=1)) - weights
    return np.linalg.inv(laplacian + max(float(weights.mean()), 1e-12))


def _lean(distances: Array, edges: Indices, columns: Indices) -> Array:
    """How strongly its edges to columns further right draw each node that way, less those to the left."""
    first, second = edges.T
    side: Array = LEAN * np.sign(columns[second] - columns[first]) / distances[first, second]
    lean = np.zeros(len(columns))
    np.add.at(lean, first, side)
    np.subtract.at(lean, second, side)
    return lean
