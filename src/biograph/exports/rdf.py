"""The whole dataset as RDF: Turtle, TriG, N-Quads and JSON-LD."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from rdflib import RDF, Literal, URIRef

from biograph.sparql import PREFIXES
from biograph.store import Quad, Store, Term


def turtle(store: Store) -> Iterator[bytes]:
    """The union of all graphs; what several documents say is there once."""
    return store.serialise("text/turtle")


def trig(store: Store) -> Iterator[bytes]:
    """All quads, as in `dataset.trig`."""
    return store.serialise("application/trig")


def nquads(store: Store) -> Iterator[bytes]:
    """All quads, a line each."""
    return store.serialise("application/n-quads")


def jsonld(store: Store) -> Iterator[str]:
    """JSON-LD 1.1, flattened and compacted with our prefixes; a named graph is an object with its own `@graph`."""
    top: list[dict[str, Any]] = []
    for graph, quads in groupby(store.quads(), key=lambda quad: quad[3]):
        nodes = [_node(subject, list(about)) for subject, about in groupby(quads, key=lambda quad: quad[0])]
        top += nodes if graph is None else [{"@id": str(graph), "@graph": nodes}]
    yield json.dumps({"@context": PREFIXES, "@graph": top}, ensure_ascii=False, indent=1) + "\n"


def _node(subject: Term, quads: list[Quad]) -> dict[str, Any]:
    values: dict[str, list[Any]] = defaultdict(list)
    for _, predicate, object_, _ in quads:
        if predicate == RDF.type and isinstance(object_, URIRef):
            values["@type"].append(_compact(object_))
        else:
            values[_compact(predicate)].append(_value(object_))
    return {"@id": _id(subject)} | {key: found if len(found) > 1 else found[0] for key, found in values.items()}


def _value(term: Term) -> Any:
    if not isinstance(term, Literal):
        return {"@id": _id(term)}
    if term.language:
        return {"@value": str(term), "@language": term.language}
    # A number stays a text with a type: a reader takes JSON's own numbers for doubles.
    return {"@value": str(term), "@type": _compact(term.datatype)} if term.datatype else str(term)


def _id(term: Term) -> str:
    return str(term) if isinstance(term, URIRef) else f"_:{term}"


def _compact(iri: URIRef) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return str(iri)
