"""The little that a name says of where something stands: a local government is its place, a branch abroad is abroad."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from biograph.model import Corpus, Entity, Statement, normalise_name

PLACES = ("Country", "Region", "City", "Facility", "Cluster")
_NAMING = ("Country", "Region", "City")  # places that bodies are called after
_SHORTEST = 2  # 미 or 중 begins too many words
_WORD = re.compile(r"\b\w")


def namesakes(corpus: Corpus) -> dict[str, list[str]]:
    """Each government body to the places that bear its name: 매사추세츠주 signs contracts, and is a place."""
    places: dict[str, set[str]] = defaultdict(set)
    for entity in corpus.entities.values():
        if entity.type in _NAMING:
            for form in _forms(entity):
                places[normalise_name(form)].add(entity.id)
    bodies = (entity for entity in corpus.entities.values() if entity.type == "GovernmentBody")
    found = {body.id: set().union(*(places.get(normalise_name(f), ()) for f in _forms(body))) for body in bodies}
    return {body: sorted(its) for body, its in sorted(found.items()) if its}


def named_after(corpus: Corpus, units: Iterable[Statement]) -> dict[str, frozenset[str]]:
    """The countries that the name of a unit, its parent's apart, puts it in: KHIDI 미국지사 is not in Korea.

    `units` are the statements which say whose unit it is. Units that are called after no known place are left out.
    """
    known = _known_places(corpus)
    longest = max(map(len, known), default=0)
    found: dict[str, frozenset[str]] = {}
    for statement in units:
        unit, parent = corpus.entities[statement.subject], corpus.entities[statement.object]
        its = {code for form in _forms(unit) for code in _codes(_without(form, parent), known, longest)}
        if its:
            found[unit.id] = found.get(unit.id, frozenset()) | its
    return found


def _known_places(corpus: Corpus) -> dict[str, set[str]]:
    """Each name of a place to the codes of the countries that the gazetteer puts such places in."""
    known: dict[str, set[str]] = defaultdict(set)
    for code, names in corpus.countries.items():
        for form in names.values():
            known[form].add(code)
    for entity in corpus.entities.values():
        if entity.type in _NAMING and entity.country:
            for form in _forms(entity):
                known[form].add(entity.country)
    return {form: codes for form, codes in known.items() if len(form) >= _SHORTEST}


def _codes(text: str, known: Mapping[str, set[str]], longest: int) -> set[str]:
    """The codes of the longest place at each beginning of a word; in Hangul the word may go on, as in 보스턴지부."""
    codes: set[str] = set()
    for start in (match.start() for match in _WORD.finditer(text)):
        for end in range(min(len(text), start + longest), start, -1):
            form = text[start:end]
            if form in known and (form[-1] >= "가" or not text[end : end + 1].isalnum()):
                codes |= known[form]
                break
    return codes


def _without(name: str, parent: Entity) -> str:
    for form in sorted(_forms(parent), key=len, reverse=True):
        name = name.replace(form, " ")
    return name


def _forms(entity: Entity) -> tuple[str, ...]:
    return entity.name, *entity.aliases
