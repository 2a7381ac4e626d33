"""Pages of many layouts, each line marked: `+` belongs to the article, `-` to what surrounds it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biograph import sources
from biograph.errors import SourceError

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def _case(path: Path) -> tuple[dict[str, str | None], str, list[str], list[str]]:
    expected: dict[str, str | None] = {}
    lines: list[str] = []
    inside: list[str] = []
    outside: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            key, _, value = line[2:].partition(": ")
            expected[key] = None if value == "None" else value
            continue
        mark, content = line[:1], line[2:]
        lines.append(content)
        if content:
            (inside if mark == "+" else outside).append(content)
    return expected, "\n".join(lines), inside, outside


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_the_article_is_told_from_its_page(path: Path) -> None:
    _, text, inside, outside = _case(path)
    document = sources.from_text(text, id=path.stem)
    covered = [False] * len(text)
    for span in document.body:
        covered[span.start : span.end] = [True] * len(span)
    kept, left = [], []
    position = 0
    for line in text.split("\n"):
        if line:
            (kept if any(covered[position : position + len(line)]) else left).append(line)
        position += len(line) + 1
    assert kept == inside
    assert left == outside


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_the_page_tells_its_metadata(path: Path) -> None:
    expected, text, _, _ = _case(path)
    document = sources.from_text(text, id=path.stem)
    assert {key: getattr(document, key) for key in expected} == expected
    assert document.language == path.stem[:2]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet='가다나 기자.\n "ⓒ|20:-By John관련기사▲@', max_size=300))
def test_body_spans_are_ordered_and_filled(text: str) -> None:
    try:
        document = sources.from_text(text, id="x")
    except SourceError:
        assert not text.strip()
        return
    end = 0
    for span in document.body:
        assert span.start >= end
        assert span.of(document.text).strip()
        end = span.end
