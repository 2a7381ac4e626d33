"""Syntax errors in words."""

from __future__ import annotations

import re

from biograph.errors import QueryError

_POSITION = re.compile(r"error at (\d+):(\d+)")


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
