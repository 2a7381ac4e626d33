"""RDF to values: the documents, entities and statements of a dataset, whoever wrote it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from rdflib import OWL, PROV, RDF, SKOS, Literal, URIRef
from rdflib.namespace import DCTERMS

from biograph.dataset import names
from biograph.errors import DatasetError
from biograph.identity import combined
from biograph.model import Corpus, Document, Entity, Evidence, Mention, Sighting, Span, Statement, Status, unique
from biograph.vocabulary import BASE, BG, OA, SCHEMA

if TYPE_CHECKING:
    from biograph.store import Store, Term

_Node: TypeAlias = Mapping[URIRef, list["Term"]]
_Graph: TypeAlias = Mapping["Term", _Node]

_STRUCTURE = frozenset({BG.status, BG.evidence, BG.confidence, BG.extractor})


def read(store: Store) -> Corpus:
    """Everything in the store as values; a fact or entity of several documents is there once.

    Raises DatasetError where a part is missing that nothing can be built without; `shapes.check` says more.
    """
    graphs = _graphs(store)
    articles = [graph for graph in graphs.values() if any(_is(node, SCHEMA.NewsArticle) for node in graph.values())]
    if not articles:
        raise DatasetError("there is no document in this dataset", hint="make one with: biograph build")
    base = _base(articles)
    documents = sorted((d for graph in articles for d in _documents(graph)), key=lambda d: d.id)
    ids = {names.document(d.id, base): d.id for d in documents}
    places, countries = _gazetteer(graphs)
    entities = {entity.id: entity for entity in _entities(articles, places, base)}
    return Corpus(
        {document.id: document for document in documents},
        entities,
        combined(s for graph in articles for s in _statements(graph, ids, base)),
        countries,
        {id_: by_language for id_, by_language in _labels(graphs.values(), base).items() if id_ in entities},
        {document.id: _sightings(graph, base) for graph in articles for document in _documents(graph)},
    )


def _graphs(store: Store) -> dict[URIRef | None, dict[Term, dict[URIRef, list[Term]]]]:
    graphs: dict[URIRef | None, dict[Term, dict[URIRef, list[Term]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for s, p, o, graph in store.quads():
        graphs[graph][s][p].append(o)
    return graphs


def _base(articles: Iterable[_Graph]) -> str:
    for graph in articles:
        for iri, node in graph.items():
            for id_ in node.get(DCTERMS.identifier, ()):
                if _is(node, SCHEMA.NewsArticle) and (base := names.base_of(str(iri), str(id_))):
                    return base
    return BASE


def _documents(graph: _Graph) -> Iterator[Document]:
    for iri, node in graph.items():
        if not _is(node, SCHEMA.NewsArticle):
            continue
        pairs = (pair.split("-") for pair in (_text(node, BG.body) or "").split())
        yield Document(
            _required(node, DCTERMS.identifier, iri),
            _required(node, SCHEMA.text, iri),
            _required(node, DCTERMS.language, iri),
            tuple(Span(int(start), int(end)) for start, end in pairs),
            _text(node, DCTERMS.title),
            _text(node, DCTERMS.issued),
            _text(node, DCTERMS.creator),
            _text(node, DCTERMS.publisher),
            _text(node, DCTERMS.source),
        )


def _entities(articles: Iterable[_Graph], places: Mapping[Term, str], base: str) -> Iterator[Entity]:
    seen: dict[Term, list[tuple[_Node, list[Mention]]]] = defaultdict(list)
    for graph in articles:
        mentions = defaultdict(list)
        for node in graph.values():
            for named in node.get(BG.names, ()):
                mentions[named].append(Mention(_span(node, named), _required(node, OA.exact, named)))
        for iri, node in graph.items():
            if SKOS.prefLabel in node:
                seen[iri].append((node, mentions[iri]))
    for iri in sorted(seen):
        yield _entity(names.local(str(iri), base), seen[iri], places.get(iri))


def _sightings(graph: _Graph, base: str) -> tuple[Sighting, ...]:
    """Where the document of a graph names which entity."""
    return tuple(
        sorted(
            Sighting(_span(node, named), names.local(str(named), base))
            for node in graph.values()
            for named in node.get(BG.names, ())
        )
    )


def _entity(id_: str, sightings: list[tuple[_Node, list[Mention]]], country: str | None) -> Entity:
    def values(predicate: URIRef) -> list[str]:
        return [str(value) for node, _ in sightings for value in node.get(predicate, ())]

    types = [value.removeprefix(str(BG)) for value in values(RDF.type) if value.startswith(str(BG))]
    if not types:
        raise DatasetError(f"the entity {id_} has no type", hint="see: biograph check")
    preferred = values(SKOS.prefLabel)
    name = _usual(preferred)
    aliases = {*preferred, *values(SKOS.altLabel)} - {name}
    mentions = unique(mention for _, found in sightings for mention in sorted(found))
    same_as = tuple(sorted(set(values(OWL.sameAs))))
    return Entity(id_, _usual(types), name, tuple(sorted(aliases)), mentions, same_as, country)


def _labels(graphs: Iterable[_Graph], base: str) -> dict[str, dict[str, str]]:
    """Id and language to the preferred name."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for graph in graphs:
        for iri, node in graph.items():
            for label in node.get(SKOS.prefLabel, ()):
                if isinstance(label, Literal) and label.language:
                    found[names.local(str(iri), base)][label.language].append(str(label))
    return {
        id_: {language: _usual(values) for language, values in sorted(by_language.items())}
        for id_, by_language in sorted(found.items())
    }


def _statements(graph: _Graph, ids: Mapping[URIRef, str], base: str) -> Iterator[Statement]:
    for iri, node in graph.items():
        if not _is(node, BG.Statement):
            continue
        evidence = [_evidence(graph.get(where, {}), ids, iri) for where in node.get(BG.evidence, ())]
        if not evidence:
            raise DatasetError("a statement has no evidence", where=str(iri), hint="see: biograph check")
        qualifiers = sorted(
            (str(p).removeprefix(str(BG)), str(value))
            for p, values in node.items()
            if p.startswith(str(BG)) and p not in _STRUCTURE
            for value in values
        )
        speaker = _text(node, PROV.wasAttributedTo)
        yield Statement(
            names.local(_required(node, RDF.subject, iri), base),
            _required(node, RDF.predicate, iri).removeprefix(str(BG)),
            names.local(_required(node, RDF.object, iri), base),
            tuple(sorted(evidence)),
            _status(_required(node, BG.status, iri), iri),
            tuple(qualifiers),
            names.local(speaker, base) if speaker else None,
            float(_text(node, BG.confidence) or 1),
            _text(node, BG.extractor) or "",
        )


def _evidence(node: _Node, ids: Mapping[URIRef, str], statement: Term) -> Evidence:
    document = URIRef(_required(node, PROV.wasQuotedFrom, statement))
    span, quote = _span(node, statement), _required(node, OA.exact, statement)
    try:
        return Evidence(ids[document], span, quote)
    except (KeyError, ValueError) as error:
        problem = f"its evidence is broken: {error}"
        raise DatasetError(problem, where=str(statement), hint="see: biograph check") from error


def _gazetteer(graphs: Mapping[URIRef | None, _Graph]) -> tuple[dict[Term, str], dict[str, dict[str, str]]]:
    """The country code of each place (a country's own included) and body, and the names of the countries by code."""
    codes: dict[Term, str] = {}
    labels: dict[str, dict[str, str]] = {}
    for graph in graphs.values():
        for iri, node in graph.items():
            if code := _text(node, SKOS.notation):
                codes[iri] = code
                named = (label for label in node.get(SKOS.prefLabel, ()) if isinstance(label, Literal))
                labels[code] = {label.language or "en": str(label) for label in named}
    inside = {
        iri: codes[country]
        for graph in graphs.values()
        for iri, node in graph.items()
        for country in (*node.get(BG.inCountry, ()), *node.get(BG.homeCountry, ()))
        if country in codes
    }
    return codes | inside, dict(sorted(labels.items()))


def _is(node: _Node, class_: URIRef) -> bool:
    return class_ in node.get(RDF.type, ())


def _text(node: _Node, predicate: URIRef) -> str | None:
    return str(node[predicate][0]) if predicate in node else None


def _required(node: _Node, predicate: URIRef, about: Term) -> str:
    if (value := _text(node, predicate)) is None:
        raise DatasetError(f"there is no {predicate}", where=str(about), hint="see: biograph check")
    return value


def _span(node: _Node, about: Term) -> Span:
    start, end = _required(node, OA.start, about), _required(node, OA.end, about)
    try:
        return Span(int(start), int(end))
    except ValueError as error:
        raise DatasetError(f"no such place: {start} to {end}", where=str(about), hint="see: biograph check") from error


def _status(iri: str, statement: Term) -> Status:
    try:
        return Status(iri.removeprefix(str(BG)))
    except ValueError as error:
        raise DatasetError(f"there is no status {iri}", where=str(statement), hint="see: biograph check") from error


def _usual(values: Iterable[str]) -> str:
    """The most frequent, then the longest, then the first in sort order."""
    return min(Counter(values).items(), key=lambda found: (-found[1], -len(found[0]), found[0]))[0]
