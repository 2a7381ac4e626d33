"""The frames of English: example sentences of `ontology/frames/en.toml`, compiled by the clause reader itself."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from biograph.errors import OntologyError
from biograph.extract.english import words
from biograph.extract.english.clauses import Event, read
from biograph.extract.english.constituents import Phrase
from biograph.extract.english.tagging import units
from biograph.lang import english
from biograph.model import Sentence, Span
from biograph.vocabulary import Ontology

_SLOT = re.compile(r"\{([SOP])(?:/(\w+))?:([^{}]+)\}")
_ASPECTS = ("names", "owners", "modifiers")
_TABLES = frozenset({"verbs", "nouns"})
_ORGANISATION_NOUNS = frozenset(
    [
        "Company",
        "Association",
        "University",
        "Hospital",
        "ResearchInstitute",
        "GovernmentBody",
        "Investor",
        "MediaOutlet",
    ]
)
PREDICATE = "predicate"

Place = tuple[str, str]  # a role and an aspect of its phrase: ("object", "names")


@dataclass(frozen=True)
class Frame:
    """How one example states a property: the predicate, where its arguments stand, the nouns that must be there."""

    property: str
    example: str
    lemma: str
    subject: Place
    object: Place
    product: Place | None
    domain: frozenset[str]
    range: frozenset[str]
    required: tuple[tuple[str, frozenset[str]], ...]


@dataclass(frozen=True)
class Frames:
    """The frames of an ontology by predicate, and the synonyms that they were compiled with."""

    by_lemma: Mapping[str, tuple[Frame, ...]]
    synonyms: Synonyms
    broken: tuple[str, ...]

    def matching(self, event: Event) -> Iterator[Frame]:
        """The frames whose predicate and required nouns an event has."""
        for lemma in sorted(self.synonyms.meanings(event)):
            for frame in self.by_lemma.get(lemma, ()):
                if all(wanted & self.synonyms.nouns_of(event, role) for role, wanted in frame.required):
                    yield frame


@dataclass(frozen=True)
class Synonyms:
    """Groups of verbs and of nouns that mean the same in frames; a word may be in several."""

    verbs: Mapping[str, frozenset[str]]
    nouns: Mapping[str, frozenset[str]]

    def meanings(self, event: Event) -> frozenset[str]:
        """The predicate of an event and the groups that it is in."""
        groups = self.nouns if event.predicate else self.verbs
        return groups.get(event.lemma, frozenset()) | {event.lemma}

    def meaning(self, event: Event) -> str:
        """The one meaning of an example's predicate: a verb stands for itself or the group named after it."""
        return _one(event.lemma, self.nouns) if event.predicate else event.lemma

    def nouns_of(self, event: Event, role: str) -> frozenset[str]:
        """The common nouns of a role and the groups that they are in; a name passes for `a company`, too."""
        found = phrases(event, role)
        words_ = [n for phrase in found for n in (*phrase.nouns, *phrase.described, *["company"] * bool(phrase.names))]
        return frozenset(meaning for noun in words_ for meaning in (noun, *self.nouns.get(noun, ())))

    def noun(self, noun: str) -> str:
        """The one meaning of a noun of an example."""
        return _one(noun, self.nouns)


def _one(word: str, groups: Mapping[str, frozenset[str]]) -> str:
    found = groups.get(word, frozenset())
    return next(iter(found)) if len(found) == 1 else word


def phrases(event: Event, role: str) -> tuple[Phrase, ...]:
    """The phrases of a role; the predicate noun's own phrase is the role `predicate`."""
    if role == PREDICATE:
        return (event.predicate,) if event.predicate else ()
    return tuple(event.roles.get(role, ()))


def load(ontology: Ontology) -> Frames:
    """The compiled English frames of an ontology.

    Raises OntologyError where the table is missing, is not TOML or names a property that the ontology lacks.
    """
    return _load(ontology.directory, frozenset(ontology.properties))


def lint(ontology: Ontology) -> list[str]:
    """One line for each example that the reader cannot read back, and for each property without examples."""
    frames = load(ontology)
    stated = {frame.property for group in frames.by_lemma.values() for frame in group}
    missing = sorted(set(ontology.properties) - stated)
    return [*frames.broken, *(f"{name}: no example" for name in missing)]


@lru_cache(maxsize=4)
def _load(directory: Path, properties: frozenset[str]) -> Frames:
    path = directory / "frames" / "en.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise OntologyError("the English frames are missing", where=str(path), hint="reinstall biograph") from error
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"not TOML: {error}", where=str(path)) from error
    unknown = sorted(set(table) - _TABLES - properties)
    if unknown:
        raise OntologyError(f"no such property: {', '.join(unknown)}", where=str(path), hint="see biograph.ttl")
    synonyms = _synonyms(directory, table)
    frames: dict[str, list[Frame]] = {}
    broken: list[str] = []
    for name in sorted(set(table) - _TABLES):
        for example in table[name]["examples"]:
            frame = compiled(name, example, synonyms)
            if frame is not None:
                frame = _typed(frame, table[name])
            if frame is None:
                broken.append(f"{name}: a slot is lost in: {example}")
            else:
                frames.setdefault(frame.lemma, []).append(frame)
    return Frames({lemma: tuple(group) for lemma, group in frames.items()}, synonyms, tuple(broken))


def _synonyms(directory: Path, table: Mapping[str, Mapping[str, Sequence[str]]]) -> Synonyms:
    """The groups of the table; to its nouns come titles, by property, and nouns for organisations."""
    vocabulary = words.load(directory)
    nouns = [(n, "company") for n, kind in vocabulary.kinds["noun"].items() if kind in _ORGANISATION_NOUNS]
    nouns += [(title.lower(), f"title:{name}") for title, name in vocabulary.titles.items()]
    nouns += [(member, lemma) for lemma, members in table.get("nouns", {}).items() for member in members]
    verbs = [(member, lemma) for lemma, members in table.get("verbs", {}).items() for member in members]
    return Synonyms(_grouped(verbs), _grouped(nouns))


def _grouped(pairs: Sequence[tuple[str, str]]) -> dict[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for member, lemma in pairs:
        groups.setdefault(member, set()).add(lemma)
    return {member: frozenset(lemmas) for member, lemmas in groups.items()}


def _typed(frame: Frame, entry: Mapping[str, Sequence[str]]) -> Frame:
    """The frame with the types that its slots may take: from its own marks (`{S/Event:...}`), else its property's."""
    own = {match.group(1): match.group(2) for match in _SLOT.finditer(frame.example) if match.group(2)}
    domain = [own["S"]] if "S" in own else entry.get("domain", ())
    range_ = [own["O"]] if "O" in own else entry.get("range", ())
    return replace(frame, domain=frozenset(domain), range=frozenset(range_))


def compiled(property_: str, example: str, synonyms: Synonyms) -> Frame | None:
    """The frame that an example states, or None where the reader loses one of its slots."""
    marked = {match.group(1) for match in _SLOT.finditer(example)}
    candidates = [
        frame
        for event in read(units(*_sentence(example)))
        if (frame := _frame(property_, example, event, synonyms)) and (frame.product is not None) == ("P" in marked)
    ]
    return min(candidates, key=lambda f: len(f.required), default=None) if {"S", "O"} <= marked else None


def _sentence(example: str) -> tuple[Sentence, list[tuple[Span, str]]]:
    """The example without its marks, and where its slots stand."""
    text, names, last = "", [], 0
    for match in _SLOT.finditer(example):
        text += example[last : match.start()]
        names.append((Span(len(text), len(text) + len(match.group(3))), match.group(1)))
        text += match.group(3)
        last = match.end()
    text += example[last:]
    span = Span(0, len(text))
    return Sentence(span, tuple(english.tokens(text, span))), names


def _frame(property_: str, example: str, event: Event, synonyms: Synonyms) -> Frame | None:
    places: dict[str, Place] = {}
    for place, slot in _slots(event):
        places.setdefault(slot, place)
    if not {"S", "O"} <= places.keys() or (not event.lemma and places["S"] == places["O"]):
        return None
    required = []
    for role in (*event.roles, PREDICATE):
        nouns = {synonyms.noun(n) for p in phrases(event, role) for n in (*p.nouns, *p.described)}
        if nouns and not (role == PREDICATE and event.lemma):
            required.append((role, frozenset(nouns)))
    lemma = synonyms.meaning(event)
    return Frame(
        property_, example, lemma, places["S"], places["O"], places.get("P"), frozenset(), frozenset(), tuple(required)
    )


def _slots(event: Event) -> Iterator[tuple[Place, str]]:
    for role in (*event.roles, PREDICATE):
        for phrase in phrases(event, role):
            for aspect in _ASPECTS:
                for slot in getattr(phrase, aspect):
                    yield (role, aspect), slot
