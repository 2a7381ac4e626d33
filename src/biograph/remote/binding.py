"""Values bound to the variables of a query, token by token, for engines that know no bindings.

The place decides: a SELECT or GROUP BY list loses the variable, ORDER BY gets its value in brackets, and elsewhere the
value stands for it. A subquery that does not select the variable means another one by that name, which stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from biograph.errors import QueryError
from biograph.sparql import QUERY_PREFIXES, Token, tokens

_ENDS = ("HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES", "WHERE", "FROM", "GROUP")
_OPENING, _CLOSING = ("(", "{", "["), (")", "}", "]")


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


def bind(sparql: str, terms: Mapping[str, str]) -> str:
    """The query with these terms, in N-Triples syntax, for its variables (named without `?`).

    Raises QueryError where the outermost SELECT does not name one, or the query computes or lists one itself.
    """
    text, place = [], 0
    for edit in sorted(_edits(list(tokens(sparql)), terms), key=lambda edit: edit.start):
        text += [sparql[place : edit.start], edit.text]
        place = edit.end
    return "".join([*text, sparql[place:]])


def prefixed(sparql: str, base: str = "") -> str:
    """The query with the declarations of the usual prefixes that it uses and does not declare."""
    found = list(tokens(sparql))
    used = {token.text.partition(":")[0] for token in found if token.kind == "name"}
    declared = {found[i + 1].text.partition(":")[0] for i, t in enumerate(found[:-1]) if t.is_word("PREFIX")}
    lines = [f"PREFIX {name}: <{QUERY_PREFIXES[name]}>" for name in sorted((used - declared) & set(QUERY_PREFIXES))]
    return "\n".join([*([f"BASE <{base}>"] if base else []), *lines, sparql])


def _edits(found: Sequence[Token], terms: Mapping[str, str]) -> Iterator[_Edit]:
    done, depth = 0, 0
    scopes: list[tuple[int, frozenset[str]]] = [(0, frozenset(terms))]  # brace depth, and what is bound there
    for place, token in enumerate(found):
        depth += (token.text == "{") - (token.text == "}") if token.kind == "mark" else 0
        while depth < scopes[-1][0]:
            scopes.pop()
        if token.is_word("SELECT"):
            scopes.append((depth, _selected(found, place, scopes[-1][1], outermost=depth == 0)))
        bound = scopes[-1][1]
        if place < done:
            continue
        if token.is_word("SELECT") or (token.is_word("BY") and found[place - 1].is_word("GROUP")):
            done = _end(found, place + 1)
            yield from _listed(found[place + 1 : done], bound, terms, by=token.is_word("BY"))
        elif token.is_word("VALUES"):
            _expect_free(found, place, terms)
        elif (name := _sole_argument(found, place, bound)) and (value := _call(token, terms[name])):
            done = place + 4
            yield _Edit(token.start, found[done - 1].end, f" {value} ")
        elif token.kind == "variable" and token.text[1:] in terms:
            yield from _replaced(found, place, bound, terms)


def _replaced(found: Sequence[Token], place: int, bound: frozenset[str], terms: Mapping[str, str]) -> Iterator[_Edit]:
    """The value in the place of a variable."""
    token = found[place]
    if found[place - 1].is_word("AS"):
        raise _refused(token, "the query computes it")
    if token.text[1:] in bound:
        term = terms[token.text[1:]]
        yield _Edit(token.start, token.end, f" ({term}) " if _is_order(found, place) else f" {term} ")


def _call(function: Token, term: str) -> str:
    """What BOUND and STR of a value are, "" for other functions.

    BOUND takes no value, and Virtuoso 7 loses the Hangul of a text that went through STR when REPLACE reads it.
    """
    if function.is_word("BOUND"):
        return "true"
    return term if function.is_word("STR") and term.endswith('"') else ""


def _selected(found: Sequence[Token], place: int, bound: frozenset[str], *, outermost: bool) -> frozenset[str]:
    """Those bound variables that a SELECT means by its own list."""
    items = [token for token, depth in _flat(found[place + 1 : _end(found, place + 1)]) if depth == 0]
    if any(token.text == "*" for token in items):
        return bound
    named = {token.text[1:] for token in items if token.kind == "variable"}
    if outermost and (missing := sorted(bound - named)):
        raise QueryError(f"?{missing[0]} is bound, but SELECT does not name it", where="query", hint="select it, too")
    return bound & named


def _listed(found: Sequence[Token], bound: frozenset[str], terms: Mapping[str, str], *, by: bool) -> Iterator[_Edit]:
    """The items of a SELECT or GROUP BY list without the bound ones; the last is kept as a value where none is left."""
    flat = list(_flat(found))
    ours = [t for t, depth in flat if depth == 0 and t.kind == "variable" and t.text[1:] in bound]
    others = [t for t, _ in flat if t not in ours and not t.is_word("DISTINCT", "REDUCED")]
    for place, (token, depth) in enumerate(flat):
        if depth == 0 and token in ours:
            value = f"({terms[token.text[1:]]}{'' if by else f' AS {token.text}'})"
            yield _Edit(token.start, token.end, value if token is ours[-1] and not others else "")
        elif depth and token.kind == "variable" and token.text[1:] in terms:
            yield from _replaced(found, place, bound, terms)


def _flat(found: Sequence[Token]) -> Iterator[tuple[Token, int]]:
    """Each token with the number of brackets that are open at it, those it opens or closes itself included."""
    depth = 0
    for token in found:
        mark = token.kind == "mark"
        depth += mark and token.text in _OPENING
        yield token, depth
        depth -= mark and token.text in _CLOSING


def _end(found: Sequence[Token], start: int) -> int:
    """Where a list ends: at a brace, or at the word of another clause."""
    for token, depth in _flat(found[start:]):
        mark = token.kind == "mark"
        if (depth <= 1 and mark and token.text in ("{", "}")) or (depth == 0 and token.is_word(*_ENDS)):
            return found.index(token, start)
    return len(found)


def _sole_argument(found: Sequence[Token], place: int, bound: frozenset[str]) -> str:
    """The bound variable that alone is the argument of this function, "" where it is none."""
    following = found[place + 1 : place + 4]
    called = found[place].kind == "word" and [token.text for token in following[::2]] == ["(", ")"]
    return following[1].text[1:] if called and following[1].text[1:] in bound else ""


def _is_order(found: Sequence[Token], place: int) -> bool:
    """Whether a variable is itself an item of ORDER BY."""
    depth = 0
    for before in reversed(found[:place]):
        depth += (before.text == ")") - (before.text == "(") if before.kind == "mark" else 0
        if depth < 0 or before.text in ("{", "}") or before.is_word(*_ENDS):
            return depth == 0 and before.is_word("ORDER")
    return False


def _expect_free(found: Sequence[Token], place: int, terms: Mapping[str, str]) -> None:
    for token in found[place + 1 :]:
        if token.text == "{":
            return
        if token.kind == "variable" and token.text[1:] in terms:
            raise _refused(token, "VALUES lists it")


def _refused(token: Token, why: str) -> QueryError:
    return QueryError(f"{token.text} cannot be bound: {why}", where="query", hint="give it another name")
