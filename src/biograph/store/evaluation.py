"""A query evaluated by pyoxigraph within limits; imports little, as the processes that queries run in load it."""

from __future__ import annotations

import time
from collections.abc import Iterable
from difflib import get_close_matches
from typing import TypeAlias

import pyoxigraph as ox

from biograph.errors import NotFoundError, QueryError
from biograph.namespaces import PREFIXES, QUERY_PREFIXES
from biograph.sparql import syntax_error, vet
from biograph.sparql.asking import TABLES, Limits, Reply, Request, Value
from biograph.sparql.vetting import resolved
from biograph.store import results
from biograph.store.files import written

OxTerm: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_Results: TypeAlias = ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean


def evaluate(engine: ox.Store, request: Request, limits: Limits) -> Reply:
    """What a query finds, its rows and bytes limited, its time as far as rows come; the rest is the caller's to stop.

    Raises QueryError when the query is wrong, is refused, or has no answer in the media type that is wanted, and
    NotFoundError when it names a graph that is not there.
    """
    start = time.monotonic()
    form = vet(request.text).form
    found = solve(engine, request)
    until = start + limits.seconds if limits.seconds else float("inf")
    if isinstance(found, ox.QueryBoolean):
        reply = _truth(found, request.table)
    elif isinstance(found, ox.QueryTriples):
        reply = _triples(found, form, request.triples, limits, until)
    else:
        reply = _rows(found, request, limits, until)
    return Reply(form, reply.media_type, reply.body, reply.rows, reply.cut, time.monotonic() - start)


def solve(engine: ox.Store, request: Request) -> _Results:
    """The engine's own answer to a vetted query; raises what `evaluate` does."""
    graphs = [resolved(graph, request.base) for graph in vet(request.text).graphs]
    _expect_graphs(engine, [*graphs, *request.default_graphs, *request.named_graphs])
    try:
        values: dict[ox.Variable, OxTerm] = {ox.Variable(name): term(value) for name, value in request.values.items()}
        if not request.default_graphs and not request.named_graphs:
            return engine.query(
                request.text, base_iri=request.base or None, prefixes=QUERY_PREFIXES, substitutions=values
            )
        return engine.query(
            request.text,
            base_iri=request.base or None,
            prefixes=QUERY_PREFIXES,
            substitutions=values,
            default_graph=[ox.NamedNode(graph) for graph in request.default_graphs],
            named_graphs=[ox.NamedNode(graph) for graph in request.named_graphs],
        )
    except SyntaxError as error:
        raise syntax_error(str(error), request.text) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(str(error), where="query") from error


def term(value: Value) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """The engine's term for a value to bind."""
    kind, text, language, datatype = value
    if kind == "iri":
        return ox.NamedNode(text)
    if kind == "node":
        return ox.BlankNode(text)
    if language:
        return ox.Literal(text, language=language)
    return ox.Literal(text, datatype=ox.NamedNode(datatype) if datatype else None)


def _expect_graphs(engine: ox.Store, graphs: Iterable[str]) -> None:
    for graph in graphs:
        if not _is_there(engine, graph):
            there = [named.value for named in engine.named_graphs() if isinstance(named, ox.NamedNode)]
            near = get_close_matches(graph, there, 3, 0.8)
            hint = f"nearest: {', '.join(near)}" if near else "SELECT DISTINCT ?g { GRAPH ?g {} } lists them"
            raise NotFoundError(f"no graph <{graph}> in this dataset", where="query", hint=hint)


def _is_there(engine: ox.Store, graph: str) -> bool:
    try:
        return engine.contains_named_graph(ox.NamedNode(graph))
    except ValueError as error:  # not an absolute address
        raise QueryError(f"not the address of a graph: {graph}", where="query") from error


def _truth(found: ox.QueryBoolean, media_type: str) -> Reply:
    if media_type in (TABLES["csv"], TABLES["tsv"]):  # the standard has no such form; this is usual
        return Reply("ASK", media_type, f"{bool(found)}\n".lower().encode(), 1)
    form = ox.QueryResultsFormat.from_media_type(media_type)
    if not form:
        raise QueryError(f"yes or no cannot be written as {media_type}", hint="try application/sparql-results+json")
    return Reply("ASK", media_type, found.serialize(format=form) or b"", 1)


def _rows(found: ox.QuerySolutions, request: Request, limits: Limits, until: float) -> Reply:
    if request.table not in results.BY_MEDIA_TYPE:
        raise QueryError(f"rows cannot be written as {request.table}", hint="try text/csv")
    names = [variable.value for variable in found.variables]
    places = [place for place, name in enumerate(names) if name not in request.hidden]
    table = results.BY_MEDIA_TYPE[request.table]([names[place] for place in places])
    pieces, size, cut = [table.head()], 0, ""
    for row in found:
        piece = table.row([row[place] for place in places], len(pieces) == 1)
        size += len(piece.encode())
        if cut := _over(len(pieces), size, limits, until):
            break
        pieces.append(piece)
    return Reply("SELECT", request.table, "".join([*pieces, table.tail(cut)]).encode(), len(pieces) - 1, cut)


def _triples(found: ox.QueryTriples, form: str, media_type: str, limits: Limits, until: float) -> Reply:
    rdf = ox.RdfFormat.from_media_type(media_type)
    if not rdf:
        raise QueryError(f"triples cannot be written as {media_type}", hint="try text/turtle")
    kept: dict[str, ox.Triple] = {}
    size, cut = 0, ""
    for triple in found:
        line = str(triple)
        size += 0 if line in kept else len(line.encode())
        if cut := _over(len(kept) + (line not in kept), size, limits, until):
            break
        kept[line] = triple
    body = written([kept[line] for line in sorted(kept)], rdf, PREFIXES)
    said = f"# cut: {cut}\n".encode() if cut and media_type in ("text/turtle", "application/n-triples") else b""
    return Reply(form, media_type, body + said, len(kept), cut)


def _over(rows: int, size: int, limits: Limits, until: float) -> str:
    if limits.rows and rows > limits.rows:
        return "rows"
    if limits.bytes and size > limits.bytes:
        return "bytes"
    return "time" if time.monotonic() > until else ""
