"""Dates in Korean and English text, as precise as the text and the day of publication allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from re import Match, Pattern

from biograph.extract.qualifiers import english_dates, korean_dates
from biograph.extract.qualifiers.moments import Context, Moment, Resolver, parse
from biograph.extract.qualifiers.scanning import matches
from biograph.model import Span

_NUMERIC = re.compile(
    r"(?<![\d.\-/])(?P<y>(?:19|20)\d\d)"
    r"(?:-(?P<m>\d\d)-(?P<d>\d\d)|(?P<s>[./])\s?(?P<m2>\d{1,2})(?P=s)\s?(?P<d2>\d{1,2}))(?![\d/\-])"
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s|\n")


def dates(text: str, span: Span, published: str | None) -> tuple[tuple[Span, str], ...]:
    """The dates inside a span, in order: where each stands, and YYYY, YYYY-MM or YYYY-MM-DD.

    Relative ones (`지난달 31일`, `last Friday`, `같은 해`) are read against `published` and against the dates
    before them in the text; what cannot be told is left out. A day or month without a year is the last one up to
    publication, as in news, or the next one where the sentence speaks of the future. A range gives its start,
    a quarter, half or season its year, a week the month that holds it.
    """
    return tuple((found, iso) for found, iso in _all(text, published) if span.contains(found))


@lru_cache(maxsize=16)
def _all(text: str, published: str | None) -> tuple[tuple[Span, str], ...]:
    context = Context(parse(published))
    found: list[tuple[Span, str]] = []
    end = 0
    for match, resolve in _matches(text):
        if _SENTENCE_END.search(text, end, match.start()):
            context = Context(context.published, context.latest, context.day)
        moment = resolve(match, context)
        end = match.end()
        if moment is None or not moment.is_real:
            continue
        found.append((Span(match.start(), end), moment.iso))
        reported = korean_dates.REPORTED.match(text, end) or english_dates.REPORTED.search(text[: match.start()][-24:])
        explicit = str(moment.year) in match[0] or korean_dates.YEAR.search(match[0])
        context = context.after(moment, reported=bool(reported), explicit=bool(explicit))
    return tuple(found)


def _matches(text: str) -> Iterator[tuple[Match[str], Resolver]]:
    """The longest expression at each place, from the start on, without overlaps."""
    korean, english = ([m.start() for m in of.STARTS.finditer(text)] for of in (korean_dates, english_dates))
    rules: list[tuple[Pattern[str], Resolver, list[int]]] = [(_NUMERIC, _numeric, korean)]
    rules += [(*rule, korean) for rule in korean_dates.RULES] + [(*rule, english) for rule in english_dates.RULES]
    found = [
        (match.start(), -match.end(), order, match, resolve)
        for order, (pattern, resolve, starts) in enumerate(rules)
        for match in matches(pattern, text, starts, len(text))
    ]
    end = 0
    for start, _, _, match, resolve in sorted(found, key=lambda f: f[:3]):
        if start >= end:
            end = match.end()
            yield match, resolve


def _numeric(match: Match[str], context: Context) -> Moment:
    return Moment(int(match["y"]), int(match["m"] or match["m2"]), int(match["d"] or match["d2"]))
