"""Dates and sums of money: tables of texts and what must be read in them, and the share found in the gold."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from biograph.extract.qualifiers import amounts, dates
from biograph.model import Span

HERE = Path(__file__).parent
GOLD = Path(__file__).parents[3] / "shared" / "gold"


def _cases(table: str) -> list[Any]:
    groups = tomllib.loads((HERE / table).read_text(encoding="utf-8"))
    return [
        pytest.param(case, id=f"{name}: {case['text']}") for name, group in groups.items() for case in group["cases"]
    ]


@pytest.mark.parametrize("case", _cases("qualifiers_dates.toml"))
def test_dates(case: dict[str, Any]) -> None:
    text = case["text"]
    found = dates(text, Span(0, len(text)), case.get("published"))
    assert [f"{span.of(text)} = {iso}" for span, iso in found] == case["expect"]


@pytest.mark.parametrize("case", _cases("qualifiers_amounts.toml"))
def test_amounts(case: dict[str, Any]) -> None:
    text = case["text"]
    found = amounts(text, Span(0, len(text)))
    assert [f"{span.of(text)} = {value}" for span, value in found] == case["expect"]


def test_only_the_span_is_read_but_with_the_text_before_it_as_context() -> None:
    text = "2019년 4월 세웠다. 같은 해 1억원을 받았다. 2021년 3억원을 받았다."
    span = Span(text.index("같은"), text.index("2021"))
    assert [iso for _, iso in dates(text, span, None)] == ["2019"]
    assert [value for _, value in amounts(text, span)] == ["100000000 KRW"]


@pytest.mark.parametrize("text", ["1" * 20_000, "1억 " * 3_000, "2024년 " * 3_000, "1," * 9_000])
def test_long_runs_are_read_in_linear_time(text: str) -> None:
    dates(text, Span(0, len(text)), "2024-01-01")
    amounts(text, Span(0, len(text)))


def _gold(key: str) -> Iterator[tuple[str, str | None, Span, str]]:
    for path in sorted(GOLD.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        for relation in gold["relations"]:
            if value := relation.get("qualifiers", {}).get(key):
                yield text, gold["published"], Span(*relation["evidence"]), value


@pytest.mark.skipif(not GOLD.is_dir(), reason="the development gold is not beside this checkout")
@pytest.mark.parametrize(("key", "least"), [("date", 0.85), ("amount", 0.9)])
def test_share_of_the_gold_qualifiers_that_stand_in_their_quotes(key: str, least: float) -> None:
    """The rest are told by another sentence, by knowledge of the event, or in the currency of the conversion."""
    hits = [
        value in {found for _, found in (dates(text, span, published) if key == "date" else amounts(text, span))}
        for text, published, span, value in _gold(key)
    ]
    assert sum(hits) / len(hits) >= least
