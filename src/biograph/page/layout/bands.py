"""The arrangement in which the groups stand side by side, each in an upright band."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

import numpy as np

from biograph.page.layout import packing
from biograph.page.layout.arrangement import Band
from biograph.page.layout.drawing import ASPECT, FILL, Sketch, drawn, sketched
from biograph.page.layout.net import Array, Indices, Net, extent

GUTTER = 0.25  # of the mean width of a band, between each two
GAP = 24.0  # pixels between components, and from a node to the end of a band
LINE = 16.0  # pixels between two components across bands, so that their ties do not lie on each other
TALL = 1.3  # times the height that the aspect gives, beyond which bands are drawn again and wider
TRIES = 3  # times that they are drawn at most
LEAST = 0.5  # of its height that a drawing keeps


def grouped(net: Net, communities: Indices, columns: Indices, count: int) -> tuple[Array, Array]:
    """Centres (n, 2) around the origin, each box in the span of its column, and the spans: left and right (count, 2).

    Who has ties across lies near the height, and towards the side, of those others. No two boxes overlap.
    """
    parts = net.components()
    sketches = [sketched(net.part(members), communities[members], columns[members]) for members in parts]
    need, least = widths(net.boxes, columns, count, FILL)
    for _ in range(TRIES):
        spans = side_by_side(np.maximum(need, least))
        xy = np.zeros((len(net), 2))
        xy[np.concatenate(parts)] = np.concatenate(_placed(sketches, spans))
        low, high = extent(xy, net.boxes)
        tall = ASPECT * float(high[1] - low[1]) / float(spans[-1, 1] - spans[0, 0])
        if tall < TALL:
            break
        need = need * math.sqrt(tall)
    return xy - (0.0, (low[1] + high[1]) / 2), spans


def widths(boxes: Array, columns: Indices, count: int, fill: float) -> tuple[Array, Array]:
    """Of bands of one height, `fill` times as large as their boxes and together of the aspect; and the least they need.

    Each of shape (count,).
    """
    area = fill * np.bincount(columns, boxes.prod(axis=1), count)
    widest = np.zeros(count)
    np.maximum.at(widest, columns, boxes[:, 0])
    return area / math.sqrt(float(area.sum()) / ASPECT), 1.1 * widest


def side_by_side(width: Array) -> Array:
    """Spans (count, 2) of bands with gutters between them, around the origin."""
    gutter = GUTTER * float(width.mean())
    right = np.cumsum(width + gutter) - gutter
    spans: Array = np.stack([right - width, right], axis=1) - right[-1] / 2
    return spans


def rectangles(order: Sequence[str], spans: Array, low: float, high: float) -> tuple[Band, ...]:
    """The bands, around all that lies between two heights."""
    top, bottom = math.floor(low - GAP), math.ceil(high + GAP)
    return tuple(
        Band(column, math.floor(left), math.ceil(right), top, bottom)
        for column, (left, right) in zip(order, spans.tolist(), strict=True)
    )


def fitted(xy: Array, boxes: Array, columns: Indices, spans: Array) -> Array:
    """Each column stretched or squeezed to its span, or to what it needs if that is less; the whole to its height."""
    xy = xy.copy()
    height = 0.0
    for column in np.unique(columns):
        own = columns == column
        left, right = spans[column].tolist()
        area = FILL * float(boxes[own].prod(axis=1).sum())
        width = min(right - left, math.sqrt(ASPECT * area))
        height = max(height, area / width)
        x = xy[own, 0]
        factor = max(width - float(boxes[own, 0].min()), 1.0) / max(float(np.ptp(x)), 1.0)
        xy[own, 0] = (left + right) / 2 + factor * (x - (x.min() + x.max()) / 2)
    have = max(float(np.ptp(xy[:, 1])), 1.0)
    return xy * (1.0, max((height - float(boxes[:, 1].min())) / have, LEAST))


def _placed(sketches: list[Sketch], spans: Array) -> list[Array]:
    """The components one below the other; the parts of one in several bands keep their heights, not their x."""
    skyline: packing.Skyline = [(float(spans[0, 0]), 0.0)]
    line = 0.0
    places = []
    for sketch in sketches:
        xy = drawn(sketch, spans, partial(fitted, spans=spans))
        pieces = [np.flatnonzero(sketch.columns == column) for column in np.unique(sketch.columns)]
        corners = [extent(xy[piece], sketch.net.boxes[piece]) for piece in pieces]
        top = line if len(pieces) > 1 else -math.inf
        for piece, (low, high) in zip(pieces, corners, strict=True):
            left, right = spans[sketch.columns[piece[0]]].tolist()
            x, y = packing.landed(skyline, float(high[0] - low[0]), left, right)
            xy[piece, 0] += x - low[0]
            top = max(top, y - float(low[1]))
        line = top + LINE if len(pieces) > 1 else line
        xy[:, 1] += top
        for piece in pieces:
            low, high = extent(xy[piece], sketch.net.boxes[piece])
            skyline = packing.taken(skyline, float(low[0]), float(high[0]) + GAP, float(high[1]) + GAP)
        places.append(xy)
    return places
