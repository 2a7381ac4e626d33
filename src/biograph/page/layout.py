"""Coordinates computed when the page is built, so that it opens settled and looks the same every time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Place = tuple[int, int]

EDGE = 72.0  # pixels between two neighbours of degree one, before labels are pushed apart
REFINED = 600  # nodes in a component up to which all pairs of distances are used
SETTLED = 0.05  # pixels a node moves in a round on average, below which nothing visible changes
GAP = 70.0  # pixels between components
ASPECT = 1.4  # width over height aimed at


def positions(boxes: Mapping[str, tuple[float, float]], edges: Iterable[tuple[str, str]]) -> dict[str, Place]:
    """Where each node stands, in pixels around the origin; `boxes` are widths and heights with their labels.

    Each connected component is drawn by stress majorization (Gansner, Koren and North 2004, "Graph drawing by stress
    majorization") from a radial tree, its long axis laid level, its boxes
    pushed apart; then all are packed in rows. A component of more than `REFINED` nodes stays the radial tree.
    No randomness is used.
    """
    graph = nx.Graph()
    graph.add_nodes_from(sorted(boxes))
    graph.add_edges_from(sorted((a, b) for a, b in edges if a != b))
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda p: (-len(p), p))
    drawn = [(part, *_drawn(nx.Graph(graph.subgraph(part)), part, boxes)) for part in parts]
    return _packed(drawn)


def _drawn(graph: Any, nodes: list[str], boxes: Mapping[str, tuple[float, float]]) -> tuple[Array, Array]:
    sizes = np.array([boxes[node] for node in nodes])
    xy = _radial(graph, nodes)
    if 2 < len(nodes) <= REFINED:
        xy = _levelled(_stress(xy, _distances(graph, nodes)))
    if len(nodes) <= REFINED:
        xy = _spread(_fitted(_roomy(xy, sizes)), sizes)
    return xy, sizes


def _radial(graph: Any, nodes: list[str]) -> Array:
    """A breadth-first tree from the node of highest degree; a subtree's angle is its share of the leaves."""
    root = max(nodes, key=lambda node: (graph.degree(node), node))
    children = {node: sorted(below) for node, below in nx.bfs_successors(graph, root, sort_neighbors=sorted)}
    order = [root, *(child for below in children.values() for child in below)]
    leaves: dict[str, int] = {}
    for node in reversed(order):
        leaves[node] = sum(leaves[child] for child in children.get(node, ())) or 1
    start, depth = {root: 0.0}, {root: 0}
    for node in order:
        angle = start[node]
        for child in children.get(node, ()):
            start[child], depth[child] = angle, depth[node] + 1
            angle += 2 * math.pi * leaves[child] / leaves[root]
    middle = {node: start[node] + math.pi * leaves[node] / leaves[root] for node in order}
    radius = _radii(Counter(depth.values()))
    return np.array([_polar(radius[depth[node]], middle[node]) for node in nodes])


def _radii(ring: Counter[int]) -> list[float]:
    """A ring lies at least an edge beyond the one inside it, and is long enough for its nodes."""
    radius = [0.0]
    for depth in range(1, len(ring)):
        radius.append(max(radius[-1] + EDGE, ring[depth] * EDGE / 2 / math.pi))
    return radius


def _polar(radius: float, angle: float) -> tuple[float, float]:
    return radius * math.cos(angle), radius * math.sin(angle)


def _distances(graph: Any, nodes: list[str]) -> Array:
    """Path lengths in pixels; an edge is longer where its ends have many neighbours to make room for."""
    for a, b, edge in graph.edges(data=True):
        edge["length"] = EDGE * (0.6 + 0.2 * (graph.degree(a) ** 0.5 + graph.degree(b) ** 0.5))
    paths = dict(nx.all_pairs_dijkstra_path_length(graph, weight="length"))
    return np.array([[paths[a][b] for b in nodes] for a in nodes])


def _stress(xy: Array, distances: Array) -> Array:
    """Each node in turn moves where the others, weighted by distance⁻², would have it (ibid., section 2.3).

    Up to 200 nodes 120 rounds settle it; beyond, fewer show the same picture and keep a page's time to seconds.
    """
    xy = xy.copy()
    np.fill_diagonal(distances, np.inf)
    weights = distances**-2.0
    np.fill_diagonal(distances, 0.0)
    for _ in range(min(120, 24_000 // len(xy))):
        before = xy.copy()
        for i in range(len(xy)):
            apart = xy[i] - xy
            length = np.maximum(np.sqrt((apart**2).sum(axis=1)), 1e-9)
            wanted = xy + apart * (distances[i] / length)[:, None]
            xy[i] = (wanted * weights[i][:, None]).sum(axis=0) / weights[i].sum()
        if np.abs(xy - before).mean() < SETTLED:
            break
    return xy


def _levelled(xy: Array) -> Array:
    """Turned around its centre until its longest axis lies level."""
    x, y = (xy - xy.mean(axis=0)).T
    angle = -0.5 * math.atan2(2 * float((x * y).sum()), float((x * x).sum() - (y * y).sum()))
    cos, sin = math.cos(angle), math.sin(angle)
    return np.stack([x * cos - y * sin, x * sin + y * cos], axis=1)


def _roomy(xy: Array, sizes: Array) -> Array:
    """Enlarged, where need be, until the boxes could cover no more than half of the whole."""
    whole = float(np.prod(np.ptp(xy, axis=0) + sizes.max(axis=0)))
    return xy * max(1.0, math.sqrt(2 * float(sizes.prod(axis=1).sum()) / whole))


def _fitted(xy: Array) -> Array:
    """Squeezed one way and stretched the other, by no more than a third, towards the aspect of a screen."""
    width, height = np.ptp(xy, axis=0)
    factor = math.sqrt(float(np.clip((width + 1) / (height + 1) / ASPECT, 0.56, 1.78)))
    return xy * (1 / factor, factor)


def _spread(xy: Array, sizes: Array, rounds: int = 150) -> Array:
    """Boxes that overlap are pushed apart along the axis where that takes the shorter way."""
    xy = xy.copy()
    for _ in range(rounds):
        first, second, overlap = _overlaps(xy, sizes)
        if not len(first):
            break
        apart = xy[first] - xy[second]
        axis = overlap.argmin(axis=1)
        pair = np.arange(len(first))
        push = 0.35 * overlap[pair, axis] * np.where(apart[pair, axis] < 0, -1.0, 1.0)
        for k in (0, 1):
            along = np.where(axis == k, push, 0.0)
            xy[:, k] += np.bincount(first, along, len(xy)) - np.bincount(second, along, len(xy))
    return xy


def _overlaps(xy: Array, sizes: Array) -> tuple[NDArray[np.intp], NDArray[np.intp], Array]:
    """The pairs of boxes that overlap, each once, and by how much along both axes."""
    level = (sizes[:, 0, None] + sizes[None, :, 0]) / 2 - np.abs(xy[:, 0, None] - xy[None, :, 0])
    first, second = np.nonzero(np.triu(level > 0, 1))
    overlap = (sizes[first] + sizes[second]) / 2 - np.abs(xy[first] - xy[second])
    both = overlap[:, 1] > 0
    return first[both], second[both], overlap[both]


def _packed(drawn: list[tuple[list[str], Array, Array]]) -> dict[str, Place]:
    """The components in rows, the largest first, the whole centred on the origin."""
    corners = [((xy - sizes / 2).min(axis=0), (xy + sizes / 2).max(axis=0)) for _, xy, sizes in drawn]
    extents = [high - low + GAP for low, high in corners]
    area = sum(float(e[0] * e[1]) for e in extents)
    limit = max([math.sqrt(area * ASPECT), *(float(e[0]) for e in extents)])
    places: dict[str, Place] = {}
    x = y = row = 0.0
    for (nodes, xy, _), (low, _), extent in zip(drawn, corners, extents, strict=True):
        if x > 0 and x + extent[0] > limit:
            x, y, row = 0.0, y + row, 0.0
        for node, point in zip(nodes, xy - low + (x, y), strict=True):
            places[node] = (round(float(point[0])), round(float(point[1])))
        x, row = x + float(extent[0]), max(row, float(extent[1]))
    return _centred(places)


def _centred(places: dict[str, Place]) -> dict[str, Place]:
    if not places:
        return places
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    middle_x, middle_y = (min(xs) + max(xs)) // 2, (min(ys) + max(ys)) // 2
    return {node: (x - middle_x, y - middle_y) for node, (x, y) in places.items()}
