"""Matching: events held against frames, slot by slot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from biograph.extract.drafts import Named
from biograph.extract.korean.clause.events import Event
from biograph.extract.korean.clause.frames import ANY, NUMBER, Frame, Slot, owners
from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.modality import agreed, status
from biograph.extract.korean.clause.noun_phrases import NounPhrase, Setting
from biograph.model import Status

_WITH = ("with", "together")


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found in an event: the names in each slot."""

    frame: Frame
    event: Event
    fillers: Mapping[str, tuple[Named, ...]]


Fits = Callable[[Frame, Slot, str], bool]


def matches(event: Event, index: Mapping[str, Sequence[Frame]], setting: Setting, fits: Fits) -> list[Match]:
    """Every frame that the event fills completely; of one property, only those that ask for most."""
    found = [
        Match(frame, event, fillers)
        for frame in (*index.get(event.stem, ()), *index.get(ANY, ()))
        if (fillers := _Filling(event, frame, setting, fits).fill()) is not None
    ]
    explicit = {m.frame.predicate for m in found if not m.frame.implied}
    found = [m for m in found if not m.frame.implied or m.frame.predicate not in explicit]
    most: dict[str, int] = {}
    for match in found:
        most[match.frame.predicate] = max(match.frame.weight, most.get(match.frame.predicate, 0))
    return [m for m in found if m.frame.weight == most[m.frame.predicate]]


class _Filling:
    """One frame against one event."""

    def __init__(self, event: Event, frame: Frame, setting: Setting, fits: Fits) -> None:
        self.event, self.frame, self.setting, self.fits = event, frame, setting, fits
        self.args = event.args + [a for np in event.args for m in np.modifiers if not np.names for a in m.args]

    def fill(self) -> dict[str, tuple[Named, ...]] | None:
        if self.event.passive != self.frame.passive and self.frame.stem != ANY:
            return None
        for case, common in self.frame.fixed:
            if not any(np.numeric if common == NUMBER else common in np.common for np in self._candidates(case)):
                return None
        fillers = {slot.name: self._fill(slot) for slot in self.frame.slots}
        return fillers if all(fillers.values()) else None

    def _fill(self, slot: Slot) -> tuple[Named, ...]:
        for np in self._candidates(slot.case):
            if slot.case == "subj" and slot.head and self._part_of_predicate(np):
                continue
            heads = np.described(self.setting) if np is self.event.head else np.heads(self.setting)
            names = heads if slot.head else owners(np) if slot.owner and not slot.common else _inside(np, heads)
            fitting = tuple(n for n in names if self.fits(self.frame, slot, n.entity))
            if fitting and (slot.head or slot.common in np.common):
                return fitting + self._companions(slot)
        return ()

    def _may_inherit(self) -> bool:
        """Whether the subject can stand outside the clause: not where the noun after it is itself the subject."""
        event = self.event
        if event.head is None or event.phrase.ending != "ETM" or any(np.case == "time" for np in [event.head]):
            return True
        free = self.setting.grammar.modal_nouns | self.setting.grammar.agreements
        has_object = event.arg("obj") is not None
        return (
            bool(event.head.described(self.setting))
            or event.head.common in free
            or (not has_object and self._wants_object())
        )

    def _part_of_predicate(self, np: NounPhrase) -> bool:
        """`A는 B에 본사가 있다`: 본사 is what the frame asks for, not who the sentence is about."""
        return not np.names and any(case == "subj" and common in np.common for case, common in self.frame.fixed)

    def _inner_subject(self) -> bool:
        return any(slot.case == "subj" and not slot.head for slot in self.frame.slots)

    def _wants_object(self) -> bool:
        return any(
            case.startswith("obj") for case in [s.case for s in self.frame.slots] + [c for c, _ in self.frame.fixed]
        )

    def _companions(self, slot: Slot) -> tuple[Named, ...]:
        """`A가 B와 함께 …`: B does what A does, unless the frame itself asks with whom."""
        cases = [s.case for s in self.frame.slots]
        if (
            slot.case != "subj"
            or self.frame.stem == ANY
            or cases.count("subj") > 1
            or any(case in _WITH for case in cases)
        ):
            return ()
        together = (n for np in self.event.args if np.case in _WITH for n in np.heads(self.setting))
        return tuple(n for n in together if self.fits(self.frame, slot, n.entity))

    def _candidates(self, case: str) -> Iterator[NounPhrase]:
        event = self.event
        if "/" in case:
            outer, stem, inner = case.split("/", 2)
            for np in self._candidates(outer):
                for clause in np.modifiers:
                    # What a purpose clause is about matters, not the verb in it: `성장하도록 돕는다`.
                    if clause.stem == stem or outer == "so":
                        yield from _Filling(clause, self.frame, self.setting, self.fits)._candidates(inner)
            return
        if case == "subj":
            own = [np for np in reversed(event.args) if np.case == "subj"]
            yield from own
            if own:
                # `국내 기업이 진출하도록 A는 …`: an unnamed subject is a subject, unless it is part of the predicate
                # itself, as in `가교가 되다`.
                inside = any(fixed == "subj" for fixed, _ in self.frame.fixed) or self._inner_subject()
                yield from [np for np in (event.arg("topic"), event.outer) if np and inside]
                return
            yield from (np for np in event.args if np.case == "topic")
            yield from [event.head] if event.head and not event.arg("subj") else []
            yield from [event.inherited] if event.inherited and self._may_inherit() else []
            return
        yield from (np for np in self.args if np.case == case or (case == "with" and np.case == "together"))
        if self.frame.stem == ANY:
            return
        if case == "obj":
            yield from (np for np in event.args[-1:] if np.case in ("", "until", "topic", "other"))
        if case == "to":
            yield from (np for np in event.args[-1:] if np.case == "")
        if case in ("obj", "to") and (event.arg("subj") or event.inherited):
            yield from (np for np in event.args if np.case == "topic")
        if event.head and case != "pred":
            yield event.head
        if case == "obj" and event.theme and event.theme is not event.subject:
            yield event.theme
        if event.previous and case in ("to", "from"):
            # `A에 10억원을 받고 이전했다`, `포럼이 열려 B가 참석했다`: what the clause before named is still there.
            yield from (np for np in event.previous.args if np.case == case)
            host = event.previous.subject
            yield from [host] if host and host is not event.subject and case == "to" else []


def _inside(np: NounPhrase, heads: Sequence[Named]) -> list[Named]:
    return [n for n in np.names if n not in heads]


def statuses(match: Match, grammar: Grammar) -> Status:
    """The status of a match: the event's own, unless the frame says what it amounts to."""
    own = status(match.event, grammar)
    if own is Status.PLANNED and match.frame.agreement and agreed(match.event, grammar):
        own = Status.ASSERTED
    return match.frame.status if match.frame.status and own is Status.ASSERTED else own
