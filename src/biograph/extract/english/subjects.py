"""Which phrase is the subject of a verb: the one before it, an antecedent, or that of the verb before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from biograph.extract.english.constituents import Item, Phrase
from biograph.extract.english.coordination import Apposition
from biograph.model import Status

_HANDING = frozenset(
    ["allow", "enable", "help", "ask", "urge", "permit", "require", "invite", "want", "lead", "expect", "encourage"]
)
BREAKS = frozenset({"STOP", "SUB", "REL", "THAT", "WHOSE"})


@dataclass
class Clauses:
    """One sentence as items, with the look-ups that reading its events needs."""

    items: Sequence[Item]
    inserted: Sequence[Apposition]
    subjects: dict[int, Phrase | None] = field(default_factory=dict)
    statuses: dict[int, Status] = field(default_factory=dict)

    def phrase(self, at: int) -> Phrase | None:
        return self.items[at].phrase if 0 <= at < len(self.items) else None

    def kind(self, at: int) -> str:
        return self.items[at].kind if 0 <= at < len(self.items) else "STOP"


def starts_clause(clauses: Clauses, at: int) -> bool:
    """Whether a phrase is the subject of a finite verb right after it: `said Acme had bought`."""
    following = clauses.items[at + 1].verb if at + 1 < len(clauses.items) else None
    return following is not None and following.finite_here(clauses.items, at + 1)


def find(clauses: Clauses, at: int) -> Phrase | None:
    """The subject of the verb at `at`: the antecedent of a relative, the phrase before, or that of the verb before."""
    verb = clauses.items[at].verb
    if verb is not None and clauses.kind(at - 1) == "STOP" and not verb.finite_here(clauses.items, at):
        return _awaited(clauses, at)
    if verb is not None and verb.infinitive and not _handed_over(clauses, at):
        governed = _inherited(clauses, at - 1, at)
        if governed is not None:
            return governed
    i = at - 1
    while i >= 0:
        item = clauses.items[i]
        if item.kind in ("REL", "THAT") and (antecedent := _antecedent(clauses, i)) is not None:
            return antecedent
        if item.kind in ("STOP", "SUB", "THAT", "REL"):
            return None
        if item.verb is not None or item.kind == "CONJ":
            return _inherited(clauses, i, at)
        if item.kind == "COMMA":
            opened = _opening(clauses, i)
            if opened is None:
                return _inherited(clauses, i, at) if clauses.phrase(i - 1) is None else _comma_subject(clauses, i, at)
            i = opened
            continue
        if item.phrase is not None:
            if clauses.kind(i - 1) == "PREP" and (i - 2 >= 0) and clauses.kind(i - 2) not in BREAKS | {"COMMA", "CONJ"}:
                i -= 2
                continue
            insertion = next((a for a in clauses.inserted if a.predicate == i and a.subject < i), None)
            if insertion is not None:
                return clauses.phrase(insertion.subject)
            return item.phrase
        i -= 1
    return None


def _handed_over(clauses: Clauses, at: int) -> bool:
    """Whether the object before an infinitive is who acts: `allows Acme to sell`."""
    before = clauses.items[at - 2].verb if at > 1 else None
    return clauses.phrase(at - 1) is not None and before is not None and before.lemma in _HANDING and not before.passive


def _awaited(clauses: Clauses, at: int) -> Phrase | None:
    """The subject after a fronted participle: `Founded in 1999, Acme makes`."""
    for i in range(at + 1, len(clauses.items)):
        if clauses.kind(i) == "STOP":
            return None
        if (
            clauses.kind(i) == "COMMA"
            and (phrase := clauses.phrase(i + 1)) is not None
            and starts_clause(clauses, i + 1)
        ):
            return phrase
    return None


def _comma_subject(clauses: Clauses, comma: int, at: int) -> Phrase | None:
    """After `X,` a participle belongs to X; a finite verb shares the subject of the verb before, if there is one."""
    verb = clauses.items[at].verb
    if verb is not None and verb.finite and any(i.verb for i in clauses.items[:comma]):
        return _inherited(clauses, comma, at)
    if verb is not None and verb.form == "ing":
        return _inherited(clauses, comma, at) or clauses.phrase(comma - 1)
    return clauses.phrase(comma - 1)


def _antecedent(clauses: Clauses, relative: int) -> Phrase | None:
    i = relative - 1
    i -= clauses.kind(i) == "COMMA"
    if clauses.items[relative].kind == "THAT" and clauses.phrase(i) is None:
        return None
    if clauses.items[relative].kind == "THAT" and (phrase := clauses.phrase(i)) is not None and phrase.names:
        while clauses.kind(i - 1) == "PREP" and clauses.phrase(i - 2) is not None:
            i -= 2  # `a tower in Basel that joins`: a name takes no restrictive clause
    insertion = next((a for a in clauses.inserted if a.predicate <= i < a.end and a.subject < a.predicate), None)
    if insertion is not None and (phrase := clauses.phrase(i)) is not None and not phrase.names:
        return clauses.phrase(insertion.subject)
    return clauses.phrase(i)


def relativised(clauses: Clauses, at: int) -> Phrase | None:
    """The antecedent as object: `Acme, which Kim founded and leads`."""
    for i in range(at - 1, 0, -1):
        if clauses.kind(i) in ("STOP", "SUB", "COMMA"):
            return None
        if clauses.kind(i) in ("REL", "THAT"):
            inverted = clauses.phrase(i + 1) is not None and clauses.items[i].form not in ("who", "where")
            return _antecedent(clauses, i) if inverted and clauses.kind(i - 1) != "PREP" else None
    return None


def owned(clauses: Clauses) -> tuple[Item, ...]:
    """The items with the owner of `whose chairman` filled in."""
    out = list(clauses.items)
    for i, item in enumerate(clauses.items):
        following = clauses.phrase(i + 1)
        if item.kind == "WHOSE" and following is not None and (owner := _antecedent(clauses, i)) is not None:
            out[i + 1] = replace(clauses.items[i + 1], phrase=replace(following, owners=owner.names))
    return tuple(out)


def _inherited(clauses: Clauses, before: int, at: int) -> Phrase | None:
    """The subject of the nearest verb before, for coordinated, infinitive and participial verbs."""
    for i in range(before, -1, -1):
        if clauses.kind(i) == "STOP":
            return None
        verb = clauses.items[i].verb
        if verb is not None and clauses.subjects.get(i) is not None:
            return clauses.subjects[i]
    return None


def _opening(clauses: Clauses, comma: int) -> int | None:
    """The item before an insertion that the comma closes, or None where it closes none."""
    for apposition in clauses.inserted:
        if apposition.end == comma:
            return min(apposition.subject, apposition.predicate)
    i = comma - 1
    while i > 0 and clauses.kind(i) != "STOP":
        if clauses.kind(i) == "COMMA" and clauses.phrase(i - 1) is not None:
            following = clauses.items[i + 1]
            participle = following.verb is not None and following.verb.form in ("past", "part", "ing")
            if following.kind in ("REL", "WHOSE") or participle or following.kind == "PREP":
                return i - 1
            if following.phrase is not None and clauses.phrase(comma - 1) is not None and comma - i == 2:
                return i - 1  # `Paramus, New Jersey, said`
        i -= 1
    return None
