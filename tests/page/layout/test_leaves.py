"""Leaves wait for their host, and stand around it."""

from __future__ import annotations

import numpy as np
import pytest

from biograph.page.layout import leaves
from biograph.page.layout.net import Net


def net(edges: list[tuple[int, int]], count: int) -> Net:
    return Net(np.full((count, 2), 40.0), np.array(edges), np.arange(count))


# A triangle 0, 1, 2; 3 to 7 hang on 0, 8 hangs on 1.
TRIANGLE = net([(0, 1), (1, 2), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6), (0, 7), (1, 8)], 9)
ONE = np.zeros(9, dtype=np.intp)


@pytest.mark.parametrize(
    ("graph", "columns", "hosts"),
    [
        (TRIANGLE, ONE, [-1, -1, -1, 0, 0, 0, 0, 0, 1]),
        (TRIANGLE, np.array([0, 0, 0, 1, 0, 0, 0, 0, 1]), [-1, -1, -1, -1, 0, 0, 0, 0, -1]),
        (net([(0, 1)], 2), ONE[:2], [-1, -1]),
        (net([(0, 1), (1, 2)], 3), ONE[:3], [1, -1, 1]),
    ],
    ids=["each on its own", "not from another column", "a pair has none", "a path has two"],
)
def test_who_is_a_leaf(graph: Net, columns: np.ndarray, hosts: list[int]) -> None:
    assert leaves.strip(graph, columns).hosts.tolist() == hosts


def test_hosts_get_room_for_their_leaves() -> None:
    stripped = leaves.strip(TRIANGLE, ONE)
    areas = stripped.core.boxes.prod(axis=1)
    assert areas[0] > 6 * 40 * 40
    assert areas[0] > areas[1] > areas[2] == 40 * 40
    assert stripped.core.edges.tolist() == [[0, 1], [1, 2], [0, 2]]


def test_leaves_stand_around_their_host_away_from_its_other_neighbours() -> None:
    core = np.array([[0.0, 0.0], [300.0, 100.0], [300.0, -100.0]])
    xy = leaves.restored(leaves.strip(TRIANGLE, ONE), core, TRIANGLE.boxes)
    assert np.array_equal(xy[:3], core)
    apart = np.hypot(*(xy[3:8] - core[0]).T)
    assert apart == pytest.approx(40)
    assert (xy[3:8, 0] < 20).all()
    assert xy[8, 1] > core[1, 1]


def test_a_star_is_round_and_its_small_leaves_are_inside() -> None:
    star = net([(0, n) for n in range(1, 61)], 61)
    boxes = star.boxes.copy()
    boxes[5] = (160.0, 60.0)
    xy = leaves.restored(leaves.strip(star, np.zeros(61, dtype=np.intp)), np.zeros((1, 2)), boxes)
    radius = np.hypot(*xy.T)
    assert np.argmax(radius) == 5
    assert np.delete(radius, 5).max() < 40 * 6
    assert np.abs(xy.mean(axis=0)).max() < 25
