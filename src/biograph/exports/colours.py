"""A colour for each type of node, for the formats that draw."""

from __future__ import annotations

import colorsys
from collections.abc import Iterable

from biograph.exports.facts import Row


def by_type(nodes: Iterable[Row]) -> dict[str, tuple[int, int, int]]:
    """The types of the nodes, in alphabetical order, evenly apart in hue: red, green and blue, from 0 to 255."""
    types = sorted({str(node["type"]) for node in nodes})
    hues = (n / len(types) for n in range(len(types)))
    shades = (colorsys.hls_to_rgb(hue, 0.55, 0.5) for hue in hues)
    return {
        type_: (round(255 * r), round(255 * g), round(255 * b)) for type_, (r, g, b) in zip(types, shades, strict=True)
    }
