"""What overlaps gives way, within its walls, and what does not stays."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from biograph.page.layout import overlap

ANYWHERE = np.array([[-np.inf, np.inf]])


def test_what_does_not_overlap_stays() -> None:
    xy = np.array([[0.0, 0.0], [60.0, 0.0], [0.0, 35.0]])
    assert np.array_equal(overlap.separated(xy, np.full((3, 2), (50.0, 30.0)), ANYWHERE.repeat(3, 0)), xy)


@pytest.mark.parametrize(("count", "spread"), [(2, 0), (3, 0), (40, 200)])
def test_boxes_part(count: int, spread: float) -> None:
    xy = np.random.default_rng(0).uniform(0, spread, (count, 2))
    sizes = np.random.default_rng(1).uniform(20, 90, (count, 2))
    moved = overlap.separated(xy, sizes, ANYWHERE.repeat(count, 0))
    for a, b in itertools.combinations(range(count), 2):
        assert (np.abs(moved[a] - moved[b]) >= (sizes[a] + sizes[b]) / 2 - 1).any()


def test_they_part_along_the_line_between_them() -> None:
    moved = overlap.separated(np.array([[0.0, 0.0], [20.0, 10.0]]), np.full((2, 2), 40.0), ANYWHERE.repeat(2, 0))
    across, down = moved[1] - moved[0]
    assert across == pytest.approx(40, abs=1)
    assert down == pytest.approx(20, abs=1)


def test_discs_need_less_room_than_their_squares() -> None:
    xy, sizes = np.array([[0.0, 0.0], [30.0, 30.0]]), np.full((2, 2), 40.0)
    walls = ANYWHERE.repeat(2, 0)
    assert np.array_equal(overlap.separated(xy, sizes, walls, overlap.discs), xy)
    assert not np.array_equal(overlap.separated(xy, sizes, walls, overlap.boxes), xy)


def test_walls_hold() -> None:
    xy = np.random.default_rng(0).uniform(0, 30, (20, 2))
    moved = overlap.separated(xy, np.full((20, 2), 30.0), np.full((20, 2), (-50.0, 50.0)))
    assert np.abs(moved[:, 0]).max() <= 50
    assert np.ptp(moved[:, 1]) > 100  # so they gave way up and down


def test_walls_hold_even_where_nothing_overlaps() -> None:
    assert overlap.separated(np.array([[90.0, 0.0]]), np.full((1, 2), 10.0), np.array([[0.0, 50.0]]))[0, 0] == 50
