"""One frame held against one clause: which names fill its slots, and whether the nouns that it asks for are there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from biograph.extract.drafts import Named
from biograph.extract.korean.clause.discourse.occasion import SCENE
from biograph.extract.korean.clause.discourse.posts import BODY
from biograph.extract.korean.clause.frames.frames import ANY, NUMBER, Frame, Nouns, Place, Slot, owners
from biograph.extract.korean.clause.syntax.arguments import WITH, Arguments
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase

# Who heads a part is not told which one; nor which body a class noun before an office means.
_PARTS = tuple(
    "위원회 협회 학회 재단 센터 연구소 병원 대학 협의체 협의회 포럼 공단 연구원 진흥원 정부 학과 학부 "
    "단장 소장 원장 실장 팀장 국장 과장 부장 법인장 지사장 지부장 지점장 본부장 처장 총장 학장 공장장".split()
)

# Whether an entity can fill a slot of a frame.
Fits = Callable[[Frame, Slot, str], bool]


class Filling:
    """One frame against one event's arguments."""

    def __init__(self, arguments: Arguments, frame: Frame, fits: Fits) -> None:
        self.arguments, self.frame, self.fits = arguments, frame, fits

    def fill(self) -> dict[str, tuple[Named, ...]] | None:
        """The names in each slot; None where something is missing. The voice is that of the event."""
        frame = self.frame
        if "with" in self.arguments.by_case and any(s.name == "S" and self._mutual(s) for s in frame.slots):
            return None  # `A와 B가 미국 기업과 손잡았다`
        for _, at in frame.slots_at:
            if not self.arguments.candidates(at):
                return None
        if frame.implied and self._said():
            return None
        for at, common in frame.fixed_at:
            if not self.holds(at, common):
                return None
        return self._assigned(frame.slots_at, ())

    def _assigned(
        self, slots: Sequence[tuple[Slot, Place]], taken: tuple[Named, ...]
    ) -> dict[str, tuple[Named, ...]] | None:
        """The first way to fill the slots in which no name fills two of them, unless they are the same to the frame."""
        if not slots:
            return {}
        slot, at = slots[0]
        for filler in self._fillers(slot, at):
            mutual = self._mutual(slot)
            if len(filler) < 2 if mutual else not set(filler).isdisjoint(taken):
                continue
            if (rest := self._assigned(slots[1:], taken + filler)) is not None:
                return {slot.name: filler + self._companions(slot)} | rest
        return None

    def _mutual(self, slot: Slot) -> bool:
        """`A와 B가 손잡았다`: two slots that one phrase fills, each with all that it names."""
        return sum((s.case, s.head, s.common) == (slot.case, slot.head, slot.common) for s in self.frame.slots) > 1

    def _said(self) -> bool:
        """Whether what the frame takes for left out is there, without a name: `세미나를 주최했다`, `업체에 보탰다`."""
        frame, setting = self.frame, self.arguments.setting
        to = [np for np in self.arguments.event.args if np.case == "to"]
        if frame.implied in ("Company", BODY):
            asked = {case for case, _ in frame.fixed}  # `라운드에 참여했다` leaves out whose it is
            return "to" not in asked and any(not np.headed(setting) for np in to)
        if frame.fixed or frame.stem == ANY:
            return False
        if frame.implied == SCENE:
            return any(np.case in ("until", "from") for np in self.arguments.event.args)
        occasions = setting.grammar.references["Event"]
        objects = [np for np in self.arguments.event.args if np.case == "obj"]
        return any(not np.headed(setting) and not np.modifiers for np in objects) or any(
            np.headed(setting) or (np.common.endswith(occasions) and not np.modifiers) for np in to
        )

    def holds(self, at: Place, nouns: Nouns) -> bool:
        """Whether one of the common nouns that fill no slot is there, and not only as what a name is said to be."""
        setting = self.arguments.setting
        # `B는 A가 세운 기지다`: a noun that only says what something named is names no other
        told = self.arguments.event.head if self.arguments.event.phrase.ending == "ETM" else None
        candidates = (
            np
            for np in self.arguments.candidates(at)
            if not np.headed(setting) and not (np is told and np.equals is not None and np.equals.headed(setting))
        )
        if self.frame.implied == BODY:
            candidates = (np for np in candidates if _bare(np))
        return any(np.numeric if nouns == (NUMBER,) else self._mentions(np, nouns) for np in candidates)

    def _mentions(self, np: NounPhrase, nouns: Nouns) -> bool:
        common = np.common
        return any(noun in common for noun in nouns)

    def filler(self, slot: Slot, at: Place) -> tuple[Named, ...]:
        """The names that fill a slot best; none if nothing does."""
        return next(self._fillers(slot, at), ())

    def _fillers(self, slot: Slot, at: Place) -> Iterator[tuple[Named, ...]]:
        arguments = self.arguments
        # `홍길동 <대표>가`: of a person's titles one may be asked for.
        beside = slot.common and (not slot.head or (slot.type == "Person" and len(slot.common) > 1))
        for np in arguments.candidates(at):
            # `<자회사> B를 세웠다`: what a name is called must be there if the frame gives a class for it, or any verb.
            wanted = beside or len(slot.common) > 1 or (slot.common and self.frame.stem == ANY)
            if wanted and not self._mentions(np, slot.common):
                continue
            if not slot.head and slot.common and not slot.headed and np.headed(arguments.setting):
                continue  # `A의 연구단지 B를 둘러봤다` is not A's 단지
            if slot.case == "subj" and slot.head and self._part_of_predicate(np):
                continue
            if slot.case == "head" and not np.headed(arguments.setting):
                continue  # `B는 A가 지분을 가진 자회사다`: what is described has no name of its own
            if slot.owner and np is arguments.event.subject and self._held(slot, np):
                fitting = [n for n in arguments.holders if self._fitting(slot, n)]
            elif slot.head or (slot.owner and not slot.common):
                names = arguments.names(np) if slot.head else owners(np)
                fitting = [n for n in names if self._fitting(slot, n)]
                if not fitting and names and np is arguments.event.head:
                    # `서울에 있는 A의 홍길동 대표`: what is in Seoul is A
                    fitting = [n for n in np.owners(arguments.setting) if self._fitting(slot, n)]
            else:
                fitting = _inside(np, arguments.names(np), partial(self._fitting, slot))
                if slot.owner and not np.names:
                    whose = np.owner_referents(arguments.setting) or self._carried(slot, np)
                    fitting = [n for n in whose if self._fitting(slot, n)]
            if fitting and not (beside and self._anothers(slot, np, fitting)):
                yield tuple(fitting)

    def _carried(self, slot: Slot, np: NounPhrase) -> list[Named]:
        """Whose a bare noun is by the clause before; of a product itself, not of a firm: `B를 세워 지분을 쥐었다`."""
        own = np in self.arguments.event.args and not np.modifiers and not np.heads(self.arguments.setting)
        if not own or self.frame.stem == ANY or not self._mentions(np, slot.common):
            return []
        return self.arguments.carried(itself=slot.type == "Product")

    def _held(self, slot: Slot, np: NounPhrase) -> bool:
        """`[연구소는] 대전에 있다`: whose a bare subject is, unless the clause before tells it."""
        return bool(self.arguments.holders) and not self._carried(slot, np) and self._mentions(np, slot.common)

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
        own = self.frame.own_subject
        return bool(own) and not np.names and self._mentions(np, own)

    def _companions(self, slot: Slot) -> tuple[Named, ...]:
        """`A가 B와 함께 …`: B does what A does, unless the frame itself asks with whom."""
        cases = [s.case for s in self.frame.slots]
        titled = slot.type == "Person" and slot.common
        if slot.case != "subj" or titled or self.frame.stem == ANY or cases.count("subj") > 1:
            return ()
        if any(case in WITH for case in cases):
            return tuple(n for n in self.arguments.beside if self.fits(self.frame, slot, n.entity))
        return tuple(n for n in self.arguments.companions if self.fits(self.frame, slot, n.entity))


def _bare(np: NounPhrase) -> bool:
    """Whether an office is named without whose it is: `부회장에는`, not `A위원회 위원장으로`."""
    return len(np.words) < 3 and not np.names and not any(part in word for word in np.words for part in _PARTS)


def _inside(np: NounPhrase, heads: Sequence[Named], fits: Callable[[Named], bool]) -> list[Named]:
    """The names inside a phrase that fit, of each member the last: B in `A의 B 지분`, A and B in `A와 B의 지분`."""
    members = np.members()
    if len(members) > 1 and members[-2][-1].comma and not any(p.mentions for p in members[-1]):
        return []  # `A, 필러를 만드는 B`: it is not A's
    inside = ([m for p in member for m in p.mentions if m not in heads and fits(m)] for member in members)
    return [names[-1] for names in inside if names]
