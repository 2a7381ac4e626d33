"""Coordinates computed when the page is built, so that it opens settled and looks the same every time.

arrange(boxes, edges, columns, order, importance)   where each node stands: by its ties alone, and with the groups apart

    net       the graph by numbers
    stress    distances on the page like those in the graph
    overlap   what overlaps is pushed apart
    leaves    followers around their hub
    drawing   one component: the three above in turn
    packing   components side by side
    flat      all nodes at once, by ties alone
    bands     all nodes at once, the groups side by side
    communities, tree, discs, clusters   too many nodes for that: discs that unfold
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from biograph.page.layout import bands, clusters, flat
from biograph.page.layout.arrangement import Arrangement, Band, Cluster, Place, places
from biograph.page.layout.communities import louvain
from biograph.page.layout.net import Indices, Net, extent

__all__ = ["LIMIT", "Arrangement", "Band", "Cluster", "Place", "arrange"]

LIMIT = 1_000  # nodes that the canvas draws at once: vis-network pans that many at 56 frames a second, 5,000 at 15


def arrange(
    boxes: Mapping[str, tuple[float, float]],
    edges: Iterable[tuple[str, str]],
    columns: Mapping[str, str],
    order: Sequence[str],
    importance: Mapping[str, float],
) -> Arrangement:
    """Where each node stands, in pixels around the origin; no two boxes overlap. Beyond `LIMIT` nodes also clusters.

    `boxes` are widths and heights with their labels, `columns` the group of each node, `order` all groups from left to
    right. Clusters are called after their nodes of the greatest `importance`. The same input gives the same places,
    whatever its order. Raises KeyError for an edge's end without a box, a node without a column or an importance, and
    a column that is not in `order`.
    """
    nodes = sorted(boxes)
    used = {columns[node] for node in nodes}
    present = [column for column in dict.fromkeys(order) if column in used]
    at = {column: n for n, column in enumerate(present)}
    own = np.array([at[columns[node]] for node in nodes], dtype=np.intp)
    net = _net(nodes, boxes, edges, importance)
    if len(nodes) > LIMIT:
        return clusters.arranged(nodes, net, own, present)
    return _at_once(nodes, net, own, present)


def _net(
    nodes: list[str],
    boxes: Mapping[str, tuple[float, float]],
    edges: Iterable[tuple[str, str]],
    importance: Mapping[str, float],
) -> Net:
    at = {node: n for n, node in enumerate(nodes)}
    pairs = sorted({(min(at[a], at[b]), max(at[a], at[b])) for a, b in edges if a != b})
    first = np.argsort([-importance[node] for node in nodes], kind="stable")
    return Net(
        boxes=np.array([boxes[node] for node in nodes], dtype=float).reshape(-1, 2),
        edges=np.array(pairs, dtype=np.intp).reshape(-1, 2),
        ranks=np.argsort(first),
    )


def _at_once(nodes: list[str], net: Net, columns: Indices, order: list[str]) -> Arrangement:
    if not nodes:
        return Arrangement({}, {}, (), ())
    communities = louvain(len(net), net.edges)
    grouped, spans = bands.grouped(net, communities, columns, len(order))
    low, high = extent(grouped, net.boxes)
    return Arrangement(
        free=places(nodes, flat.free(net, communities)),
        grouped=places(nodes, grouped),
        bands=bands.rectangles(order, spans, float(low[1]), float(high[1])),
        clusters=(),
    )
