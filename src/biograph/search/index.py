"""The names of a dataset's entities, in one long string, so that one pass of one pattern finds all that answer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    """An entity that answers, and how the best of its names does."""

    entity: Named
    match: Match


class Index:
    """Entities by address, and by what their names hold."""

    def __init__(self, entities: Iterable[Named]) -> None:
        # The better connected come first where names answer as well.
        self._entities = sorted(entities, key=lambda e: (-e.facts, e.name, e.iri))
        self._by_iri = {entity.iri: entity for entity in self._entities}
        self._bearers: dict[str, dict[int, None]] = {}
        self._owners: list[int] = []
        keys: list[str] = []
        for owner, entity in enumerate(self._entities):
            for name in entity.names:
                self._bearers.setdefault(normalise_name(name), {})[owner] = None
                if key := folded(name):
                    self._owners.append(owner)
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
        return [Hit(hit.entity, Match.KEYBOARD) for hit in self._answering(meant)]

    def nearest(self, name: str, most: int) -> list[Hit]:
        """The entities with names spelled like one that nobody bears, the likest first."""
        found = nearest(folded(name[:_LONGEST]), self._hay.split("\n"))
        owners = dict.fromkeys(self._owners[line] for line in found)
        return [Hit(self._entities[owner], Match.NEAREST) for owner in islice(owners, most)]

    def _answering(self, query: str) -> list[Hit]:
        question = Question(query)
        best = dict.fromkeys(self._bearers.get(normalise_name(query), ()), (0.0, Match.EXACT))
        for owner, key in islice(self._holding(question), _LOOKED_AT):
            rank = question.rank(key)
            if rank is not None and (owner not in best or rank[0] < best[owner][0]):
                best[owner] = rank
        return [Hit(self._entities[owner], best[owner][1]) for owner in sorted(best, key=lambda o: (best[o][0], o))]

    def _holding(self, question: Question) -> Iterator[tuple[int, str]]:
        """The names, folded, that hold the question's longest word, each with its owner."""
        place = 0
        while question.rarest and (found := question.rarest.search(self._hay, place)):
            line = self._line(found.start())
            place = self._starts[line + 1]  # one hit in a name is enough
            yield self._owners[line], self._hay[self._starts[line] : place - 1]

    def _line(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1
