"""The development gold: every mention and quote lies inside the article, and the page's metadata are found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from biograph import sources
from biograph.model import Document, Span

GOLD = Path(__file__).parents[3] / "shared" / "gold"
STEMS = sorted(path.stem for path in GOLD.glob("*.json"))

pytestmark = pytest.mark.skipif(not STEMS, reason="the development gold is not beside this checkout")


def _read(stem: str) -> tuple[dict[str, Any], Document]:
    text = (GOLD / f"{stem}.txt").read_text(encoding="utf-8")
    return json.loads((GOLD / f"{stem}.json").read_text(encoding="utf-8")), sources.from_text(text, id=stem)


def _inside(document: Document, start: int, end: int) -> bool:
    return any(span.contains(Span(start, end)) for span in document.body)


@pytest.mark.parametrize("stem", STEMS)
def test_mentions_and_quotes_lie_in_the_article(stem: str) -> None:
    gold, document = _read(stem)
    text = (GOLD / f"{stem}.txt").read_text(encoding="utf-8")
    assert document.text == text
    mentions = [(a, b) for entity in gold["entities"] for a, b in entity["mentions"]]
    assert [text[a:b] for a, b in mentions if not _inside(document, a, b)] == []
    # A quote may run from the headline over a share bar into the text, so its ends are what must be inside.
    ends = [end for a, b in (r["evidence"] for r in gold["relations"]) for end in (a, b - 1)]
    assert [end for end in ends if not _inside(document, end, end + 1)] == []


@pytest.mark.parametrize("stem", STEMS)
def test_furniture_lies_outside_the_article(stem: str) -> None:
    _, document = _read(stem)
    body = "\n".join(span.of(document.text) for span in document.body)
    for mark in ("무단전재", "댓글", "공유합니다", "기자\n", "관련기사", "많이 본", "All rights", "You may also", "@"):
        assert mark not in body


@pytest.mark.parametrize("stem", STEMS)
def test_metadata(stem: str) -> None:
    gold, document = _read(stem)
    for key in ("title", "author", "publisher", "language"):
        assert getattr(document, key) == gold[key], key
    # A page that does not state its date has none, whatever the annotator knew.
    assert document.published in (gold["published"], None)
    if gold["author"]:
        assert document.published == gold["published"]
