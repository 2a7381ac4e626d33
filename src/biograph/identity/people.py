"""Persons and units of one name: one only where an organisation ties them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from biograph.identity.joining import Occurrence, Things
from biograph.model import Extraction, Status

_BELONGS = frozenset({"affiliatedWith", "founded", "memberOf"})


class Affiliations:
    """The organisations that each document ties its persons and units to, and all that it names; parts of `Things`."""

    def __init__(self, extractions: Iterable[Extraction], things: Things) -> None:
        part = {(o.document, o.entity.id): things.of(o) for o in things.all}
        self._of: dict[tuple[str, str], set[int]] = defaultdict(set)
        self._named: dict[str, set[int]] = defaultdict(set)
        for o in things.all:
            if o.family != "Person":
                self._named[o.document].add(things.of(o))
        above: dict[int, set[int]] = defaultdict(set)
        for x in extractions:
            for s in (s for s in x.statements if s.status is not Status.NEGATED):
                subject, object_ = (x.document.id, s.subject), part[x.document.id, s.object]
                if s.predicate in _BELONGS:
                    self._of[subject].add(object_)
                elif s.predicate == "unitOf":
                    above[part[subject]].add(object_)
        for found in self._of.values():
            found |= {body for unit in found for body in above.get(unit, ())}
        for o in things.all:
            if o.family == "OrganizationalUnit":
                self._of[o.document, o.entity.id] = above.get(things.of(o), set())

    def of(self, member: Occurrence) -> set[int]:
        """The organisations that a person or unit is stated to belong to; with a unit comes the body it is of."""
        return self._of.get((member.document, member.entity.id), set())

    def named_beside(self, person: Occurrence) -> set[int]:
        """All organisations and places that the person's document names."""
        return self._named[person.document]


def join_persons(things: Things, affiliations: Affiliations) -> None:
    """Join the persons of one name (a stated other name counts) that an organisation ties."""
    by_name: dict[str, list[Occurrence]] = defaultdict(list)
    for o in things.all:
        if o.family == "Person":
            for key in sorted({o.key, *o.other_keys.values()}):
                by_name[key].append(o)
    for name in sorted(by_name):
        _join_colleagues(things, by_name[name], affiliations)
    for name in sorted(by_name):
        _join_unaffiliated(things, by_name[name], affiliations)


def _join_colleagues(things: Things, persons: Sequence[Occurrence], affiliations: Affiliations) -> None:
    first: dict[int, Occurrence] = {}
    for person in persons:
        for organisation in sorted(affiliations.of(person)):
            other = first.setdefault(organisation, person)
            where = things.all[organisation].entity.name
            things.join(other, person, f"both named “{person.entity.name}”, both of “{where}”", None, "rule")


def _join_unaffiliated(things: Things, persons: Sequence[Occurrence], affiliations: Affiliations) -> None:
    """Join a person without affiliation to the one namesake whose organisation the document names, if just one is."""
    belonging: dict[int, set[int]] = defaultdict(set)
    for person in persons:
        belonging[things.of(person)] |= affiliations.of(person)
    fits = []
    for person in persons:
        if not belonging[things.of(person)]:
            beside = affiliations.named_beside(person)
            fits.append((person, [part for part, theirs in belonging.items() if theirs & beside]))
    for person, fitting in fits:
        if len(fitting) == 1:
            reason = f"both named “{person.entity.name}”, and the text names the organisation of the other"
            things.join(things.all[fitting[0]], person, reason, None, "rule")
