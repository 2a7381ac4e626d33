"""The arrangement of a graph too large to draw at once: a tree of discs, and each node inside one of the smallest."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

import numpy as np

from biograph.page.layout import bands, discs
from biograph.page.layout.arrangement import Arrangement, Band, Cluster, place, places
from biograph.page.layout.discs import Disc
from biograph.page.layout.drawing import ANYWHERE, ASPECT
from biograph.page.layout.flat import on_screen
from biograph.page.layout.net import Array, Indices, Net, extent
from biograph.page.layout.tree import branches

FILL = 1.15  # area of a band over that of the squares around its discs
TRIES = 2  # times that bands are drawn, the higher ones wider than before
NAMES = 3


def arranged(nodes: Sequence[str], net: Net, columns: Indices, order: Sequence[str]) -> Arrangement:
    """Both places of each node and disc; discs, free or in bands, do not overlap, and hold what is in them."""
    split = branches(net, columns, len(order))
    own = np.repeat(np.arange(len(order)), [len(found) for found in split])
    top = [discs.disc(net, branch) for branch in chain.from_iterable(split)]
    centres, found = _centres(net, top, own, order)
    xy = np.zeros((len(net), 2, 2))
    rows = []
    for n, (outer, column) in enumerate(zip(top, own.tolist(), strict=True)):
        for key, parent, disc, centre in _below(outer, f"c{n}", None, centres[n]):
            if not disc.discs:
                xy[disc.branch.members] = centre + disc.inside[:, None, :]
            rows.append(_row(nodes, net, disc, key, parent, order[column], centre))
    return Arrangement(places(nodes, xy[:, 0]), places(nodes, xy[:, 1]), found, tuple(rows))


def _centres(net: Net, top: Sequence[Disc], own: Indices, order: Sequence[str]) -> tuple[Array, tuple[Band, ...]]:
    """Of the discs of the first level, free and in bands (k, 2, 2), and the bands."""
    radii = np.array([disc.radius for disc in top])
    tied = discs.tied(net, tuple(disc.branch for disc in top))
    sizes = np.tile(2 * radii, (2, 1)).T
    free = discs.arranged(radii, tied, np.zeros_like(own), ANYWHERE, on_screen, ASPECT)
    low, high = extent(free, sizes)
    free = free - (low + high) / 2
    need, least = bands.widths(sizes, own, len(order), FILL)
    for _ in range(TRIES):
        width = np.maximum(need, least)
        spans = bands.side_by_side(width)
        grouped = discs.arranged(radii, tied, own, spans, partial(bands.fitted, spans=spans), math.inf)
        heights = np.array([_height(grouped[own == c], sizes[own == c]) for c in range(len(order))])
        need = width * np.sqrt(heights / heights.mean())
    low, high = extent(grouped, sizes)
    grouped = grouped - (0.0, (low[1] + high[1]) / 2)
    reach = float(high[1] - low[1]) / 2
    return np.stack([free, grouped], axis=1), bands.rectangles(order, spans, -reach, reach)


def _height(xy: Array, sizes: Array) -> float:
    low, high = extent(xy, sizes)
    return float(high[1] - low[1])


def _below(disc: Disc, key: str, parent: str | None, centre: Array) -> Iterator[tuple[str, str | None, Disc, Array]]:
    """The disc and all inside it, each with its key, its parent's, and its two centres (2, 2)."""
    yield key, parent, disc, centre
    for n, (inner, apart) in enumerate(zip(disc.discs, disc.inside, strict=False)):
        yield from _below(inner, f"{key}.{n}", key, centre + apart)


def _row(
    nodes: Sequence[str], net: Net, disc: Disc, key: str, parent: str | None, column: str, centre: Array
) -> Cluster:
    members = disc.branch.members
    named = [nodes[n] for n in members[np.argsort(net.ranks[members])]]
    x, y = place(centre[0])
    return Cluster(
        key=key,
        parent=parent,
        column=column,
        nodes=() if disc.discs else tuple(named),
        size=len(members),
        x=x,
        y=y,
        grouped=place(centre[1]),
        radius=math.ceil(disc.radius),
        names=tuple(named[:NAMES]),
    )
