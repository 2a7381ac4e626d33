"""SPARQL as text: the prefixes everyone may use, what is refused before it runs, and syntax errors in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rdflib import OWL, PROV, RDF, RDFS, SKOS, XSD, Namespace
from rdflib.namespace import DCTERMS

from biograph.errors import QueryError
from biograph.vocabulary import BASE, BG, OA, SCHEMA

PREFIXES = {
    "bg": str(BG),
    "dcterms": str(DCTERMS),
    "oa": str(OA),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "skos": str(SKOS),
    "xsd": str(XSD),
}
QUERY_PREFIXES = PREFIXES | {"id": str(Namespace(BASE))}

# What may hold any word without meaning it: comments, strings, addresses, variables, language tags and prefixed names.
_WORD = re.compile(
    r"""
    \#[^\n\r]*
    | \"\"\" (?: [^"\\] | \\. | "(?!"") )* \"\"\" | ''' (?: [^'\\] | \\. | '(?!'') )* '''
    | " (?: [^"\\\n\r] | \\. )* " | ' (?: [^'\\\n\r] | \\. )* '
    | < [^<>"{}|^`\\\x00-\x20]* >
    | [?$@] \w+
    | [\w.-]* : (?: [\w.:%-] | \\. )*
    | (?P<keyword> [A-Za-z]+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_POSITION = re.compile(r"error at (\d+):(\d+)")


def keywords(sparql: str) -> Iterator[str]:
    """The bare words of a query in capitals, without those in comments, strings, addresses and names."""
    return (match["keyword"].upper() for match in _WORD.finditer(sparql) if match["keyword"])


def refuse_remote(sparql: str) -> None:
    """Raises QueryError when a query would fetch from elsewhere (SERVICE), also when written with escapes."""
    for text in (sparql, _ESCAPE.sub(_unescaped, sparql)):
        if "SERVICE" in keywords(text):
            raise QueryError("SERVICE is refused: a query never leaves this machine", hint="query that endpoint itself")


def syntax_error(message: str, sparql: str) -> QueryError:
    """The engine's syntax error as one line that says where in the query it stands."""
    position = _POSITION.search(message)
    undeclared = "Prefix not found" in message
    what = "a prefix is not declared" if undeclared else "not SPARQL"
    hint = "write PREFIX name: <address> before the query" if undeclared else "only SELECT, ASK, CONSTRUCT, DESCRIBE"
    if not position:
        return QueryError(f"{what}: {message}", where="query", hint=hint)
    line, column = int(position[1]), int(position[2])
    rest = (sparql.splitlines() or [""])[line - 1 : line]
    near = rest[0][column - 1 :][:30] if rest else ""
    spot = f"at “{near}”" if near.strip() else "at the end of the line"
    return QueryError(f"{what} {spot}", where=f"query, line {line}, column {column}", hint=hint)


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else ""
