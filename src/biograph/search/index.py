"""The names of a dataset's entities, in one long string, so that one pass of one pattern finds all that answer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice

from biograph.model import normalise_name
from biograph.search.keyboard import retyped
from biograph.search.nearest import nearest
from biograph.search.pattern import folded
from biograph.search.question import Match, Question

_LOOKED_AT = 3000  # names that hold the query's longest word: enough for a single letter, and 20 ms at most
_LONGEST = 100  # characters of a query: no name is longer


@dataclass(frozen=True, slots=True)
class Named:
    """An entity: its address, type, the name that texts use most, those by language, its others, how many facts."""

    iri: str
    type: str
    name: str
    labels: Mapping[str, str]
    aliases: tuple[str, ...]
    facts: int

    @property
    def names(self) -> Iterable[str]:
        """All of its names, the most used first, each once."""
        return dict.fromkeys((self.name, *self.labels.values(), *self.aliases))

    def called(self, language: str) -> str:
        """Its name for readers of a language."""
        return self.labels.get(language, self.name)

    def others(self, language: str) -> tuple[str, ...]:
        """Its other names, sorted."""
        return tuple(sorted({*self.names} - {self.called(language)}))


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity that answers, how the best of its names does, and which that is."""

    entity: Named
    match: Match
    name: str


class Index:
    """Entities by address, and by what their names hold."""

    def __init__(self, entities: Iterable[Named]) -> None:
        # The better connected come first where names answer as well.
        self._entities = sorted(entities, key=lambda e: (-e.facts, e.name, e.iri))
        self._by_iri = {entity.iri: entity for entity in self._entities}
        self._bearers: dict[str, dict[int, int]] = {}  # of a normalised name, each with its line
        self._owners: list[int] = []  # by line
        self._names: list[str] = []
        keys: list[str] = []
        for owner, entity in enumerate(self._entities):
            for name in entity.names:
                if key := folded(name):
                    self._bearers.setdefault(normalise_name(name), {}).setdefault(owner, len(keys))
                    self._owners.append(owner)
                    self._names.append(name)
                    keys.append(key)
        self._bearers.pop("", None)
        self._hay = "\n".join(keys)
        self._starts = list(accumulate((len(key) + 1 for key in keys), initial=0))

    def __len__(self) -> int:
        return len(self._entities)

    def get(self, iri: str) -> Named | None:
        """The entity with an address."""
        return self._by_iri.get(iri)

    def first(self, most: int) -> Sequence[Named]:
        """The entities that most is stated of."""
        return self._entities[:most]

    def knows(self, name: str) -> bool:
        """Whether anybody bears a name; case, blanks and punctuation do not matter."""
        return normalise_name(name) in self._bearers

    def search(self, query: str) -> list[Hit]:
        """The entities whose names answer, best first.

        Whole names, then beginnings, beginnings of words, and the rest; then the better connected. Where very many
        answer, only the better connected are looked at, and whole names. Where none does, what the same keys give in
        the other script.
        """
        found = self._answering(query[:_LONGEST])
        if found or (meant := retyped(query[:_LONGEST])) is None:
            return found
        return [replace(hit, match=Match.KEYBOARD) for hit in self._answering(meant)]

    def nearest(self, name: str, most: int) -> list[Hit]:
        """The entities with names spelled like one that nobody bears, the likest first."""
        lines: dict[int, int] = {}
        for line in nearest(folded(name[:_LONGEST]), self._hay.split("\n")):
            lines.setdefault(self._owners[line], line)
        return [self._hit(line, Match.NEAREST) for line in islice(lines.values(), most)]

    def _answering(self, query: str) -> list[Hit]:
        question = Question(query)
        exact = self._bearers.get(normalise_name(query), {})
        best = {owner: (0.0, Match.EXACT, line) for owner, line in exact.items()}
        for line, key in islice(self._holding(question), _LOOKED_AT):
            rank, owner = question.rank(key), self._owners[line]
            if rank is not None and (owner not in best or rank[0] < best[owner][0]):
                best[owner] = (*rank, line)
        ordered = sorted(best, key=lambda owner: (best[owner][0], owner))
        return [self._hit(best[owner][2], best[owner][1]) for owner in ordered]

    def _hit(self, line: int, match: Match) -> Hit:
        return Hit(self._entities[self._owners[line]], match, self._names[line])

    def _holding(self, question: Question) -> Iterator[tuple[int, str]]:
        """The names, folded, that hold the question's longest word, each with its line."""
        place = 0
        while question.rarest and (found := question.rarest.search(self._hay, place)):
            line = self._line(found.start())
            place = self._starts[line + 1]  # one hit in a name is enough
            yield line, self._hay[self._starts[line] : place - 1]

    def _line(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1
