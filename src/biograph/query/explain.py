"""What a query does, before anybody waits for it: how it is read, and how much each of its patterns finds alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Node

from biograph.errors import BiographError
from biograph.query.asking import request_of
from biograph.query.formats import rows
from biograph.query.named import NamedQuery
from biograph.sparql import QUERY_PREFIXES, tokens, vet
from biograph.sparql.asking import Engine, Request
from biograph.vocabulary import Ontology


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern, in GRAPH where it stands in one, and how many solutions it has alone, in all graphs.

    `matches` is None where counting them took too much.
    """

    text: str
    matches: int | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a query is read as. `graphs` are those of FROM, none where it asks the union of all."""

    form: str
    values: Mapping[str, str]
    graphs: tuple[str, ...]
    patterns: tuple[Pattern, ...]


def explain(engine: Engine, query: NamedQuery | str, values: Mapping[str, str] | None = None) -> Plan:
    """How a query is read. Raises what `ask` raises, as the query is tried once for a syntax error.

    Patterns are told apart by rdflib's parser; where that does not read a query that the engine reads, there are none.
    """
    request = request_of(query, None, values)
    found = vet(request.text)
    counted = tuple(Pattern(_brief(text), _count(engine, text)) for text in dict.fromkeys(_patterns(request.text)))
    return Plan(found.form, {name: value[1] for name, value in request.values.items()}, found.graphs, counted)


def unknown(text: str, ontology: Ontology) -> dict[str, list[str]]:
    """The names with the prefix bg: that the ontology does not have, each with the nearest that it has.

    >>> from biograph.vocabulary import load
    >>> unknown("ASK { ?a bg:partnerWith ?b }", load())
    {'bg:partnerWith': ['bg:partnersWith']}
    """
    there = {*ontology.labels, *ontology.parents, *ontology.properties}
    asked = [token.text for token in tokens(text) if token.kind == "name" and token.text.startswith("bg:")]
    return {
        name: [f"bg:{near}" for near in get_close_matches(name.removeprefix("bg:"), there, 3)]
        for name in dict.fromkeys(asked)
        if name.removeprefix("bg:") not in there
    }


def _patterns(text: str) -> Iterator[str]:
    try:
        yield from list(_below(translateQuery(parseQuery(_unescaped(text)), initNs=QUERY_PREFIXES).algebra, None))
    except Exception:  # the parser raises many kinds, and reads no SPARQL 1.2
        return


def _unescaped(text: str) -> str:
    """Names such as id:Company\\/유한양행 written out: the parser leaves their backslashes in the address."""
    pieces, place = [], 0
    for token in tokens(text):
        prefix, _, local = token.text.partition(":")
        if token.kind == "name" and "\\" in local and prefix in QUERY_PREFIXES:
            address = QUERY_PREFIXES[prefix] + local.replace("\\", "")
            pieces += [text[place : token.start], f"<{address}>"]
            place = token.end
    return "".join([*pieces, text[place:]])


def _below(part: Any, graph: Node | None) -> Iterator[str]:
    """The patterns of a piece of algebra, in the order of the text as far as the algebra keeps it."""
    if isinstance(part, CompValue):
        inner = part.term if part.name == "Graph" else graph
        if part.name == "BGP":
            yield from (_written(triple, inner) for triple in part.triples)
        for key, value in part.items():
            if key != "triples" and key != "_vars":
                yield from _below(value, inner)
    elif isinstance(part, list | tuple):
        for one in part:
            yield from _below(one, graph)


def _written(triple: tuple[Any, Any, Any], graph: Node | None) -> str:
    text = " ".join(term.n3() for term in triple)
    return f"GRAPH {graph.n3()} {{ {text} }}" if graph is not None else text


def _count(engine: Engine, pattern: str) -> int | None:
    try:
        reply = engine.ask(Request(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}"))
    except BiographError:
        return None
    return int(str(rows(reply)[1][0][0]))


def _brief(pattern: str) -> str:
    """The pattern with prefixes in place of long addresses."""
    for prefix, namespace in QUERY_PREFIXES.items():
        pattern = pattern.replace(f"<{namespace}", f"<\0{prefix}:")
    pieces = pattern.split("<\0")
    return pieces[0] + "".join(piece.replace(">", "", 1) for piece in pieces[1:])
