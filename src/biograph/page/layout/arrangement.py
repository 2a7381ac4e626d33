"""What a layout yields: where each node stands, the bands of the groups, the clusters of a graph too large to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from biograph.page.layout.net import Array

Place = tuple[int, int]


@dataclass(frozen=True)
class Band:
    """The upright rectangle in which all nodes of one group stand, in pixels."""

    column: str
    left: int
    right: int
    top: int
    bottom: int


@dataclass(frozen=True)
class Cluster:
    """A disc that stands for nodes of one group until it is unfolded; its children, or its nodes, lie inside it.

    `key` tells the place in the tree: "c0.3" is a child of "c0". Only a cluster without children has `nodes`, the most
    important first; `size` counts all below it, `names` are up to three of them. `x` and `y` are the centre in the free
    arrangement, `grouped` is that in the bands.
    """

    key: str
    parent: str | None
    column: str
    nodes: tuple[str, ...]
    size: int
    x: int
    y: int
    grouped: Place
    radius: int
    names: tuple[str, ...]


@dataclass(frozen=True)
class Arrangement:
    """Both places of each node, in pixels around the origin: by its ties alone, and with the groups side by side.

    `bands` are those of the groups that have nodes, from left to right. `clusters` is empty where all nodes can be
    drawn at once; parents come before their children.
    """

    free: Mapping[str, Place]
    grouped: Mapping[str, Place]
    bands: tuple[Band, ...]
    clusters: tuple[Cluster, ...]


def places(nodes: Sequence[str], xy: Array) -> dict[str, Place]:
    """The centres (n, 2) in whole pixels, by node."""
    return {node: place(point) for node, point in zip(nodes, xy, strict=True)}


def place(point: Array) -> Place:
    return round(float(point[0])), round(float(point[1]))
