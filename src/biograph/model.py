"""The nouns every stage shares: small frozen values, one meaning each."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, order_default=True)
def value(cls: type[T]) -> type[T]:
    """A frozen, ordered dataclass of which a text has thousands: that nobody assigns to it is left to the type checker.

    To check it at run time makes each twice as dear.
    """
    return dataclass(slots=True, order=True, unsafe_hash=True)(cls)


@value
class Span:
    """Half-open code-point offsets into a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The text the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


class Status(StrEnum):
    """How the text presents a statement; only ASSERTED ones become direct triples."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    NEGATED = "negated"
    POSSIBLE = "possible"
    RUMOURED = "rumoured"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Document:
    """One source: its text once normalised (NFC, LF), and where in it the article stands.

    `body` are the spans of the article proper (headline, subhead, paragraphs); page furniture lies outside them.
    """

    id: str
    text: str
    language: str
    body: tuple[Span, ...]
    title: str | None = None
    published: str | None = None
    author: str | None = None
    publisher: str | None = None
    source: str | None = None

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


@value
class Token:
    """A morpheme (Korean) or word (English) with its part of speech; `lemma` is the dictionary form of a word."""

    form: str
    tag: str
    span: Span
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    span: Span
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span that names an entity."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """Where a document names an entity, by its id."""

    span: Span
    entity: str


@dataclass(frozen=True, slots=True)
class Entity:
    """What mentions name. `id` is the local part of its IRI, see `entity_id`.

    `name` is the fullest form the text uses, `aliases` its other names, `same_as` IRIs known for certain,
    `country` the ISO 3166 code that the gazetteer gives for a known place, or a known body's seat (not a claim of the
    text).
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    same_as: tuple[str, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The exact quote that states something, and where it stands."""

    document: str
    span: Span
    quote: str

    @classmethod
    def cut(cls, document: Document, span: Span) -> Evidence:
        """Evidence cut out of a document, so that quote and span agree by construction."""
        return cls(document.id, span, span.of(document.text))

    def __post_init__(self) -> None:
        if not self.quote.strip() or len(self.quote) != len(self.span):
            raise ValueError(f"evidence whose quote does not fill its span: {self.quote!r} at {self.span}")

    def holds_in(self, text: str) -> bool:
        """Whether the text really says it: `text[start:end] == quote`."""
        return self.span.of(text) == self.quote


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact as a text states it; without evidence it cannot be built.

    `subject` and `object` are entity ids, `predicate` a property name of the ontology, `speaker` an entity id or
    None when the article itself says so, `extractor` the rule or frame that found it.
    """

    subject: str
    predicate: str
    object: str
    evidence: tuple[Evidence, ...]
    status: Status = Status.ASSERTED
    qualifiers: tuple[tuple[str, str], ...] = ()
    speaker: str | None = None
    confidence: float = 1.0
    extractor: str = ""

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a statement needs evidence: {self.subject} {self.predicate} {self.object}")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence outside 0 to 1: {self.confidence}")

    @property
    def id(self) -> str:
        """Hash of the content without its evidence, so that a second sighting meets the first."""
        return _statement_id(self.subject, self.predicate, self.object, self.status, self.qualifiers, self.speaker)


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything one document contributes."""

    document: Document
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class Corpus:
    """A dataset as values: what the analysis, the page and the reports read. Keys are ids.

    `countries` holds the names, by language, of the countries that the gazetteer knows places of, by ISO 3166 code;
    `labels` the preferred names, by language, of entities, which `naming.localised` shows; `sightings` where each
    document names entities, in order of the text.
    """

    documents: Mapping[str, Document] = field(default_factory=dict)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    countries: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sightings: Mapping[str, tuple[Sighting, ...]] = field(default_factory=dict)


@lru_cache(maxsize=50_000)
def normalise_name(name: str) -> str:
    """A name for comparison: NFC, case folded, letters and digits only."""
    return "".join(c for c in unicodedata.normalize("NFC", name).casefold() if c.isalnum())


def entity_id(type_: str, name: str) -> str:
    """The id of an entity: its type and normalised name, or a hash where the name has no letter or digit."""
    return f"{type_}/{normalise_name(name) or short_hash(name)}"


@lru_cache(maxsize=100_000)  # the analysis asks for the id of each statement again and again
def _statement_id(
    subject: str,
    predicate: str,
    object_: str,
    status: Status,
    qualifiers: tuple[tuple[str, str], ...],
    speaker: str | None,
) -> str:
    return short_hash(
        json.dumps([subject, predicate, object_, status, sorted(qualifiers), speaker], ensure_ascii=False)
    )


def short_hash(*parts: str) -> str:
    """Twenty hexadecimal digits (80 bits) of SHA-256 over the parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


def unique(items: Iterable[T]) -> tuple[T, ...]:
    """The items without repeats, in order of first appearance."""
    return tuple(dict.fromkeys(items))
