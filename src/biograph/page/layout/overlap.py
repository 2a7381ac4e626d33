"""What overlaps is pushed apart, along the line between the two centres, so that the picture keeps its form."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.spatial import cKDTree

from biograph.page.layout.net import Array, Indices

ROUNDS = 200
FRESH = 6  # rounds for which the pairs that may touch are kept
NEAR = 40.0  # pixels between boxes that may touch within that time
SHARE = 0.4  # of the missing distance that each of two gives way in a round
TRACE = 1.002  # times that boxes may be too close

# How many times further apart each pair has to be: from their distances (k, 2) and the sums of their sizes (k, 2).
Factor = Callable[[Array, Array], Array]


def boxes(apart: Array, sizes: Array) -> Array:
    """Of rectangles with these widths and heights."""
    times: Array = np.min(sizes / np.abs(apart), axis=1) / 2
    return times


def discs(apart: Array, sizes: Array) -> Array:
    """Of discs with these diameters, given twice."""
    return sizes[:, 0] / 2 / np.hypot(apart[:, 0], apart[:, 1])


def separated(xy: Array, sizes: Array, walls: Array, factor: Factor = boxes) -> Array:
    """`xy` moved until nothing overlaps by more than a trace; centres stay between the two x of their wall (n, 2)."""
    xy = xy.copy()
    xy[:, 0] = np.clip(xy[:, 0], walls[:, 0], walls[:, 1])
    for round_ in range(ROUNDS):
        if round_ % FRESH == 0:
            first, second = _near(xy, sizes)
        apart = xy[first] - xy[second]
        apart = np.where(np.abs(apart) < 1.0, np.where(apart < 0, -1.0, 1.0), apart)  # the same place is no direction
        times = factor(apart, sizes[first] + sizes[second])
        push = apart * (SHARE * np.maximum(times - 1.0, 0.0))[:, None]
        if (times > TRACE).any():
            for axis in (0, 1):
                xy[:, axis] += np.bincount(first, push[:, axis], len(xy)) - np.bincount(second, push[:, axis], len(xy))
            xy[:, 0] = np.clip(xy[:, 0], walls[:, 0], walls[:, 1])
        elif round_ % FRESH == 0:
            break
    return xy


def _near(xy: Array, sizes: Array) -> tuple[Indices, Indices]:
    """The pairs whose boxes overlap or are close to it, each once."""
    reach = sizes.max(axis=0) + NEAR
    first, second = cKDTree(xy / reach).query_pairs(1.0, p=np.inf, output_type="ndarray").T
    close = ((sizes[first] + sizes[second]) / 2 + NEAR > np.abs(xy[first] - xy[second])).all(axis=1)
    return first[close], second[close]
