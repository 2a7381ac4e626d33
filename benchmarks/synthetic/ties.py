"""Made-up facts: a graph with hubs, most of whose ties stay within a community or a country."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from biograph.model import Entity, Status

from .entities import UNKNOWN, Home

# What 112 real articles state most, and how often.
RELATIONS = [
    (subject, predicate, object_, int(times))
    for subject, predicate, object_, times in (
        line.split()
        for line in """
        Person affiliatedWith Company 139
        Person affiliatedWith GovernmentBody 60
        Person affiliatedWith Association 53
        Person affiliatedWith ResearchInstitute 31
        Person affiliatedWith University 27
        Person affiliatedWith Hospital 19
        Person participatesIn Event 83
        Person affiliatedWith OrganizationalUnit 29
        Person founded Company 50
        Person authorOf Publication 12
        Person visits City 20
        Company locatedIn City 90
        Company locatedIn Cluster 15
        Company locatedIn Country 20
        Company develops Product 79
        Company participatesIn Event 48
        Company participatesIn Program 13
        Company subsidiaryOf Company 41
        Company acquires Company 36
        Company suppliesTo Company 30
        Company partnersWith Company 29
        Company licensesTo Company 21
        Company partnersWith Hospital 11
        Company memberOf Association 22
        Company expandsInto City 16
        Company expandsInto Region 6
        Company expandsInto Country 6
        Company founded Facility 9
        Company organizes Event 8
        Investor investsIn Company 47
        Facility locatedIn City 73
        Facility unitOf University 15
        Facility unitOf Company 13
        Event locatedIn Facility 34
        Event locatedIn City 22
        City partOf Region 40
        Region partOf Country 5
        GovernmentBody organizes Event 43
        GovernmentBody organizes Program 29
        GovernmentBody approves Product 22
        GovernmentBody approves Cluster 12
        GovernmentBody partnersWith GovernmentBody 13
        GovernmentBody supports Company 9
        Association organizes Event 36
        Association organizes Program 9
        Association partnersWith Association 11
        Association locatedIn City 8
        Association bridges Country 2
        OrganizationalUnit unitOf University 46
        OrganizationalUnit unitOf GovernmentBody 27
        OrganizationalUnit unitOf Hospital 21
        OrganizationalUnit unitOf Company 19
        OrganizationalUnit locatedIn City 14
        Hospital locatedIn City 8
        ResearchInstitute locatedIn City 9
        Cluster locatedIn City 16
        Cluster locatedIn Region 14
        University partnersWith Company 8
        """.strip().splitlines()
    )
]
_STATUSES = {"asserted": 85, "planned": 8, "negated": 3, "possible": 2, "rumoured": 1, "ended": 1}
_ROLES = "대표 연구원 본부장 교수 이사 센터장".split()
_TRIES = 3
_MOST_FAMOUS = 30
_NEARNESS = (70, 20, 10)  # ties of 100 sought within the community, within the country, anywhere
_NEARNESS_OF_PLACES = (90, 10, 0)  # nothing stands in two countries because a town was drawn from another
_PLACED_BY = ("locatedIn", "partOf", "unitOf")


@dataclass(frozen=True)
class Fact:
    """A statement before any article states it."""

    subject: str
    predicate: str
    object: str
    status: Status
    qualifiers: tuple[tuple[str, str], ...]
    speaker: str | None
    confidence: float


class Choice:
    """Draws entities, the more often the more ties they have and the more famous they are from the start.

    Preferential attachment with fitness (Bianconi and Barabási 2001, "Competition and multiscaling in evolving
    networks").
    """

    def __init__(self, entities: Sequence[Entity], homes: Mapping[str, Home], draw: random.Random) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self._homes, self._draw = homes, draw
        self._tied: set[frozenset[str]] = set()
        self._fame = {entity.id: min(_MOST_FAMOUS, int(draw.paretovariate(1.0))) for entity in entities}
        # By where it is sought and type: each entity as often as it is famous, and so often again for each of its ties.
        self._urns: dict[tuple[object, str], list[str]] = defaultdict(list)
        for entity in entities:
            self._add(entity.id)

    def anyone(self, type_: str) -> str:
        """An entity of a type."""
        return self._draw.choice(self._urns[None, type_])

    def tie(self, id_: str, type_: str, nearness: tuple[int, int, int]) -> str | None:
        """One of a type that it was not tied to and now is; None if none was met."""
        home = self._homes[id_]
        nearest = self._draw.choices((0, 1, 2), nearness)[0]
        scopes = [s for s, share in zip((home.community, home.country, None), nearness, strict=True) if share]
        for urn in (self._urns[scope, type_] for scope in scopes[nearest:] if scope != UNKNOWN):
            for other in self._draw.choices(urn, k=_TRIES) if urn else ():
                pair = frozenset((id_, other))
                if len(pair) == 2 and pair not in self._tied:
                    self._tied.add(pair)
                    self._add(id_)
                    self._add(other)
                    return other
        return None

    def _add(self, id_: str) -> None:
        home, type_ = self._homes[id_], self.entities[id_].type
        for scope in (home.community, home.country, None):
            self._urns[scope, type_] += [id_] * self._fame[id_]


def facts(entities: Sequence[Entity], homes: Mapping[str, Home], count: int, draw: random.Random) -> list[Fact]:
    """As many facts, no two on the same pair; every entity is in one, should there be that many."""
    choice = Choice(entities, homes, draw)
    return [_fact(choice, tie, draw) for tie in islice(_ties(choice, draw), count)]


def _ties(choice: Choice, draw: random.Random) -> Iterator[tuple[str, str, str]]:
    """First one of each entity, then without end."""
    for entity in choice.entities.values():
        its = [relation for relation in RELATIONS if entity.type in (relation[0], relation[2])]
        tie = None
        while tie is None:
            tie = _tie(choice, draw.choices(its, [times for *_, times in its])[0], entity)
        yield tie
    weights = [times for *_, times in RELATIONS]
    while True:
        tie = _tie(choice, draw.choices(RELATIONS, weights)[0], None)
        if tie:
            yield tie


def _tie(choice: Choice, relation: tuple[str, str, str, int], known: Entity | None) -> tuple[str, str, str] | None:
    subject, predicate, object_, _ = relation
    nearness = _NEARNESS_OF_PLACES if predicate in _PLACED_BY else _NEARNESS
    if known and known.type != subject:
        other = choice.tie(known.id, subject, nearness)
        return (other, predicate, known.id) if other else None
    id_ = known.id if known else choice.anyone(subject)
    other = choice.tie(id_, object_, nearness)
    return (id_, predicate, other) if other else None


def _fact(choice: Choice, tie: tuple[str, str, str], draw: random.Random) -> Fact:
    predicate = tie[1]
    qualifiers = {}
    if draw.random() < 0.4:
        qualifiers["date"] = f"{draw.randint(2015, 2025)}-{draw.randint(1, 12):02d}"
    if predicate == "affiliatedWith":
        qualifiers["role"] = draw.choice(_ROLES)
    if predicate in ("investsIn", "acquires"):
        qualifiers["amount"] = f"{draw.randint(1, 900)}00000000 KRW"
    return Fact(
        *tie,
        Status(draw.choices(list(_STATUSES), list(_STATUSES.values()))[0]),
        tuple(sorted(qualifiers.items())),
        choice.anyone("Person") if draw.random() < 0.05 else None,
        round(draw.betavariate(7, 2), 2),
    )
