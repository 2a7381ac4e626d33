"""What is refused before a query runs, and what can be known of it before: its form and the graphs it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from urllib.parse import urljoin

from biograph.errors import QueryError
from biograph.namespaces import QUERY_PREFIXES
from biograph.sparql.lexer import Token, token_at, tokens

FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
_OPENING, _CLOSING = ("{", "(", "[", "<<", "<<("), ("}", ")", "]", ">>", ")>>")
_DEEPEST = 200  # brackets; the engine crashed the process somewhere between 2,000 and 5,000
_LONGEST = 100_000  # characters; a chain of 20,000 operators crashed it, too, which only a process of its own contains
_STARTS = re.compile("['#(]")
_ABSOLUTE = re.compile("<[A-Za-z][A-Za-z0-9+.-]*://")  # no expression begins so
_SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]*:")
_PUZZLES = 500  # places that may be read in two ways; each may take as long as the text is
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


@dataclass(frozen=True, slots=True)
class Vetted:
    """What a query is: its form, in capitals ("" where it is no query), and the graphs of FROM and FROM NAMED.

    Graphs are absolute as far as the query tells their base.
    """

    form: str
    graphs: tuple[str, ...]


@lru_cache(maxsize=4096)  # programs ask the same text again and again, with other values
def vet(sparql: str) -> Vetted:
    """What a query is, by its tokens; words inside strings, comments, addresses and names mean nothing.

    Raises QueryError for a query that would fetch from elsewhere (SERVICE) or change data, and for one so long or so
    deeply nested that the engine could die of it. Whether it is SPARQL otherwise is left to the engine.
    """
    if len(sparql) > _LONGEST:
        raise QueryError(f"longer than {_LONGEST:,} characters", where="query", hint="bind values instead of listing")
    found = list(_head(sparql)) if _is_plain(sparql) else _read_warily(sparql)
    form, rest, namespaces = _prologue(found)
    if form in _UPDATES:
        raise QueryError(f"{form} is refused: queries only read", where="query", hint="use " + ", ".join(FORMS))
    return Vetted(form if form in FORMS else "", tuple(_graphs(rest, namespaces)))


def _is_plain(sparql: str) -> bool:
    """Whether nothing can be refused of it however it is read, and FROM is not in it: so are most, and quickly read."""
    loud = sparql.upper()
    risky = "SERVICE" in loud or "FROM" in loud or "\\" in loud or "<?" in loud or "<$" in loud
    return not risky and sum(map(sparql.count, "{([<")) <= _DEEPEST


def _head(sparql: str) -> Iterator[Token]:
    """The tokens to the first word that declares nothing."""
    for token in tokens(sparql):
        yield token
        if token.kind == "word" and not token.is_word("BASE", "PREFIX", "VERSION"):
            return


def _read_warily(sparql: str) -> list[Token]:
    found = _read(sparql)
    if "\\u" in sparql or "\\U" in sparql:  # by the standard, every character may be written as an escape
        _read(_ESCAPE.sub(_unescaped, sparql))
    _expect_blanks(found)
    return found


def _read(sparql: str) -> list[Token]:
    """The tokens of a text. Raises QueryError for one that must not run, in whatever way it is read.

    The engine does not always take the longest token, as it should: `?a<'>'` is a comparison to it, not an address.
    """
    read: dict[int, Token] = {}
    puzzles = _follow(sparql, 0, 0, read)
    found = [token for token in read.values() if token.kind not in ("blank", "comment")]
    while puzzles:
        if len(puzzles) > _PUZZLES:
            hint = "write blanks around < and >, or whole addresses"
            raise QueryError("too much of it can be read in two ways", where="query", hint=hint)
        puzzles += _follow(sparql, *puzzles.pop(), read)
    return found


def _follow(sparql: str, place: int, depth: int, read: dict[int, Token]) -> list[tuple[int, int]]:
    """Read on from a place, with so many brackets open, to where all has been read: each place is read once.

    Return where else to read on, because a token could be read otherwise, with the brackets that are open there.
    """
    puzzles = []
    while place < len(sparql) and place not in read:
        token = read[place] = token_at(sparql, place)
        if _is_puzzle(token):
            puzzles.append((place + 1, depth))
        if token.kind == "mark":
            depth += (token.text in _OPENING) - (token.text in _CLOSING)
        elif _is_service(token):
            hint = "ask that endpoint itself; where it is a name, write its address in full"
            raise QueryError("SERVICE is refused: a query never leaves this machine", where="query", hint=hint)
        if depth > _DEEPEST:
            raise QueryError(f"brackets are nested more than {_DEEPEST} deep", where="query")
        place = token.end
    return puzzles


def _is_puzzle(token: Token) -> bool:
    """Whether its first character could be a comparison, and what follows another token than it seems.

    So could an address in which a string, a comment or a bracket may begin, and `<<`, followed by an address.
    """
    if token.kind == "iri":
        return bool(_STARTS.search(token.text)) and not _ABSOLUTE.match(token.text)
    return token.text.startswith("<<")


def _is_service(token: Token) -> bool:
    """The engine reads `SERVICEex:endpoint` as SERVICE and a name, `trueSERVICE` as two words, and in `ex:a.b.SERVICE`
    a name that ends before its second dot."""
    text = token.text.upper()
    if token.kind in ("name", "node") and ".SERVICE" in text.partition(".")[2]:
        return True
    return token.kind in ("word", "name") and "SERVICE" in text.partition(":")[0]


def _expect_blanks(found: Sequence[Token]) -> None:
    """Raise QueryError for `?a<?b&&?c>?d`, in which the standard sees an address, and the engine two comparisons."""
    for before, token in pairwise(found):
        if before.kind == "variable" and token.kind == "iri" and token.text.startswith(("<?", "<$")):
            hint = "write blanks around < and >, or the whole address"
            raise QueryError(f"not SPARQL: “{token.text}” is read as an address", where="query", hint=hint)


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


def resolved(address: str, base: str) -> str:
    """An address by its base; an absolute one as it stands, whose empty fragment `urljoin` would take away."""
    try:
        return address if _SCHEME.match(address) else urljoin(base, address)
    except ValueError:  # the base is no address, which the engine will say
        return address


def _absolute(iri: Token, base: str) -> str:
    return resolved(_ESCAPE.sub(_unescaped, iri.text[1:-1]), base)


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else ""
