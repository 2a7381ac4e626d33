"""Cypher as text: values as literals, out of which no text of an article can break, in statements of many rows."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TypeAlias

Literal: TypeAlias = str | int | float | datetime.date | tuple[str, ...] | Mapping[str, "Literal"]

_BATCH = 500  # rows a statement, each of which is a transaction


def literal(value: Literal) -> str:
    r"""A value as Cypher writes it; a map is without what is empty.

    Neo4j undoes \\uXXXX before it looks for the end of a string, but not where the backslash is itself escaped.

    >>> literal({"name": "O'Neill \\u0027", "aliases": ("A", "B"), "role": ""})
    "{name: 'O\\'Neill \\\\u0027', aliases: ['A', 'B']}"
    """
    match value:
        case str():
            return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
        case datetime.date():
            return f"date('{value.isoformat()}')"
        case tuple():
            return f"[{', '.join(map(literal, value))}]"
        case Mapping():
            return f"{{{', '.join(f'{key}: {literal(v)}' for key, v in value.items() if v not in ('', ()))}}}"
        case _:
            return repr(value)


def name(text: str) -> str:
    """A name for a label or a type of relationships: letters, digits and underscores alone."""
    return re.sub(r"\W", "_", text)


def batches(rows: Iterable[Mapping[str, Literal]], clauses: str) -> Iterator[str]:
    """Statements that run the clauses for each `row`, a line a row."""
    rest = iter(rows)
    while batch := [literal(row) for row in islice(rest, _BATCH)]:
        yield "UNWIND [\n" + ",\n".join(batch) + f"\n] AS row\n{clauses};\n"
