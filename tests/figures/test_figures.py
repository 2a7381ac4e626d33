"""Each figure: well-formed, complete in its numbers, safe with any name, and a sentence where nothing is drawn."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from biograph.figures import (
    MixingCell,
    PeriodTies,
    Picture,
    RankedNode,
    Removal,
    RoleCount,
    RoleProfile,
    mixing_matrix,
    periods,
    ranks,
    removals,
    role_profiles,
    timeline,
)
from biograph.figures.letters import ems
from biograph.figures.svg import BLUE, ORANGE

SVG = "{http://www.w3.org/2000/svg}"
EVIL = "<script>alert('x')</script> & \"co\" \x0b\u202e"
LONG_KO, LONG_EN = (
    "한국보건산업진흥원 미국지사 보스턴 바이오이노베이션센터",
    "Massachusetts Biotechnology Council Foundation",
)


def drawn_ranks(name: str, language: str) -> Picture:
    return ranks([RankedNode(name, 1, 1, 4, 7, "b1"), RankedNode("B", 40, 12, 90, None, "b2")], language)


def drawn_roles(name: str, language: str) -> Picture:
    return role_profiles(
        [RoleProfile(name, (RoleCount("liaison", 12, 4.25, "b1"), RoleCount(name, 3)))], "ties shuffled", language
    )


def drawn_removals(name: str, language: str) -> Picture:
    return removals([Removal(name, 1234, "b1"), Removal("B", 617)], language)


def drawn_mixing(name: str, language: str) -> Picture:
    cells = [[MixingCell(30, 10, "b1"), MixingCell(4.5, 9)], [MixingCell(4.5, 9), MixingCell(0, 7.5)]]
    return mixing_matrix([name, "B"], cells, language)


def drawn_timeline(name: str, language: str) -> Picture:
    found = [PeriodTies(period, 11, 22, "b1") for period in periods(["2023-12-01", "2024-01-31"])]
    return timeline(found, 3, 5, language)


FIGURES = [drawn_ranks, drawn_roles, drawn_removals, drawn_mixing, drawn_timeline]
Draw = Callable[[str, str], Picture]


def letters(svg: str) -> list[str]:
    """What is written, titles apart."""
    return ["".join([t.text or "", *(c.tail or "" for c in t)]) for t in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("draw", FIGURES)
def test_every_figure_is_well_formed_and_told_in_words(draw: Draw, language: str) -> None:
    found = draw("가람", language)
    root = ElementTree.fromstring(found.svg)
    assert root.get("role") == "img"
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert root[0].text == found.title
    assert root[1].text
    assert found.text
    assert not re.search(r"style=|class=|<style|<script|url\(|https?://(?!www\.w3\.org/2000/svg)", found.svg)
    links = list(root.iter(f"{SVG}a"))
    assert links
    assert all(a.get("href") == "#b1" or a.get("href") == "#b2" for a in links)
    assert all(a[0].tag == f"{SVG}title" and a[0].text and a.get("tabindex") == "-1" for a in links)


@pytest.mark.parametrize("draw", FIGURES)
def test_names_are_text(draw: Draw) -> None:
    svg = draw(EVIL, "en").svg
    ElementTree.fromstring(svg)
    assert "<script" not in svg
    assert "\u202e" not in svg


@pytest.mark.parametrize("name", [LONG_KO, LONG_EN])
@pytest.mark.parametrize("draw", FIGURES[:4])
def test_long_names_are_cut_and_told_in_full(draw: Draw, name: str) -> None:
    svg = draw(name, "ko").svg
    titles = [t.text for t in ElementTree.fromstring(svg).iter(f"{SVG}title")]
    assert any(title and name in title for title in titles)
    assert all(ems(written) <= 29 for written in letters(svg))


@pytest.mark.parametrize(
    ("draw", "numbers"),
    [
        (drawn_ranks, ["● 1 ━ 1–4 ◆ 7", "● 40 ━ 12–90", "1", "2", "5", "10", "20", "50"]),
        (drawn_roles, ["12 (4.25)", "3"]),
        (drawn_removals, ["1234", "617"]),
        (drawn_mixing, ["30", "×3", "4.50", "×0.50", "0", "×0"]),
        (drawn_timeline, ["11", "22", "12", "1", "2023", "2024"]),
    ],
)
def test_every_number_is_written(draw: Draw, numbers: list[str]) -> None:
    written = letters(draw("A", "en").svg)
    assert [number for number in numbers if number not in written] == []


def bars(svg: str) -> list[tuple[float, float]]:
    """Widths in percent and heights in pixels of the filled bars."""
    rects = [r for r in ElementTree.fromstring(svg).iter(f"{SVG}rect") if r.get("fill") != "transparent"]
    return [(float(r.attrib["width"].rstrip("%")), float(r.attrib["height"])) for r in rects]


def test_bars_are_as_long_as_their_numbers() -> None:
    (first, _), (second, _) = bars(drawn_removals("A", "en").svg)
    assert first == pytest.approx(2 * second, abs=0.01)
    (first, _), (second, _) = bars(drawn_roles("A", "en").svg)
    assert first == pytest.approx(4 * second, abs=0.01)
    between, _, within, _ = [height for _, height in bars(drawn_timeline("A", "en").svg)]
    assert within == 2 * between


def test_an_expectation_ends_where_as_long_a_bar_would() -> None:
    svg = role_profiles([RoleProfile("A", (RoleCount("r", 8, 4), RoleCount("s", 4)))]).svg
    *_, tick = [line for line in ElementTree.fromstring(svg).iter(f"{SVG}line") if line.get("stroke-width") == "3"]
    root = ElementTree.fromstring(svg)
    _, shorter = root.iter(f"{SVG}rect")
    end = float(shorter.attrib["x"].rstrip("%")) + float(shorter.attrib["width"].rstrip("%"))
    assert float(tick.attrib["x1"].rstrip("%")) == pytest.approx(end, abs=0.01)


def test_ranks_run_from_left_to_right_on_a_logarithmic_scale() -> None:
    svg = ranks([RankedNode(str(rank), rank) for rank in (1, 10, 100)]).svg
    x = [float(c.attrib["cx"].rstrip("%")) for c in ElementTree.fromstring(svg).iter(f"{SVG}circle")]
    assert x[0] == 3
    assert x[2] == 97
    assert x[1] == pytest.approx(50)


def test_more_and_less_than_expected_differ_in_colour_and_number() -> None:
    svg = drawn_mixing("A", "en").svg
    fills = [r.attrib["fill"] for r in ElementTree.fromstring(svg).iter(f"{SVG}rect")]
    assert fills == [BLUE, ORANGE, ORANGE, ORANGE]


def test_a_cell_is_deep_only_where_chance_is_far() -> None:
    """Of 4 and of 0.04 expected ties none is there: 2 standard deviations below chance, and 0.2."""
    svg = mixing_matrix(
        ["A", "B"], [[MixingCell(0, 4), MixingCell(0, 0.04)], [MixingCell(900, 9), MixingCell(9, 9)]]
    ).svg
    depths = [float(r.attrib["fill-opacity"]) for r in ElementTree.fromstring(svg).iter(f"{SVG}rect")]
    assert depths == [0.33, 0.04, 0.5, 0.04]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_nothing_is_told_in_a_sentence(language: str) -> None:
    for found in (
        ranks([], language),
        role_profiles([], language=language),
        role_profiles([RoleProfile("A", (RoleCount("liaison", 0, 0),))], language=language),
        removals([], language),
        removals([Removal("A", 0)], language),
        mixing_matrix([], [], language),
        timeline([], language=language),
    ):
        assert found.svg == ""
        assert found.text.endswith(".")


def test_one_of_a_kind_is_told_in_a_sentence() -> None:
    assert ranks([RankedNode("A", 1, 1, 3, 5)], "en") == Picture(
        "Ranks and their intervals", "A: rank 1, 95 % interval 1 to 3, 5 at worst without one document."
    )
    assert removals([Removal("A", 7), Removal("B", 0)], "en").text == "A: pairs of different groups cut without it: 7."
    assert "KR, with 5 ties" in mixing_matrix(["KR"], [[MixingCell(5, 5)]], "en").text
    text = timeline([PeriodTies(periods(["2024-02"])[0], 2, 1)], 4, language="en").text
    assert text == (
        "2024-02: 2 between groups, 1 within one. Not drawn: ties that only documents without a date state (4)."
    )


def test_groups_and_cells_must_fit() -> None:
    with pytest.raises(ValueError, match="2 groups"):
        mixing_matrix(["A", "B"], [[MixingCell(1)]])
    with pytest.raises(ValueError, match="7 groups"):
        mixing_matrix("ABCDEFG", [[MixingCell(1)] * 7] * 7)
