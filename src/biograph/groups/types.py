"""Groups by type: each entity's type is its only group."""

from __future__ import annotations

from biograph.groups.grouping import Grouping, Membership
from biograph.model import Corpus
from biograph.naming import LANGUAGES
from biograph.vocabulary import Ontology, load


def by_type(corpus: Corpus, ontology: Ontology | None = None) -> Grouping:
    """Every entity's type as its only group, called as the ontology calls it; needs no statement.

    >>> from biograph.model import Entity
    >>> yuhan = Entity("Company/유한양행", "Company", "유한양행")
    >>> found = by_type(Corpus(entities={yuhan.id: yuhan}))
    >>> found.groups, found.label("Company", "ko")
    ({'Company/유한양행': ('Company',)}, '기업')
    """
    terms = ontology or load()
    memberships = {id_: (Membership(entity.type),) for id_, entity in sorted(corpus.entities.items())}
    there = sorted({entity.type for entity in corpus.entities.values()})
    names = {type_: {language: terms.label(type_, language) for language in LANGUAGES} for type_ in there}
    return Grouping("type", memberships, names)
