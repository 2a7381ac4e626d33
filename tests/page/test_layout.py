"""Coordinates: the same every time, nothing on top of anything else."""

from __future__ import annotations

import itertools

import pytest

from biograph.page import layout

BOX = (80.0, 50.0)


def boxes(*names: str) -> dict[str, tuple[float, float]]:
    return dict.fromkeys(names, BOX)


STAR = [("hub", f"leaf{n}") for n in range(12)]
CASES = {
    "nothing": ([], []),
    "one node": (["a"], []),
    "one edge": (["a", "b"], [("a", "b")]),
    "a loop": (["a"], [("a", "a")]),
    "apart": (["a", "b", "c"], []),
    "a star": (["hub", *(leaf for _, leaf in STAR)], STAR),
    "two components": (["a", "b", "c", "d", "e"], [("a", "b"), ("b", "c"), ("d", "e")]),
    "a clique": ([*"abcdef"], list(itertools.combinations("abcdef", 2))),
}


@pytest.mark.parametrize("case", CASES)
def test_boxes_do_not_overlap(case):
    names, edges = CASES[case]
    places = layout.positions(boxes(*names), edges)
    assert places.keys() == set(names)
    for (ax, ay), (bx, by) in itertools.combinations(places.values(), 2):
        assert abs(ax - bx) >= BOX[0] - 3 or abs(ay - by) >= BOX[1] - 3


def test_order_of_the_input_does_not_matter():
    names, edges = CASES["a star"]
    assert layout.positions(boxes(*names), edges) == layout.positions(boxes(*reversed(names)), edges[::-1])


def test_neighbours_stand_closer_than_strangers():
    chain = [f"n{i}" for i in range(8)]
    places = layout.positions(boxes(*chain), itertools.pairwise(chain))
    assert abs(places["n0"][0] - places["n7"][0]) > 3 * abs(places["n0"][0] - places["n1"][0])


def test_a_large_component_is_drawn_too():
    names = [f"{n:04d}" for n in range(layout.REFINED + 50)]
    places = layout.positions(boxes(*names), [(names[n // 3], names[n]) for n in range(1, len(names))])
    assert len(set(places.values())) > 0.9 * len(names)
