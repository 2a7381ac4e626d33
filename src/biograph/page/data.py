"""The page's data as JSON-ready values by section, built from a Corpus alone and described in docs/page.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from biograph import conflicts, groups
from biograph.model import Corpus, Document, Entity, Evidence, Sighting, Statement, Status
from biograph.page import sections
from biograph.vocabulary import Ontology
from biograph.wording import LANGUAGES

FORMAT = "biograph-page/2"
BLOCK = 300_000  # characters of text that are read at once


def build(corpus: Corpus, ontology: Ontology) -> dict[str, Any]:
    """The sections `core`, `facts` and `texts-0`, `texts-1`, …, their lists in the order of ids.

    Documents, entities and statements refer to each other by position.
    """
    documents = [corpus.documents[key] for key in sorted(corpus.documents)]
    entities = [corpus.entities[key] for key in sorted(corpus.entities)]
    at = {entity.id: n for n, entity in enumerate(entities)}
    known = [s for s in corpus.statements if s.subject in at and s.object in at]
    statements = sorted(known, key=lambda s: s.id)
    numbered = {document.id: n for n, document in enumerate(documents)}
    order = {statement.id: n for n, statement in enumerate(statements)}
    countries = groups.by_country(corpus)
    texts = [_text(document, corpus.sightings.get(document.id, ()), at) for document in documents]
    block = list(sections.blocks([len(document.text) for document in documents], BLOCK))
    first = _originals(documents)
    core = {
        "format": FORMAT,
        "statuses": [status.value for status in Status],
        "symmetric": sorted(p for p in {s.predicate for s in statements} if _symmetric(p, ontology)),
        "labels": _labels(ontology, entities, statements),
        "groups": _groups(countries),
        "documents": [_document(*each) for each in zip(documents, texts, block, first, strict=True)],
        "entities": [
            _entity(e, corpus.labels.get(e.id, {}), [_membership(m, order, at) for m in countries.memberships[e.id]])
            for e in entities
        ],
    }
    facts = {
        "statements": [_statement(s, at, numbered, corpus.documents) for s in statements],
        "conflicts": [_conflict(conflict, order) for conflict in conflicts.find(corpus, ontology)],
    }
    return {"core": core, "facts": facts} | _blocks(texts, block)


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


def _groups(grouping: groups.Grouping) -> dict[str, dict[str, str]]:
    there = {membership.group for found in grouping.memberships.values() for membership in found}
    return {group: {lang: grouping.label(group, lang) for lang in LANGUAGES} for group in sorted(there)}


def _blocks(texts: Sequence[dict[str, Any]], block: Sequence[int]) -> dict[str, dict[int, Any]]:
    found: dict[str, dict[int, Any]] = {}
    for n, (text, number) in enumerate(zip(texts, block, strict=True)):
        found.setdefault(f"texts-{number}", {})[n] = text
    return found


def _symmetric(predicate: str, ontology: Ontology) -> bool:
    return predicate in ontology.properties and ontology.properties[predicate].symmetric


def _originals(documents: Sequence[Document]) -> list[int]:
    """For each document the first one of the same text: copies are one source (see `network.documents`)."""
    first: dict[str, int] = {}
    return [first.setdefault(document.text, n) for n, document in enumerate(documents)]


def _document(document: Document, text: Mapping[str, Any], block: int, original: int) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "language": document.language,
        "published": document.published,
        "author": document.author,
        "publisher": document.publisher,
        "source": document.source,
        "names": sorted({entity for _, _, entity in text["mentions"]}),
        "block": block,
        "original": original,
    }


def _text(document: Document, sightings: Sequence[Sighting], at: Mapping[str, int]) -> dict[str, Any]:
    inside = (s for s in sightings if s.entity in at and s.span.end <= len(document.text))
    return {
        "text": document.text,
        "body": [[span.start, span.end] for span in document.body],
        "mentions": [[s.span.start, s.span.end, at[s.entity]] for s in inside],
    }


def _entity(entity: Entity, names: Mapping[str, str], countries: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "name": entity.name,
        "names": dict(names),
        "aliases": list(entity.aliases),
        "groups": countries,
        "sameAs": list(entity.same_as),
    }


def _membership(membership: groups.Membership, order: Mapping[str, int], at: Mapping[str, int]) -> dict[str, Any]:
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


def _conflict(conflict: conflicts.Conflict, order: Mapping[str, int]) -> dict[str, Any]:
    # A statement about an entity that the corpus lacks is left out, and with it all of its fact.
    return {"kind": conflict.kind, "statements": [order[id_] for id_ in conflict.statements if id_ in order]}


def _evidence(evidence: Evidence, numbered: Mapping[str, int], documents: Mapping[str, Document]) -> dict[str, Any]:
    document = documents.get(evidence.document)
    place = {"start": evidence.span.start, "end": evidence.span.end}
    if document and evidence.holds_in(document.text):
        return {"document": numbered[document.id], **place}
    return {"document": None, "quote": evidence.quote, **place}
