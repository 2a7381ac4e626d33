"""Names that no rule saw and the trained tagger is sure of: persons without a title, unknown firms, sites, products."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found, Tables
from biograph.lang import tagger
from biograph.model import Span

# From which probability a label is believed where rules found nothing: where nine in ten were right in articles of
# writers whom the tagger had not read (models/klue-ner/README.md). Programmes and publications it has not learnt.
SURE = {"Person": 0.75, "Organization": 0.9, "Place": 0.9, "Event": 0.5, "Product": 0.5}
_PROPER = frozenset({"NNP", "SL", "SH"})  # a sentence without such a word outside its names is not looked at
_SITES = frozenset({"Facility", "Cluster", "Region", "City"})


def find(context: Context, known: Iterable[Found]) -> list[Found]:
    """Candidates where no other rule has one; of the kind that their class noun says, where they end in one."""
    known = list(known)
    hits = [(item.span, item.type) for item in known if item.rule.startswith("lexicon")]
    taken = {at for item in known for at in range(item.span.start, item.span.end)}
    unread = [s for s in context.sentences if any(t.tag in _PROPER and t.span.start not in taken for t in s.tokens)]

    def wanted(start: int, end: int, label: str) -> bool:
        return label in SURE and taken.isdisjoint(range(start, end))

    least = min(SURE.values())
    tagged = tagger.tag(context.text, unread, _cues(context.tables), hits, least=least, wanted=wanted)
    return [
        found
        for span in tagged
        if span.score >= SURE[span.label]
        for found in _named(context, Span(span.start, span.end), span.label)
    ]


@lru_cache(maxsize=2)
def _cues(tables: Tables) -> tagger.Cues:
    heads = {head: rows[0].type for head, rows in tables.heads.items()}
    return tagger.Cues(heads, frozenset(tables.titles), tables.surnames, tables.given)


def _named(context: Context, span: Span, label: str) -> Iterator[Found]:
    text = span.of(context.text)
    last = text.split()[-1]
    if context.generic(text) or len(text) < 2:
        return
    if label == "Person":
        if last not in context.tables.titles and " 씨" not in text:
            yield Found(span, "Person", "tagged.person")
        return
    types = {row.type for row in context.tables.head_of(last)}
    if label in ("Event", "Product"):
        yield Found(span, label, f"tagged.{label.lower()}")
    elif label == "Organization":
        if last in context.tables.titles:
            return
        if not types:  # of words that end in a class noun the rules have judged
            yield Found(span, "Company", "tagged.body")
    elif label == "Place" and types & _SITES:
        yield Found(span, min(types & _SITES), "tagged.place")
