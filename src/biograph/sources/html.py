"""The door to trafilatura: an HTML page as plain text, which of it is main content, and its metadata."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import trafilatura

from biograph.errors import SourceError
from biograph.sources.decoding import normalised
from biograph.sources.paragraphs import Paragraph

# It reports pages without text as errors of its own; ours are SourceErrors.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_INVISIBLE_TAGS = "script style noscript template svg math iframe object head select textarea audio video canvas"
_INLINE_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small "
    "span strike strong sub sup time tt u var wbr"
)
_INVISIBLE, _INLINE = frozenset(_INVISIBLE_TAGS.split()), frozenset(_INLINE_TAGS.split())
_FURNITURE = ("figcaption", "nav", "footer")
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
    """A page's visible text and metadata; what its markup calls main content and what furniture, without spaces."""

    text: str
    metadata: Metadata
    main: str
    marked: frozenset[str]

    def is_main(self, paragraph: Paragraph) -> bool:
        """Whether the extractor took the paragraph for main content."""
        return _squeezed(paragraph.text) in self.main

    def is_marked(self, paragraph: Paragraph) -> bool:
        """Whether the markup itself says that the paragraph is a caption, navigation or the page's foot."""
        return _squeezed(paragraph.text) in self.marked


def render(source: str, *, where: str) -> Page:
    """A page as text, with what trafilatura makes of it; SourceError where it shows no text."""
    source = _XML_DECLARATION.sub("", source)
    tree = trafilatura.load_html(source if "<body" in source.lower() else f"<html><body>{source}</body></html>")
    text = "" if tree is None else _visible(tree) or _visible(tree, hidden=True)
    if tree is None or not text:
        raise SourceError("an HTML page without text", where=where, hint="save the page after it has loaded")
    metadata = _metadata(tree)
    main = trafilatura.extract(tree, include_comments=False, favor_recall=True, no_fallback=False) or ""
    marked = {_squeezed(p) for element in tree.iter(*_FURNITURE) for p in _visible(element).split("\n")}
    return Page(text, metadata, _squeezed(normalised(main)), frozenset(marked))


def _metadata(tree: Any) -> Metadata:
    found = trafilatura.extract_metadata(tree, date_config=_DATES, extensive=False)
    if found is None:
        return Metadata()
    author = _authors(found.author or "", found.sitename or "")
    return Metadata(*(_clean(value) for value in (found.title, found.date, author, found.sitename)))


def _authors(names: str, site: str) -> str:
    """The persons among the names a page gives: not the site itself, an address, or a name once more as a path."""
    kept: dict[str, str] = {}
    for name in names.split("; "):
        key = re.sub(r"\W+", "", name).casefold()
        if (
            key
            and key != re.sub(r"\W+", "", site).casefold()
            and not re.search(r"https?\b|\bwww\b", name, re.IGNORECASE)
        ):
            kept.setdefault(key, name)
    return ", ".join(kept.values())


def _clean(value: str | None) -> str | None:
    return (" ".join(normalised(value).split()) or None) if value else None


def _visible(tree: Any, *, hidden: bool = False) -> str:
    """The text of a page or part; `hidden` with what scripts would reveal, for pages that are built by them."""
    return normalised(_tidy("".join(_pieces(tree, hidden))))


def _pieces(tree: Any, hidden: bool) -> Iterator[str]:
    """The visible text in order, with line feeds where blocks begin and end."""
    stack: list[Any] = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
            continue
        tail = [] if node is tree or not node.tail else [_spaced(node.tail)]
        if not isinstance(node.tag, str) or node.tag in _INVISIBLE or (not hidden and _is_hidden(node)):
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
    return node.get("hidden") is not None or "display:none" in style


def _tidy(text: str) -> str:
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
