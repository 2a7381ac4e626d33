"""Extractions in the annotation format: one JSON object per article, readable and editable by hand."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from typing import Any

from biograph.errors import SourceError
from biograph.model import Document, Entity, Evidence, Extraction, Mention, Span, Statement, Status, entity_id

log = logging.getLogger(__name__)
STATUSES = (Status.ASSERTED, Status.PLANNED, Status.NEGATED)


def to_json(extraction: Extraction) -> dict[str, Any]:
    """The extraction as JSON values: metadata, entities `e1`… by first mention, relations by evidence.

    The format knows asserted, planned and negated; statements with another status are left out and counted in the log.
    Evidence is [start, end], or a list of such pairs where several places state it.
    """
    document = extraction.document
    entities = sorted(extraction.entities, key=_first_mention)
    keys = {entity.id: f"e{number}" for number, entity in enumerate(entities, start=1)}
    left_out = Counter(s.status for s in extraction.statements if s.status not in STATUSES)
    if left_out:
        counts = ", ".join(f"{count} {status}" for status, count in sorted(left_out.items()))
        log.info("%s: statements that the format cannot hold: %s", document.id, counts)
    statements = sorted((s for s in extraction.statements if s.status in STATUSES), key=_order)
    return {
        "id": document.id,
        "language": document.language,
        "title": document.title,
        "published": document.published,
        "author": document.author,
        "publisher": document.publisher,
        "entities": [_entity(entity, keys) for entity in entities],
        "relations": [_relation(statement, keys) for statement in statements],
    }


def from_json(data: Mapping[str, Any], document: Document) -> Extraction:
    """What an annotation says about a document; quotes are cut out of the document at its offsets.

    Raises SourceError when the annotation does not fit the format or the text.
    """
    try:
        ids = {e["id"]: entity_id(e["type"], e["name"]) for e in data["entities"]}
        entities = tuple(_read_entity(e, document) for e in data["entities"])
        statements = tuple(_read_statement(r, ids, document) for r in data["relations"])
    except (LookupError, TypeError, ValueError) as error:
        raise SourceError(f"not an annotation of this text: {error!r}", where=document.id) from error
    return Extraction(document, entities, statements)


def _first_mention(entity: Entity) -> tuple[bool, tuple[Mention, ...], str]:
    return not entity.mentions, tuple(sorted(entity.mentions))[:1], entity.id


def _order(statement: Statement) -> tuple[Span, str, str, str, str]:
    return statement.evidence[0].span, statement.subject, statement.predicate, statement.object, statement.status


def _entity(entity: Entity, keys: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": keys[entity.id],
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "mentions": [[m.span.start, m.span.end] for m in sorted(entity.mentions)],
    }


def _relation(statement: Statement, keys: Mapping[str, str]) -> dict[str, Any]:
    places = [[evidence.span.start, evidence.span.end] for evidence in statement.evidence]
    relation: dict[str, Any] = {
        "subject": keys[statement.subject],
        "predicate": statement.predicate,
        "object": keys[statement.object],
        "status": str(statement.status),
        "evidence": places if len(places) > 1 else places[0],
    }
    if statement.qualifiers:
        relation["qualifiers"] = dict(statement.qualifiers)
    return relation


def _read_entity(data: Mapping[str, Any], document: Document) -> Entity:
    spans = [Span(start, end) for start, end in data.get("mentions", ())]
    return Entity(
        entity_id(data["type"], data["name"]),
        data["type"],
        data["name"],
        tuple(data.get("aliases", ())),
        tuple(Mention(span, span.of(document.text)) for span in spans),
    )


def _read_statement(data: Mapping[str, Any], ids: Mapping[str, str], document: Document) -> Statement:
    evidence = data["evidence"]
    places = [evidence] if isinstance(evidence[0], int) else evidence
    return Statement(
        ids[data["subject"]],
        data["predicate"],
        ids[data["object"]],
        tuple(Evidence.cut(document, Span(*place)) for place in places),
        Status(data["status"]),
        tuple(sorted(data.get("qualifiers", {}).items())),
        extractor="annotation",
    )
