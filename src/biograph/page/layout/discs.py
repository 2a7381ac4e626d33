"""Clusters as discs: nodes inside the smallest, discs inside larger ones, nothing on top of anything else."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy.sparse.csgraph import shortest_path

from biograph.page.layout import overlap, stress
from biograph.page.layout.communities import ties
from biograph.page.layout.drawing import ANYWHERE, Shape, drawn, sketched, walls
from biograph.page.layout.net import Array, Indices, Net, extent, ranked
from biograph.page.layout.tree import Branch

GAP = 24.0  # pixels between two discs, and from the rim of one to what is inside
FILL = 1.5  # area of a disc over that of the boxes inside it, before they are pushed apart
ROUNDS = 60  # in which discs are drawn together
CLOSER = 0.93  # of the distance from the middle that a round leaves


@dataclass(frozen=True)
class Disc:
    """A cluster, its radius in pixels, and around its centre the places (k, 2) of its discs, or else of its nodes."""

    branch: Branch
    radius: float
    inside: Array
    discs: tuple[Disc, ...]


def disc(net: Net, branch: Branch) -> Disc:
    """The cluster with all below it."""
    if not branch.children:
        part = net.part(branch.members)
        one = np.zeros(len(part), dtype=np.intp)
        xy = drawn(sketched(part, one, one), ANYWHERE, _round)
        corners = np.concatenate([xy + part.boxes / 2 * side for side in ((1, 1), (1, -1), (-1, 1), (-1, -1))])
        centre, radius = circle(corners, np.zeros(len(corners)))
        return Disc(branch, radius + GAP, xy - centre, ())
    discs = tuple(disc(net, child) for child in branch.children)
    radii = np.array([inner.radius for inner in discs])
    xy = arranged(radii, tied(net, branch.children), np.zeros(len(discs), dtype=np.intp), ANYWHERE, _as_is, aspect=1.0)
    centre, radius = circle(xy, radii)
    return Disc(branch, radius + GAP, xy - centre, discs)


def tied(net: Net, branches: tuple[Branch, ...]) -> Array:
    """The number of edges between each two branches (k, k)."""
    labels = np.full(len(net), -1)
    for label, branch in enumerate(branches):
        labels[branch.members] = label
    return ties(labels, net.edges, len(branches))


def arranged(radii: Array, tied: Array, columns: Indices, spans: Array, shape: Shape, aspect: float) -> Array:
    """Centres (k, 2) of discs that do not overlap, each in its span; more ties than sizes alone would give draw near.

    They are brought into shape, then towards the middle: in each round along the axis that is too long for the aspect.
    """
    sizes = np.tile(2 * radii + GAP, (2, 1)).T
    within = walls(sizes, columns, spans)
    xy = shape(_sketched(sizes[:, 0], tied, columns), sizes, columns)
    for _ in range(ROUNDS):
        low, high = extent(xy, sizes)
        wide = high[0] - low[0] > aspect * (high[1] - low[1])
        xy = overlap.separated(xy * ((CLOSER, 1.0) if wide else (1.0, CLOSER)), sizes, within, overlap.discs)
    return xy


def circle(points: Array, radii: Array) -> tuple[Array, float]:
    """Centre and radius of nearly the least circle around discs (Bădoiu and Clarkson 2003)."""
    centre = points.mean(axis=0)
    for step in range(2, 100):
        apart = points - centre
        far = int(np.argmax(np.hypot(apart[:, 0], apart[:, 1]) + radii))
        centre = centre + apart[far] / step
    apart = points - centre
    return centre, float((np.hypot(apart[:, 0], apart[:, 1]) + radii).max())


def _sketched(sizes: Array, tied: Array, columns: Indices) -> Array:
    """Places by the paths along ties that are more than chance; nothing further than the whole is wide."""
    total = tied.sum(axis=1)
    edges = np.argwhere(np.triu(tied * total.sum() > np.outer(total, total), 1))
    first, second = edges.T
    lengths = np.zeros_like(tied)
    lengths[first, second] = (sizes[first] + sizes[second]) / 2
    distances = np.minimum(shortest_path(lengths, directed=False), math.sqrt(float((sizes**2).sum())))
    return stress.placed(distances, ranked(-sizes), edges, columns)


def _round(xy: Array, boxes: Array, _: Indices) -> Array:
    """Each at its angle around the middle, as far out as the boxes further in need room."""
    apart: Array = xy - xy.mean(axis=0)
    radius = np.hypot(apart[:, 0], apart[:, 1])
    order = np.argsort(np.round(radius, 2), kind="stable")
    area = boxes[order].prod(axis=1)
    times = np.empty((len(xy), 1))
    times[order, 0] = np.sqrt(FILL * (np.cumsum(area) - area / 2) / math.pi) / np.maximum(radius[order], 1.0)
    return apart * times


def _as_is(xy: Array, _boxes: Array, _columns: Indices) -> Array:
    return xy
