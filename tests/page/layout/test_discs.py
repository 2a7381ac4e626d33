"""Discs around what is in them, side by side, tied ones together."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from biograph.page.layout import discs
from biograph.page.layout.drawing import ANYWHERE
from biograph.page.layout.flat import on_screen

ONE = np.zeros(20, dtype=np.intp)


@pytest.mark.parametrize(
    ("points", "radii", "radius"),
    [
        ([(0, 0)], [7], 7),
        ([(0, 0), (10, 0)], [0, 0], 5),
        ([(0, 0), (10, 0)], [5, 1], 8),
        ([(0, 0), (1, 0)], [9, 1], 9),
        ([(0, 0), (10, 0), (10, 10), (0, 10)], [0, 0, 0, 0], 50**0.5),
    ],
    ids=["one", "two points", "two discs", "one in another", "a square"],
)
def test_circle(points: list[tuple[float, float]], radii: list[float], radius: float) -> None:
    xy, sizes = np.array(points, dtype=float), np.array(radii, dtype=float)
    centre, found = discs.circle(xy, sizes)
    assert found == pytest.approx(radius, rel=0.05)
    assert (np.hypot(*(xy - centre).T) + sizes <= found + 1e-9).all()


@pytest.mark.parametrize("aspect", [1.0, 1.4])
def test_discs_are_packed_into_the_aspect_without_overlap(aspect: float) -> None:
    radii = np.random.default_rng(0).uniform(40, 120, 20)
    tied = np.zeros((20, 20))
    xy = discs.arranged(radii, tied, ONE, ANYWHERE, on_screen, aspect)
    for a, b in itertools.combinations(range(20), 2):
        assert np.hypot(*(xy[a] - xy[b])) >= radii[a] + radii[b]
    width, height = np.ptp(np.concatenate([xy - radii[:, None], xy + radii[:, None]]), axis=0)
    assert width / height == pytest.approx(aspect, rel=0.25)
    assert (np.pi * radii**2).sum() / (width * height) > 0.4  # as drawn, half of it with the gaps


def test_discs_with_more_ties_than_chance_are_near() -> None:
    """Two circles of ten; everyone has some tie with everyone."""
    near = np.zeros((20, 20))
    for n in range(10):
        near[n, (n + 1) % 10] = near[n + 10, (n + 1) % 10 + 10] = 20.0
    xy = discs.arranged(np.full(20, 50.0), near + near.T + 1 - np.eye(20), ONE, ANYWHERE, on_screen, 1.4)
    apart = np.hypot(*(xy[:10].mean(axis=0) - xy[10:].mean(axis=0)))
    assert apart > 200


def test_three_discs_do_not_stay_in_a_line() -> None:
    path = np.array([[0.0, 9, 0], [9, 0, 9], [0, 9, 0]])
    xy = discs.arranged(np.full(3, 50.0), path, ONE[:3], ANYWHERE, lambda xy, *_: xy, 1.0)
    _, radius = discs.circle(xy, np.full(3, 50.0))
    assert radius < 2.75 * 50  # 3 times in a line, 2.15 times in a triangle, without the gaps
