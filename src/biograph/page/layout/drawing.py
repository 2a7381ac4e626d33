"""One drawing by its ties: stress majorization of what has several neighbours, then the leaves around their hosts."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.sparse.csgraph import shortest_path

from biograph.page.layout import overlap, stress
from biograph.page.layout.leaves import Stripped, restored, strip
from biograph.page.layout.net import Array, Indices, Net

ASPECT = 1.4  # width over height aimed at, that of a screen
EDGE = 30.0  # pixels between the boxes of two neighbours
FILL = 3.0  # area of a drawing over that of its boxes
UNTIED = 0.6  # of the longest path: how far apart nodes without a path want to be
ANYWHERE = np.array([[-np.inf, np.inf]])  # the span of an only column

# Centres as the ties alone would have them (n, 2), boxes (n, 2) and columns (n,) → centres in the space there is.
Shape = Callable[[Array, Array, Indices], Array]


@dataclass(frozen=True)
class Sketch:
    """A net, the column of each node, and the places that the ties alone give to those nodes that are no leaves."""

    net: Net
    columns: Indices
    stripped: Stripped
    xy: Array


def sketched(net: Net, communities: Indices, columns: Indices) -> Sketch:
    """What is costly, once; it may be drawn into several shapes."""
    stripped = strip(net, columns)
    core, own = stripped.core, columns[stripped.kept]
    distances = _distances(core, communities[stripped.kept])
    return Sketch(net, columns, stripped, stress.placed(distances, core.ranks, core.edges, own))


def drawn(sketch: Sketch, spans: Array, shape: Shape) -> Array:
    """Centres (n, 2), each box between the left and right of its column's span (columns, 2); no two boxes overlap."""
    boxes, own = sketch.stripped.core.boxes, sketch.columns[sketch.stripped.kept]
    core = overlap.separated(shape(sketch.xy, boxes, own), boxes, walls(boxes, own, spans))
    boxes, own = sketch.net.boxes, sketch.columns
    return overlap.separated(restored(sketch.stripped, core, boxes), boxes, walls(boxes, own, spans))


def walls(boxes: Array, columns: Indices, spans: Array) -> Array:
    """The least and the largest x of each centre (n, 2)."""
    left, right = spans[columns].T
    half = np.minimum(boxes[:, 0], right - left) / 2
    return np.stack([left + half, right - half], axis=1)


def _distances(net: Net, communities: Indices) -> Array:
    """How far apart each pair wants to be (n, n): the shortest path, where a tie is as long as its ends need room.

    A tie between two communities is longer, the more so the more such ties there are, up to the width of a community:
    a hairball comes apart into islands, while a tree needs no help.
    """
    first, second = net.edges.T
    reach = np.sqrt(net.area() / math.pi)
    between = communities[first] != communities[second]
    area = FILL * float(net.area().sum())
    mixed = min(1.0, 2.0 * float(between.sum()) / max(len(between), 1))
    island = mixed * math.sqrt(area / len(np.unique(communities)))
    lengths = reach[first] + reach[second] + EDGE + np.where(between, island, 0.0)
    paths: Array = shortest_path(net.matrix(lengths), directed=False)
    longest = float(paths.max(where=np.isfinite(paths), initial=0.0))
    return np.where(np.isfinite(paths), paths, max(UNTIED * longest, math.sqrt(area)))
