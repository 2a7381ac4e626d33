"""Names that no rule saw and the trained tagger is sure of, and longer names around those that rules saw."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, PLACES, Found, Tables
from biograph.extract.korean.words import PARTICLES
from biograph.lang import tagger
from biograph.lang.tagger import TaggedSpan
from biograph.model import Sentence, Span

# From which probability a label is believed where rules found nothing: where nine in ten were names in articles of
# writers whom the tagger had not read (models/klue-ner/README.md). Publications it has not learnt.
SURE = {"Person": 0.5, "Place": 0.9, "Product": 0.5, "Program": 0.5, "OrganizationalUnit": 0.5, "Publication": 2.0}
OTHERS = 0.45
COMMON = 0.6  # for one of common nouns that ends in a class noun
AROUND = 0.8  # for a name around one of a rule
_PROPER = frozenset({"NNP", "SL", "SH"})
_NAMING = frozenset({"name", "thing", "place", "area"})  # kinds of class nouns
_OPEN = frozenset({"Facility", "Event", "Program"})  # names inside count, too


def find(context: Context, known: Iterable[Found]) -> list[Found]:
    """Candidates where no other rule has one, and around those of rules; of the kinds that the tagger says."""
    known = list(known)
    hits = [(item.span, item.type) for item in known if item.rule.startswith("lexicon")]
    at: dict[int, list[Found]] = {}
    for item in known:
        for place in range(item.span.start, item.span.end):
            at.setdefault(place, []).append(item)

    def inside(start: int, end: int) -> list[Found]:
        return list(dict.fromkeys(item for place in range(start, end) for item in at.get(place, ())))

    def wanted(start: int, end: int, label: str) -> bool:
        return _longer(context.text, Span(start, end), inside(start, end))

    unread = [s for s in context.sentences if _unread(s, at.keys(), context.tables)]
    tagged = tagger.tag(context.text, unread, _cues(context.tables), hits, least=OTHERS, wanted=wanted)
    return [
        found
        for span in tagged
        for others in [inside(span.start, span.end)]
        if span.score >= (AROUND if others else SURE.get(span.label, OTHERS))
        for found in _named(context, span, others)
    ]


def _unread(sentence: Sentence, read: Container[int], tables: Tables) -> bool:
    """Whether a noun that no rule has read may be part of a name: a proper one, or a class noun."""
    return any(
        token.tag in _PROPER
        or (token.tag == "NNG" and any(head.kind in _NAMING for head in tables.heads.get(token.form, ())))
        for token in sentence.tokens
        if token.span.start not in read
    )


@lru_cache(maxsize=2)
def _cues(tables: Tables) -> tagger.Cues:
    heads = {head: rows[0].type for head, rows in tables.heads.items()}
    return tagger.Cues(heads, frozenset(tables.titles), tables.surnames, tables.given)


def _longer(text: str, span: Span, inside: Sequence[Found]) -> bool:
    """Whether a name holds all that rules found there, and more than a place with a name after it."""
    if not all(span.contains(item.span) and span != item.span for item in inside):
        return False
    if any(i.span.start == span.start and PARTICLES.fullmatch(text[i.span.end : span.end]) for i in inside):
        return False  # a name with its particle
    ends = {item.span.end for item in inside}
    return not any(item.type in PLACES and item.span.start == span.start for item in inside) or span.end not in ends


def _named(context: Context, tagged: TaggedSpan, inside: Sequence[Found]) -> Iterator[Found]:
    span, label = Span(tagged.start, tagged.end), tagged.label
    text = span.of(context.text)
    last = text.split()[-1]
    defined = context.text.startswith(")", span.end) and context.text.endswith(("(", "이하 "), 0, span.start)
    if context.generic(text) or len(text) < 2 or text in context.tables.heads or defined:
        return
    types = {row.type for row in context.tables.head_of(last)}
    if types and tagged.score < COMMON and not context.proper(span):
        return
    if label == "Person":
        if not inside and last not in context.tables.titles and " 씨" not in text:
            yield Found(span, "Person", "tagged.person")
    elif last in context.tables.titles or (label == "Company" and label in types and " " not in text):
        return  # of words that end like names of companies the rules have judged
    elif label == "Product" and text.isascii() and any(char.isdigit() for char in text):
        return  # and of codes
    elif label == "Place":
        yield Found(span, _place(last), "tagged.place")
    elif label == "OrganizationalUnit":
        owners = [item.span for item in inside if item.type in ORGANISATIONS and item.span.start == span.start]
        yield Found(span, label, "tagged.unit", open=True, owner=max(owners, key=len, default=None))
    else:
        own = sorted(types & ORGANISATIONS) if label == "Company" else []
        kind = "Cluster" if label == "Facility" and "Cluster" in types else own[0] if own else label
        yield Found(span, kind, f"tagged.{label.lower()}", open=label in _OPEN)


def _place(name: str) -> str:
    return "Region" if name.endswith(("구", "군", "면", "읍", "도", "주", "지역")) else "City"
