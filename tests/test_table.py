from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biograph.table import clean, render, shorten, width, wrap

KABIC = ["재미한인바이오산업협회", "한국과 미국을 잇는 다리 노릇을 하고 있다.", "3"]


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("KABIC", 5),
        ("한국", 4),
        ("㈜셀트리온", 10),
        ("\u1112\u1161\u11ab", 2),  # 한, decomposed
        ("e\u0301", 1),
        ("\uff21\uff22\uff23", 6),
        ("a\u200bb", 2),
    ],
)
def test_a_hangul_syllable_takes_two_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "short"),
    [("협회", 4, "협회"), ("산업협회", 6, "산업…"), ("산업협회", 5, "산업…"), ("ab cd", 4, "ab…"), ("협회", 0, "")],
)
def test_shorten_says_that_something_is_missing(text: str, columns: int, short: str) -> None:
    assert shorten(text, columns) == short


@given(st.text(), st.integers(2, 40))
def test_wrapped_lines_fit_and_lose_nothing_but_blanks(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(), st.integers(1, 40))
def test_shortened_texts_fit(text: str, columns: int) -> None:
    assert width(shorten(text, columns)) <= columns


def test_columns_align_under_wide_characters() -> None:
    assert render(["who", "n"], [["협회", "3"], ["KABIC", "12"]]) == ("who     n\n-----  --\n협회    3\nKABIC  12\n")


def test_a_long_cell_wraps_within_the_width() -> None:
    out = render(["who", "quote", "n"], [KABIC], columns=40)
    assert max(map(width, out.splitlines())) <= 40
    assert "다리 노릇을" in out  # broken at blanks, not inside words
    assert out.splitlines()[0].split() == ["who", "quote", "n"]


def test_words_stay_whole_or_the_rows_become_records() -> None:
    row = ["bg:asserted", "한빛바이오는 하버시약과 손을 잡았다.", "id:document/ko"]
    assert render(["status", "quote", "document"], [row], columns=50).startswith("status ")
    assert "bg:asserted" in render(["status", "quote", "document"], [row], columns=50)
    assert render(["status", "quote", "document"], [row], columns=36).startswith("status    bg:asserted\n")


def test_too_many_columns_for_the_width_become_records() -> None:
    header = [f"column{i}" for i in range(8)]
    out = render(header, [[str(i) for i in range(8)], ["", *"bcdefgh"]], columns=60)
    assert out.splitlines()[0] == "column0  0"
    assert out.splitlines()[9] == "column1  b"  # the empty cell is left out
    assert max(map(width, out.splitlines())) <= 60


def test_a_very_long_value_is_cut_with_an_ellipsis() -> None:
    out = render(["text"], [["가나다 " * 500]], columns=60, lines=4)
    assert len(out.splitlines()) == 4
    assert out.rstrip().endswith("…")
    assert max(map(width, out.splitlines())) <= 60


def test_no_width_means_one_line_a_row() -> None:
    assert len(render(["who", "quote", "n"], [KABIC]).splitlines()) == 3


def test_no_rows_leave_the_header() -> None:
    assert render(["who", "n"], [], columns=60) == "who  n\n---  -\n"


def test_a_text_cannot_drive_the_terminal() -> None:
    assert clean("a\x1b[31mb\u202ec\nd\te") == "a[31mbc d e"
