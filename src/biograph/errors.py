"""The errors a user can cause, each one line: what happened, where, what to try.

BiographError
├── SourceError      a source cannot be read, or holds no article
├── OntologyError    a file in the ontology folder is wrong
├── DatasetError     a dataset is missing, unreadable or not one of ours
├── QueryError       a SPARQL query is wrong, or names nothing
│   ├── LimitError   a query takes more time or memory than it may
│   └── BusyError    too many queries at once
├── NotFoundError    no such entity, query or column, with the nearest names
└── NetworkError     the network does not bear the question
    └── NobodyError  there is nobody in it
"""

from __future__ import annotations


class BiographError(Exception):
    """Base of all errors meant for a user; `str()` is one line, `exit_code` what the process returns."""

    exit_code = 2

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        self.what, self.where, self.hint = what, where, hint
        place = f"{where}: " if where else ""
        advice = f" ({hint})" if hint else ""
        super().__init__(" ".join(f"{place}{what}{advice}".split()))


class SourceError(BiographError):
    """A source cannot be read, or holds no article."""


class OntologyError(BiographError):
    """A file in the ontology folder is wrong."""


class DatasetError(BiographError):
    """A dataset is missing, unreadable or not one of ours."""


class QueryError(BiographError):
    """A SPARQL query is wrong, or names nothing that exists."""


class LimitError(QueryError):
    """A query took more time or memory than it may, and was stopped."""


class BusyError(QueryError):
    """Too many queries wait already; the same one may work a little later."""


class NotFoundError(BiographError):
    """No such entity, query or column."""


class NetworkError(BiographError):
    """The network is empty, or too small for what was asked."""


class NobodyError(NetworkError):
    """The dataset names nobody who could be ranked."""
