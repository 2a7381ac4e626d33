"""The facts as nodes and edges with plain attributes, as graph tools and spreadsheets want them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias
from xml.etree.ElementTree import Element, indent, tostring

from biograph import groups, network
from biograph.model import Corpus, Entity, Statement, Status, unique
from biograph.vocabulary import Ontology

Row: TypeAlias = Mapping[str, str | int | float]

BETWEEN = " | "  # between the values of an attribute that has several
NODE_FIELDS: Mapping[str, type] = {"label": str, "type": str, "aliases": str, "country": str, "documents": int}
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
    "documents": str,
    "quotes": str,
}
# Not a character of XML 1.0 (https://www.w3.org/TR/xml/#charsets): no escape can write it, so it is left out.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Facts:
    """Nodes have an `id` and NODE_FIELDS; edges an `id`, `source`, `target` and EDGE_FIELDS. In order of id."""

    nodes: tuple[Row, ...]
    edges: tuple[Row, ...]


def facts(corpus: Corpus, ontology: Ontology, statuses: tuple[Status, ...], language: str) -> Facts:
    """Every entity as a node, every statement with one of the statuses as an edge.

    A node's `documents` counts the independent documents that state something of it, whatever the status; an edge's
    `weight` counts those behind it. `country` holds the groups of `groups.by_country`.
    """
    countries = groups.by_country(corpus).groups
    about: dict[str, list[Statement]] = defaultdict(list)
    for statement in corpus.statements:
        for end in {statement.subject, statement.object}:
            about[end].append(statement)
    nodes = [
        _node(entity, countries[id_], len(network.documents(corpus, about[id_])))
        for id_, entity in sorted(corpus.entities.items())
    ]
    chosen = sorted((s for s in corpus.statements if s.status in statuses), key=lambda s: s.id)
    return Facts(tuple(nodes), tuple(_edge(s, corpus, ontology, language) for s in chosen))


def xml_text(value: str | float) -> str:
    """A value as XML can hold it."""
    return _NOT_XML.sub("", str(value))


def xml_document(root: Element) -> str:
    """An element as a document of its own, indented."""
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, "unicode")}\n'


def _node(entity: Entity, countries: tuple[str, ...], documents: int) -> Row:
    return {
        "id": entity.id,
        "label": entity.name,
        "type": entity.type,
        "aliases": BETWEEN.join(entity.aliases),
        "country": BETWEEN.join(countries),
        "documents": documents,
    }


def _edge(statement: Statement, corpus: Corpus, ontology: Ontology, language: str) -> Row:
    qualifiers = dict(statement.qualifiers)
    speaker = corpus.entities.get(statement.speaker or "")
    return {
        "id": statement.id,
        "source": statement.subject,
        "target": statement.object,
        "label": ontology.label(statement.predicate, language),
        "predicate": statement.predicate,
        "status": str(statement.status),
        **{name: qualifiers.get(name, "") for name in ("date", "amount", "role", "product")},
        "speaker": speaker.name if speaker else statement.speaker or "",
        "confidence": statement.confidence,
        "weight": len(network.documents(corpus, [statement])),
        "documents": BETWEEN.join(unique(e.document for e in statement.evidence)),
        "quotes": BETWEEN.join(unique(" ".join(e.quote.split()) for e in statement.evidence)),
    }
