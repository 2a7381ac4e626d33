"""Names that a name and a common noun make together: `Acme's Boston office`, `the Salem plant`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from biograph.extract.drafts import Named, Names
from biograph.extract.english.candidates import Reader
from biograph.lang.english import POSSESSIVE
from biograph.model import Document, Entity, Mention, Sentence, Span, entity_id

_PLACES = frozenset({"City", "Region", "Country"})


def add(document: Document, names: Names, sentences: Iterable[Sentence], reader: Reader) -> Names:
    """The names with units and facilities added; the shorter names stay, nested in them."""
    entities = dict(names.entities)
    mentions = set(names.mentions)
    for sentence in sentences:
        for type_, span in _found(sentence, names, reader):
            name = " ".join(span.of(document.text).split())
            id_ = entity_id(type_, name)
            known = entities.get(id_) or Entity(id_, type_, name)
            entities[id_] = replace(known, mentions=(*known.mentions, Mention(span, span.of(document.text))))
            mentions.add(Named(span, id_))
    return Names(entities, tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end))))


def _found(sentence: Sentence, names: Names, reader: Reader) -> Iterator[tuple[str, Span]]:
    starts = {token.span.start: i for i, token in enumerate(sentence.tokens)}
    ends = {token.span.end: i + 1 for i, token in enumerate(sentence.tokens)}
    inside = {starts[m.span.start]: m for m in names.outermost(sentence.span) if m.span.start in starts}
    for at, mention in inside.items():
        after = ends.get(mention.span.end)
        if after is None or after >= len(sentence.tokens):
            continue
        place, word = names.entities[mention.entity].type, sentence.tokens[after].form
        if place not in _PLACES:
            continue
        owner = _owner(sentence, at, inside, names.entities)
        end = sentence.tokens[after].span.end
        if reader.words.is_("unit", word) and owner is not None:
            yield "OrganizationalUnit", Span(owner.span.start, end)
        elif reader.words.is_("tail", word) and place == "City":
            yield "Facility", Span(mention.span.start, end)


def _owner(sentence: Sentence, at: int, inside: Mapping[int, Named], entities: Mapping[str, Entity]) -> Named | None:
    """The organisation right before a place, with or without a possessive ending."""
    before = at - 1 - (at > 0 and sentence.tokens[at - 1].tag == POSSESSIVE)
    for mention in inside.values():
        ends_there = before >= 0 and mention.span.end == sentence.tokens[before].span.end
        if ends_there and entities[mention.entity].type not in _PLACES | {"Person", "Facility"}:
            return mention
    return None
