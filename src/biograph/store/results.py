"""Rows in the W3C's result formats, written one by one, so that an answer can end at a limit and still be whole."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape  # not the one of xml.sax, which loads an HTTP client
from typing import Any, Protocol

import pyoxigraph as ox

from biograph.sparql.asking import TABLES

_NAMESPACE = "http://www.w3.org/2005/sparql-results#"
# Not a character of XML 1.0 (https://www.w3.org/TR/xml/#charsets), which no escape can write.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Table(Protocol):
    """A format of rows: what stands before them, each of them, and what stands after them."""

    def head(self, variables: Sequence[str]) -> str: ...
    def row(self, cells: Iterable[tuple[str, Term | None]], first: bool) -> str: ...
    def tail(self, cut: str) -> str: ...


class Json:
    """SPARQL 1.1 Query Results JSON; a cut answer has a member `cut` beside `results`."""

    def head(self, variables: Sequence[str]) -> str:
        return f'{{"head":{{"vars":{_json(list(variables))}}},"results":{{"bindings":['

    def row(self, cells: Iterable[tuple[str, Term | None]], first: bool) -> str:
        return ("\n" if first else ",\n") + _json({name: as_json(term) for name, term in cells if term is not None})

    def tail(self, cut: str) -> str:
        return "\n]}" + (f',"cut":{_json(cut)}' if cut else "") + "}\n"


class Xml:
    """SPARQL Query Results XML; a cut answer says so in a comment."""

    def head(self, variables: Sequence[str]) -> str:
        names = "".join(f'<variable name="{_text(name)}"/>' for name in variables)
        return f'<?xml version="1.0"?>\n<sparql xmlns="{_NAMESPACE}">\n<head>{names}</head>\n<results>\n'

    def row(self, cells: Iterable[tuple[str, Term | None]], first: bool) -> str:
        bound = (f'<binding name="{_text(name)}">{_xml(term)}</binding>' for name, term in cells if term is not None)
        return f"<result>{''.join(bound)}</result>\n"

    def tail(self, cut: str) -> str:
        return "</results>\n" + (f"<!-- cut: {cut} -->\n" if cut else "") + "</sparql>\n"


class Csv:
    """SPARQL 1.1 Query Results CSV, terms as plain texts; it has no place to say that it was cut."""

    def head(self, variables: Sequence[str]) -> str:
        return _line(variables)

    def row(self, cells: Iterable[tuple[str, Term | None]], first: bool) -> str:
        return _line([_plain(term) for _, term in cells])

    def tail(self, cut: str) -> str:
        return ""


class Tsv:
    """SPARQL 1.1 Query Results TSV, terms in the syntax of Turtle; it has no place to say that it was cut."""

    def head(self, variables: Sequence[str]) -> str:
        return "\t".join(f"?{name}" for name in variables) + "\n"

    def row(self, cells: Iterable[tuple[str, Term | None]], first: bool) -> str:
        return "\t".join("" if term is None else str(term).replace("\t", "\\t") for _, term in cells) + "\n"

    def tail(self, cut: str) -> str:
        return ""


BY_MEDIA_TYPE: dict[str, Table] = {
    TABLES["json"]: Json(),
    TABLES["xml"]: Xml(),
    TABLES["csv"]: Csv(),
    TABLES["tsv"]: Tsv(),
}


def rows(solutions: ox.QuerySolutions, kept: Sequence[str]) -> Iterator[list[tuple[str, Term | None]]]:
    """Each solution as pairs of the kept variables and their terms."""
    for solution in solutions:
        yield [(name, solution[name]) for name in kept]


def as_json(term: Term) -> dict[str, Any]:
    """A term as SPARQL's JSON has it, triples as SPARQL 1.2's has them."""
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: as_json(part) for name, part in parts.items()}}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype.value == "http://www.w3.org/2001/XMLSchema#string":
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _xml(term: Term) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<uri>{_text(term.value)}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{_text(term.value)}</bnode>"
    if isinstance(term, ox.Triple):
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        return f"<triple>{''.join(f'<{name}>{_xml(part)}</{name}>' for name, part in parts)}</triple>"
    if term.language:
        return f'<literal xml:lang="{_text(term.language)}">{_text(term.value)}</literal>'
    if term.datatype.value == "http://www.w3.org/2001/XMLSchema#string":
        return f"<literal>{_text(term.value)}</literal>"
    return f'<literal datatype="{_text(term.datatype.value)}">{_text(term.value)}</literal>'


def _text(value: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", value)).replace("\r", "&#13;")


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.BlankNode | ox.Triple):
        return str(term)
    return term.value


def _line(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
