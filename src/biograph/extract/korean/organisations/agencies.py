"""Bodies of a state named with their country: `미국 식품의약국`, `인도네시아 정부`."""

from __future__ import annotations

import re

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found
from biograph.extract.lexicon import Entry, Hit
from biograph.model import Span

_GOVERNMENT = re.compile(r" 정부(?=[은는이가도의와를에,. ]|에서|에게|$)(?! (?:출연|청사|부처|보조금|예산))")
_GOVERNED = ("Country", "Region", "City")


def national(context: Context, hit: Hit, entries: tuple[Entry, ...]) -> list[Found]:
    """An agency known with and without its country, by both names, and the country; else nothing."""
    name, rest = hit.span.of(context.text).partition(" ")[::2]
    countries = tuple(e for e in context.lexicon.named(name) if e.type == "Country")
    if entries[0].type != "GovernmentBody" or rest not in entries[0].names or not countries:
        return []
    start, end, at = hit.span.start, hit.span.end, hit.span.start + len(name)
    return [
        Found(hit.span, entries[0].type, "lexicon", open=True, entries=entries),
        Found(Span(start, at), "Country", "lexicon", entries=countries),
        Found(Span(at + 1, end), entries[0].type, "lexicon", entries=entries),
    ]


def governing(context: Context, hit: Hit, entry: Entry) -> list[Found]:
    """The government of a country, state or town: `빅토리아주 정부`."""
    match = _GOVERNMENT.match(context.text, hit.span.end)
    if match is None or entry.type not in _GOVERNED:
        return []
    return [Found(Span(hit.span.start, match.end()), "GovernmentBody", "government", open=True)]
