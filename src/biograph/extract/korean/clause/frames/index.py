"""Frames by verb and by the nouns that they ask for, so that a clause is held against few of them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from biograph.extract.korean.clause.frames.frames import ANY, NUMBER, Frame, Place
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase

# The nouns among all that frames ask for that stand at a place in a clause.
Present = Callable[[Place], Iterable[str]]
_Ordered = tuple[int, Frame]  # with its place in the order of the tables


@dataclass(slots=True)
class _Group:
    """The frames of one verb in one voice: free ones, those that need a case, and those that need a noun at a place."""

    free: list[_Ordered] = field(default_factory=list)
    by_case: dict[str, list[_Ordered]] = field(default_factory=dict)
    by_noun: dict[Place, dict[str, list[_Ordered]]] = field(default_factory=dict)

    def add(self, order: int, frame: Frame) -> None:
        if frame.noun is None:
            group = self.by_case.setdefault(frame.needed, []) if frame.needed else self.free
            group.append((order, frame))
            return
        at, nouns = frame.noun
        by_noun = self.by_noun.setdefault(at, {})
        for noun in nouns:
            by_noun.setdefault(noun, []).append((order, frame))

    def likely(self, present: Present, cases: Container[str]) -> list[_Ordered]:
        found: list[_Ordered] = []
        for at, by_noun in self.by_noun.items():
            if at.case in cases or not at.shape.any_verb or "/" in at.case:
                for noun in present(at):
                    found += by_noun.get(noun, ())
        for case, frames in self.by_case.items():
            if case in cases:
                found += frames
        return sorted(dict([*self.free, *found]).items()) if found else self.free


class Index(Mapping[str, tuple[Frame, ...]]):
    """All frames by the stem of their verb."""

    def __init__(self, frames: Iterable[Frame]) -> None:
        self._frames: dict[str, tuple[Frame, ...]] = {}
        self._groups: dict[tuple[str, bool], _Group] = {}
        self._nouns: dict[str, set[str]] = {}  # by their first two syllables, or the one that they have
        self.elliptic: set[str] = set()  # the properties of which some frame leaves out a firm
        by_stem: dict[str, list[Frame]] = {}
        for frame in frames:
            by_stem.setdefault(frame.stem, []).append(frame)
            if frame.implied == "Company":
                self.elliptic.add(frame.predicate)
        for stem, own in by_stem.items():
            self._frames[stem] = tuple(own)
            for order, frame in enumerate(own):
                for passive in (False, True) if stem == ANY else (frame.passive,):
                    self._groups.setdefault((stem, passive), _Group()).add(order, frame)
                for noun in frame.noun[1] if frame.noun else ():
                    self._nouns.setdefault(noun[:2], set()).add(noun)

    def __getitem__(self, stem: str) -> tuple[Frame, ...]:
        return self._frames[stem]

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)

    __hash__ = object.__hash__  # one of its methods remembers what it found

    def __contains__(self, stem: object) -> bool:
        return stem in self._frames

    def likely(self, stem: str, passive: bool, present: Present, cases: Container[str]) -> Iterator[Frame]:
        """The frames of a verb, and those that any verb fills, of which a noun is there or that ask for none.

        `cases` are those that stand in the clause.
        """
        for key in ((stem, passive), (ANY, passive)):
            if (group := self._groups.get(key)) is not None:
                yield from (frame for _, frame in group.likely(present, cases))

    def nouns(self, np: NounPhrase) -> list[str]:
        """The nouns that frames ask for and a phrase has; a sign for any number."""
        found = self._inside(np.common)
        return [*found, NUMBER] if np.numeric else found

    @lru_cache(maxsize=20_000)  # noqa: B019 - the few objects of this class live as long as the program
    def _inside(self, common: str) -> list[str]:
        known, found = self._nouns, list[str]()
        for at in range(len(common)):
            for size in (1, 2):
                nouns = known.get(common[at : at + size], ())
                found += [noun for noun in nouns if common.startswith(noun, at)]
        return found
