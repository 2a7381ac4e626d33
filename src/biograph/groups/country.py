"""Groups by country, and the statements that show where each entity stands.

The countries of an entity are found by these rules, over asserted statements only. A body whose place neither a text
nor the gazetteer gives has no group: 한국 in a name is no place, and neither are customers, members or owners.

- A country belongs to itself. Its group is its ISO 3166 code where the gazetteer knows one, else its name.
- Another place follows `partOf` and `locatedIn`; only where those lead to no country does the gazetteer's code decide.
- A body, event or programme follows `locatedIn` and `relocatesTo`. With places in two countries it belongs to both.
- A body whose seat the gazetteer knows belongs to that country as well, wherever texts place it, too; not so in
  `stated`, which keeps to what texts say.
- A unit, hospital or institute without a place of its own follows `unitOf`. One with a place does not: a branch stands
  where it is. One that is called after a place elsewhere (KHIDI 미국지사) does not follow its parent there, either, and
  has no group until a text says where it is: 미국사업부 may well be at home.
- A facility does not follow `unitOf`: a plant is a place, and its owner's country says nothing about it.
- A local government that bears the name of a place is where the place is, unless it has a place of its own.
- A person follows `affiliatedWith`, former posts left out.
- `subsidiaryOf`, `memberOf` and `expandsInto` are not followed: a subsidiary abroad is just what the groups must keep
  apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from typing import TypeAlias

from biograph import naming
from biograph.groups.grouping import Grouping, Membership, Memberships
from biograph.groups.place_names import PLACES, named_after, namesakes
from biograph.model import Corpus, Entity, Statement, Status

_PLACED_BY = ("locatedIn", "relocatesTo", "partOf")
# 전임 is former before an office, and full-time before 교수 (professor) and its like.
_FORMER = re.compile(
    r"전 |前|\(전\)|전직|전임(?!\s?(교수|교원|강사|연구)|의$)|former\b|ex-|past\b|retired\b", re.IGNORECASE
)

_Link: TypeAlias = tuple[str, tuple[str, ...]]  # what stands at the key, and the statement that says so, if any


def by_country(corpus: Corpus, *, stated: bool = False) -> Grouping:
    """Every entity's countries, by ISO 3166 code or name; the empty tuple where no text or gazetteer tells.

    Of several chains to one country the shortest is kept, then the one whose statement ids sort first. A country is
    called as the gazetteer calls it, else as the corpus writes it. `stated` leaves out the seats that the gazetteer
    alone knows. Where doubtful or single-source facts are to place
    nobody, give it what `network.restrict` leaves.

    >>> seoul = Entity("City/서울", "City", "서울", country="KR")
    >>> by_country(Corpus(entities={seoul.id: seoul})).memberships
    {'City/서울': (Membership(group='KR', chain=(), gazetteer='City/서울'),)}
    """
    found = _country_chains(corpus, seats=not stated)
    memberships = {id_: tuple(sorted(found[id_].values())) for id_ in sorted(corpus.entities)}
    return Grouping("stated" if stated else "country", memberships, _names(corpus, memberships))


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


def _country_chains(corpus: Corpus, seats: bool) -> dict[str, dict[str, Membership]]:
    """Entity and country to membership: what statements lead to, known places where they lead nowhere, known seats."""
    links, named = _links(corpus)
    found: dict[str, dict[str, Membership]] = defaultdict(dict)
    _spread({entity.id: Membership(_code(entity)) for entity in _countries(corpus)}, links, named, found)
    known = {
        id_: Membership(entity.country, gazetteer=id_)
        for id_, entity in sorted(corpus.entities.items())
        if entity.country and (not found.get(id_) if entity.type in PLACES else seats)
    }
    _spread(known, links, named, found)
    return found


def _spread(
    seeds: Mapping[str, Membership],
    links: Mapping[str, list[_Link]],
    named: Mapping[str, frozenset[str]],
    found: dict[str, dict[str, Membership]],
) -> None:
    """Carry each group from its seeds backwards along the links, breadth first, to all that lack it.

    To those with a name out of one country or several (`named`) other groups are not carried.
    """
    level = {(id_, m.group): m for id_, m in seeds.items() if m.group not in found[id_]}
    while level:
        for (id_, group), membership in level.items():
            found[id_][group] = membership
        further: dict[tuple[str, str], Membership] = {}
        for (id_, group), membership in level.items():
            for source, statements in links.get(id_, ()):
                longer = Membership(group, statements + membership.chain, membership.gazetteer)
                other = further.get((source, group))
                if group not in named.get(source, (group,)) or group in found[source]:
                    continue
                if other is None or longer < other:
                    further[source, group] = longer
        level = further


def _links(corpus: Corpus) -> tuple[dict[str, list[_Link]], dict[str, frozenset[str]]]:
    """What stands where something else stands, and the countries that units are called after."""
    entities = corpus.entities
    asserted = [
        s for s in corpus.statements if s.status is Status.ASSERTED and s.subject in entities and s.object in entities
    ]
    placed = {s.subject for s in asserted if s.predicate in _PLACED_BY}
    followed = [s for s in asserted if _follows(s, entities[s.subject], placed)]
    links: dict[str, list[_Link]] = defaultdict(list)
    for s in followed:
        links[s.object].append((s.subject, (s.id,)))
    for body, places in namesakes(corpus).items():
        for place in places if body not in placed else ():
            links[place].append((body, ()))
    return links, named_after(corpus, (s for s in followed if s.predicate == "unitOf"))


def _follows(statement: Statement, subject: Entity, placed: Container[str]) -> bool:
    match subject.type:
        case "Country":
            return False
        case "Person":
            role = dict(statement.qualifiers).get("role", "")
            return statement.predicate == "affiliatedWith" and not _FORMER.match(role)
        case "Facility":
            return statement.predicate in _PLACED_BY
        case _ if subject.id not in placed:
            return statement.predicate == "unitOf"
        case _:
            return statement.predicate in _PLACED_BY
