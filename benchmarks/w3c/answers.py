"""Answers that are the same by value: rows in any order or in theirs, blank nodes by any name, numbers by value."""

from __future__ import annotations

import csv
import io
import re
import struct
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

import pyoxigraph as ox

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGER = ox.NamedNode(f"{XSD}integer")
_WHOLE = (
    "integer nonPositiveInteger negativeInteger nonNegativeInteger positiveInteger long int short byte "
    "unsignedLong unsignedInt unsignedShort unsignedByte"
)
_DERIVED = frozenset(XSD + name for name in _WHOLE.split())
Term = ox.NamedNode | ox.BlankNode | ox.Literal
Row = Mapping[str, Term]
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")


def _zone(text: str) -> str:
    return re.sub(r"[+-]00:00$", "Z", text)


def _single(text: str) -> str:
    return repr(struct.unpack("f", struct.pack("f", float(text)))[0])


_CANONICAL: dict[str, Callable[[str], str]] = {
    **{XSD + name: lambda text: str(int(text)) for name in _WHOLE.split()},
    XSD + "decimal": lambda text: f"{Decimal(text).normalize():f}",
    XSD + "double": lambda text: repr(float(text)),
    XSD + "float": _single,
    XSD + "boolean": lambda text: {"1": "true", "0": "false"}.get(text, text),
    XSD + "date": _zone,
    XSD + "dateTime": _zone,
}


@dataclass(frozen=True)
class Rows:
    """Rows of terms by variable."""

    variables: frozenset[str]
    rows: tuple[Row, ...]


Answer = bool | Rows | ox.Dataset


def table(body: bytes, ending: str) -> Answer:
    """An answer in one of the W3C's formats of results: srj, srx, tsv, or csv, which has texts instead of terms."""
    if ending == "csv":
        head, *lines = csv.reader(io.StringIO(body.decode(), newline=""))
        return Rows(frozenset(head), tuple(_texts(head, line) for line in lines))
    form = ox.QueryResultsFormat.from_extension(ending)
    found = ox.parse_query_results(body, format=form)
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    names = [variable.value for variable in found.variables]
    rows = tuple({name: term for name in names if (term := row[name]) is not None} for row in found)
    return Rows(frozenset(names), rows)


def graph(body: bytes, ending: str, base: str) -> Answer:
    """What a graph says, or the rows or truth that it describes in the vocabulary of result sets."""
    form = ox.RdfFormat.from_extension(ending)
    found = ox.Dataset(ox.parse(body, format=form, base_iri=base))
    described = list(found.quads_for_object(ox.NamedNode(RS + "ResultSet")))
    return _described(found, described[0].subject) if described else found


def is_same(expected: Answer, found: Answer, *, ordered: bool = False, lax: bool = False) -> bool:
    """Whether two answers are the same by value: in order, too, if told so; with fewer duplicates, if that is lax."""
    if isinstance(expected, Rows) and isinstance(found, Rows):
        one, other = (_canonical(_as_graph(rows.rows, ordered, counted=not lax)) for rows in (expected, found))
        as_many = len(found.rows) <= len(expected.rows) if lax else len(found.rows) == len(expected.rows)
        return expected.variables == found.variables and as_many and one == other
    if isinstance(expected, ox.Dataset) and isinstance(found, ox.Dataset):
        return _canonical(_valued(expected)) == _canonical(_valued(found))
    return isinstance(expected, bool) and expected is found


def value(term: Term) -> Term:
    """The term with its value in canonical form; ill-formed literals are left as they are.

    A value of a type derived from integer is that integer (https://www.w3.org/TR/xmlschema11-2/#integer).
    """
    if not isinstance(term, ox.Literal) or term.language:
        return term
    try:
        text = _CANONICAL.get(term.datatype.value, str)(term.value)
    except (ValueError, InvalidOperation, OverflowError):
        return term
    return ox.Literal(text, datatype=_INTEGER if term.datatype.value in _DERIVED else term.datatype)


def _described(found: ox.Dataset, described: ox.NamedNode | ox.BlankNode) -> Answer:
    def objects(subject: Term, name: str) -> list[Term]:
        return [q.object for q in found.quads_for_subject(subject) if q.predicate.value == RS + name]

    def bindings(solution: Term) -> Row:
        return {
            objects(binding, "variable")[0].value: objects(binding, "value")[0]
            for binding in objects(solution, "binding")
        }

    if truth := objects(described, "boolean"):
        return truth[0].value == "true"
    variables = frozenset(variable.value for variable in objects(described, "resultVariable"))
    solutions = objects(described, "solution")
    if solutions and objects(solutions[0], "index"):
        solutions.sort(key=lambda solution: int(objects(solution, "index")[0].value))
    return Rows(variables, tuple(bindings(solution) for solution in solutions))


def _as_graph(rows: Iterable[Row], ordered: bool, counted: bool) -> ox.Dataset:
    """Rows as a graph, so that blank nodes compare across rows; equal rows are one node with their number."""
    keys = [tuple(sorted((name, value(term)) for name, term in row.items())) for row in rows]
    numbered = [(row, place) for place, row in enumerate(keys)] if ordered else Counter(keys).items()
    quads = []
    for row, found in numbered:
        number = found if counted or ordered else 1
        node = ox.BlankNode()
        quads.append(ox.Quad(node, ox.NamedNode(RS + "index"), ox.Literal(number)))
        quads += [ox.Quad(node, ox.NamedNode(f"{RS}row/{name}"), term) for name, term in row]
    return ox.Dataset(quads)


def _valued(graph: ox.Dataset) -> ox.Dataset:
    return ox.Dataset(ox.Quad(q.subject, q.predicate, value(q.object)) for q in graph)


def _canonical(graph: ox.Dataset) -> ox.Dataset:
    graph.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return graph


def _texts(head: Sequence[str], line: Sequence[str]) -> Row:
    """A line of CSV, which tells blank nodes and numbers by their looks, and nothing unbound from an empty text."""

    def term(cell: str) -> Term:
        if cell.startswith("_:"):
            return ox.BlankNode(cell[2:])
        return ox.Literal(float(cell)) if _NUMBER.fullmatch(cell) else ox.Literal(cell)

    return {name: term(cell) for name, cell in zip(head, line, strict=True) if cell}
