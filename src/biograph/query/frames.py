"""Answers as data frames, where pandas is installed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rdflib import Literal

from biograph.errors import QueryError
from biograph.query.asking import ask
from biograph.query.formats import Term, rows
from biograph.query.named import NamedQuery
from biograph.sparql.asking import Engine

if TYPE_CHECKING:
    import pandas


def frame(engine: Engine, query: NamedQuery | str, values: Mapping[str, str] | None = None) -> pandas.DataFrame:
    """The rows of a SELECT query as a data frame: addresses and texts as `str`, numbers and dates as Python has them.

    What is unbound is missing (None, or NaN among numbers). Raises QueryError where the query is no SELECT or pandas
    is not installed, and what `ask` raises.
    """
    try:
        import pandas
    except ImportError as error:
        raise QueryError("a data frame needs pandas", hint="pip install 'biograph[pandas]'") from error
    reply = ask(engine, query, values=values)
    if reply.form != "SELECT":
        raise QueryError("only SELECT gives a data frame", where="query")
    header, found = rows(reply)
    return pandas.DataFrame([[_plain(term) for term in row] for row in found], columns=header)


def _plain(term: Term | None) -> Any:
    if isinstance(term, Literal) and term.datatype is not None:
        value = Literal(str(term), datatype=term.datatype).toPython()
        return str(term) if isinstance(value, Literal) else value
    return None if term is None else str(term)
