"""Rectangles side by side, each where it lands highest below what is there already: its outline is the skyline."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right

Skyline = list[tuple[float, float]]  # (x, y): from x to the next all is taken down to y; the first x is the left end


def landed(skyline: Skyline, width: float, left: float, right: float) -> tuple[float, float]:
    """The x, between two limits, where something of this width lands highest, the leftmost of equals, and its y."""
    starts = [left, *(x for x, _ in skyline if left < x <= right - width)]
    y, x = min((_lowest(skyline, start, start + width), start) for start in starts)
    return x, y


def taken(skyline: Skyline, left: float, right: float, y: float) -> Skyline:
    """The skyline once all between two x is taken down to y."""
    before = skyline[: bisect_left(skyline, (left, -math.inf))]
    after = bisect_right(skyline, (right, math.inf))
    return [*before, (left, y), (right, skyline[after - 1][1]), *skyline[after:]]


def _lowest(skyline: Skyline, left: float, right: float) -> float:
    first = max(bisect_right(skyline, (left, math.inf)) - 1, 0)
    last = bisect_left(skyline, (right, -math.inf))
    return max(y for _, y in skyline[first : max(last, first + 1)])
