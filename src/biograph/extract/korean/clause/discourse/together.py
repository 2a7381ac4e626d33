"""Groups: who was told to do something together, whom `양측`, `두 기관`, `3사` then stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from biograph.extract.drafts import Named


class Together:
    """The groups of a text as far as it has been read."""

    def __init__(self) -> None:
        self.last: tuple[Named, ...] = ()
        self.places: tuple[Named, ...] = ()  # the two places that were named side by side last
        self._told: list[tuple[int, tuple[Named, ...]]] = []

    def tell(self, members: Iterable[Named], paragraph: int) -> None:
        """Several are named together in a paragraph, which starts at an offset."""
        self.last = tuple(members)
        self._told.append((paragraph, self.last))

    def place(self, named: Sequence[Named]) -> None:
        """A phrase names places."""
        if len({n.entity for n in named}) == len(named) == 2:
            self.places = tuple(named)

    def of_size(self, size: int, paragraph: int, named: Sequence[Named]) -> tuple[Named, ...]:
        """So many: those whom the paragraph told together last, else those of whom the text speaks most."""
        told = [(at, group) for at, group in self._told if len({n.entity for n in group}) == size == len(group)]
        here = [group for at, group in told if at == paragraph]
        count = Counter(n.entity for n in named)
        most = max((group for _, group in told), key=lambda g: sum(count[n.entity] for n in g), default=())
        return tuple(sorted(here[-1] if here else most))
