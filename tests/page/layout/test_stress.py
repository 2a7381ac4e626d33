"""Distances on the page follow those that are wanted, and nothing depends on how a machine rounds."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.spatial.distance import cdist

from biograph.page.layout import stress

NONE = np.zeros((0, 2), dtype=np.intp)


def one_column(distances: np.ndarray) -> np.ndarray:
    count = len(distances)
    return stress.placed(distances, np.arange(count), NONE, np.zeros(count, dtype=np.intp))


def test_points_of_a_plane_are_found_again() -> None:
    points = np.random.default_rng(0).uniform(0, 500, (30, 2))
    distances = cdist(points, points)
    assert cdist(*[one_column(distances)] * 2) == pytest.approx(distances, abs=6.0)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_points(count: int) -> None:
    distances = 100.0 * (1 - np.eye(count))
    assert cdist(*[one_column(distances)] * 2) == pytest.approx(distances, abs=3.0)


def test_the_long_axis_is_upright() -> None:
    line = np.arange(12.0)[:, None] * 50
    xy = one_column(cdist(line, line))
    assert np.ptp(xy[:, 1]) > 20 * np.ptp(xy[:, 0])


def test_the_most_important_of_equals_is_in_the_middle() -> None:
    xy = one_column(100.0 * (1 - np.eye(25)))
    assert np.argmin(np.hypot(*(xy - xy.mean(axis=0)).T)) == 0


@pytest.mark.parametrize("shape", ["ring", "line", "equals", "twins"])
def test_rounding_of_another_machine_changes_nothing(shape: str) -> None:
    angles = np.arange(16) * np.pi / 8
    points = {
        "ring": np.stack([np.cos(angles), np.sin(angles)], axis=1) * 300,
        "line": np.stack([np.arange(16) * 50.0, np.zeros(16)], axis=1),
        "equals": np.eye(16) * 100,
        "twins": np.repeat(np.random.default_rng(1).uniform(0, 500, (8, 2)), 2, axis=0),
    }[shape]
    distances = cdist(points, points) + 30.0 * (1 - np.eye(16))
    noise = np.random.default_rng(2).uniform(-1e-12, 1e-12, (16, 16)) * (1 - np.eye(16))
    assert np.array_equal(one_column(distances), one_column(distances + noise + noise.T))


def test_ties_across_draw_to_their_height_and_side() -> None:
    """Two columns of twelve in a line each; the ends of the first are tied to the ends of the second."""
    line = np.arange(12.0)[:, None] * 50
    paths = cdist(np.concatenate([line, line]), np.concatenate([line, line])) + 60.0 * (1 - np.eye(24))
    columns = np.repeat([0, 1], 12)
    edges = np.array([[n, n + 12] for n in range(6)])
    xy = stress.placed(paths, np.arange(24), edges, columns)
    assert np.abs(xy[:6, 1] - xy[12:18, 1]).max() < 60
    assert xy[:6, 0].mean() > xy[6:12, 0].mean() + 5  # towards the second column, at the right
    assert xy[12:18, 0].mean() < xy[18:, 0].mean() - 5
