"""Matching: events held against frames, slot by slot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from biograph.extract.drafts import Named
from biograph.extract.korean.clause.frames.filling import Filling, Fits
from biograph.extract.korean.clause.frames.frames import ANY, Frame, Nouns, Slot
from biograph.extract.korean.clause.frames.index import Index
from biograph.extract.korean.clause.syntax.arguments import MEANS, Arguments
from biograph.extract.korean.clause.syntax.events import Event
from biograph.extract.korean.clause.syntax.noun_phrases import Setting


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found in an event: the names in each slot."""

    frame: Frame
    event: Event
    fillers: Mapping[str, tuple[Named, ...]]


# Whom a clause leaves out where a frame implies something of a type.
Implied = Callable[[str], tuple[Named, ...]]


@dataclass(frozen=True, slots=True)
class Lack:
    """What a frame asks for and an event does not offer: a slot, else common nouns in a case, else its voice.

    `misfits` are the names that stand where the slot looks, but are of a type that it does not take.
    """

    case: str = ""
    common: Nouns = ()
    slot: Slot | None = None
    misfits: tuple[Named, ...] = ()


def matches(event: Event, index: Index, setting: Setting, fits: Fits) -> list[Match]:
    """Every frame that the event fills completely; of one property, only those that ask for most."""
    arguments = Arguments(event, setting)
    found = [
        Match(frame, event, fillers)
        for frame in index.likely(event.stem, event.passive, partial(arguments.present, index), arguments.by_case)
        if (fillers := Filling(arguments, frame, fits).fill()) is not None
    ]
    explicit = {m.frame.predicate for m in found if not m.frame.implied}
    found = [m for m in found if not m.frame.implied or m.frame.predicate not in explicit]
    # `키갈리에 아프리카 사무소를 열었다`: where it is stands on its own, what it is for in its name.
    placed = {predicate for m in found if m.frame.placed for predicate in (m.frame.predicate, *m.frame.outdoes)}
    found = [m for m in found if m.frame.placed or not m.frame.within or m.frame.predicate not in placed]
    most: dict[str, int] = {}
    for match in found:
        most[match.frame.predicate] = max(match.frame.weight, most.get(match.frame.predicate, 0))
    found = [m for m in found if m.frame.weight == most[m.frame.predicate]]
    return [m for m in found if not any(_outdone(m, other) for other in found)]


def believed(held: Sequence[tuple[Event, list[Match]]]) -> Iterator[tuple[Event, list[Match]]]:
    """The matches of the events of a sentence, without those of which a later event says more.

    `지분을 인수해 최대주주가 됐다`: who buys a firm by buying shares in it.
    """
    for event, matches in held:
        later = [m for other, found in held if _by_means_of(other, event) for m in found]
        yield event, [m for m in matches if not any(_outdone(m, other) for other in later)]


def _by_means_of(event: Event, means: Event) -> bool:
    """Whether an event comes about by the one before it: `지분을 사들여 경영권을 확보했다`."""
    return event.previous is means and means.phrase.ending_form in MEANS


def _outdone(match: Match, other: Match) -> bool:
    """Whether another match says more of the same two names."""
    return match.frame.predicate in other.frame.outdoes and len(_ends(match) & _ends(other)) > 1


def _ends(match: Match) -> set[Named]:
    return {n for slot in ("S", "O") for n in match.fillers.get(slot, ())}


def lacks(event: Event, frame: Frame, setting: Setting, fits: Fits) -> tuple[Lack, ...]:
    """All that keeps a frame from matching an event, which `matches` need not know; empty where it matches."""
    arguments = Arguments(event, setting)
    filling, whoever = Filling(arguments, frame, fits), Filling(arguments, frame, lambda *_: True)
    voiced = event.passive == frame.passive or frame.stem == ANY
    return (
        *([] if voiced else [Lack()]),
        *(Lack(at.case, common) for at, common in frame.fixed_at if not filling.holds(at, common)),
        *(
            Lack(slot.case, slot.common, slot, whoever.filler(slot, at))
            for slot, at in frame.slots_at
            if not filling.filler(slot, at)
        ),
    )
