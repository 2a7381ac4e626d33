"""The free arrangement of a graph that fits the canvas: each component by its ties alone, all side by side."""

from __future__ import annotations

import math

import numpy as np

from biograph.page.layout import packing
from biograph.page.layout.drawing import ANYWHERE, ASPECT, FILL, drawn, sketched
from biograph.page.layout.net import Array, Indices, Net, extent

GAP = 70.0  # pixels between components


def free(net: Net, communities: Indices) -> Array:
    """Centres (n, 2) in pixels around the origin; no two boxes overlap."""
    parts = net.components()
    drawings = [_component(net.part(members), communities[members]) for members in parts]
    xy = _packed(net, parts, drawings)
    low, high = extent(xy, net.boxes)
    return xy - (low + high) / 2


def on_screen(xy: Array, boxes: Array, _: Indices) -> Array:
    """The long axis level, large enough, and nearer to the aspect of a screen."""
    return _fitted(_roomy(_levelled(xy), boxes))


def _component(net: Net, communities: Indices) -> Array:
    return drawn(sketched(net, communities, np.zeros(len(net), dtype=np.intp)), ANYWHERE, on_screen)


def _levelled(xy: Array) -> Array:
    """Turned around its centre until its longest axis lies level."""
    x, y = (xy - xy.mean(axis=0)).T
    angle = -0.5 * math.atan2(2 * float((x * y).sum()), float((x * x).sum() - (y * y).sum()))
    cos, sin = math.cos(angle), math.sin(angle)
    return np.stack([x * cos - y * sin, x * sin + y * cos], axis=1)


def _roomy(xy: Array, boxes: Array) -> Array:
    """Enlarged, where need be, until the whole has `FILL` times the area of the boxes."""
    whole = float(np.prod(np.ptp(xy, axis=0) + boxes.max(axis=0)))
    return xy * max(1.0, math.sqrt(FILL * float(boxes.prod(axis=1).sum()) / whole))


def _fitted(xy: Array) -> Array:
    """Squeezed one way and stretched the other, by no more than a third, towards the aspect."""
    width, height = np.ptp(xy, axis=0)
    factor = math.sqrt(float(np.clip((width + 1) / (height + 1) / ASPECT, 0.56, 1.78)))
    return xy * (1 / factor, factor)


def _packed(net: Net, parts: list[Indices], drawings: list[Array]) -> Array:
    """The components, the largest first, in a rectangle of about the aspect."""
    corners = [extent(xy, net.boxes[members]) for members, xy in zip(parts, drawings, strict=True)]
    sizes = [high - low + GAP for low, high in corners]
    area = sum(float(size.prod()) for size in sizes)
    right = max([math.sqrt(area * ASPECT), *(float(size[0]) for size in sizes)])
    skyline: packing.Skyline = [(0.0, 0.0)]
    places = np.zeros((len(net), 2))
    for members, xy, (low, _), size in zip(parts, drawings, corners, sizes, strict=True):
        width, height = size.tolist()
        x, y = packing.landed(skyline, width, 0.0, right)
        skyline = packing.taken(skyline, x, x + width, y + height)
        places[members] = xy - low + (x, y)
    return places
