"""What can be asked of any engine, what it answers, and how much it may take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

# A value to bind: an address, a blank node, or a literal with its language and the address of its datatype.
Value = tuple[str, str, str, str]  # kind (iri, node, literal), text, language, datatype

TABLES = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
TRIPLES = {
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "rdfxml": "application/rdf+xml",
    "jsonld": "application/ld+json",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take; 0 is no limit.

    `seconds` are of wall-clock time; `memory` are bytes beside the dataset's own, held on Linux alone; `rows` (or
    triples) and `bytes` are those of the answer, which is cut there and says so.
    """

    seconds: float = 10.0
    memory: int = 256 << 20
    rows: int = 10_000
    bytes: int = 16 << 20


UNLIMITED = Limits(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Request:
    """A query, values for its variables, and the media types wanted of rows (or yes and no) and of triples.

    `default_graphs` and `named_graphs` are the protocol's, which go before FROM; None stands for all graphs. `hidden`
    variables are left out of the answer.
    """

    text: str
    values: Mapping[str, Value] = field(default_factory=dict)
    table: str = TABLES["json"]
    triples: str = TRIPLES["turtle"]
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    base: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as bytes of a media type. `form` is SELECT, ASK, CONSTRUCT or DESCRIBE.

    `rows` counts rows or triples; `cut` says which limit ended the answer before its end: rows, bytes or time, else "".
    """

    form: str
    media_type: str
    body: bytes
    rows: int
    cut: str = ""
    seconds: float = 0.0


class Engine(Protocol):
    """What answers queries: a store in memory, processes of their own, or an endpoint elsewhere."""

    def ask(self, request: Request, limits: Limits | None = None) -> Reply:
        """The answer, within the engine's own limits unless others are given.

        Raises QueryError where the query is wrong or refused, LimitError where it takes too much.
        """
        ...
