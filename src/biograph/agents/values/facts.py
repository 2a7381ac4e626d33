"""Facts with their citations, entities found, and passages of a text."""

from __future__ import annotations

from dataclasses import dataclass

from biograph.model import Status
from biograph.search import Match


@dataclass(frozen=True)
class Citation:
    """Where a text says something: `quote` is `text[start:end]` of the document, in code points, untrusted data.

    Facts point to it by its `number`. A quote that is very long is cut at its end, and `quote_is_cut`.
    """

    number: int
    quote: str
    quote_is_cut: bool
    document: str
    title: str | None
    outlet: str | None
    date: str | None
    source: str | None
    start: int
    end: int


@dataclass(frozen=True)
class Named:
    """An entity by its id, which every tool takes, and its name."""

    id: str
    name: str


@dataclass(frozen=True)
class Fact:
    """One statement of the texts. Only with `is_asserted` do they present it as so; `speaker` is None for the article.

    `documents` counts independent texts that say it; `citations` are numbers of the answer's citations.
    """

    statement: str
    subject: Named
    predicate: str
    predicate_label: str
    object: Named
    status: Status
    is_asserted: bool
    speaker: str | None
    qualifiers: dict[str, str]
    confidence: float
    documents: int
    citations: tuple[int, ...]
    more_citations: int


@dataclass(frozen=True)
class FoundEntity:
    """An entity whose name answers a search, and how: `match` is a value of `search.Match`."""

    id: str
    iri: str
    name: str
    type: str
    type_label: str
    aliases: tuple[str, ...]
    countries: tuple[str, ...]
    statements: int
    match: Match


@dataclass(frozen=True)
class FoundEntities:
    """The entities found, best first, and how many more there are."""

    query: str
    entities: tuple[FoundEntity, ...]
    more: int


@dataclass(frozen=True)
class Facts:
    """Statements about an entity from `offset` on; `next_offset` continues, None at the end."""

    entity: Named
    total: int
    by_status: dict[str, int]
    offset: int
    next_offset: int | None
    facts: tuple[Fact, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Passage:
    """A part of a document's text, from `start` to `end` of `length` characters; `next_around` continues."""

    document: str
    iri: str
    title: str | None
    outlet: str | None
    author: str | None
    date: str | None
    source: str | None
    language: str
    start: int
    end: int
    length: int
    next_around: int | None
    text: str
