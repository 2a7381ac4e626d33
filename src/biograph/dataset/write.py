"""Values to RDF: one named graph a document, and one each for identity decisions, the gazetteer and the ontology."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import TypeAlias

import rdflib
from rdflib import OWL, PROV, RDF, RDFS, SKOS, XSD, BNode, Literal, URIRef
from rdflib.namespace import DCTERMS

from biograph import countries, naming
from biograph.dataset import names
from biograph.extract import lexicon
from biograph.identity import Merge
from biograph.model import Document, Entity, Extraction, Span, Statement, Status, entity_id
from biograph.vocabulary import BASE, BG, OA, ORGANIZATION, SCHEMA, Ontology

Term: TypeAlias = URIRef | BNode | Literal
Quad: TypeAlias = tuple[Term, URIRef, Term, URIRef | None]
_Pairs: TypeAlias = Iterator[tuple[URIRef, URIRef, Term]]

_PLACES = 6  # decimals of a confidence: more would claim more than any rule knows
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")


def quads(extraction: Extraction, base: str = BASE) -> Iterator[Quad]:
    """All that a document contributes, in its named graph: metadata, entities, mentions, statements and evidence."""
    document = extraction.document
    graph = names.document(document.id, base)
    for triple in _of_document(document, graph):
        yield (*triple, graph)
    for entity in extraction.entities:
        for triple in _of_entity(entity, document, base):
            yield (*triple, graph)
    for statement in extraction.statements:
        for triple in _of_statement(statement, base):
            yield (*triple, graph)


def identity_quads(merges: Iterable[Merge], base: str = BASE) -> Iterator[Quad]:
    """The decisions that two ids are one thing: which id stands, which it replaces, why, and who decided."""
    graph = names.graph("identity", base)
    for merge in merges:
        node = names.merge(merge.kept, merge.merged, base)
        kept, merged = names.entity(merge.kept, base), names.entity(merge.merged, base)
        yield merged, DCTERMS.isReplacedBy, kept, graph
        yield node, RDF.type, BG.Merge, graph
        yield node, BG.keeps, kept, graph
        yield node, DCTERMS.replaces, merged, graph
        yield node, BG.decidedBy, Literal(merge.by), graph
        yield node, RDFS.comment, Literal(merge.reason), graph
        if merge.document is not None:
            yield node, DCTERMS.source, names.document(merge.document, base), graph


def gazetteer_quads(entities: Iterable[Entity], ontology: Ontology, base: str = BASE) -> Iterator[Quad]:
    """What no article says: the country of each known place and of each known body's seat, with type, code and names of
    these countries; names in the other language.
    """
    entities = list(entities)
    graph = names.graph("gazetteer", base)
    yield from _other_names(entities, ontology, base)
    known = [entity for entity in entities if entity.country]
    own = {e.country: e.id for e in sorted(known, key=lambda e: e.id, reverse=True) if e.type == "Country"}
    inside = {(e.country, e.id): BG.inCountry for e in known if e.country and e.type != "Country"}
    inside |= {(code, id_): BG.homeCountry for id_, code in _homes(entities, ontology).items()}
    for code in sorted({e.country for e in known if e.country} | {code for code, _ in inside}):
        id_, labels = _country(code, ontology)
        country = names.entity(own.get(code, id_), base)
        yield country, RDF.type, BG.Country, graph
        yield country, SKOS.notation, Literal(code), graph
        for predicate, label in labels:
            yield country, predicate, label, graph
        for (its, entity), predicate in inside.items():
            if its == code:
                yield names.entity(entity, base), predicate, country, graph


def _homes(entities: Iterable[Entity], ontology: Ontology) -> dict[str, str]:
    """The body's id to the code of the country of its seat, where the lexicon knows it, and only one."""
    known = lexicon.load(ontology.directory)
    found: dict[str, set[str | None]] = defaultdict(set)
    for entity in entities:
        if ontology.is_a(entity.type, ORGANIZATION):
            rows = (row for row in known.named(entity.name) if row.type == entity.type)
            found[entity.id] |= {known.country(row) for row in rows}
    return {id_: code for id_, codes in found.items() if len(codes) == 1 and (code := next(iter(codes)))}


def _other_names(entities: Iterable[Entity], ontology: Ontology, base: str) -> Iterator[Quad]:
    """A preferred name in each language in which no text gives one; countries have theirs already."""
    known, graph = lexicon.load(ontology.directory), names.graph("gazetteer", base)
    sightings: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        if not (entity.type == "Country" and entity.country):
            sightings[entity.id].append(entity)
    for id_, same in sightings.items():
        for language in {*naming.LANGUAGES} - {naming.language_of(entity.name) for entity in same}:
            if name := naming.name_in(language, same, known):
                for predicate in (RDFS.label, SKOS.prefLabel):
                    yield names.entity(id_, base), predicate, Literal(name, lang=language), graph


def ontology_quads(ontology: Ontology, base: str = BASE) -> Iterator[Quad]:
    """The ontology's Turtle files, in a graph of their own."""
    for path in sorted(ontology.directory.glob("*.ttl")):
        for s, p, o in rdflib.Graph().parse(path, format="turtle"):
            if isinstance(s, URIRef) and isinstance(p, URIRef) and isinstance(o, URIRef | Literal):
                yield s, p, o, names.graph("ontology", base)


def _of_document(document: Document, iri: URIRef) -> _Pairs:
    yield iri, RDF.type, SCHEMA.NewsArticle
    yield iri, DCTERMS.identifier, Literal(document.id)
    yield iri, DCTERMS.language, Literal(document.language)
    yield iri, BG.sha256, Literal(document.sha256)
    yield iri, BG.body, Literal(" ".join(f"{span.start}-{span.end}" for span in document.body))
    yield iri, SCHEMA.text, Literal(document.text)
    if document.title is not None:
        yield iri, DCTERMS.title, Literal(document.title, lang=document.language)
    if document.published is not None:
        yield iri, DCTERMS.issued, _dated(document.published)
    if document.author is not None:
        yield iri, DCTERMS.creator, Literal(document.author)
    if document.publisher is not None:
        yield iri, DCTERMS.publisher, Literal(document.publisher)
    if document.source is not None:
        is_address = _ADDRESS.fullmatch(document.source)
        yield iri, DCTERMS.source, URIRef(document.source) if is_address else Literal(document.source)


def _of_entity(entity: Entity, document: Document, base: str) -> _Pairs:
    iri = names.entity(entity.id, base)
    label = _labelled(entity.name, document.language)
    yield iri, RDF.type, BG[entity.type]
    yield iri, RDFS.label, label
    yield iri, SKOS.prefLabel, label
    for alias in entity.aliases:
        yield iri, SKOS.altLabel, _labelled(alias, document.language)
    for other in entity.same_as:
        yield iri, OWL.sameAs, URIRef(other)
    for mention in entity.mentions:
        node = names.mention(document, entity.id, mention.span, base)
        yield node, RDF.type, BG.Mention
        yield node, BG.names, iri
        yield from _quote(node, mention.span, mention.text, names.document(document.id, base))


def _of_statement(statement: Statement, base: str) -> _Pairs:
    node = names.statement(statement.id, base)
    subject, object_ = names.entity(statement.subject, base), names.entity(statement.object, base)
    yield node, RDF.type, BG.Statement
    yield node, RDF.type, RDF.Statement
    yield node, RDF.subject, subject
    yield node, RDF.predicate, BG[statement.predicate]
    yield node, RDF.object, object_
    yield node, BG.status, BG[statement.status]
    yield node, BG.confidence, _decimal(statement.confidence)
    if statement.status is Status.ASSERTED:
        yield subject, BG[statement.predicate], object_
    if statement.extractor:
        yield node, BG.extractor, Literal(statement.extractor)
    if statement.speaker is not None:
        yield node, PROV.wasAttributedTo, names.entity(statement.speaker, base)
    for name, value in statement.qualifiers:
        yield node, BG[name], Literal(value)
    for evidence in statement.evidence:
        where = names.evidence(evidence.document, evidence.span, base)
        yield node, BG.evidence, where
        yield where, RDF.type, BG.Evidence
        yield from _quote(where, evidence.span, evidence.quote, names.document(evidence.document, base))


def _quote(node: URIRef, span: Span, exact: str, document: URIRef) -> _Pairs:
    yield node, OA.start, Literal(span.start)
    yield node, OA.end, Literal(span.end)
    yield node, OA.exact, Literal(exact)
    yield node, PROV.wasQuotedFrom, document


def _labelled(name: str, language: str) -> Literal:
    """A name with the language its letters tell, that of its text where they tell none."""
    return Literal(name, lang=naming.language_of(name) or language)


def _dated(when: str) -> Literal:
    """A date typed as precisely as it is written; plain text where it is none."""
    for pattern, kind in ((r"\d{4}", XSD.gYear), (r"\d{4}-\d{2}", XSD.gYearMonth), (r"\d{4}-\d{2}-\d{2}", XSD.date)):
        if re.fullmatch(pattern, when, re.ASCII):
            try:
                date.fromisoformat((when + "-01-01")[:10])
            except ValueError:
                break
            return Literal(when, datatype=kind, normalize=False)
    return Literal(when)


def _decimal(number: float) -> Literal:
    canonical = format(Decimal(repr(round(number, _PLACES))).normalize(), "f")
    return Literal(canonical, datatype=XSD.decimal, normalize=False)


def _country(code: str, ontology: Ontology) -> tuple[str, list[tuple[URIRef, Literal]]]:
    """The id of a country and its labels: those of our own table lead, those of CLDR fill in and stand beside."""
    found = [e for e in lexicon.load(ontology.directory).entries if e.type == "Country" and e.code == code]
    standard = countries.names(code)
    usual = {"ko": found[0].ko, "en": found[0].en} if found else {}
    preferred = {tag: usual.get(tag) or standard.get(tag) or code for tag in countries.LANGUAGES}
    labels = [(SKOS.prefLabel, Literal(name, lang=tag)) for tag, name in preferred.items()]
    labels += [(RDFS.label, label) for _, label in labels]
    labels += [(SKOS.altLabel, Literal(n, lang=tag)) for tag, n in standard.items() if n != preferred[tag]]
    return entity_id("Country", preferred["ko"]), labels
