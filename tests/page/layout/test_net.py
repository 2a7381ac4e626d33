"""The graph by numbers, and its parts."""

from __future__ import annotations

import numpy as np

from biograph.page.layout.net import Net, extent, groups

NET = Net(
    boxes=np.array([[10.0, 1.0], [20.0, 2.0], [30.0, 3.0], [40.0, 4.0], [50.0, 5.0]]),
    edges=np.array([[0, 1], [1, 2], [3, 4], [1, 4]]),
    ranks=np.array([4, 0, 3, 1, 2]),
)


def test_a_part_is_numbered_anew() -> None:
    part = NET.part(np.array([4, 1, 2]))
    assert part.boxes[:, 0].tolist() == [50, 20, 30]
    assert part.edges.tolist() == [[1, 2], [1, 0]]
    assert part.ranks.tolist() == [1, 0, 2]


def test_degrees_and_areas() -> None:
    assert NET.degrees().tolist() == [1, 3, 1, 1, 2]
    assert NET.area().tolist() == [10, 40, 90, 160, 250]


def test_components_are_largest_first() -> None:
    parts = Net(NET.boxes, NET.edges[1:3], NET.ranks).components()
    assert [part.tolist() for part in parts] == [[1, 2], [3, 4], [0]]


def test_groups_are_largest_first() -> None:
    assert [part.tolist() for part in groups(np.array([7, 3, 3, 9, 3, 9]))] == [[1, 2, 4], [3, 5], [0]]


def test_extent_is_that_of_the_boxes() -> None:
    low, high = extent(np.array([[0.0, 0.0], [100.0, 50.0]]), np.array([[20.0, 10.0], [40.0, 60.0]]))
    assert (low.tolist(), high.tolist()) == ([-10, -5], [120, 80])
