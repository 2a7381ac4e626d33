"""The outlet of an article, as the page around it names it."""

from __future__ import annotations

import re

from biograph.sources.article import Article
from biograph.sources.furniture import Words
from biograph.sources.paragraphs import columns

_RIGHTS = re.compile(
    r"(?:저작권자|copyrights?|[©ⓒ]|\(c\))[\s:©ⓒ()c]*(?:by\s+)?(?:\d{4}(?:\s?[-–]\s?\d{4})?[\s.,]*)?(?:by\s+)?(?P<name>[^\s\d,.<>|©ⓒ][^,.<>|©ⓒ\n]{1,38})",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(r"\s*(?:무단|재배포|all rights|rights reserved|copyright|의 |이 기사|\().*$", re.IGNORECASE)
_COMPANY_FORM = re.compile(
    r"^(?:\(주\)|㈜|주식회사\s?)\s*|\s*(?:\(주\)|㈜|,?\s(?:Inc|LLC|Ltd|Corp|Co|Media(?:\s(?:Ltd|Inc|Group))?)\.?)$"
)
_MASTHEAD = 40  # columns
# A line above the headline is the outlet's name only on a page that frames its article with more lines.
_FRAMED = 3


def publisher(article: Article, words: Words, agency: str | None) -> str | None:
    """The outlet's name: in the line of rights (as the masthead spells it), else the dateline, else the masthead."""
    masthead = _masthead(article, words)
    named = next(
        filter(None, (_holder(p.text) for p in reversed(article.before + article.after) if p.width <= 160)), None
    )
    if named is None:
        return agency or (masthead if len(article.before) >= _FRAMED else None)
    if masthead and _plain(masthead) in _plain(named):
        return masthead
    return _COMPANY_FORM.sub("", named).strip() or None


def _holder(line: str) -> str | None:
    found = _RIGHTS.search(line)
    return (_BOILERPLATE.sub("", found["name"]).strip(" -:'\"“”‘’") or None) if found else None


def _masthead(article: Article, words: Words) -> str | None:
    """The first line above the headline that is no menu, up to a bar."""
    top = next((p for p in article.before if not words.is_menu(p.text)), None)
    if top is None or (article.headline and top.span > article.headline.span):
        return None
    name = re.split(r"\s{2,}|\s*[|>·]\s*|\s[-–—]\s", top.text)[0].strip()
    plausible = 0 < columns(name) <= _MASTHEAD and not re.search(r"\d{2}|[.?!…:]$", name)
    return name if plausible and "기자" not in name else None


def _plain(name: str) -> str:
    return re.sub(r"\W+", "", name).casefold()
