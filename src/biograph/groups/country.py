"""Groups by country, and the statements that show where each entity stands.

The countries of an entity are found by these rules, over asserted statements only. Nothing is guessed from a name, so
a body whose place no text gives has no group.

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
from collections.abc import Container, Mapping, Sequence

from biograph import naming
from biograph.groups.grouping import Grouping, Membership, Memberships
from biograph.model import Corpus, Entity, Statement, Status

_PLACED_BY = ("locatedIn", "relocatesTo", "partOf")
_FORMER = re.compile(r"[전前] |\(전\)|전임|전직|former\b|ex-|past\b", re.IGNORECASE)


def by_country(corpus: Corpus) -> Grouping:
    """Every entity's countries, by ISO 3166 code or name; the empty tuple where no text or gazetteer tells.

    Of several chains to one country the shortest is kept, then the one whose statement ids sort first. A country is
    called as the gazetteer calls it, else as the corpus writes it.
    """
    found = _country_chains(corpus)
    memberships = {id_: tuple(sorted(found.get(id_, ()))) for id_ in sorted(corpus.entities)}
    return Grouping("country", memberships, _names(corpus, memberships))


def _names(corpus: Corpus, memberships: Memberships) -> dict[str, dict[str, str]]:
    written: dict[str, list[str]] = defaultdict(list)
    for entity in _countries(corpus):
        written[_code(entity)] += (entity.name, *entity.aliases)
    there = sorted({m.group for found in memberships.values() for m in found})
    return {
        group: {
            language: corpus.countries.get(group, {}).get(language) or _written(written[group], language) or group
            for language in naming.LANGUAGES
        }
        for group in there
    }


def _written(forms: Sequence[str], language: str) -> str | None:
    """How the corpus calls a country in a language: by name if that fits, else by the fullest alias, else anyhow."""
    fitting = [form for form in forms if naming.language_of(form) == language]
    if not fitting:
        return forms[0] if forms else None
    return fitting[0] if fitting[0] == forms[0] else max(fitting, key=len)


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
