"""What the layers hand on inside one document: names found, and relations not yet proven."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from biograph.model import Document, Entity, Evidence, Span, Statement, Status, unique, value
from biograph.vocabulary import Ontology


@value
class Named:
    """A mention and the id of the entity that it names."""

    span: Span
    entity: str


@dataclass(frozen=True)
class Names:
    """The mention layer's result: entities by id, and every place that names one.

    Mentions are in order of start, the longer first; a shorter one may be nested in a longer one. `rules` gives, by
    entity, the kind of rule that found its first name: lexicon, head, title and so on.
    """

    entities: Mapping[str, Entity] = field(default_factory=dict)
    mentions: tuple[Named, ...] = ()
    rules: Mapping[str, str] = field(default_factory=dict)

    def within(self, span: Span) -> tuple[Named, ...]:
        """The mentions inside a span."""
        first, beyond = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return tuple([m for m in self.mentions[first:beyond] if m.span.end <= span.end])

    @cached_property
    def _starts(self) -> list[int]:
        return [m.span.start for m in self.mentions]

    def outermost(self, span: Span) -> tuple[Named, ...]:
        """The mentions inside a span that are not nested in another."""
        found: list[Named] = []
        for mention in self.within(span):
            if not found or mention.span.start >= found[-1].span.end:
                found.append(mention)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Draft:
    """A relation as a layer reads it: entity ids, the span that says so, and which rule read it.

    `signs` are marks of how it was read, from which its confidence is told (extract/confidence.py).
    """

    subject: str
    predicate: str
    object: str
    span: Span
    extractor: str
    status: Status = Status.ASSERTED
    qualifiers: tuple[tuple[str, str], ...] = ()
    speaker: str | None = None
    confidence: float = 1.0
    signs: tuple[str, ...] = ()


def statements(
    document: Document, entities: Mapping[str, Entity], drafts: Iterable[Draft], ontology: Ontology
) -> tuple[Statement, ...]:
    """The drafts that domain and range admit, each once, with evidence cut out of the document.

    Sightings that agree on subject, predicate, object and status become one statement: the first sighting leads, later
    ones add evidence, qualifiers that were missing, and confidence where theirs is higher.
    """
    merged: dict[tuple[str, str, str, Status], Statement] = {}
    for draft in drafts:
        if draft.subject == draft.object or not _admitted(draft, entities, ontology):
            continue
        draft = _oriented(draft, ontology)
        key = (draft.subject, draft.predicate, draft.object, draft.status)
        new = Statement(
            draft.subject,
            draft.predicate,
            draft.object,
            (Evidence.cut(document, draft.span),),
            draft.status,
            tuple(sorted(draft.qualifiers)),
            draft.speaker,
            draft.confidence,
            draft.extractor,
        )
        merged[key] = _merge(merged[key], new) if key in merged else new
    return tuple(merged.values())


def _admitted(draft: Draft, entities: Mapping[str, Entity], ontology: Ontology) -> bool:
    subject, object_ = entities[draft.subject].type, entities[draft.object].type
    return ontology.admits(draft.predicate, subject, object_)


def _oriented(draft: Draft, ontology: Ontology) -> Draft:
    """A symmetric relation always runs from the id that sorts first, so that both directions are one fact."""
    if ontology.properties[draft.predicate].symmetric and draft.object < draft.subject:
        return replace(draft, subject=draft.object, object=draft.subject)
    return draft


def _merge(first: Statement, later: Statement) -> Statement:
    qualifiers = dict(later.qualifiers) | dict(first.qualifiers)
    return replace(
        first,
        evidence=unique(first.evidence + later.evidence),
        qualifiers=tuple(sorted(qualifiers.items())),
        confidence=max(first.confidence, later.confidence),
    )
