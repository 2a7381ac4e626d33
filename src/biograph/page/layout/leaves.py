"""Nodes with a single neighbour wait until all others stand, and are put around it: a hub keeps its followers close."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from biograph.page.layout.net import Array, Indices, Net

PACKED = 1.3  # area that leaves around a host take over that of their boxes
WIDEST = 0.7  # radians between two leaves, so that a few stand side by side


@dataclass(frozen=True)
class Stripped:
    """The net without its leaves, in which hosts have boxes large enough for theirs; `kept` are its nodes in the whole.

    `hosts` (n,) is the node that a leaf hangs on, -1 for what is no leaf.
    """

    core: Net
    kept: Indices
    hosts: Indices


def strip(net: Net, columns: Indices) -> Stripped:
    """A leaf has one neighbour, which is in its column and has more than one."""
    degrees = net.degrees()
    hosts = np.full(len(net), -1)
    for leaf, host in (net.edges.T, net.edges.T[::-1]):
        hangs = (degrees[leaf] == 1) & (degrees[host] > 1) & (columns[leaf] == columns[host])
        hosts[leaf[hangs]] = host[hangs]
    leaves = np.flatnonzero(hosts >= 0)
    need = np.bincount(hosts[leaves], net.area()[leaves], len(net))
    side = np.sqrt(PACKED * (need + net.area()))
    roomy = replace(net, boxes=np.where((need > 0)[:, None], np.maximum(net.boxes, side[:, None]), net.boxes))
    kept = np.flatnonzero(hosts < 0)
    return Stripped(roomy.part(kept), kept, hosts)


def restored(stripped: Stripped, core: Array, boxes: Array) -> Array:
    """Centres of all nodes from those of the core: leaves in rings, away from the host's other neighbours."""
    xy = np.zeros((len(boxes), 2))
    xy[stripped.kept] = core
    away = _away(stripped.core, core)
    leaves = np.flatnonzero(stripped.hosts >= 0)
    for host, apart in zip(stripped.kept, away, strict=True):
        own = leaves[stripped.hosts[leaves] == host]
        xy[own] = xy[host] + _rings(boxes[own], boxes[host], apart)
    return xy


def _away(net: Net, xy: Array) -> Array:
    """The sum of the unit vectors from each node's neighbours to it (n, 2)."""
    first, second = net.edges.T
    apart = xy[first] - xy[second]
    apart /= np.maximum(np.hypot(apart[:, 0], apart[:, 1]), 1.0)[:, None]
    away = [np.bincount(first, along, len(xy)) - np.bincount(second, along, len(xy)) for along in apart.T]
    return np.stack(away, axis=1)


def _rings(boxes: Array, host: Array, away: Array) -> Array:
    """Offsets from the host (k, 2): a ring is filled before the next; all around a host that has only leaves."""
    offsets = np.zeros((len(boxes), 2))
    sizes = boxes.max(axis=1)
    order = np.argsort(sizes, kind="stable")  # small ones inside, so that rings stay close
    middle, widest = math.atan2(away[1], away[0]), WIDEST if away.any() else math.tau
    inner, start = float(host.max()) / 2, 0
    while start < len(order):
        size = float(sizes[order[start]])
        ring = order[start : start + max(1, int(math.tau * (inner + size / 2) / size))]
        angles = middle + min(widest, math.tau / len(ring)) * (np.arange(len(ring)) - (len(ring) - 1) / 2)
        radius = inner + sizes[ring, None] / 2
        offsets[ring] = radius * np.stack([np.cos(angles), np.sin(angles)], axis=1)
        inner, start = inner + float(sizes[ring].max()), start + len(ring)
    return offsets
