"""SKOS (https://www.w3.org/TR/skos-reference/): the names of a dataset as a concept scheme, in Turtle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rdflib import RDF, SKOS, Literal, URIRef
from rdflib.namespace import DCTERMS

from biograph import naming
from biograph.dataset import names
from biograph.exports import places
from biograph.exports.selection import Selection
from biograph.model import Entity
from biograph.store import Store, Triple
from biograph.vocabulary import BASE, BG, ENTITY, Ontology

_TITLES = {"ko": "데이터셋에 나오는 이름", "en": "Names in the dataset"}


def write(chosen: Selection) -> Iterator[bytes]:
    """Every entity as a concept below its type, with its names by language, and a sentence about it as an example.

    A place is below the one around it, too; identifiers elsewhere are exact matches. One name a language is preferred,
    and no name is both preferred and alternative, as SKOS demands (its conditions S13 and S14).
    """
    corpus, base = chosen.corpus, _base(chosen)
    scheme = names.graph("lexicon", base)
    triples = [*_types(chosen.ontology, scheme)]
    examples = _examples(chosen)
    for id_, entity in corpus.entities.items():
        concept = names.entity(id_, base)
        triples += [(concept, RDF.type, SKOS.Concept), (concept, SKOS.inScheme, scheme)]
        triples += [(concept, SKOS.broader, BG[entity.type])]
        triples += [(concept, *named) for named in _names(entity, corpus.labels.get(id_, {}))]
        triples += [(concept, SKOS.exactMatch, URIRef(other)) for other in entity.same_as]
        if id_ in examples:
            triples.append((concept, SKOS.example, examples[id_]))
        if entity.type == "Country" and entity.country:
            triples.append((concept, SKOS.notation, Literal(entity.country)))
    for inner, outer in places.around(corpus, chosen.ontology).items():
        triples.append((names.entity(inner, base), SKOS.broader, names.entity(outer, base)))
    yield from Store.memory((*triple, None) for triple in triples).serialise("text/turtle")


def _base(chosen: Selection) -> str:
    """What the addresses in the store begin with; each document's graph has its address."""
    document = next(iter(chosen.corpus.documents))
    return next(filter(None, (names.base_of(graph, document) for graph in chosen.store.graphs())), BASE)


def _types(ontology: Ontology, scheme: URIRef) -> Iterator[Triple]:
    """The scheme, and the types as its upper concepts."""
    yield scheme, RDF.type, SKOS.ConceptScheme
    for language, title in _TITLES.items():
        yield scheme, DCTERMS.title, Literal(title, lang=language)
    yield scheme, SKOS.hasTopConcept, BG[ENTITY]
    for class_, parents in ontology.parents.items():
        if ontology.is_a(class_, ENTITY):
            yield BG[class_], RDF.type, SKOS.Concept
            yield BG[class_], SKOS.inScheme, scheme
            yield from ((BG[class_], SKOS.broader, BG[parent]) for parent in parents)
            for language, label in ontology.labels.get(class_, {}).items():
                yield BG[class_], SKOS.prefLabel, Literal(label, lang=language)


def _names(entity: Entity, preferred: Mapping[str, str]) -> Iterator[tuple[URIRef, Literal]]:
    labels = {Literal(name, lang=language) for language, name in preferred.items()}
    others = {Literal(name, lang=naming.language_of(name)) for name in (entity.name, *entity.aliases)}
    yield from ((SKOS.prefLabel, label) for label in labels)
    yield from ((SKOS.altLabel, label) for label in others - labels)


def _examples(chosen: Selection) -> dict[str, Literal]:
    """The first sentence that states something of each entity."""
    found: dict[str, Literal] = {}
    documents = chosen.corpus.documents
    chosen_statements = (s for s in chosen.corpus.statements if s.status in chosen.statuses)
    quoted = ((evidence, s) for s in chosen_statements for evidence in s.evidence)
    for evidence, statement in sorted(quoted, key=lambda pair: pair[0]):
        for end in (statement.subject, statement.object):
            found.setdefault(end, Literal(evidence.quote, lang=documents[evidence.document].language))
    return found
