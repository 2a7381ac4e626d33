"""Groups side by side: widths by need, ties across short and level, small components below."""

from __future__ import annotations

import numpy as np
import pytest

from biograph.page.layout import bands
from biograph.page.layout.arrangement import Band
from biograph.page.layout.communities import louvain
from biograph.page.layout.net import Array, Net

from .graphs import SMALL, Ties, clique, nodes


def grouped(ties: Ties, columns: str) -> tuple[dict[str, Array], Array]:
    """Places and spans; the first letter of a node's name is its column."""
    names = nodes(ties)
    at = {name: n for n, name in enumerate(names)}
    edges = np.array([(at[a], at[b]) for a, b in ties])
    net = Net(np.full((len(names), 2), SMALL), edges, np.arange(len(names)))
    own = np.array([columns.index(name[0]) for name in names])
    xy, spans = bands.grouped(net, louvain(len(names), edges), own, len(columns))
    return dict(zip(names, xy, strict=True)), spans


def test_widths_are_by_need_and_no_less_than_the_widest_box() -> None:
    boxes = np.array([[10.0, 10.0]] * 30 + [[10.0, 10.0]] * 10 + [[90.0, 1.0]])
    columns = np.repeat([0, 1, 2], [30, 10, 1])
    need, least = bands.widths(boxes, columns, 3, 2.0)
    assert need[0] == pytest.approx(3 * need[1])
    assert least[2] > 90
    height = 2.0 * 3000 / need[0]
    assert need.sum() / height == pytest.approx(1.4)


def test_bands_lie_around_the_origin_with_gutters() -> None:
    spans = bands.side_by_side(np.array([100.0, 300.0]))
    assert spans == pytest.approx(np.array([[-225.0, -125.0], [-75.0, 225.0]]))


def test_rectangles_hold_what_is_between_two_heights() -> None:
    spans = np.array([[-20.4, -5.0], [5.0, 20.4]])
    assert bands.rectangles(["KR", "US"], spans, -70.5, 70.5) == (
        Band("KR", -21, -5, -95, 95),
        Band("US", 5, 21, -95, 95),
    )


def test_ties_across_are_level_and_lead_to_the_gutter() -> None:
    """Two pairs of cliques, each pair tied by three of its members, and no more between the pairs than one tie."""
    ties = [*clique("ax", 12), *clique("ay", 12), *clique("bx", 12), *clique("by", 12), ("ax11", "ay11")]
    ties += [(f"a{pair}0{n}", f"b{pair}0{n}") for pair in "xy" for n in range(3)]
    places, _ = grouped(ties, "ab")
    apart = np.array([places[f"a{pair}0{n}"] - places[f"b{pair}0{n}"] for pair in "xy" for n in range(3)])
    assert np.abs(apart[:, 1]).max() < 0.25 * np.ptp([xy[1] for xy in places.values()])
    for pair in "xy":
        tied = np.mean([places[f"a{pair}0{n}"][0] for n in range(3)])
        assert tied > np.mean([places[f"a{pair}{n:02d}"][0] for n in range(3, 12)])


def test_pairs_across_do_not_lie_on_one_line() -> None:
    places, _ = grouped([(f"a{n:02d}", f"b{n:02d}") for n in range(20)], "ab")
    heights = sorted(xy[1] for name, xy in places.items() if name[0] == "a")
    assert min(np.diff(heights)) > 10
    for n in range(20):
        assert places[f"a{n:02d}"][1] == pytest.approx(places[f"b{n:02d}"][1], abs=1)


def test_bands_grow_wider_before_they_grow_tall() -> None:
    """A path has little area and much length."""
    places, spans = grouped([(f"{'ab'[n % 2]}{n:02d}", f"{'ab'[(n + 1) % 2]}{n + 1:02d}") for n in range(60)], "ab")
    heights = [xy[1] for xy in places.values()]
    first, _ = bands.widths(np.full((61, 2), SMALL), np.arange(61) % 2, 2, 3.0)
    assert np.ptp(spans[0]) > 1.2 * first[0]
    assert np.ptp(heights) < 2 * (spans[1, 1] - spans[0, 0])


def test_a_few_do_not_spread_over_a_wide_band() -> None:
    xy = np.array([[0.0, 0.0], [1.0, 400.0], [2.0, 0.0]])
    fitted = bands.fitted(xy, np.full((3, 2), SMALL), np.zeros(3, dtype=np.intp), np.array([[0.0, 2_000.0]]))
    assert np.ptp(fitted[:, 0]) < 100
    assert fitted[:, 0].min() + fitted[:, 0].max() == pytest.approx(2_000)
    assert np.ptp(fitted[:, 1]) == pytest.approx(200)  # half of its height is left
