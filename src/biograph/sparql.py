"""SPARQL as text: the prefixes everyone may use, what is refused before it runs, and syntax errors in words."""

from __future__ import annotations

import re

from rdflib import OWL, PROV, RDF, RDFS, SKOS, XSD
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
QUERY_PREFIXES = PREFIXES | {"id": BASE}

# What may hold any word without meaning it: comments, strings, addresses, variables. Prefixed names are not among them:
# the engine reads `SERVICEex:endpoint` as SERVICE and a name.
_WORD = re.compile(
    r"""
    \#[^\n\r]*
    | \"\"\" (?: [^"\\] | \\. | "(?!"") )* \"\"\" | ''' (?: [^'\\] | \\. | '(?!'') )* '''
    | " (?: [^"\\\n\r] | \\. )* " | ' (?: [^'\\\n\r] | \\. )* '
    | < [^<>"{}|^`\\\x00-\x20]* >
    | [?$] \w+
    | (?P<service> service ) | (?P<bracket> [{}()\[\]] )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_DEEPEST = 200  # pyoxigraph 0.5 crashed the process somewhere between 2,000 and 5,000
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_POSITION = re.compile(r"error at (\d+):(\d+)")


def vet(sparql: str) -> None:
    """Raises QueryError for a query that would fetch from elsewhere (SERVICE), or nested so deep that the engine dies.

    SPARQL lets every character be written as an escape, so the query is looked at as written and with them undone.
    """
    for text in (sparql, _ESCAPE.sub(_unescaped, sparql)):
        depth = 0
        for match in _WORD.finditer(text):
            if match["service"]:
                hint = "ask that endpoint itself; in a prefixed name, write the address in full"
                raise QueryError("SERVICE is refused: a query never leaves this machine", where="query", hint=hint)
            depth += {"{": 1, "(": 1, "[": 1}.get(match["bracket"], -1) if match["bracket"] else 0
            if depth > _DEEPEST:
                raise QueryError(f"brackets are nested more than {_DEEPEST} deep", where="query")


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
