"""Matching: events held against frames, slot by slot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from biograph.extract.drafts import Named
from biograph.extract.korean.clause.attachment import COORDINATE
from biograph.extract.korean.clause.events import Event
from biograph.extract.korean.clause.frames import ANY, NUMBER, Frame, Nouns, Shape, Slot, owners
from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.index import Index
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
    arguments = _Arguments(event, setting)
    found = [
        Match(frame, event, fillers)
        for frame in index.likely(event.stem, event.passive, partial(arguments.present, index))
        if (fillers := _Filling(arguments, frame, fits).fill()) is not None
    ]
    explicit = {m.frame.predicate for m in found if not m.frame.implied}
    found = [m for m in found if not m.frame.implied or m.frame.predicate not in explicit]
    most: dict[str, int] = {}
    for match in found:
        most[match.frame.predicate] = max(match.frame.weight, most.get(match.frame.predicate, 0))
    found = [m for m in found if m.frame.weight == most[m.frame.predicate]]
    outdone = {predicate for m in found for predicate in m.frame.outdoes}
    return [m for m in found if m.frame.predicate not in outdone]


def lacks(event: Event, frame: Frame, setting: Setting, fits: Fits) -> tuple[Lack, ...]:
    """All that keeps a frame from matching an event, which `matches` need not know; empty where it matches."""
    arguments = _Arguments(event, setting)
    filling, whoever = _Filling(arguments, frame, fits), _Filling(arguments, frame, lambda *_: True)
    slots = [slot for slot in frame.slots if not filling.filler(slot)]
    return (
        *([] if filling.voiced() else [Lack()]),
        *(Lack(case, common) for case, common in frame.fixed if not filling.holds(case, common)),
        *(Lack(slot.case, slot.common, slot, whoever.filler(slot)) for slot in slots),
    )


class _Arguments:
    """What an event offers to the slots of frames, each kind of slot looked up once."""

    def __init__(self, event: Event, setting: Setting) -> None:
        self.event, self.setting = event, setting
        nouns = (np for np in event.args if np.modifiers and np.case not in ("clause", "said"))
        bare = (np for np in nouns if not np.names and not np.heads(setting))
        self.all = event.args + [a for np in bare for m in np.modifiers for a in m.args]
        self._found: dict[tuple[str, Shape], tuple[NounPhrase, ...]] = {}
        self._present: dict[tuple[str, Shape], set[str]] = {}
        self._inner: dict[int, _Arguments] = {}

    def present(self, index: Index, case: str, shape: Shape) -> set[str]:
        """The nouns that frames ask for and that stand in a case."""
        key = case, shape
        if key not in self._present:
            self._present[key] = {noun for np in self.candidates(case, shape) for noun in index.nouns(np)}
        return self._present[key]

    def names(self, np: NounPhrase) -> list[Named]:
        """Whom a phrase stands for, as an argument or as the noun that the event describes."""
        return np.described(self.setting) if np is self.event.head else np.heads(self.setting)

    @cached_property
    def companions(self) -> tuple[Named, ...]:
        """With whom the subject does it: `B와 함께 열었다`, `B와 손잡고 열었다`."""
        event, found = self.event, [np for np in self.event.args if np.case in _WITH]
        before = event.previous
        own = event.arg("subj") or event.arg("topic")
        if before is not None and before.stem in self.setting.grammar.joining and own in (None, before.subject):
            found += [np for np in before.args if np.case in _WITH]
        return tuple(n for np in found for n in self.names(np))

    @cached_property
    def beside(self) -> tuple[Named, ...]:
        """`A는 B와 나란히 C와 협약했다`: who does with the subject what is done with somebody else."""
        found = [np for np in self.event.args if np.case == "together"] if self.event.arg("with") else []
        return tuple(n for np in found for n in self.names(np))

    def candidates(self, case: str, shape: Shape) -> tuple[NounPhrase, ...]:
        """The phrases that may fill a case of a frame, the likeliest first."""
        key = case, shape
        if key not in self._found:
            self._found[key] = tuple(self._candidates(case, shape))
        return self._found[key]

    def _candidates(self, case: str, shape: Shape) -> Iterator[NounPhrase]:
        if "/" in case:
            outer, stem, inner = case.split("/", 2)
            for clause in (clause for np in self.candidates(outer, shape) for clause in np.modifiers):
                # What a purpose clause is about matters, not the verb in it: `성장하도록 돕는다`.
                if clause.stem == stem or outer == "so":
                    within = self._inner.setdefault(id(clause), _Arguments(clause, self.setting))
                    yield from within.candidates(inner, shape)
        elif case == "subj":
            yield from self._subjects(shape)
        else:
            yield from (np for np in self.all if np.case == self._partnered(case))
            if not shape.any_verb:
                yield from self._unmarked(case)

    def _partnered(self, case: str) -> str:
        """`A는 B와 함께 C와 협약했다`: who stands beside the subject is whom it is done with if nobody else is."""
        alone = case == "with" and not any(np.case == "with" for np in self.all)
        return "together" if alone else case

    def _subjects(self, shape: Shape) -> Iterator[NounPhrase]:
        event = self.event
        if own := [np for np in reversed(event.args) if np.case == "subj"]:
            yield from own
            # `국내 기업이 진출하도록 A는 …`: an unnamed subject is a subject, unless it is part of the predicate
            # itself, as in `가교가 되다`.
            yield from [np for np in (event.arg("topic"), event.outer) if np and shape.inner_subject]
            return
        yield from (np for np in event.args if np.case == "topic")
        yield from [event.head] if event.head else []
        if self._may_inherit(shape):
            yield from (np for np in (event.inherited, event.recalled) if np)

    def _may_inherit(self, shape: Shape) -> bool:
        """Whether the subject can stand outside the clause: not where the noun after it is itself the subject."""
        event = self.event
        if event.head is None or event.phrase.ending != "ETM" or event.head.case == "time":
            return True
        grammar, words = self.setting.grammar, event.head.words
        return (
            (bool(event.head.described(self.setting)) and not self._describes(event.head))
            or event.head.common in grammar.modal_nouns
            or (bool(words) and words[-1].endswith(tuple(grammar.agreements | grammar.proposals | grammar.facts)))
            or (event.arg("obj") is None and shape.wants_object)
        )

    def _describes(self, head: NounPhrase) -> bool:
        """`B를 품은 A와 닮았다`: where all else is said, a name that is no place of it is who does it."""
        return self.event.arg("obj") is not None and head.case in ("with", "subj", "gen")

    def _unmarked(self, case: str) -> Iterator[NounPhrase]:
        """Phrases of another case or none that stand in for a case."""
        event = self.event
        if case == "obj" and event.arg("obj"):
            return  # `B를 운영하는 A`: what has an object does not take what it describes as another
        if case == "obj":
            yield from (np for np in event.args[-1:] if np.case in ("", "until", "topic", "other"))
        if case == "to" or (event.nominal and case in ("into", "at", "with")):
            yield from (np for np in event.args[-1:] if np.case == "")
        if case in ("obj", "to"):
            topics = [np for np in event.args if np.case == "topic"]
            # `A는 B도 올해 시작했다`: of two topics the first is who does it.
            yield from topics if event.arg("subj") or event.inherited else topics[1:]
        if event.head and case != "pred":
            yield event.head
        if case == "obj" and event.theme and event.theme is not event.subject:
            yield event.theme
        if event.previous and case in ("to", "from"):
            # `A에 10억원을 받고 이전했다`, `포럼이 열려 B가 참석했다`: what the clause before named is still there.
            yield from (np for np in event.previous.args if np.case == case)
            host = None if event.previous.phrase.ending_form in COORDINATE else event.previous.subject
            yield from [host] if host and host is not event.subject and case == "to" else []


class _Filling:
    """One frame against one event's arguments."""

    def __init__(self, arguments: _Arguments, frame: Frame, fits: Fits) -> None:
        self.arguments, self.frame, self.fits = arguments, frame, fits

    def fill(self) -> dict[str, tuple[Named, ...]] | None:
        if not self.voiced():
            return None
        for case, common in self.frame.fixed:
            if not self.holds(case, common):
                return None
        return self._assigned(self.frame.slots, ())

    def _assigned(self, slots: Sequence[Slot], taken: tuple[Named, ...]) -> dict[str, tuple[Named, ...]] | None:
        """The first way to fill the slots in which no name fills two of them, unless they are the same to the frame."""
        if not slots:
            return {}
        for filler in self._fillers(slots[0]):
            if not set(filler).isdisjoint(taken) and not (len(filler) > 1 and self._mutual(slots[0])):
                continue
            if (rest := self._assigned(slots[1:], taken + filler)) is not None:
                return {slots[0].name: filler + self._companions(slots[0])} | rest
        return None

    def _mutual(self, slot: Slot) -> bool:
        """`A와 B가 손잡았다`: two slots that one phrase fills, each with all that it names."""
        return sum((s.case, s.head, s.common) == (slot.case, slot.head, slot.common) for s in self.frame.slots) > 1

    def voiced(self) -> bool:
        """Whether both are active or both passive."""
        return self.arguments.event.passive == self.frame.passive or self.frame.stem == ANY

    def holds(self, case: str, nouns: Nouns) -> bool:
        """Whether one of the common nouns that fill no slot is there, and not only as what a name is said to be."""
        setting = self.arguments.setting
        candidates = (np for np in self.arguments.candidates(case, self.frame.shape) if not np.headed(setting))
        return any(np.numeric if nouns == (NUMBER,) else self._mentions(np, nouns) for np in candidates)

    def _mentions(self, np: NounPhrase, nouns: Nouns) -> bool:
        common = np.common
        return any(noun in common for noun in nouns)

    def filler(self, slot: Slot) -> tuple[Named, ...]:
        """The names that fill a slot best; none if nothing does."""
        return next(self._fillers(slot), ())

    def _fillers(self, slot: Slot) -> Iterator[tuple[Named, ...]]:
        arguments = self.arguments
        # `홍길동 <대표>가`: of a person's titles one may be asked for.
        beside = slot.common and (not slot.head or (slot.type == "Person" and len(slot.common) > 1))
        for np in arguments.candidates(slot.case, self.frame.shape):
            if beside and not self._mentions(np, slot.common):
                continue
            if not slot.head and slot.common and not slot.headed and np.headed(arguments.setting):
                continue  # `A의 연구단지 B를 둘러봤다` is not A's 단지
            if slot.case == "subj" and slot.head and self._part_of_predicate(np):
                continue
            if slot.head or (slot.owner and not slot.common):
                names = arguments.names(np) if slot.head else owners(np)
                fitting = [n for n in names if self._fitting(slot, n)]
                if not fitting and names and np is arguments.event.head:
                    # `서울에 있는 A의 홍길동 대표`: what is in Seoul is A
                    fitting = [n for n in np.owners(arguments.setting) if self._fitting(slot, n)]
            else:
                fitting = _inside(np, arguments.names(np), partial(self._fitting, slot))
            if fitting and not (beside and self._anothers(slot, np, fitting)):
                yield tuple(fitting)

    def _anothers(self, slot: Slot, np: NounPhrase, fitting: Sequence[Named]) -> bool:
        """Whether what stands beside a name is another's: 본사 in `서울 B 본사에서`, 대표 in `홍길동 B 대표가`."""
        others = [n for n in np.names if n not in fitting]
        if slot.type == "Place":
            owner = next((s for s in self.frame.slots if s.name == "S" and s.case != slot.case), None)
            return owner is not None and any(self._fitting(owner, n) for n in others)
        return slot.head and bool(others)

    def _fitting(self, slot: Slot, name: Named) -> bool:
        return self.fits(self.frame, slot, name.entity)

    def _part_of_predicate(self, np: NounPhrase) -> bool:
        """`A는 B에 본사가 있다`: 본사 is what the frame asks for, not who the sentence is about."""
        fixed = tuple(noun for case, nouns in self.frame.fixed if case == "subj" for noun in nouns)
        return bool(fixed) and not np.names and self._mentions(np, fixed)

    def _companions(self, slot: Slot) -> tuple[Named, ...]:
        """`A가 B와 함께 …`: B does what A does, unless the frame itself asks with whom."""
        cases = [s.case for s in self.frame.slots]
        titled = slot.type == "Person" and slot.common
        if slot.case != "subj" or titled or self.frame.stem == ANY or cases.count("subj") > 1:
            return ()
        if any(case in _WITH for case in cases):
            return tuple(n for n in self.arguments.beside if self.fits(self.frame, slot, n.entity))
        return tuple(n for n in self.arguments.companions if self.fits(self.frame, slot, n.entity))


def _inside(np: NounPhrase, heads: Sequence[Named], fits: Callable[[Named], bool]) -> list[Named]:
    """The names inside a phrase that fit, of each member the last: B in `A의 B 지분`, A and B in `A와 B의 지분`."""
    inside = ([m for p in member for m in p.mentions if m not in heads and fits(m)] for member in np.members())
    return [names[-1] for names in inside if names]


def statuses(match: Match, grammar: Grammar) -> Status:
    """The status of a match: the event's own, unless the frame says what it amounts to."""
    own = stated(match.event, grammar, match.frame.agreement)
    return match.frame.status if match.frame.status and own is Status.ASSERTED else own


def stated(event: Event, grammar: Grammar, agreement: bool = False) -> Status:
    """The status of an event, of one that a verbal noun stands for by the verb around it.

    With `agreement`, what has been agreed to holds.
    """
    own = status(event, grammar)
    if own is Status.PLANNED and agreement and agreed(event, grammar):
        own = Status.ASSERTED
    return event.aspect if own is Status.ASSERTED and event.aspect is not None else own
