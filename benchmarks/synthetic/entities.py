"""Made-up entities: of the types that news on the bio-industry names, as often, in communities of three countries."""

from __future__ import annotations

import random
from dataclasses import dataclass

from biograph.model import Entity, entity_id
from biograph.vocabulary import ORGANIZATION, Ontology

from .names import Name, Names

# How many of 1,000 entities in 112 real articles were of each type; the countries come on top.
TYPES = {
    "Company": 230, "Person": 185, "Facility": 72, "OrganizationalUnit": 68, "City": 60, "GovernmentBody": 58,
    "Event": 49, "Product": 47, "Region": 36, "Association": 36, "Investor": 33, "Program": 30, "Hospital": 27,
    "University": 25, "ResearchInstitute": 24, "Cluster": 12, "Publication": 8,
}  # fmt: skip
COUNTRIES = {"KR": ("한국", "Korea"), "US": ("미국", "United States"), "JP": ("일본", "Japan")}
UNKNOWN = ""
# The countries of ten communities, the larger ones first.
_HOMES = ("KR", "US", "KR", UNKNOWN, "KR", "JP", "US", "KR", "US", "KR")
_COMMUNITY = 60  # entities on average
_SEATED = 0.5  # of the bodies whose country is known have a seat that the gazetteer knows
_BOTH_SCRIPTS = 0.5  # of the names; foreign ones stand in Latin letters


@dataclass(frozen=True)
class Home:
    """Where an entity belongs: a community, and the country of all in it, UNKNOWN where no text tells."""

    community: int
    country: str


def entities(nodes: int, ontology: Ontology, draw: random.Random) -> tuple[list[Entity], dict[str, Home]]:
    """As many entities, the countries first, and the home of each by id."""
    made = [Entity(entity_id("Country", c[0]), "Country", c[0], c[1:], country=code) for code, c in COUNTRIES.items()]
    homes = {entity.id: Home(-1, entity.country or UNKNOWN) for entity in made}
    communities = max(len(_HOMES), nodes // _COMMUNITY)
    known_as = Names(draw)
    for type_ in _types(nodes - len(made), draw):
        community = int(communities * draw.random() ** 1.5)  # the first are the largest
        home = Home(community, _HOMES[community % len(_HOMES)])
        made.append(_entity(type_, known_as.new(type_), home.country, ontology, draw))
        homes[made[-1].id] = home
    return made, homes


def _types(count: int, draw: random.Random) -> list[str]:
    """As many types in their shares, each at least once."""
    types = list(TYPES) + draw.choices(list(TYPES), list(TYPES.values()), k=count - len(TYPES))
    draw.shuffle(types)
    return types


def _entity(type_: str, name: Name, country: str, ontology: Ontology, draw: random.Random) -> Entity:
    first, second = (name.latin, name.hangul) if country == "US" else (name.hangul, name.latin)
    aliases = [second] if draw.random() < _BOTH_SCRIPTS else []
    if type_ not in ("Person", "City", "Region") and draw.random() < 0.2:
        aliases.append(name.short)
    placed = type_ in ("City", "Region")
    seated = ontology.is_a(type_, ORGANIZATION) and draw.random() < _SEATED
    known = country if country and (placed or seated) else None
    return Entity(entity_id(type_, first), type_, first, tuple(aliases), country=known)
