"""Frames: how the language states each property, as what it asks of a clause."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from biograph.extract.drafts import Named
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase
from biograph.model import Status

# Stands in a frame for a number of whatever size: `10억원을 투자한다`.
NUMBER = "#"
# The stem of frames that any predicate fills.
ANY = "*"
# Common nouns of which one must be there, without blanks.
Nouns = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a frame finds an argument: in which case, as head or inside, beside which common nouns.

    `type` narrows the property's domain or range: `{O.Association:…}`. `case` is a path: `obj`, or `obj/잇/obj` for
    what stands in a clause inside the object. `headed`: whether a name heads the phrase it is in.
    """

    name: str
    type: str
    case: str
    head: bool
    common: Nouns
    owner: bool
    headed: bool = True


class Shape(NamedTuple):
    """What decides which phrases of a clause may stand in for which case."""

    inner_subject: bool
    wants_object: bool
    any_verb: bool


class Place(NamedTuple):
    """Where in a clause a frame looks: a case, or a path of them, and what decides who may stand in for it."""

    case: str
    shape: Shape


def place(case: str, shape: Shape) -> Place:
    """The place of a case, of whose shape only that is kept which makes a difference there: frames share places."""
    if "/" not in case:
        shape = shape._replace(any_verb=False) if case == "subj" else shape._replace(inner_subject=False)
    return Place(case, shape)


@dataclass(frozen=True)
class Frame:
    """One compiled example. `fixed` are the cases and common nouns that must be there though they fill no slot.

    `agreement`: that both sides agreed to it is enough for it to hold. `implied`: the type of an object that is left
    out, as in `포럼이 열렸다. A가 참석했다.` `outdoes`: the properties that an event does not state if it states this.
    """

    predicate: str
    example: str
    stem: str
    passive: bool
    slots: tuple[Slot, ...]
    fixed: tuple[tuple[str, Nouns], ...]
    status: Status | None = None
    agreement: bool = False
    implied: str = ""
    outdoes: tuple[str, ...] = ()

    @cached_property
    def inner_subject(self) -> bool:
        """Whether a subject belongs to the predicate itself: `가교가 되다`, `A의 대표가 B다`."""
        return any(case == "subj" for case, _ in self.fixed) or any(
            slot.case == "subj" and not slot.head for slot in self.slots
        )

    @cached_property
    def placed(self) -> bool:
        """Whether its object is a place of its own: `보스턴에 사무소를 연다`."""
        return any(s.name == "O" and s.head and s.case in ("to", "at") for s in self.slots)

    @cached_property
    def within(self) -> bool:
        """Whether its object is inside another noun phrase: `보스턴 사무소를 연다`."""
        return any(s.name == "O" and not s.head and s.case == "obj" and s.type != "Country" for s in self.slots)

    @cached_property
    def wants_object(self) -> bool:
        """Whether the frame asks for an object, named or not."""
        return any(case.startswith("obj") for case in [*(s.case for s in self.slots), *(c for c, _ in self.fixed)])

    @cached_property
    def shape(self) -> Shape:
        """What it asks for, whichever the words."""
        return Shape(self.inner_subject, self.wants_object, self.stem == ANY)

    @cached_property
    def slots_at(self) -> tuple[tuple[Slot, Place], ...]:
        """The slots, each with where it looks."""
        return tuple((slot, place(slot.case, self.shape)) for slot in self.slots)

    @cached_property
    def fixed_at(self) -> tuple[tuple[Place, Nouns], ...]:
        """The common nouns that must be there, with where."""
        return tuple((place(case, self.shape), nouns) for case, nouns in self.fixed)

    @cached_property
    def noun(self) -> tuple[Place, Nouns] | None:
        """One of the nouns that must be there, with where; None if the frame asks for none."""
        beside = ((at, slot.common) for slot, at in self.slots_at if slot.common and not slot.head)
        return next(iter((*self.fixed_at, *beside)), None)

    @cached_property
    def needed(self) -> str:
        """A case without which the clause cannot match, since nothing stands in for it; empty if there is none."""
        cases = [slot.case for slot in self.slots if slot.case != "subj" and "/" not in slot.case]
        return cases[0] if cases and self.stem == ANY else ""

    @cached_property
    def own_subject(self) -> Nouns:
        """The common nouns that must be there as a subject and are not who the clause is about."""
        return tuple(noun for case, nouns in self.fixed if case == "subj" for noun in nouns)

    @cached_property
    def weight(self) -> int:
        """How much the frame asks for; of two that match, the one that asks for more is believed."""
        wanted = sum(len(nouns[0]) for _, nouns in self.fixed)
        wanted += sum(len(s.common[0]) + 1 for s in self.slots if s.common)
        return wanted + sum((s.case == "obj") + s.case.count("/") for s in self.slots)


def owners(np: NounPhrase) -> list[Named]:
    """`A와 B의 무엇`: the names up to the last genitive."""
    cut = max((i + 1 for i, p in enumerate(np.phrases) if p.case == "gen"), default=0)
    return [m for p in np.phrases[:cut] for m in p.mentions]
