"""Pages of many layouts, each line marked: `+` belongs to the article, `-` to what surrounds it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biograph import sources, vocabulary
from biograph.errors import OntologyError, SourceError
from biograph.model import Document
from biograph.sources import furniture

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


def test_furniture_is_that_of_the_ontology(tmp_path: Path) -> None:
    default = vocabulary.load()
    own = replace(default, directory=tmp_path)
    shutil.copytree(default.directory / "furniture", tmp_path / "furniture")
    with (tmp_path / "furniture" / "xx.toml").open("w", encoding="utf-8") as table:
        table.write('phrases = ["나래소식 알림"]\n')
    article = "나래바이오가 부산에 연구소를 열었다고 3일 밝혔다. 연구소는 오는 5월부터 운영된다."
    page = f"{article}\n\n나래소식 알림 서비스를 이용해 보세요.\n"
    (tmp_path / "a.txt").write_text(page, "utf-8")

    def body(document: object) -> list[str]:
        assert isinstance(document, Document)
        return [span.of(document.text) for span in document.body]

    assert body(sources.from_text(page, id="a")) != [article]
    assert body(sources.from_text(page, id="a", ontology=own)) == [article]
    html = f"<p>{page}</p>".replace("\n\n", "</p><p>").encode()
    assert body(sources.from_html(html, id="a", ontology=own)) == [article]
    (read,) = sources.read([str(tmp_path / "a.txt")], ontology=own)
    assert body(read) == [article]
    (tmp_path / "furniture" / "xx.toml").write_text("phrases = [", "utf-8")
    furniture.load.cache_clear()
    with pytest.raises(OntologyError, match=r"xx\.toml: not TOML"):
        list(sources.read([str(tmp_path / "a.txt")], ontology=own))
