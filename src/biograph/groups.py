"""Which group an entity belongs to, and the statements that show it: by country, or by type.

A group of countries is found by these rules, over asserted statements only. Nothing is guessed from a name, so a body
whose place no text gives has no group.

- A country belongs to itself. Its group is its ISO 3166 code where the gazetteer knows one, else its name.
- Another place follows `partOf` and `locatedIn`; only where those lead to no country does the gazetteer's code decide.
- A body, event or programme follows `locatedIn` and `relocatesTo`. With places in two countries it belongs to both.
- An organizational unit without a place of its own follows `unitOf`. One with a place does not: a branch stands where
  it is.
- A person follows `affiliatedWith`, former posts left out.
- `subsidiaryOf`, `memberOf` and `expandsInto` are not followed: a subsidiary abroad is just what the groups must keep
  apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass

from biograph import naming
from biograph.errors import NotFoundError
from biograph.model import Corpus, Entity, Statement, Status, normalise_name

_PLACED_BY = ("locatedIn", "relocatesTo", "partOf")
_FORMER = re.compile(r"[전前] |\(전\)|전임|전직|former\b|ex-|past\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Membership:
    """One group of an entity. `chain` are the ids of the statements that show it, from the entity outwards.

    `gazetteer` is the place whose country the gazetteer, not a text, supplied; None where statements lead all the way.
    """

    group: str
    chain: tuple[str, ...] = ()
    gazetteer: str | None = None


Memberships = Mapping[str, tuple[Membership, ...]]


def by_type(corpus: Corpus) -> dict[str, tuple[Membership, ...]]:
    """Every entity's type as its only group; needs no statement."""
    return {id_: (Membership(entity.type),) for id_, entity in sorted(corpus.entities.items())}


def by_country(corpus: Corpus) -> dict[str, tuple[Membership, ...]]:
    """Every entity's countries, in order of group; the empty tuple where no text or gazetteer tells.

    Of several chains to one country the shortest is kept, then the one whose statement ids sort first.
    """
    found = _country_chains(corpus)
    return {id_: tuple(sorted(found.get(id_, ()))) for id_ in sorted(corpus.entities)}


def names(memberships: Memberships) -> dict[str, tuple[str, ...]]:
    """The groups alone, as the measures of `brokerage` take them: entity id to group names."""
    return {id_: tuple(m.group for m in found) for id_, found in memberships.items()}


def label(corpus: Corpus, group: str, language: str) -> str:
    """A country group's name in a language: the gazetteer's, else as the corpus writes it, else the group itself."""
    if name := corpus.countries.get(group, {}).get(language):
        return name
    found = [name for entity in _countries(corpus) if _code(entity) == group for name in (entity.name, *entity.aliases)]
    fitting = [name for name in found if naming.language_of(name) == language]
    if not fitting:
        return found[0] if found else group
    return fitting[0] if fitting[0] == found[0] else max(fitting, key=len)


def resolve(corpus: Corpus, memberships: Memberships, name: str) -> str:
    """The group that a user means by a country's name, alias or code, or by a group's name.

    Raises NotFoundError, which lists the groups there are.
    """
    wanted = normalise_name(name)
    for entity in _countries(corpus):
        if wanted in map(normalise_name, (entity.id, _code(entity), entity.name, *entity.aliases)):
            return _code(entity)
    there = sorted({m.group for found in memberships.values() for m in found})
    named = {group: [group, *sorted(corpus.countries.get(group, {}).values())] for group in there}
    for group, its_names in named.items():
        if wanted in map(normalise_name, its_names):
            return group
    spelled = ", ".join(" or ".join(dict.fromkeys(its_names)) for its_names in named.values())
    raise NotFoundError(f"no group named {name!r}", hint=f"groups here: {spelled or 'none'}")


def _countries(corpus: Corpus) -> list[Entity]:
    return [entity for _, entity in sorted(corpus.entities.items()) if entity.type == "Country"]


def _code(country: Entity) -> str:
    return country.country or country.name


def _country_chains(corpus: Corpus) -> dict[str, list[Membership]]:
    """Entity id to its memberships: first what statements lead to, then, where they lead nowhere, from known places."""
    links = _links(corpus)
    found: dict[str, list[Membership]] = defaultdict(list)
    _spread({entity.id: Membership(_code(entity)) for entity in _countries(corpus)}, links, found)
    known_places = {
        id_: Membership(entity.country, gazetteer=id_)
        for id_, entity in sorted(corpus.entities.items())
        if entity.country and id_ not in found
    }
    _spread(known_places, links, found)
    return found


def _spread(
    seeds: Mapping[str, Membership], links: Mapping[str, list[tuple[str, str]]], found: dict[str, list[Membership]]
) -> None:
    """Carry each group from its seeds backwards along the links, breadth first, to all that lack it."""
    for group in sorted({m.group for m in seeds.values()}):
        has = {id_ for id_, memberships in found.items() if any(m.group == group for m in memberships)}
        level = {id_: m for id_, m in seeds.items() if m.group == group and id_ not in has}
        while level:
            further: dict[str, Membership] = {}
            for id_, membership in level.items():
                found[id_].append(membership)
                has.add(id_)
            for id_, membership in level.items():
                for source, statement in links.get(id_, ()):
                    longer = Membership(group, (statement, *membership.chain), membership.gazetteer)
                    if source not in has and (source not in further or longer.chain < further[source].chain):
                        further[source] = longer
            level = further


def _links(corpus: Corpus) -> dict[str, list[tuple[str, str]]]:
    """Target id to the (source id, statement id) pairs whose source stands where the target stands."""
    entities = corpus.entities
    asserted = sorted((s for s in corpus.statements if s.status is Status.ASSERTED), key=lambda s: s.id)
    placed = {s.subject for s in asserted if s.predicate in _PLACED_BY}
    links: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for s in asserted:
        if s.subject in entities and s.object in entities and _follows(s, entities[s.subject], placed):
            links[s.object].append((s.subject, s.id))
    return links


def _follows(statement: Statement, subject: Entity, placed: Container[str]) -> bool:
    match subject.type:
        case "Country":
            return False
        case "Person":
            role = dict(statement.qualifiers).get("role", "")
            return statement.predicate == "affiliatedWith" and not _FORMER.match(role)
        case "OrganizationalUnit" if subject.id not in placed:
            return statement.predicate == "unitOf"
        case _:
            return statement.predicate in _PLACED_BY
