"""From events to relations: frames find their arguments, references are resolved, qualifiers are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from biograph.extract import qualifiers
from biograph.extract.drafts import Draft, Names
from biograph.extract.english import places
from biograph.extract.english.clauses import Event, read
from biograph.extract.english.constituents import Phrase
from biograph.extract.english.frames import Frame, Frames, Place, phrases
from biograph.extract.english.reference import Discourse
from biograph.extract.english.tagging import units
from biograph.extract.watch import EnglishWatch
from biograph.model import Document, Sentence, Span
from biograph.vocabulary import Ontology

# How often a relation is right on articles that nobody tuned for, with arguments by name and by pronoun or definite
# noun: benchmarks/confidence.py, half `kept` (few of the second kind).
_SURE, _REFERRED = 0.8, 0.6
_PAID = frozenset({"acquires", "investsIn", "supports", "licensesTo", "suppliesTo", "partnersWith"})
_COMMERCIAL = frozenset({"develops", "licensesTo", "suppliesTo", "acquires", "expandsInto"})
_LEADING = re.compile(r"^(?:the|a|an|its|their|his|her|whose)\s+", re.IGNORECASE)
_LINKING = re.compile(r"\s+(?:of|at|for|in|with|to|and)\s*(?:the\s*)?$")
_ROLE_LENGTH = 80
_LONGEST_QUOTE = 600  # a longer quote is no longer one that a reader would point at


@dataclass(frozen=True)
class Argument:
    """An entity in a slot, the phrase that gave it, and whether it is only referred to."""

    entity: str
    phrase: Phrase
    referred: bool


@dataclass(frozen=True)
class Reading:
    """What reading the relations of a document needs."""

    document: Document
    names: Names
    ontology: Ontology
    frames: Frames
    sentences: tuple[Sentence, ...]


def drafts(reading: Reading, discourse: Discourse, watch: EnglishWatch | None = None) -> Iterator[Draft]:
    """The relations that the clauses of the document state, in order of the text."""
    for sentence in reading.sentences:
        outer = places.joined(reading.document, reading.names, sentence)
        tagged = units(sentence, outer)
        if watch:
            watch.tagged(sentence, tagged)
        events = read(tagged)
        for event in sorted(events, key=lambda e: (e.span.start, e.predicate is not None, -e.span.end)):
            if watch:
                watch.read(event, sentence, reading, discourse)
            yield from _stated(event, sentence, reading, discourse)
            for found in event.roles.values():
                for phrase in found:
                    discourse.note(phrase)
            if event.surface is not None and (known := discourse.heads(event.surface)[0]):
                discourse.note(Phrase(event.surface.span, known), subject=True)


def _stated(event: Event, sentence: Sentence, reading: Reading, discourse: Discourse) -> Iterator[Draft]:
    done: set[tuple[str, str, str]] = set()
    for frame in reading.frames.matching(event):
        subjects, objects = _fillers(event, frame, discourse)
        if frame.product is not None and not _product(event, frame.product):
            continue
        for subject, object_ in product(subjects, objects):
            key = (subject.entity, frame.property, object_.entity)
            if subject.entity != object_.entity and key not in done and _fits(frame, subject, object_, reading):
                done.add(key)
                yield _draft(event, frame, (subject, object_), sentence, reading)


def _fillers(event: Event, frame: Frame, discourse: Discourse) -> tuple[list[Argument], list[Argument]]:
    """Whom the slots of a frame find, of whatever type; neither slot refers to whom the other one names."""
    subjects = _arguments(event, frame.subject, discourse)
    avoid = frozenset(a.entity for a in subjects if not a.referred)
    objects = _arguments(event, frame.object, discourse, avoid)
    if frame.subject != frame.object and any(a.referred for a in subjects):
        subjects = _arguments(event, frame.subject, discourse, frozenset(a.entity for a in objects))
    return subjects, objects


@dataclass(frozen=True)
class Lack:
    """What a frame asks for and an event does not offer in a role: a slot, else one of several nouns.

    `misfits` are the entities that stand there, but of a type that the slot does not take.
    """

    role: str
    slot: str = ""
    nouns: frozenset[str] = frozenset()
    misfits: tuple[str, ...] = ()


def lacks(event: Event, frame: Frame, reading: Reading, discourse: Discourse) -> Iterator[Lack]:
    """All that keeps a frame of the event's predicate from matching it; nothing where it matches."""
    for role, wanted in frame.required:
        if not wanted & reading.frames.synonyms.nouns_of(event, role):
            yield Lack(role, nouns=wanted)
    if frame.product is not None and not _product(event, frame.product):
        yield Lack(frame.product[0], "P")
    subjects, objects = _fillers(event, frame, discourse)
    for slot, place, arguments in (("S", frame.subject, subjects), ("O", frame.object, objects)):
        if not arguments:
            yield Lack(place[0], slot)
    pairs = [(s, o) for s, o in product(subjects, objects) if s.entity != o.entity]
    if subjects and objects and not any(_fits(frame, s, o, reading) for s, o in pairs):
        slot, place, arguments = _misfit(frame, subjects, objects, reading)
        yield Lack(place[0], slot, misfits=tuple(dict.fromkeys(a.entity for a in arguments)))


def _misfit(
    frame: Frame, subjects: list[Argument], objects: list[Argument], reading: Reading
) -> tuple[str, Place, list[Argument]]:
    """The slot whose fillers are to blame where no pair of them fits."""
    wanted = frame.domain or reading.ontology.properties[frame.property].domain
    types = [reading.names.entities[a.entity].type for a in subjects]
    fit = any(reading.ontology.is_a(type_, class_) for type_ in types for class_ in wanted)
    return ("O", frame.object, objects) if fit else ("S", frame.subject, subjects)


def _product(event: Event, place: Place) -> list[str]:
    return [name for phrase in phrases(event, place[0]) for name in getattr(phrase, place[1])]


def _fits(frame: Frame, subject: Argument, object_: Argument, reading: Reading) -> bool:
    types = [reading.names.entities[a.entity].type for a in (subject, object_)]
    if (frame.domain and types[0] not in frame.domain) or (frame.range and types[1] not in frame.range):
        return False
    if subject.referred and types[0] == "GovernmentBody" and frame.property in _COMMERCIAL:
        return False  # `its drug` after an agency is rather the applicant's
    return reading.ontology.admits(frame.property, types[0], types[1])


def _arguments(event: Event, place: Place, discourse: Discourse, avoid: frozenset[str] = frozenset()) -> list[Argument]:
    role, aspect = place
    found: list[Argument] = []
    for phrase in phrases(event, role):
        if aspect == "names":
            entities, referred = discourse.heads(phrase, avoid)
        elif aspect == "owners":
            entities, referred = discourse.owners(phrase, avoid)
        else:
            entities, referred = phrase.modifiers, False
        found += [Argument(entity, phrase, referred) for entity in entities]
    return found


def _draft(
    event: Event, frame: Frame, arguments: tuple[Argument, Argument], sentence: Sentence, reading: Reading
) -> Draft:
    subject, object_ = arguments
    return Draft(
        subject.entity,
        frame.property,
        object_.entity,
        _evidence(sentence, arguments, reading),
        f"en:{frame.example}",
        event.status,
        tuple(_qualifiers(event, frame, arguments, sentence, reading)),
        confidence=_REFERRED if subject.referred or object_.referred else _SURE,
    )


def _evidence(sentence: Sentence, arguments: tuple[Argument, ...], reading: Reading) -> Span:
    """The sentence, with what stands before it back to where an argument is named that it only refers to."""
    quote = sentence.span
    for argument in arguments:
        if not argument.referred:
            continue
        named = [m.span for m in reading.names.mentions if m.entity == argument.entity]
        if any(sentence.span.contains(span) for span in named):
            continue
        last = max((span.start for span in named if span.start < quote.start), default=quote.start)
        start = next((s.span.start for s in reading.sentences if s.span.start <= last < s.span.end), quote.start)
        quote = Span(start, quote.end) if quote.end - start <= _LONGEST_QUOTE else quote
    return quote


def _qualifiers(
    event: Event, frame: Frame, arguments: tuple[Argument, Argument], sentence: Sentence, reading: Reading
) -> Iterator[tuple[str, str]]:
    text, published = reading.document.text, reading.document.published
    dates = qualifiers.dates(text, event.span, published)
    if not dates:  # `In May it signed`
        dates = qualifiers.dates(text, Span(sentence.span.start, max(sentence.span.start, event.span.start)), published)
    if dates and frame.property not in ("locatedIn", "partOf", "affiliatedWith", "subsidiaryOf"):
        yield "date", dates[0][1]
    amounts = qualifiers.amounts(text, event.span) if frame.property in _PAID else ()
    if amounts:
        yield "amount", amounts[0][1]
    if frame.property == "affiliatedWith" and (role := _role(event, frame, arguments, reading)):
        yield "role", role
    if frame.product is not None:
        yield "product", reading.names.entities[_product(event, frame.product)[0]].name


def _role(event: Event, frame: Frame, arguments: tuple[Argument, Argument], reading: Reading) -> str:
    """The words of the title, up to the organisation where it follows."""
    title = "title:affiliatedWith"
    if event.predicate is not None and title in reading.frames.synonyms.meanings(event):
        phrase = event.predicate
    else:
        roles = [role for role in (*event.roles,) if title in reading.frames.synonyms.nouns_of(event, role)]
        found = phrases(event, roles[0]) if roles else ()
        if not found:
            return ""
        phrase = found[0]
    return _clean(_title(phrase, arguments[1].phrase.span, reading), reading)


def _title(phrase: Phrase, organisation: Span, reading: Reading) -> str:
    """The words of a title phrase that are no names, on to the organisation where that follows."""
    names = reading.names.outermost(phrase.span)
    head = next((m.span.start for m in names if m.entity in phrase.names), None)
    end = phrase.span.end if head is None else head
    if head is None and phrase.span.end < organisation.start <= phrase.span.end + _ROLE_LENGTH:
        end = organisation.start
    words_, at = "", phrase.span.start
    for name in (m.span for m in names if m.span.end <= end):
        words_ += reading.document.text[at : name.start]
        at = name.end
    return words_ + reading.document.text[at:end]


def _clean(words_: str, reading: Reading) -> str:
    """A title without articles and linking words; of `co-founder and president` only what is a position."""
    bare = _LINKING.sub("", re.sub(r"^\s*['’]s\s+", "", " ".join(words_.split()).strip(" ,")))
    meanings = reading.frames.synonyms.nouns
    parts = [_LEADING.sub("", part) for part in bare.split(" and ")]
    kept = [p for p in parts if "title:founded" not in meanings.get(p.split()[-1].lower() if p else "", ())]
    return " and ".join(kept).removesuffix(",").strip()
