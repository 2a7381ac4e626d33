"""The door to trafilatura: an HTML page as plain text, which of it is main content, and its metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import trafilatura

from biograph.errors import SourceError
from biograph.sources.decoding import normalised
from biograph.sources.paragraphs import Paragraph

_INVISIBLE = frozenset("script style noscript template svg math iframe object head select textarea audio video canvas".split())
_INLINE = frozenset("a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split())
_CELLS = frozenset(("td", "th"))
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# Only what a page says of its date counts, not what could be guessed from addresses or pictures; the bound keeps
# the answer from depending on the day of the build.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}


@dataclass(frozen=True)
class Metadata:
    """What a page's head says of the article; `published` is YYYY-MM-DD."""

    title: str | None = None
    published: str | None = None
    author: str | None = None
    publisher: str | None = None


@dataclass(frozen=True)
class Page:
    """A page's visible text, its metadata, and its main content without spaces."""

    text: str
    metadata: Metadata
    main: str

    def is_main(self, paragraph: Paragraph) -> bool:
        """Whether the extractor took the paragraph for main content."""
        return _squeezed(paragraph.text) in self.main


def render(source: str, *, where: str) -> Page:
    """A page as text, with what trafilatura makes of it; SourceError where it shows no text."""
    tree = trafilatura.load_html(_XML_DECLARATION.sub("", source))
    text = normalised(_tidy("".join(_pieces(tree)))) if tree is not None else ""
    if not text:
        raise SourceError("an HTML page without text", where=where, hint="save the page after it has loaded")
    metadata = _metadata(tree)
    main = trafilatura.extract(tree, include_comments=False, favor_recall=True, no_fallback=False) or ""
    return Page(text, metadata, _squeezed(normalised(main)))


def _metadata(tree: Any) -> Metadata:
    found = trafilatura.extract_metadata(tree, date_config=_DATES, extensive=False)
    if found is None:
        return Metadata()
    return Metadata(*(_clean(value) for value in (found.title, found.date, found.author, found.sitename)))


def _clean(value: str | None) -> str | None:
    return (" ".join(normalised(value).split()) or None) if value else None


def _pieces(tree: Any) -> Iterator[str]:
    """The page's visible text in order, with line feeds where blocks begin and end."""
    stack: list[Any] = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
            continue
        tail = [] if node is tree or not node.tail else [_spaced(node.tail)]
        if not isinstance(node.tag, str) or _is_hidden(node):
            stack.extend(tail)
            continue
        stack.extend([*tail, _after(node), *reversed(list(node)), _spaced(node.text or ""), _before(node)])


def _before(node: Any) -> str:
    return "" if node.tag in _INLINE or node.tag in _CELLS else "\n" if node.tag == "br" else "\n\n"


def _after(node: Any) -> str:
    return "  " if node.tag in _CELLS else "" if node.tag == "br" else _before(node)


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _is_hidden(node: Any) -> bool:
    style = re.sub(r"\s+", "", node.get("style") or "").lower()
    return node.tag in _INVISIBLE or node.get("hidden") is not None or "display:none" in style


def _tidy(text: str) -> str:
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
