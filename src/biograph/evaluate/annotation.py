"""Annotated articles, gold or predicted, as the scorer compares them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from biograph.errors import DatasetError
from biograph.model import normalise_name

# Fixed by the annotation format, not by our ontology, so that scores stay comparable when the ontology grows.
ORGANIZATIONS = frozenset(
    {"Company", "GovernmentBody", "Association", "University", "Hospital", "ResearchInstitute", "Investor"}
    | {"MediaOutlet", "OrganizationalUnit", "Organization", "Organisation"}
)
PLACES = frozenset({"Country", "Region", "City", "Facility", "Cluster", "Place", "Location"})
SYMMETRIC = frozenset({"partnersWith"})
Triple = tuple[str, str, str]
Interval = tuple[int, int]


def group(type_: str) -> str:
    """The coarse type: Person, Organization, Place or Other."""
    if type_ in ORGANIZATIONS:
        return "Organization"
    if type_ in PLACES:
        return "Place"
    return "Person" if type_ == "Person" else "Other"


@dataclass(frozen=True)
class Node:
    """An annotated entity; `types`, `forms` (normalised names) and `mentioned` hold what is accepted for it."""

    id: str
    name: str
    types: tuple[str, ...]
    forms: frozenset[str]
    mentioned: frozenset[str] = frozenset()
    optional: bool = False

    @property
    def key(self) -> str:
        return normalise_name(self.name)

    @property
    def groups(self) -> frozenset[str]:
        return frozenset(map(group, self.types))


@dataclass(frozen=True)
class Edge:
    """An annotated relation; the first of each tuple is the annotation itself, the rest are accepted instead."""

    subjects: tuple[str, ...]
    predicates: tuple[str, ...]
    objects: tuple[str, ...]
    statuses: tuple[str, ...]
    evidence: tuple[Interval, ...]
    accepted_evidence: tuple[Interval, ...] = ()
    symmetric: bool = False
    optional: bool = False

    @property
    def triple(self) -> Triple:
        return self.subjects[0], self.predicates[0], self.objects[0]

    @property
    def status(self) -> str:
        return self.statuses[0]

    @property
    def readings(self) -> tuple[Triple, ...]:
        """Every triple that this annotation accepts."""
        direct = [(s, p, o) for s in self.subjects for o in self.objects for p in self.predicates]
        return tuple(
            reading
            for s, p, o in direct
            for reading in ([(s, p, o), (o, p, s)] if self.symmetric or p in SYMMETRIC else [(s, p, o)])
        )


@dataclass(frozen=True)
class Article:
    """One annotated article."""

    id: str
    language: str
    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()


def read(path: Path) -> dict[str, Article]:
    """The annotated articles of a JSON file or, recursively, of a folder, by file stem.

    Texts beside the files (`NAME.txt`) give the words of the mentions. JSON of another kind is passed over.
    Raises DatasetError when nothing is there or a file is not JSON.
    """
    files = sorted(path.rglob("*.json")) if path.is_dir() else [path]
    found = {}
    for file in files:
        data = _json(file)
        if isinstance(data, dict) and "entities" in data:
            found[file.stem] = article(data, _text(file.with_suffix(".txt")), name=file.stem)
    if not found:
        raise DatasetError("no annotated article (*.json) here", where=str(path), hint="see gold/SCHEMA.md's format")
    return found


def article(data: Mapping[str, Any], text: str | None = None, *, name: str = "") -> Article:
    """An annotated article from its JSON object.

    Raises DatasetError when a field that the format asks for is missing.
    """
    try:
        return Article(
            str(data.get("id") or name),
            data.get("language", "?"),
            tuple(_node(entity, text) for entity in data["entities"]),
            tuple(_edge(relation) for relation in data.get("relations", ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DatasetError(f"not an annotated article: {error!r}", where=name or str(data.get("id"))) from error


def _json(file: Path) -> object:
    try:
        return json.loads(file.read_text("utf-8"))
    except FileNotFoundError as error:
        raise DatasetError("no such file or folder", where=str(file)) from error
    except (OSError, ValueError) as error:
        raise DatasetError(f"not JSON: {error}", where=str(file)) from error


def _text(file: Path) -> str | None:
    """The text with its line ends as they are: offsets count them."""
    if not file.is_file():
        return None
    return unicodedata.normalize("NFC", file.read_bytes().decode("utf-8"))


def _node(entity: Mapping[str, Any], text: str | None) -> Node:
    names = [entity["name"], *(entity.get("aliases") or ()), *entity.get("match", ())]
    forms = frozenset(map(normalise_name, names)) - {""}
    mentioned = {normalise_name(text[start:end]) for start, end in entity.get("mentions", ())} if text else set()
    return Node(
        str(entity.get("id", entity["name"])),
        entity["name"],
        (str(entity.get("type")), *entity.get("type_alt", ())),
        forms,
        frozenset(mentioned) - forms - {""},
        bool(entity.get("optional")),
    )


def _edge(relation: Mapping[str, Any]) -> Edge:
    def with_alternatives(field: str, default: str = "") -> tuple[str, ...]:
        first = (relation.get(field) or default) if default else relation[field]
        return (str(first), *map(str, relation.get(f"{field}_alt", ())))

    return Edge(
        with_alternatives("subject"),
        with_alternatives("predicate"),
        with_alternatives("object"),
        with_alternatives("status", "asserted"),
        _intervals(relation.get("evidence")),
        _intervals(relation.get("evidence_alt")),
        bool(relation.get("symmetric")),
        bool(relation.get("optional")),
    )


def _intervals(evidence: Iterable[Any] | None) -> tuple[Interval, ...]:
    """Evidence is one [start, end] or a list of such pairs."""
    items = list(evidence or ())
    pairs = [items] if items and isinstance(items[0], int) else items
    return tuple((int(start), int(end)) for start, end in pairs)
