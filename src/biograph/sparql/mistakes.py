"""Syntax errors in words."""

from __future__ import annotations

import re

from biograph.errors import QueryError
from biograph.sparql.vetting import FORMS, vet

_POSITION = re.compile(r"error at (\d+):(\d+)")
_HINT = "look just before that place: is a bracket or a full stop missing, or one too many?"


def syntax_error(message: str, sparql: str) -> QueryError:
    """The engine's syntax error as one line that says where in a vetted query it stands."""
    position = _POSITION.search(message)
    what, hint = "not SPARQL", _HINT if vet(sparql).form else f"a query begins with {', '.join(FORMS)}"
    if "Prefix not found" in message:
        what, hint = "a prefix is not declared", "write PREFIX name: <address> before the query"
    if not position:
        return QueryError(f"{what}: {message}", where="query", hint=hint)
    line, column = int(position[1]), int(position[2])
    rest = (sparql.splitlines() or [""])[line - 1 : line]
    near = rest[0][column - 1 :][:30] if rest else ""
    spot = f"at “{near}”" if near.strip() else "at the end of the line"
    return QueryError(f"{what} {spot}", where=f"query, line {line}, column {column}", hint=hint)
