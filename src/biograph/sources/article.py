"""Where on a page the article stands: headline, subheads and paragraphs, without what surrounds them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from biograph.sources.furniture import Kind
from biograph.sources.paragraphs import Paragraph

# Comments can outweigh a short article, so the first part with a fair share of the prose is taken.
_FAIR_SHARE = 1 / 3
# After a list of other articles only a full paragraph, in columns, shows that the article goes on.
_FULL_PARAGRAPH = 80
# A headline speaks of what the article speaks of, a site's name or slogan hardly: share of the best line's words.
_HEADLINE_SHARE = 0.5
_LEAD = 4  # paragraphs that a headline sums up
_SUBHEAD = 24  # columns


@dataclass(frozen=True)
class Article:
    """`headline` and `paragraphs` of the article; `before` and `after` are the lines of the page around them."""

    headline: Paragraph | None
    paragraphs: tuple[Paragraph, ...]
    before: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...]


def find(page: Sequence[tuple[Paragraph, Kind]], title: str | None = None) -> Article:
    """The article on a page; `title` is its headline where the page's metadata tell it.

    A page without one full sentence is taken whole, but for known furniture.
    """
    start, end = _core(page)
    if start == end:
        rest = tuple(p for p, kind in page if kind in (Kind.SHORT, Kind.PROSE))
        return Article(rest[0] if len(rest) > 1 else None, rest, tuple(p for p, _ in page[: len(page) // 2]), ())
    prose = [p for p, kind in page[start:end] if kind is Kind.PROSE]
    headline, subheads, start = _opening(page, (start, end), _shared_words(prose[:_LEAD]), title)
    core = tuple(p for p, _ in _without_lists(page[start:end]))
    opening = ((headline,) if headline else ()) + subheads
    inside = {p.span for p in opening + core}
    before = tuple(p for p, _ in page[:start] if p.span not in inside)
    return Article(headline, opening + core, before, tuple(p for p, _ in page[end:]))


def _core(page: Sequence[tuple[Paragraph, Kind]]) -> tuple[int, int]:
    """From the first to behind the last paragraph of prose in the part of the page that holds the article."""
    edges = [-1, *(i for i, (_, kind) in enumerate(page) if kind is Kind.END), len(page)]
    parts = [(left + 1, right) for left, right in pairwise(edges)]
    weights = [sum(p.width for p, kind in page[a:b] if kind is Kind.PROSE) for a, b in parts]
    if not any(weights):
        return 0, 0
    start, end = parts[next(i for i, weight in enumerate(weights) if weight >= _FAIR_SHARE * max(weights))]
    kept = {p.span for p, kind in _without_lists(page[start:end]) if kind is Kind.PROSE}
    places = [i for i in range(start, end) if page[i][0].span in kept]
    last = places[-1] + 1
    while page[last - 1][0].text.endswith(":") and last < end and page[last][0].is_item:
        last += 1
    return places[0], last


def _without_lists(page: Sequence[tuple[Paragraph, Kind]]) -> list[tuple[Paragraph, Kind]]:
    """Prose and short lines, without the lists of other articles and what else is furniture."""
    kept: list[tuple[Paragraph, Kind]] = []
    in_list = False
    for paragraph, kind in page:
        if kind is Kind.LIST:
            in_list = True
        elif kind is Kind.PROSE and not (in_list and (paragraph.width < _FULL_PARAGRAPH or paragraph.is_item)):
            in_list = False
        if kind in (Kind.PROSE, Kind.SHORT) and not in_list:
            kept.append((paragraph, kind))
    return kept


def _opening(
    page: Sequence[tuple[Paragraph, Kind]], core: tuple[int, int], shared: Callable[[Paragraph], int], title: str | None
) -> tuple[Paragraph | None, tuple[Paragraph, ...], int]:
    """The headline, the subheads between it and the first paragraph, and where the article's prose starts."""
    lines = [(i, p) for i, (p, kind) in enumerate(page[: core[0]]) if kind is Kind.SHORT]
    place = _titled(page, core, title) if title else None
    place = _headline(lines, shared) if place is None else place
    if place is None:
        return None, (), core[0]
    subheads = tuple(p for i, p in lines if i > place and _is_subhead(p, shared) and not _same(p, page[place][0].text))
    return page[place][0], subheads, max(core[0], place + 1)


def _titled(page: Sequence[tuple[Paragraph, Kind]], core: tuple[int, int], title: str) -> int | None:
    """The last place of a known title with most of the prose behind it: a banner may come before, never the text."""

    def prose(start: int) -> int:
        return sum(p.width for p, kind in page[max(start, core[0]) : core[1]] if kind is Kind.PROSE)

    return max((i for i in range(core[1]) if _same(page[i][0], title) and 2 * prose(i) >= prose(0)), default=None)


def _headline(lines: list[tuple[int, Paragraph]], shared: Callable[[Paragraph], int]) -> int | None:
    """The place of the headline among the lines above the article: one that is repeated, else by shared words."""
    known = [i for i, p in lines if p.width >= _SUBHEAD and sum(_same(other, p.text) for _, other in lines) > 1]
    if known:
        return known[-1]
    best = max((shared(p) for _, p in lines), default=0)
    fair = [i for i, p in lines if shared(p) >= max(1.0, _HEADLINE_SHARE * best) and p.width >= _SUBHEAD]
    return fair[0] if fair else max(lines, key=lambda line: line[1].width, default=(None, None))[0]


def _same(paragraph: Paragraph, title: str) -> bool:
    """Whether a line is the title, but for marks and spaces, or its greater part (sites append their name)."""
    one, other = (re.sub(r"\W+", "", text).casefold() for text in (paragraph.text, title))
    return bool(one) and (one == other or (other.startswith(one) and len(one) >= len(other) / 2))


def _is_subhead(paragraph: Paragraph, shared: Callable[[Paragraph], int]) -> bool:
    return paragraph.width >= _SUBHEAD and len(paragraph.text.split()) >= 3 and shared(paragraph) > 0


def _shared_words(prose: Sequence[Paragraph]) -> Callable[[Paragraph], int]:
    """A function that counts the words a line shares with the prose: Latin words, and pairs of Hangul syllables."""
    known = set().union(*(_features(p.text) for p in prose))
    return lambda paragraph: len(_features(paragraph.text) & known)


def _features(text: str) -> set[str]:
    latin = re.findall(r"[A-Za-z0-9][A-Za-z0-9'’&-]+", text)
    words = {word.casefold() for word in latin if len(word) > 3 or word.isupper()}
    hangul = re.findall(r"[가-힣]{2,}", text)
    return words | {run[i : i + 2] for run in hangul for i in range(len(run) - 1)}
