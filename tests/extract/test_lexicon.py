"""The lexicon: how its tables are read and how its names are found in a text."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import pytest

from biograph.errors import OntologyError
from biograph.extract import lexicon
from biograph.model import Span
from biograph.vocabulary import load

DIRECTORY = load().directory
TYPES = set(load().types)


@pytest.fixture(scope="module")
def known() -> lexicon.Lexicon:
    return lexicon.load(DIRECTORY)


def table(folder: Path, text: str) -> lexicon.Lexicon:
    (folder / "names").mkdir()
    (folder / "names" / "test.tsv").write_text(text, "utf-8")
    return lexicon.load(folder)


def test_the_longest_name_wins_and_blanks_are_optional(tmp_path: Path) -> None:
    small = table(tmp_path, "type\tko\ten\nCompany\t가나바이오웍스\tGana Bioworks\nCompany\t가나바이오\tGana\n")
    hits = [(h.span, h.entries[0].ko) for h in small.find("가나 바이오웍스, Gana Bioworks")]
    assert hits == [(Span(0, 8), "가나바이오웍스"), (Span(10, 23), "가나바이오웍스")]


def test_no_name_inside_a_word_and_none_of_one_syllable(tmp_path: Path) -> None:
    small = table(tmp_path, "type\tko\taliases\nCompany\t가나다라\tABC|가\n")
    assert not list(small.find("XABC ABCX 가 마가나다라"))


def test_containment_and_country(known: lexicon.Lexicon) -> None:
    boston, state, country = (known.named(n)[0] for n in ("보스톤", "매사추세츠주", "미국"))
    assert known.contains(country, boston)
    assert known.contains(state, boston)
    assert not known.contains(boston, state)
    assert known.country(boston) == "US"


@pytest.mark.parametrize(
    ("row", "message"),
    [("type\tname\n", "columns"), ("type\tko\nCompany\n", "without type or name"), ("ko\n가나\n", "columns")],
)
def test_a_wrong_table_is_told_in_one_line(tmp_path: Path, row: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        table(tmp_path, row)


def test_every_row_has_a_leaf_type_and_a_known_place_around_it(known: lexicon.Lexicon) -> None:
    assert {entry.type for entry in known.entries} <= TYPES
    for entry in known.entries:
        if entry.inside:
            assert any(outer.ko == entry.inside for outer in known.named(entry.inside)), entry
        if entry.type in ("City",):
            assert known.country(entry), entry


def test_no_row_twice(known: lexicon.Lexicon) -> None:
    rows = [(entry.type, entry.ko) for entry in known.entries]
    assert len(rows) == len(set(rows))


def test_loading_is_quick() -> None:
    """In CPU time of this thread: other tests leave threads that work, and much for the collector to look through."""
    lexicon.load.cache_clear()
    gc.disable()
    try:
        start = time.thread_time()
        lexicon.load(DIRECTORY)
        assert time.thread_time() - start < 0.3
    finally:
        gc.enable()
