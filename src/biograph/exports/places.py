"""Which place of a dataset lies in which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from biograph.model import Corpus, Entity, Status
from biograph.vocabulary import PLACE, Ontology

# A place lies in one of a later size, anything else in any: so no two lie in each other, whatever the texts say.
_SIZES = ("City", "Region", "Country")
_INSIDE = ("partOf", "locatedIn")


def around(corpus: Corpus, ontology: Ontology) -> Mapping[str, str]:
    """The place around each place that lies in one: the smallest that a text states, else its known country.

    Of several such places it is the one whose id sorts first.
    """
    places = {id_: entity for id_, entity in corpus.entities.items() if ontology.is_a(entity.type, PLACE)}
    found: dict[str, set[str]] = defaultdict(set)
    for statement in corpus.statements:
        inner, outer = places.get(statement.subject), places.get(statement.object)
        if statement.status is Status.ASSERTED and statement.predicate in _INSIDE and inner and outer:
            found[inner.id].add(outer.id)
    countries = {e.country: id_ for id_, e in sorted(places.items(), reverse=True) if e.type == "Country" and e.country}
    for id_, place in places.items():
        if place.country in countries:
            found[id_].add(countries[place.country])
    nearest = {}
    for id_, candidates in found.items():
        larger = [outer for outer in candidates if _size(places[outer]) > _size(places[id_])]
        if larger:
            nearest[id_] = min(larger, key=lambda outer: (_size(places[outer]), outer))
    return nearest


def _size(place: Entity) -> int:
    return _SIZES.index(place.type) if place.type in _SIZES else -1
