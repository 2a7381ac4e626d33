"""Rectangles land as high as they can, then as far left."""

from __future__ import annotations

import pytest

from biograph.page.layout import packing

# Down to 50 from 0 on, to 20 from 100 on, to 0 from 140 on.
STEPS = [(0.0, 50.0), (100.0, 20.0), (140.0, 0.0)]


@pytest.mark.parametrize(
    ("width", "left", "right", "landed"),
    [
        (40, 0, 300, (140, 0)),
        (40, 0, 179, (100, 20)),
        (40, 0, 139, (0, 50)),
        (200, 0, 200, (0, 50)),
        (60, 120, 180, (120, 20)),
        (500, 10, 200, (10, 50)),
    ],
    ids=["where it is highest", "between limits", "leftmost of equals", "across all", "at the limit", "too wide"],
)
def test_landed(width: float, left: float, right: float, landed: tuple[float, float]) -> None:
    assert packing.landed(STEPS, width, left, right) == landed


@pytest.mark.parametrize(
    ("left", "right", "after"),
    [
        (0, 40, [(0, 90), (40, 50), (100, 20), (140, 0)]),
        (100, 140, [(0, 50), (100, 90), (140, 0)]),
        (50, 300, [(0, 50), (50, 90), (300, 0)]),
        (120, 130, [(0, 50), (100, 20), (120, 90), (130, 20), (140, 0)]),
    ],
    ids=["at the left", "a whole step", "over steps", "within a step"],
)
def test_taken(left: float, right: float, after: packing.Skyline) -> None:
    assert packing.taken(STEPS, left, right, 90) == after
