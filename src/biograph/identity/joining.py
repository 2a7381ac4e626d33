"""Joining occurrences into things: what may be joined, in which order, and the reason of each step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TypeVar

from biograph.extract import lexicon
from biograph.extract.lexicon import Entry
from biograph.identity import names
from biograph.model import Entity, Extraction
from biograph.vocabulary import Ontology

K = TypeVar("K", bound=Hashable)
Slot = tuple[str, str, str]


@dataclass(frozen=True)
class Occurrence:
    """An entity of one document, `at` its place in the sorted list of all.

    `key` is its name as it is compared, `other_keys` its other names, each with how it is compared.
    """

    at: int
    document: str
    entity: Entity
    family: str
    key: str
    other_keys: Mapping[str, str]
    known: Entry | None


@dataclass(frozen=True)
class Step:
    """Why two occurrences were joined; `by` is stated, lexicon or rule."""

    left: Occurrence
    right: Occurrence
    reason: str
    document: str | None
    by: str


def occurrences(extractions: Iterable[Extraction], ontology: Ontology) -> list[Occurrence]:
    """All entities of all documents, sorted by document and id."""
    table = lexicon.load(ontology.directory)
    pairs = sorted(
        ((x.document.id, entity) for x in extractions for entity in x.entities), key=lambda p: (p[0], p[1].id)
    )
    return [
        Occurrence(
            at,
            document,
            entity,
            names.family(entity.type, ontology),
            names.key(entity.name, ontology),
            {alias: key for alias in entity.aliases if (key := names.key(alias, ontology))},
            names.known(entity, table, ontology),
        )
        for at, (document, entity) in enumerate(pairs)
    ]


class Things:
    """A partition of the occurrences (union-find).

    Each part knows its setting: the country, or the bodies that a unit is of. Parts of different settings never join.
    """

    def __init__(self, all_: Sequence[Occurrence]) -> None:
        self.all = all_
        self.steps: list[Step] = []
        self._parent = list(range(len(all_)))
        self._settings: list[set[str | int]] = [{o.entity.country} if o.entity.country else set() for o in all_]

    def of(self, occurrence: Occurrence) -> int:
        """The number of the part that an occurrence is in."""
        at = occurrence.at
        while self._parent[at] != at:
            self._parent[at] = at = self._parent[self._parent[at]]
        return at

    def settle(self, unit: Occurrence, bodies: Iterable[int]) -> None:
        """Let a unit be known as a unit of these bodies, given as parts."""
        self._settings[self.of(unit)] |= set(bodies)

    def setting(self, occurrence: Occurrence) -> str:
        """The setting of an occurrence's part as one value, empty where none is known."""
        return min(map(str, self._settings[self.of(occurrence)]), default="")

    def join(self, left: Occurrence, right: Occurrence, reason: str, document: str | None, by: str) -> bool:
        """Join the parts of two occurrences unless their settings differ; whether that changed anything."""
        a, b = sorted((self.of(left), self.of(right)))
        ours, theirs = self._settings[a], self._settings[b]
        if a == b or (ours and theirs and not ours & theirs):
            return False
        self._parent[b] = a
        self._settings[a] = ours | theirs
        self.steps.append(Step(left, right, reason, document, by))
        return True

    def parts(self) -> list[list[Occurrence]]:
        """The parts, each sorted, in the order of their first occurrences."""
        found: dict[int, list[Occurrence]] = defaultdict(list)
        for occurrence in self.all:
            found[self.of(occurrence)].append(occurrence)
        return list(found.values())


def join_named(things: Things, those: Sequence[Occurrence], ontology: Ontology) -> None:
    """Join by id, by lexicon, by form of the name, and by the names that texts state."""
    _join_alike(things, _grouped(those, lambda o: o.entity.id), "the names are equal", "rule")
    in_lexicon = _grouped((o for o in those if o.known), lambda o: o.known)
    _join_alike(things, in_lexicon, "the lexicon names both", "lexicon")
    apart = _told_apart(those)
    by_name = _grouped(those, lambda o: _slot(o, o.key, apart))
    _join_alike(things, by_name, "the names differ in form only", "rule")
    _join_stated(things, those, apart, ontology)


def _join_alike(things: Things, groups: Mapping[K, Sequence[Occurrence]], why: str, by: str) -> None:
    """Join each group; where several settings are known, each setting by itself and those without one by themselves."""
    for group in groups.values():
        settings = {o.at: things.setting(o) for o in group}
        if len({setting for setting in settings.values() if setting}) < 2:
            settings = dict.fromkeys(settings, "")
        first: dict[str, Occurrence] = {}
        for o in group:
            other = first.setdefault(settings[o.at], o)
            things.join(other, o, f"“{other.entity.name}” and “{o.entity.name}”: {why}", None, by)


def _slot(occurrence: Occurrence, key: str, apart: Set[tuple[str, str]]) -> Slot:
    """Where an occurrence stands under a name: with its kind, or with its exact type where a text tells types apart."""
    exact = (key, occurrence.family) in apart
    return key, occurrence.family, occurrence.entity.type if exact else ""


def _told_apart(those: Iterable[Occurrence]) -> set[tuple[str, str]]:
    """The names and kinds under which one document has entities of several types."""
    types: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for o in those:
        types[o.document, o.key, o.family].add(o.entity.type)
    return {(key, kind) for (_, key, kind), found in types.items() if len(found) > 1}


def _join_stated(things: Things, those: Sequence[Occurrence], apart: Set[tuple[str, str]], ontology: Ontology) -> None:
    """Join who is called by a name with the one thing that texts give that name to, until nothing changes.

    Joining can only lower the number of claimants of a name, so the order of the names does not matter.
    """
    table = lexicon.load(ontology.directory)
    called = _grouped(those, lambda o: _slot(o, o.key, apart))
    claims: dict[Slot, list[tuple[Occurrence, str]]] = defaultdict(list)
    for o in those:
        for alias, key in o.other_keys.items():
            claims[_slot(o, key, apart)].append((o, alias))
    rows = {o.known: o for o in those if o.known}
    changed = True
    while changed:
        changed = False
        for slot in sorted(claims):
            claimants = claims[slot]
            known = {row for _, alias in claimants for row in table.named(alias)}
            fitting = {row for row in known if names.family(row.type, ontology) == slot[1]}
            claiming: set[int | Entry] = {things.of(rows[row]) if row in rows else row for row in fitting}
            if len(claiming.union(things.of(o) for o, _ in claimants)) > 1:
                continue
            first, alias = claimants[0]
            for holder in called.get(slot, ()):
                reason = f"a text calls “{first.entity.name}” “{alias}”, too"
                changed |= things.join(first, holder, reason, first.document, "stated")


def _grouped(those: Iterable[Occurrence], mark: Callable[[Occurrence], K]) -> dict[K, list[Occurrence]]:
    groups: dict[K, list[Occurrence]] = defaultdict(list)
    for occurrence in those:
        groups[mark(occurrence)].append(occurrence)
    return groups
