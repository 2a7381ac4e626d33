"""Both places of every node: nothing on anything else, groups apart, the same whatever the order of the input."""

from __future__ import annotations

import hashlib
import itertools
import os
import subprocess
import sys
from collections import Counter

import pytest

from biograph.page import layout
from biograph.page.layout import Arrangement

from .graphs import BOX, Ties, clique, nodes, planted, star

ORDER = ("KR", "elsewhere", "US", "")
CASES: dict[str, tuple[list[str], Ties]] = {
    "nothing": ([], []),
    "one node": (["a"], []),
    "one edge": (["a", "b"], [("a", "b")]),
    "an edge given twice": (["a", "b"], [("a", "b"), ("b", "a")]),
    "a loop": (["a"], [("a", "a")]),
    "apart": (["a", "b", "c"], []),
    "a star": (nodes(star("hub", 12)), star("hub", 12)),
    "a large star": (nodes(star("hub", 150)), star("hub", 150)),
    "two components": (["a", "b", "c", "d", "e"], [("a", "b"), ("b", "c"), ("d", "e")]),
    "a clique": (nodes(clique("n", 12)), clique("n", 12)),
    "communities": (nodes(planted(3, 20)), planted(3, 20)),
}


def arranged(names: list[str], ties: Ties, columns: dict[str, str] | None = None) -> Arrangement:
    """Without columns, every node's is one of the four, in turn."""
    columns = columns or {name: ORDER[n % 4] for n, name in enumerate(sorted(names))}
    degrees = Counter(node for tie in ties for node in tie)
    boxes = dict.fromkeys(names, BOX)
    return layout.arrange(boxes, ties, columns, ORDER, {name: float(degrees[name]) for name in names})


@pytest.mark.parametrize("case", CASES)
def test_boxes_do_not_overlap(case: str) -> None:
    names, ties = CASES[case]
    found = arranged(names, ties)
    for places in (found.free, found.grouped):
        assert list(places) == sorted(names)
        for (ax, ay), (bx, by) in itertools.combinations(places.values(), 2):
            assert abs(ax - bx) >= BOX[0] - 2 or abs(ay - by) >= BOX[1] - 2
    assert found.clusters == ()


@pytest.mark.parametrize("case", CASES)
def test_every_node_stands_in_the_band_of_its_group(case: str) -> None:
    names, ties = CASES[case]
    found = arranged(names, ties)
    bands = {band.column: band for band in found.bands}
    for n, name in enumerate(sorted(names)):
        band, (x, y) = bands[ORDER[n % 4]], found.grouped[name]
        assert band.left <= x - BOX[0] / 2 + 1
        assert x + BOX[0] / 2 - 1 <= band.right
        assert band.top <= y - BOX[1] / 2
        assert y + BOX[1] / 2 <= band.bottom


def test_bands_stand_in_order_with_gutters_between_and_none_is_empty() -> None:
    names, ties = CASES["communities"]
    bands = arranged(names, ties, {name: "US" if name.startswith("00") else "KR" for name in names}).bands
    assert [band.column for band in bands] == ["KR", "US"]
    assert bands[1].left - bands[0].right > BOX[0] / 2
    assert (bands[0].top, bands[0].bottom) == (bands[1].top, bands[1].bottom)
    assert bands[0].right - bands[0].left > 1.5 * (bands[1].right - bands[1].left)  # 40 nodes beside 20


def test_everything_lies_around_the_origin() -> None:
    found = arranged(*CASES["communities"])
    xs, ys = zip(*found.free.values(), strict=True)
    assert abs(min(xs) + max(xs)) <= 1
    assert abs(min(ys) + max(ys)) <= 1
    assert abs(found.bands[0].left + found.bands[-1].right) <= 1
    assert abs(found.bands[0].top + found.bands[0].bottom) <= 1


def test_a_graph_has_about_the_aspect_of_a_screen() -> None:
    ties = planted(6, 40)
    found = arranged(nodes(ties), ties)
    for places in (found.free, found.grouped):
        xs, ys = zip(*places.values(), strict=True)
        assert 1.0 < (max(xs) - min(xs)) / (max(ys) - min(ys)) < 2.0


def test_neighbours_stand_closer_than_strangers() -> None:
    chain = [f"n{i}" for i in range(8)]
    places = arranged(chain, list(itertools.pairwise(chain))).free
    assert abs(places["n0"][0] - places["n7"][0]) > 3 * abs(places["n0"][0] - places["n1"][0])


@pytest.mark.parametrize(("communities", "size"), [(3, 20), (12, 90)])
def test_order_of_the_input_does_not_matter(communities: int, size: int) -> None:
    ties = planted(communities, size)
    names = nodes(ties)
    columns = {name: ORDER[int(name[:2]) % 4] for name in names}
    turned = {name: columns[name] for name in reversed(names)}
    assert arranged(names, ties, columns) == arranged(names[::-1], [(b, a) for a, b in ties[::-1]], turned)


def test_another_process_finds_the_same() -> None:
    """Hashes of strings differ from process to process; nothing may depend on the order of a set of them."""
    code = f"from {__name__} import digest; print(digest())"
    environment = {**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == digest()


def digest() -> str:
    ties = planted(6, 30)
    return hashlib.sha256(repr(arranged(nodes(ties), ties)).encode()).hexdigest()


@pytest.mark.parametrize(
    ("ties", "columns", "order"),
    [
        ([("a", "z")], {"a": "KR", "b": "KR"}, ["KR"]),
        ([("a", "b")], {"a": "KR"}, ["KR"]),
        ([("a", "b")], {"a": "KR", "b": "JP"}, ["KR"]),
    ],
    ids=["an end without a box", "a node without a column", "a column without a place"],
)
def test_what_is_missing_is_an_error(ties: Ties, columns: dict[str, str], order: list[str]) -> None:
    with pytest.raises(KeyError):
        layout.arrange({"a": BOX, "b": BOX}, ties, columns, order, {"a": 1.0, "b": 1.0})
