"""The page's data as one JSON-ready value, built from a Corpus alone and described in docs/page.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from biograph import groups
from biograph.model import Corpus, Document, Entity, Evidence, Sighting, Statement, Status
from biograph.vocabulary import Ontology

FORMAT = "biograph-page/1"
LANGUAGES = ("ko", "en")


def build(corpus: Corpus, ontology: Ontology) -> dict[str, Any]:
    """Documents, entities and statements in the order of their ids; they refer to each other by position."""
    documents = [corpus.documents[key] for key in sorted(corpus.documents)]
    entities = [corpus.entities[key] for key in sorted(corpus.entities)]
    at = {entity.id: n for n, entity in enumerate(entities)}
    known = [s for s in corpus.statements if s.subject in at and s.object in at]
    statements = sorted(known, key=lambda s: s.id)
    numbered = {document.id: n for n, document in enumerate(documents)}
    order = {statement.id: n for n, statement in enumerate(statements)}
    countries = groups.by_country(corpus).memberships
    return {
        "format": FORMAT,
        "statuses": [status.value for status in Status],
        "labels": _labels(ontology, entities, statements),
        "documents": [_document(document, corpus.sightings.get(document.id, ()), at) for document in documents],
        "entities": [_entity(e, [_group(m, order, at) for m in countries[e.id]]) for e in entities],
        "statements": [_statement(s, at, numbered, corpus.documents) for s in statements],
    }


def default_title(corpus: Corpus) -> str:
    """The title of the only document; "biograph" where there are several, or it has none."""
    titles = [document.title for document in corpus.documents.values()]
    return (titles[0] if len(titles) == 1 else None) or "biograph"


def _labels(
    ontology: Ontology, entities: Sequence[Entity], statements: Sequence[Statement]
) -> dict[str, dict[str, str]]:
    names = {e.type for e in entities} | {s.predicate for s in statements} | {status.value for status in Status}
    names |= {key for s in statements for key, _ in s.qualifiers}
    return {language: {name: ontology.label(name, language) for name in sorted(names)} for language in LANGUAGES}


def _document(document: Document, sightings: Sequence[Sighting], at: Mapping[str, int]) -> dict[str, Any]:
    inside = (s for s in sightings if s.entity in at and s.span.end <= len(document.text))
    return {
        "id": document.id,
        "title": document.title,
        "language": document.language,
        "published": document.published,
        "author": document.author,
        "publisher": document.publisher,
        "source": document.source,
        "text": document.text,
        "body": [[span.start, span.end] for span in document.body],
        "mentions": [[s.span.start, s.span.end, at[s.entity]] for s in inside],
    }


def _entity(entity: Entity, countries: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "groups": countries,
        "sameAs": list(entity.same_as),
    }


def _group(membership: groups.Membership, order: Mapping[str, int], at: Mapping[str, int]) -> dict[str, Any]:
    return {
        "group": membership.group,
        "chain": [order[id_] for id_ in membership.chain if id_ in order],
        "gazetteer": at.get(membership.gazetteer or ""),
    }


def _statement(
    statement: Statement, at: Mapping[str, int], numbered: Mapping[str, int], documents: Mapping[str, Document]
) -> dict[str, Any]:
    return {
        "id": statement.id,
        "subject": at[statement.subject],
        "predicate": statement.predicate,
        "object": at[statement.object],
        "status": statement.status.value,
        "qualifiers": dict(statement.qualifiers),
        "speaker": at.get(statement.speaker or ""),
        "confidence": statement.confidence,
        "evidence": [_evidence(evidence, numbered, documents) for evidence in sorted(statement.evidence)],
    }


def _evidence(evidence: Evidence, numbered: Mapping[str, int], documents: Mapping[str, Document]) -> dict[str, Any]:
    document = documents.get(evidence.document)
    if document and evidence.holds_in(document.text):
        place = {"start": evidence.span.start, "end": evidence.span.end}
        return {"document": numbered[document.id], **place}
    return {"document": None, "quote": evidence.quote}
