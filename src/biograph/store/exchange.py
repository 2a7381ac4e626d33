"""Graphs and answers as bytes, on their way to another engine and back."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

import pyoxigraph as ox

from biograph.errors import DatasetError, QueryError
from biograph.namespaces import PREFIXES
from biograph.sparql.asking import TABLES, Reply, Request, Value
from biograph.store import results
from biograph.store.evaluation import term
from biograph.store.files import written
from biograph.store.memory import Store

NTRIPLES = "application/n-triples"
_LABEL = re.compile("[^A-Za-z0-9]")


def ntriples(store: Store, graph: str) -> list[str]:
    """The triples of a named graph as lines of N-Triples, sorted.

    Blank nodes get the labels of RDFC-1.0 (https://www.w3.org/TR/rdf-canon/): the same graph has the same lines.
    """
    found = store._engine.quads_for_pattern(None, None, None, _iri(graph))
    quads = ox.Dataset(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in found)
    if any(isinstance(node, ox.BlankNode) for quad in quads for node in (quad.subject, quad.object)):
        quads.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(f"{quad.triple} .\n" for quad in quads)


def checksum(lines: Iterable[str]) -> str:
    """The SHA-256 of a graph's lines, in hexadecimal."""
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def load(graphs: Iterable[tuple[str, Iterable[bytes]]]) -> Store:
    """A store with these graphs, each from pieces of N-Triples. Raises DatasetError where they are none."""
    engine = ox.Store()
    for graph, pieces in graphs:
        try:
            for piece in pieces:
                triples = ox.parse(piece, format=ox.RdfFormat.N_TRIPLES)
                engine.bulk_extend(ox.Quad(t.subject, t.predicate, t.object, _iri(graph)) for t in triples)
        except (SyntaxError, ValueError) as error:
            raise DatasetError(f"not N-Triples: {error}", where=graph, hint="is that a SPARQL engine?") from error
    return Store(engine)


def syntax(value: Value) -> str:
    """A value as N-Triples write it, which SPARQL reads, too. Raises QueryError where it is none."""
    if value[0] == "node":
        raise QueryError("a blank node cannot be bound in another engine", where="query", hint="bind an address")
    try:
        return str(term(value))
    except ValueError as error:
        raise QueryError(f"{value[1]!r} cannot be bound: {error}", where="query") from error


def reply(form: str, body: bytes, request: Request, cut: str) -> Reply:
    """An engine's answer, SPARQL's JSON or N-Triples, in the media type that was asked for; DatasetError for others.

    Engines differ: blank nodes may have labels that RDF has not, and `typed-literal` is an older word for literals.
    """
    try:
        if form in ("CONSTRUCT", "DESCRIBE"):
            return _triples(form, body, request, cut)
        found = json.loads(body)
        return _truth(found, request) if form == "ASK" else _rows(found, request, cut)
    except (SyntaxError, ValueError, KeyError, TypeError, AttributeError, RecursionError, MemoryError) as error:
        raise DatasetError("the answer is not what SPARQL says", hint="is that a SPARQL engine?") from error


def _triples(form: str, body: bytes, request: Request, cut: str) -> Reply:
    rdf = ox.RdfFormat.from_media_type(request.triples)
    if not rdf:
        raise QueryError(f"triples cannot be written as {request.triples}", hint="try text/turtle")
    found = sorted(set(ox.parse(body, format=ox.RdfFormat.N_TRIPLES)), key=str)
    said = f"# cut: {cut}\n".encode() if cut and request.triples in (NTRIPLES, "text/turtle") else b""
    triples = [quad.triple for quad in found]
    return Reply(form, request.triples, written(triples, rdf, PREFIXES) + said, len(triples), cut)


def _truth(found: Any, request: Request) -> Reply:
    """Virtuoso 7 answers ASK with a row that holds 1, or with none."""
    truth = found["boolean"] if "boolean" in found else [*found["results"]["bindings"]] != []
    if request.table in (TABLES["csv"], TABLES["tsv"]):
        return Reply("ASK", request.table, f"{truth}\n".lower().encode(), 1)
    if not (form := ox.QueryResultsFormat.from_media_type(request.table)):
        raise QueryError(f"yes or no cannot be written as {request.table}", hint="try application/sparql-results+json")
    boolean = ox.parse_query_results(json.dumps({"head": {}, "boolean": truth}), format=ox.QueryResultsFormat.JSON)
    assert isinstance(boolean, ox.QueryBoolean)
    return Reply("ASK", request.table, boolean.serialize(format=form) or b"", 1)


def _rows(found: Any, request: Request, cut: str) -> Reply:
    if request.table not in results.BY_MEDIA_TYPE:
        raise QueryError(f"rows cannot be written as {request.table}", hint="try text/csv")
    kept = [name for name in found["head"]["vars"] if name not in request.hidden]
    rows, table = found["results"]["bindings"], results.BY_MEDIA_TYPE[request.table](kept)
    pieces = [table.head()]
    for row in rows:
        pieces.append(table.row([_term(row[name]) if name in row else None for name in kept], len(pieces) == 1))
    return Reply("SELECT", request.table, "".join([*pieces, table.tail(cut)]).encode(), len(rows), cut)


def _term(cell: Mapping[str, str]) -> results.Term:
    kind, value = cell["type"], cell["value"]
    if kind == "uri":
        return ox.NamedNode(value)
    if kind == "bnode":
        return ox.BlankNode(_LABEL.sub("x", value))
    if language := cell.get("xml:lang"):
        return ox.Literal(value, language=language)
    return ox.Literal(value, datatype=ox.NamedNode(cell["datatype"]) if "datatype" in cell else None)


def _iri(address: str) -> ox.NamedNode:
    return ox.NamedNode(address)
