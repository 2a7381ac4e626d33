"""The clause layer of English: who does what to whom, read from phrases and verb groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from biograph.extract.english import modality, subjects
from biograph.extract.english.constituents import Phrase, Verb
from biograph.extract.english.coordination import Apposition, appositions, merged
from biograph.extract.english.phrases import items
from biograph.extract.english.subjects import BREAKS, Clauses
from biograph.extract.english.tagging import Unit
from biograph.model import Span, Status

_NAME_ONLY = ""  # the lemma of a phrase that is a name with something around it: `Acme of Boston`


@dataclass(frozen=True)
class Event:
    """A predicate (lemma of a verb, of a noun, or empty for a bare name) and its phrases by role.

    Roles: `subject`, `object`, `object2`, and each preposition.
    """

    lemma: str
    roles: Mapping[str, tuple[Phrase, ...]]
    span: Span
    status: Status = Status.ASSERTED
    predicate: Phrase | None = None
    surface: Phrase | None = None


def read(units: Sequence[Unit]) -> tuple[Event, ...]:
    """The events of a tagged sentence: its verbs, its predicate nouns and what stands around its names."""
    found = merged(items(units))
    clauses = Clauses(found, appositions(found))
    clauses.items = subjects.owned(clauses)
    events: list[Event] = []
    for at, item in enumerate(found):
        if item.verb is not None:
            events += _verbal(clauses, at, item.verb)
        elif item.phrase is not None:
            events += _nominal(clauses, at, item.phrase)
    for apposition in clauses.inserted:
        events += _appositive(clauses, apposition)
    return tuple(events)


def _verbal(clauses: Clauses, at: int, verb: Verb) -> Iterator[Event]:
    subject = subjects.find(clauses, at)
    clauses.subjects[at] = subject
    status = modality.status(clauses.items, at, clauses.statuses)
    clauses.statuses[at] = status
    roles, end = _arguments(clauses, at)
    if "object" not in roles and not verb.passive and (moved := subjects.relativised(clauses, at)) is not None:
        _put(roles, "object", moved)
    passive = verb.passive or (not verb.finite_here(clauses.items, at) and verb.form in ("past", "part"))
    if subject is not None:
        _put(roles, "object" if passive else "subject", subject)
        for preposition, phrases in _around(clauses, subject).items():
            roles.setdefault(f"subject {preposition}", []).extend(phrases)
    if passive:
        for agent in roles.pop("by", []):
            _put(roles, "subject", agent)
    span = Span(verb.span.start, max(end, verb.span.end))
    frozen = {role: tuple(phrases) for role, phrases in roles.items()}
    if verb.lemma == "be":
        yield from _copular(frozen, span, status)
    main = verb.finite_here(clauses.items, at) and clauses.kind(at - 1) not in ("REL", "THAT")
    yield Event(verb.lemma, frozen, span, status, surface=subject if main else None)


def _around(clauses: Clauses, subject: Phrase) -> dict[str, list[Phrase]]:
    """The prepositional phrases of a subject that is a common noun: `researchers at Acme`."""
    at = next((i for i, item in enumerate(clauses.items) if item.phrase is subject), None)
    return _prepositional(clauses, at)[0] if at is not None and subject.nouns else {}


def _copular(roles: Mapping[str, tuple[Phrase, ...]], span: Span, status: Status) -> Iterator[Event]:
    """`X is a maker of Y`: the noun is the predicate."""
    rest = {role: phrases for role, phrases in roles.items() if role != "object"}
    for phrase in roles.get("object", ()):
        for noun in phrase.nouns:
            yield Event(noun, rest, span, status, phrase)


def _appositive(clauses: Clauses, apposition: Apposition) -> Iterator[Event]:
    subject, predicate = clauses.phrase(apposition.subject), clauses.phrase(apposition.predicate)
    if subject is None or predicate is None:
        return
    roles, end = _prepositional(clauses, apposition.predicate)
    _put(roles, "subject", subject)
    frozen = {role: tuple(phrases) for role, phrases in roles.items()}
    span = Span(min(subject.span.start, predicate.span.start), max(end, subject.span.end))
    for noun in predicate.nouns:
        yield Event(noun, frozen, span, Status.ASSERTED, predicate)


def _nominal(clauses: Clauses, at: int, phrase: Phrase) -> Iterator[Event]:
    """A noun with its own arguments, or a name with what describes it."""
    roles, end = _prepositional(clauses, at)
    frozen = {role: tuple(phrases) for role, phrases in roles.items()}
    span = Span(phrase.span.start, max(end, phrase.span.end))
    status = _around_status(clauses, at)
    for noun in phrase.nouns:
        yield Event(noun, frozen, span, status, phrase)
        apposed = any(at == a.predicate for a in clauses.inserted)
        if not apposed and phrase.article in ("the", "this") and (phrase.modifiers or phrase.owners):
            yield Event(noun, {**frozen, "subject": (replace(phrase, owners=()),)}, span, Status.ASSERTED, phrase)
    members = phrase.members or (phrase,)
    for member in (m for m in members if m.names):
        around = frozen if member is members[-1] else {}
        named = {**around, "subject": (Phrase(member.span, member.names),)}
        yield Event(_NAME_ONLY, named, span, Status.ASSERTED, member)
        for noun in member.described:
            yield Event(noun, named, span, Status.ASSERTED, member)


def _around_status(clauses: Clauses, at: int) -> Status:
    """The status of the verb that a noun depends on: `would be its first plant in Basel`."""
    for i in range(at - 1, -1, -1):
        if clauses.kind(i) in BREAKS | {"COMMA"}:
            break
        if clauses.items[i].verb is not None:
            return clauses.statuses.get(i, Status.ASSERTED)
    return Status.ASSERTED


def _put(roles: dict[str, list[Phrase]], role: str, phrase: Phrase) -> None:
    roles.setdefault(role, []).append(phrase)


def _prepositional(clauses: Clauses, at: int) -> tuple[dict[str, list[Phrase]], int]:
    """The prepositional phrases right after a phrase, and where they end."""
    roles: dict[str, list[Phrase]] = {}
    end, at = clauses.items[at].span.end, at + 1
    while (agent := _agent(clauses, at)) or (clauses.kind(at) == "PREP" and clauses.phrase(at + 1)):
        verb = clauses.items[at].verb
        role = f"{verb.lemma} by" if agent and verb else clauses.items[at].form
        at += agent
        phrase = clauses.phrase(at + 1) or Phrase(clauses.items[at].span)
        _put(roles, role, phrase)
        end, at = phrase.span.end, at + 2
    return roles, end


def _arguments(clauses: Clauses, at: int) -> tuple[dict[str, list[Phrase]], int]:
    """What follows a verb in its clause: objects, prepositional phrases; and where the clause ends."""
    roles: dict[str, list[Phrase]] = {}
    end, i = clauses.items[at].span.end, at + 1
    while i < len(clauses.items):
        item = clauses.items[i]
        if item.verb is not None and _agent(clauses, i):
            _put(roles, f"{item.verb.lemma} by", clauses.items[i + 2].phrase or Phrase(item.span))
            end, i = clauses.items[i + 2].span.end, i + 3
            continue
        if item.kind in BREAKS or item.verb is not None:
            break
        if item.kind == "COMMA":
            skipped = next((a.end for a in clauses.inserted if i + 1 in (a.subject, a.predicate)), None)
            if skipped is not None and skipped > i:
                i = skipped
                continue
            if clauses.kind(i + 1) != "PREP" or _new_clause(clauses, i + 1):
                break
        elif item.kind == "CONJ":
            if clauses.kind(i + 1) != "PREP":
                break
        elif item.kind == "PREP" and clauses.kind(i + 1) == "PREP":
            pass  # `signed on as`: the first is a particle
        elif item.kind == "PREP" and (phrase := clauses.phrase(i + 1)) is not None:
            _put(roles, item.form, phrase)
            i += 1
            end = phrase.span.end
        elif item.phrase is not None:
            if subjects.starts_clause(clauses, i) and clauses.kind(i - 1) != "PREP":
                break
            _put(roles, "object" if "object" not in roles else "object2", item.phrase)
            end = item.span.end
        i += 1
    return roles, end


def _agent(clauses: Clauses, at: int) -> bool:
    """`a round led by Acme`: a participle right after a noun, with its agent."""
    if not 0 < at < len(clauses.items):
        return False
    verb = clauses.items[at].verb
    bare = verb is not None and verb.form in ("past", "part") and not verb.auxiliaries and not verb.infinitive
    by = at + 2 < len(clauses.items) and clauses.items[at + 1].form == "by"
    return bare and by and clauses.phrase(at - 1) is not None and clauses.phrase(at + 2) is not None


def _new_clause(clauses: Clauses, at: int) -> bool:
    """Whether a fronted phrase after a comma opens another clause: `…, in May it signed`."""
    i = at
    while clauses.kind(i) == "PREP" and clauses.phrase(i + 1):
        i += 2
    i += clauses.kind(i) == "COMMA"
    return clauses.phrase(i) is not None and subjects.starts_clause(clauses, i)
