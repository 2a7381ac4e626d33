"""Answers to SPARQL, and what the dataset holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """An answer to SPARQL: rows for SELECT, a truth for ASK, N-Triples for CONSTRUCT and DESCRIBE.

    `cut` says why it ends before its end: rows, bytes, time or size; None where it is whole.
    """

    form: str
    variables: tuple[str, ...]
    rows: tuple[dict[str, str], ...]
    truth: bool | None
    triples: tuple[str, ...]
    cut: str | None
    seconds: float


@dataclass(frozen=True)
class Term:
    """A class or property of the ontology, and how often the dataset has it."""

    name: str
    label_ko: str
    label_en: str
    count: int
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()


@dataclass(frozen=True)
class NamedQuery:
    """A query that `named_query` runs; a parameter whose value is None must be given."""

    name: str
    title: str
    parameters: dict[str, str | None]


@dataclass(frozen=True)
class Example:
    """A question and SPARQL that answers it on this dataset."""

    question: str
    sparql: str


@dataclass(frozen=True)
class Description:
    """What the dataset holds and how to ask it."""

    documents: int
    languages: dict[str, int]
    first_date: str | None
    last_date: str | None
    quads: int
    statements: dict[str, int]
    classes: tuple[Term, ...]
    properties: tuple[Term, ...]
    graphs: dict[str, str]
    prefixes: dict[str, str]
    model: str
    named_queries: tuple[NamedQuery, ...]
    examples: tuple[Example, ...]
