"""HTML pages: text, article and metadata, in the encodings that Korean news sites use."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from biograph import sources
from biograph.errors import SourceError

PAGES = Path(__file__).parent / "pages"
CASES = tomllib.loads((PAGES / "html.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "case"), CASES.items(), ids=list(CASES))
def test_article_and_metadata(name: str, case: dict[str, Any]) -> None:
    page = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    document = sources.from_html(page.encode(case["encoding"]), id=name)
    assert [span.of(document.text) for span in document.body] == case["body"]
    assert {key: getattr(document, key) for key in ("title", "published", "author", "publisher")} == {
        key: case[key] for key in ("title", "published", "author", "publisher")
    }
    assert document.language == name[:2]


def test_the_text_is_the_whole_visible_page() -> None:
    hidden = "<script>hidden()</script><p hidden>Two.</p><p style='display: none'>Three.</p>"
    page = f"<p>One.</p>{hidden}<div>Four<br>Five</div>"
    assert sources.from_html(page.encode(), id="x").text == "One.\n\nFour\nFive"


def test_a_wrong_charset_declaration_is_overruled() -> None:
    page = '<meta charset="utf-8"><p>나래바이오가 부산에 연구소를 열었다고 3일 밝혔다.</p>'
    assert "나래바이오" in sources.from_html(page.encode("cp949"), id="x").text


def test_one_broken_byte_does_not_lose_a_declared_page() -> None:
    page = '<meta charset="utf-8"><p>나래바이오가 부산에 연구소를 열었다고 3일 밝혔다.</p>'.encode() + b"\xff"
    assert "나래바이오" in sources.from_html(page, id="x").text


def test_an_xml_declaration_is_no_hindrance() -> None:
    page = '<?xml version="1.0" encoding="euc-kr"?><html><body><p>나래바이오가 문을 열었다.</p></body></html>'
    assert sources.from_html(page.encode("euc-kr"), id="x").text == "나래바이오가 문을 열었다."


def test_a_page_without_text_is_an_error() -> None:
    with pytest.raises(SourceError, match="without text"):
        sources.from_html(b"<html><body><script>app()</script></body></html>", id="x")
