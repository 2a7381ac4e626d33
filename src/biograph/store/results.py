"""Rows in the W3C's result formats, written one by one, so that an answer can end at a limit and still be whole."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from html import escape  # not the one of xml.sax, which loads an HTTP client
from json.encoder import encode_basestring as _string
from typing import Protocol

import pyoxigraph as ox

from biograph.sparql.asking import TABLES

_NAMESPACE = "http://www.w3.org/2005/sparql-results#"
_STRING = "http://www.w3.org/2001/XMLSchema#string"
# Not a character of XML 1.0 (https://www.w3.org/TR/xml/#charsets), which no escape can write.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


class Table(Protocol):
    """A format of rows, for the variables it is made with: what stands before, in and after them."""

    def __init__(self, variables: Sequence[str]) -> None: ...
    def head(self) -> str: ...
    def row(self, cells: Iterable[Term | None], first: bool) -> str: ...
    def tail(self, cut: str) -> str: ...


class Json:
    """SPARQL 1.1 Query Results JSON; a cut answer has a member `cut` beside `results`."""

    def __init__(self, variables: Sequence[str]) -> None:
        self._names = [f"{_string(name)}:" for name in variables]
        self._variables = list(variables)

    def head(self) -> str:
        return f'{{"head":{{"vars":{json.dumps(self._variables)}}},"results":{{"bindings":['

    def row(self, cells: Iterable[Term | None], first: bool) -> str:
        pairs = ",".join(
            [f"{name}{_json(term)}" for name, term in zip(self._names, cells, strict=True) if term is not None]
        )
        return f"\n{{{pairs}}}" if first else f",\n{{{pairs}}}"

    def tail(self, cut: str) -> str:
        return "\n]}" + (f',"cut":{_string(cut)}' if cut else "") + "}\n"


class Xml:
    """SPARQL Query Results XML; a cut answer says so in a comment."""

    def __init__(self, variables: Sequence[str]) -> None:
        self._names = [_text(name) for name in variables]

    def head(self) -> str:
        names = "".join(f'<variable name="{name}"/>' for name in self._names)
        return f'<?xml version="1.0"?>\n<sparql xmlns="{_NAMESPACE}">\n<head>{names}</head>\n<results>\n'

    def row(self, cells: Iterable[Term | None], first: bool) -> str:
        pairs = zip(self._names, cells, strict=True)
        bound = [f'<binding name="{name}">{_xml(term)}</binding>' for name, term in pairs if term is not None]
        return f"<result>{''.join(bound)}</result>\n"

    def tail(self, cut: str) -> str:
        return "</results>\n" + (f"<!-- cut: {cut} -->\n" if cut else "") + "</sparql>\n"


class Csv:
    """SPARQL 1.1 Query Results CSV, terms as plain texts; it has no place to say that it was cut."""

    def __init__(self, variables: Sequence[str]) -> None:
        self._variables = variables

    def head(self) -> str:
        return _line(self._variables)

    def row(self, cells: Iterable[Term | None], first: bool) -> str:
        return _line([_plain(term) for term in cells])

    def tail(self, cut: str) -> str:
        return ""


class Tsv:
    """SPARQL 1.1 Query Results TSV, terms in the syntax of Turtle; it has no place to say that it was cut."""

    def __init__(self, variables: Sequence[str]) -> None:
        self._variables = variables

    def head(self) -> str:
        return "\t".join(f"?{name}" for name in self._variables) + "\n"

    def row(self, cells: Iterable[Term | None], first: bool) -> str:
        return "\t".join(["" if term is None else str(term).replace("\t", "\\t") for term in cells]) + "\n"

    def tail(self, cut: str) -> str:
        return ""


BY_MEDIA_TYPE: dict[str, type[Table]] = {
    TABLES["json"]: Json,
    TABLES["xml"]: Xml,
    TABLES["csv"]: Csv,
    TABLES["tsv"]: Tsv,
}


def _json(term: Term) -> str:
    """A term as SPARQL's JSON has it, triples as SPARQL 1.2's has them; by hand, as there are very many of them."""
    if isinstance(term, ox.NamedNode):
        return f'{{"type":"uri","value":{_string(term.value)}}}'
    if isinstance(term, ox.BlankNode):
        return f'{{"type":"bnode","value":{_string(term.value)}}}'
    if isinstance(term, ox.Triple):
        parts = f'"subject":{_json(term.subject)},"predicate":{_json(term.predicate)},"object":{_json(term.object)}'
        return f'{{"type":"triple","value":{{{parts}}}}}'
    said = f'{{"type":"literal","value":{_string(term.value)}'
    if term.language:
        return f'{said},"xml:lang":{_string(term.language)}}}'
    datatype = term.datatype.value
    return f"{said}}}" if datatype == _STRING else f'{said},"datatype":{_string(datatype)}}}'


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
    if term.datatype.value == _STRING:
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
