"""Answers as text: aligned or Markdown tables for people, the W3C's formats for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias
from urllib.parse import unquote

import rdflib
from rdflib import BNode, Literal, URIRef

from biograph import markdown, table
from biograph.errors import QueryError
from biograph.sparql import QUERY_PREFIXES
from biograph.sparql.asking import TABLES, TRIPLES, Reply

Term: TypeAlias = URIRef | BNode | Literal
# The addresses that the cells of rows open, or empty texts.
Links: TypeAlias = Callable[[Sequence[Sequence[Term | None]]], list[list[str]]]
FORMATS = {
    "table": "aligned columns for reading; yes or no for ASK",
    "markdown": "a table for a report",
    "csv": "SPARQL 1.1 results as CSV",
    "tsv": "SPARQL 1.1 results as TSV, terms in Turtle's syntax",
    "json": "SPARQL 1.1 results as JSON",
    "xml": "SPARQL results as XML",
    "turtle": "the triples of CONSTRUCT and DESCRIBE",
}
_FOR_PEOPLE = ("table", "markdown")


def media_types(format: str | None) -> tuple[str, str]:
    """The media types of rows and of triples in which an engine is asked for what `show` makes a format of."""
    if format is not None and format not in FORMATS:
        raise QueryError(f"no such format: {format}", hint=f"there is {', '.join(FORMATS)}")
    triples = TRIPLES["ntriples"] if format in _FOR_PEOPLE else TRIPLES["turtle"]
    return TABLES.get(format or "table", TABLES["json"]), triples


def show(reply: Reply, format: str | None = None, *, columns: int | None = None, links: Links | None = None) -> str:
    """An answer as text that ends in a line break, in the format that it was asked for by `media_types`.

    None is a table, for triples Turtle. `columns` is the terminal's width, which only a table heeds; `links` gives
    the addresses that its cells open. Raises QueryError for a format that this form of answer does not have.
    """
    if reply.form in ("CONSTRUCT", "DESCRIBE"):
        if format in (None, "turtle"):
            return reply.body.decode()
        if format not in _FOR_PEOPLE:
            raise QueryError(f"triples cannot be written as {format}", hint="try turtle")
        return _lines(["subject", "predicate", "object"], triples(reply), format, columns, links)
    if format == "turtle":
        raise QueryError("only CONSTRUCT and DESCRIBE give Turtle", hint="try json or csv")
    if format not in (None, *_FOR_PEOPLE):
        return reply.body.decode().rstrip("\n") + "\n"
    if reply.form == "ASK":
        return f"{str(json.loads(reply.body)['boolean']).lower()}\n"
    header, found = rows(reply)
    return _lines(header, found, format or "table", columns, links)


def rows(reply: Reply) -> tuple[list[str], list[list[Term | None]]]:
    """The variables and the rows of an answer in SPARQL's JSON, None where one is unbound."""
    found = json.loads(reply.body)
    names = found["head"]["vars"]
    return names, [[_term(row.get(name)) for name in names] for row in found["results"]["bindings"]]


def triples(reply: Reply) -> list[list[Term | None]]:
    """The triples of an answer in N-Triples, sorted."""
    graph = rdflib.Graph().parse(data=reply.body, format="nt")
    found = sorted(graph, key=lambda triple: [term.n3() for term in triple])
    return [[term for term in triple if isinstance(term, URIRef | BNode | Literal)] for triple in found]


def brief(term: Term | None) -> str:
    """A term for people: an address with its prefix, a literal without language and type, nothing as nothing.

    A name such as `id:Company/유한양행` is for reading; in a query the address is written out, in angle brackets.
    """
    if not isinstance(term, URIRef):
        return "" if term is None else str(term)
    for prefix, namespace in QUERY_PREFIXES.items():
        if term.startswith(namespace) and term != namespace:
            return f"{prefix}:{unquote(term.removeprefix(namespace))}"
    return str(term)


def _lines(
    header: Sequence[str], rows: Sequence[Sequence[Term | None]], format: str, columns: int | None, links: Links | None
) -> str:
    cells = [[brief(term) for term in row] for row in rows]
    if format == "markdown":
        return markdown.table(header, cells)
    return table.render(header, cells, columns=columns, links=links(rows) if links else ())


def _term(cell: Mapping[str, str] | None) -> Term | None:
    if cell is None:
        return None
    if cell["type"] == "uri":
        return URIRef(cell["value"])
    if cell["type"] == "bnode":
        return BNode(cell["value"])
    if cell["type"] == "triple":
        return Literal(json.dumps(cell["value"], ensure_ascii=False))
    datatype = cell.get("datatype")
    return Literal(
        cell["value"], lang=cell.get("xml:lang"), datatype=URIRef(datatype) if datatype else None, normalize=False
    )
