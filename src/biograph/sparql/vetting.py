"""What is refused before a query runs, and what can be known of it before: its form and the graphs it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin

from biograph.errors import QueryError
from biograph.namespaces import QUERY_PREFIXES
from biograph.sparql.lexer import Token, tokens

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
_OPENING, _CLOSING = ("{", "(", "[", "<<", "<<("), ("}", ")", "]", ">>", ")>>")
_DEEPEST = 200  # brackets; the engine crashed the process somewhere between 2,000 and 5,000
_LONGEST = 200_000  # characters; a chain of 20,000 operators crashed it, too, which only a process of its own contains
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


@dataclass(frozen=True, slots=True)
class Vetted:
    """What a query is: its form, in capitals ("" where it is no query), and the graphs of FROM and FROM NAMED."""

    form: str
    graphs: tuple[str, ...]


@lru_cache(maxsize=512)  # programs ask the same text again and again, with other values
def vet(sparql: str) -> Vetted:
    """What a query is, by its tokens; words inside strings, comments, addresses and names mean nothing.

    Raises QueryError for a query that would fetch from elsewhere (SERVICE) or change data, and for one so long or so
    deeply nested that the engine could die of it. Whether it is SPARQL otherwise is left to the engine.
    """
    if len(sparql) > _LONGEST:
        raise QueryError(f"longer than {_LONGEST:,} characters", where="query", hint="bind values instead of listing")
    found = list(tokens(sparql))
    _refuse(found)
    if "\\u" in sparql or "\\U" in sparql:  # by the standard, every character may be written as an escape
        _refuse(list(tokens(_ESCAPE.sub(_unescaped, sparql))))
    form, rest, namespaces = _prologue(found)
    if form in _UPDATES:
        raise QueryError(f"{form} is refused: queries only read", where="query", hint="use " + ", ".join(FORMS))
    return Vetted(form if form in FORMS else "", tuple(_graphs(rest, namespaces)))


def _refuse(found: Sequence[Token]) -> None:
    depth = 0
    for token in found:
        if _is_service(token):
            hint = "ask that endpoint itself; where it is a prefix, declare it by another name"
            raise QueryError("SERVICE is refused: a query never leaves this machine", where="query", hint=hint)
        depth += _brackets(token)
        if depth > _DEEPEST:
            raise QueryError(f"brackets are nested more than {_DEEPEST} deep", where="query")


def _is_service(token: Token) -> bool:
    """The engine reads `SERVICEex:endpoint` as SERVICE and a name, and `trueSERVICE` as two words.

    What looks like an address after a comparison, `?a<?b)SERVICE…>`, may be the comparison and what follows it.
    """
    if token.kind == "iri":
        return "SERVICE" in token.text.upper().partition(")")[2]
    return token.kind in ("word", "name") and "SERVICE" in token.text.upper().partition(":")[0]


def _brackets(token: Token) -> int:
    """How many brackets a token opens, less those it closes; again, what looks like an address may be none."""
    if token.kind == "iri":
        return token.text.count("(") - token.text.count(")")
    return (token.text in _OPENING) - (token.text in _CLOSING) if token.kind == "mark" else 0


def _prologue(found: Sequence[Token]) -> tuple[str, Sequence[Token], dict[str, str]]:
    """The first word after the declarations, in capitals; what follows it; namespaces by prefix, the base by ""."""
    namespaces, base, place = {f"{prefix}:": address for prefix, address in QUERY_PREFIXES.items()}, "", 0
    while place < len(found):
        if found[place].is_word("BASE") and place + 1 < len(found):
            base, place = _absolute(found[place + 1], base), place + 2
        elif found[place].is_word("PREFIX") and place + 2 < len(found):
            namespaces[found[place + 1].text] = _absolute(found[place + 2], base)
            place += 3
        elif found[place].is_word("VERSION"):
            place += 2
        else:
            break
    first = found[place].text.upper() if place < len(found) and found[place].kind == "word" else ""
    return first, found[place + 1 :], namespaces | {"": base}


def _graphs(found: Sequence[Token], namespaces: dict[str, str]) -> Iterator[str]:
    for place, token in enumerate(found):
        if token.is_word("FROM"):
            following = [t for t in found[place + 1 : place + 3] if not t.is_word("NAMED")][:1]
            for graph in following:
                if graph.kind == "iri":
                    yield _absolute(graph, namespaces[""])
                elif graph.kind == "name" and (prefix := graph.text.partition(":")[0] + ":") in namespaces:
                    yield namespaces[prefix] + re.sub(r"\\(.)", r"\1", graph.text.removeprefix(prefix))


def _absolute(iri: Token, base: str) -> str:
    address = _ESCAPE.sub(_unescaped, iri.text[1:-1])
    return urljoin(base, address) if base else address


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else ""
