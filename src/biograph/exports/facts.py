"""The facts as nodes and edges with plain attributes, as graph tools, tables and databases want them."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from biograph import groups, network
from biograph.errors import DatasetError
from biograph.model import Corpus, Document, Entity, Statement, Status, unique
from biograph.vocabulary import Ontology

Value: TypeAlias = str | int | float | tuple[str, ...]
Row: TypeAlias = Mapping[str, Value]

BETWEEN = " | "  # between the values of an attribute that has several, where a format has no lists
NODE_FIELDS: Mapping[str, type] = {"label": str, "type": str, "aliases": tuple, "country": tuple, "documents": int}
EDGE_FIELDS: Mapping[str, type] = {
    "label": str,
    "predicate": str,
    "status": str,
    "date": str,
    "amount": str,
    "role": str,
    "product": str,
    "speaker": str,
    "confidence": float,
    "weight": int,
    "published": str,
    "documents": tuple,
    "quotes": tuple,
}
DOCUMENT_FIELDS: Mapping[str, type] = {
    "title": str,
    "language": str,
    "published": str,
    "author": str,
    "publisher": str,
    "source": str,
}
QUALIFIERS = ("date", "amount", "role", "product")
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)  # without those that are blanks


@dataclass(frozen=True, slots=True)
class Facts:
    """Nodes have an `id` and NODE_FIELDS; edges an `id`, `source`, `target` and EDGE_FIELDS. In order of id.

    Documents have an `id` and DOCUMENT_FIELDS; `named` tells which of them (`source`) names which node (`target`), and
    how many `times`.
    """

    nodes: tuple[Row, ...]
    edges: tuple[Row, ...]
    documents: tuple[Row, ...] = ()
    named: tuple[Row, ...] = ()


def facts(corpus: Corpus, ontology: Ontology, statuses: tuple[Status, ...], language: str) -> Facts:
    """Every entity as a node, every statement with one of the statuses as an edge, every document.

    A node's `documents` counts the independent documents that state something of it, whatever the status; an edge's
    `weight` counts those behind it, and `published` is the day of the earliest. `country` holds the groups of
    `groups.by_country`. Raises DatasetError where a statement is about what is no entity of the dataset.
    """
    countries = groups.by_country(corpus).groups
    about: dict[str, list[Statement]] = defaultdict(list)
    for statement in corpus.statements:
        for end in {statement.subject, statement.object}:
            if end not in corpus.entities:
                raise DatasetError(f"no entity {end}", where=f"statement {statement.id}", hint="see: biograph check")
            about[end].append(statement)
    nodes = [
        _node(entity, countries[id_], len(network.documents(corpus, about[id_])))
        for id_, entity in sorted(corpus.entities.items())
    ]
    chosen = sorted((s for s in corpus.statements if s.status in statuses), key=lambda s: s.id)
    return Facts(
        tuple(nodes),
        tuple(_edge(s, corpus, ontology, language) for s in chosen),
        tuple(_document(document) for _, document in sorted(corpus.documents.items())),
        tuple(_named(corpus)),
    )


def plain(value: Value) -> str | int | float:
    """A value for a format without lists: those of a list are joined by BETWEEN."""
    return BETWEEN.join(value) if isinstance(value, tuple) else value


def one_line(text: str) -> str:
    """A text without control characters, each run of blanks and line breaks as one blank."""
    return " ".join(_CONTROL.sub("", text).split())


def first_day(date: str) -> str:
    """The day that a year, month or day begins with, as YYYY-MM-DD; empty where the text is none of these.

    >>> first_day("2021-10"), first_day("next year")
    ('2021-10-01', '')
    """
    try:
        return datetime.date.fromisoformat(date + "0000-01-01"[len(date) :]).isoformat()
    except ValueError:
        return ""


def _node(entity: Entity, countries: tuple[str, ...], documents: int) -> Row:
    return {
        "id": entity.id,
        "label": entity.name,
        "type": entity.type,
        "aliases": entity.aliases,
        "country": countries,
        "documents": documents,
    }


def _edge(statement: Statement, corpus: Corpus, ontology: Ontology, language: str) -> Row:
    qualifiers = dict(statement.qualifiers)
    speaker = corpus.entities.get(statement.speaker or "")
    documents = unique(e.document for e in statement.evidence)
    return {
        "id": statement.id,
        "source": statement.subject,
        "target": statement.object,
        "label": ontology.label(statement.predicate, language),
        "predicate": statement.predicate,
        "status": str(statement.status),
        **{name: qualifiers.get(name, "") for name in QUALIFIERS},
        "speaker": speaker.name if speaker else statement.speaker or "",
        "confidence": statement.confidence,
        "weight": len(network.documents(corpus, [statement])),
        "published": min((d for id_ in documents if (d := corpus.documents[id_].published)), default=""),
        "documents": documents,
        "quotes": unique(one_line(e.quote) for e in statement.evidence),
    }


def _document(document: Document) -> Row:
    return {"id": document.id, **{name: getattr(document, name) or "" for name in DOCUMENT_FIELDS}}


def _named(corpus: Corpus) -> Iterator[Row]:
    for document, sightings in sorted(corpus.sightings.items()):
        times = Counter(sighting.entity for sighting in sightings)
        for entity in sorted(times.keys() & corpus.entities.keys()):
            yield {"source": document, "target": entity, "times": times[entity]}
