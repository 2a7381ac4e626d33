"""The names of a dataset's entities, in one long string, so that one pass of one pattern finds all that answer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice

from biograph.serve.search.pattern import folded
from biograph.serve.search.question import EXACT, SCATTERED, Question

_LOOKED_AT = 3000  # names that hold the query's longest word: enough for a single letter, and 20 ms at most


@dataclass(frozen=True, slots=True)
class Named:
    """An entity: its address, type, the name that texts use most, those by language, its others, how many facts."""

    iri: str
    type: str
    name: str
    labels: Mapping[str, str]
    aliases: tuple[str, ...]
    facts: int

    def called(self, language: str) -> str:
        """Its name for readers of a language."""
        return self.labels.get(language, self.name)

    def others(self, language: str) -> tuple[str, ...]:
        """Its other names, sorted."""
        return tuple(sorted({self.name, *self.labels.values(), *self.aliases} - {self.called(language)}))


class Index:
    """Entities by address, and by what their names hold."""

    def __init__(self, entities: Iterable[Named]) -> None:
        # The better connected come first where names answer as well.
        self._entities = sorted(entities, key=lambda e: (-e.facts, e.name, e.iri))
        self._by_iri = {entity.iri: entity for entity in self._entities}
        names = [
            (owner, key)
            for owner, entity in enumerate(self._entities)
            for name in dict.fromkeys((entity.name, *entity.labels.values(), *entity.aliases))
            if (key := folded(name))
        ]
        self._owners = [owner for owner, _ in names]
        self._whole = {key: owner for owner, key in reversed(names)}
        self._hay = "\n".join(key for _, key in names)
        self._starts = list(accumulate((len(key) + 1 for _, key in names), initial=0))

    def __len__(self) -> int:
        return len(self._entities)

    def get(self, iri: str) -> Named | None:
        """The entity with an address."""
        return self._by_iri.get(iri)

    def first(self, most: int) -> Sequence[Named]:
        """The entities that most is stated of."""
        return self._entities[:most]

    def search(self, query: str, most: int) -> list[Named]:
        """The entities whose names answer, best first.

        Whole names, then beginnings, beginnings of words, and the rest; then the better connected. Where very many
        answer, only the better connected are looked at, and whole names.
        """
        question = Question(query)
        best: dict[int, float] = {}
        if (whole := self._whole.get(folded(query))) is not None:
            best[whole] = EXACT
        for owner, key in islice(self._holding(question), _LOOKED_AT):
            rank = question.rank(key)
            if rank is not None and rank < best.get(owner, SCATTERED + 1):
                best[owner] = rank
        return [self._entities[owner] for owner in sorted(best, key=lambda owner: (best[owner], owner))[:most]]

    def _holding(self, question: Question) -> Iterator[tuple[int, str]]:
        """The names, folded, that hold the question's longest word, each with its owner."""
        place = 0
        while question.rarest and (found := question.rarest.search(self._hay, place)):
            line = bisect_right(self._starts, found.start()) - 1
            place = self._starts[line + 1]  # one hit in a name is enough
            yield self._owners[line], self._hay[self._starts[line] : place - 1]
