"""The JSON-LD context: short keys for what a dataset says, from the ontology and the vocabularies beside it."""

from __future__ import annotations

from typing import Any, TypeAlias

import rdflib
from rdflib import OWL, PROV, RDF, RDFS, SKOS, XSD
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from biograph import dataset
from biograph.namespaces import QUERY_PREFIXES
from biograph.vocabulary import BG, OA, SCHEMA, Ontology

Context: TypeAlias = dict[str, Any]

_ADDRESS, _TERM = {"@type": "@id"}, {"@type": "@vocab"}
_BY_LANGUAGE = {"@container": "@language"}
_STANDARD = {
    "NewsArticle": (SCHEMA.NewsArticle, {}),
    "alias": (SKOS.altLabel, _BY_LANGUAGE),
    "code": (SKOS.notation, {}),
    "comment": (RDFS.comment, {}),
    "creator": (DCTERMS.creator, {}),
    "document": (PROV.wasQuotedFrom, _ADDRESS),
    "end": (OA.end, {"@type": "xsd:integer"}),
    "identifier": (DCTERMS.identifier, {}),
    "isReplacedBy": (DCTERMS.isReplacedBy, _ADDRESS),
    "issued": (DCTERMS.issued, {"@type": "xsd:date"}),
    "label": (RDFS.label, _BY_LANGUAGE),
    "language": (DCTERMS.language, {}),
    "name": (SKOS.prefLabel, _BY_LANGUAGE),
    "object": (RDF.object, _ADDRESS),
    "predicate": (RDF.predicate, _TERM),
    "publisher": (DCTERMS.publisher, {}),
    "quote": (OA.exact, {}),
    "replaces": (DCTERMS.replaces, _ADDRESS),
    "sameAs": (OWL.sameAs, _ADDRESS),
    "source": (DCTERMS.source, {}),
    "speaker": (PROV.wasAttributedTo, _ADDRESS),
    "start": (OA.start, {"@type": "xsd:integer"}),
    "subject": (RDF.subject, _ADDRESS),
    "text": (SCHEMA.text, {}),
    "title": (DCTERMS.title, _BY_LANGUAGE),
}


def context(ontology: Ontology) -> Context:
    """The prefixes of queries, the keys above, and one for each term of the ontology whose name is still free.

    A key whose values are addresses, names of terms, numbers or dates says so (JSON-LD 1.1, type coercion).
    """
    found: Context = {"@version": 1.1, **QUERY_PREFIXES}
    for name, (iri, coercion) in _STANDARD.items():
        found[name] = {"@id": brief(iri), **coercion} if coercion else brief(iri)
    for name, coercion in sorted(_own(ontology).items()):
        found.setdefault(name, {"@id": f"bg:{name}", **coercion} if coercion else f"bg:{name}")
    return found


def brief(iri: str) -> str:
    """An address with its prefix where it has one of ours."""
    for prefix, namespace in QUERY_PREFIXES.items():
        if iri.startswith(namespace) and not (rest := iri.removeprefix(namespace)).startswith("//"):
            return f"{prefix}:{rest}"
    return iri


def _own(ontology: Ontology) -> dict[str, dict[str, str]]:
    """Each term of the ontology by its name, with how its values are to be read."""
    graph = rdflib.Graph()
    graph += ((s, p, o) for s, p, o, _ in dataset.ontology_quads(ontology))
    terms = {term for term in graph.subjects() if str(term).startswith(BG)}
    return {str(term).removeprefix(BG): _coercion(graph, term) for term in terms}


def _coercion(graph: rdflib.Graph, term: Node) -> dict[str, str]:
    range_ = graph.value(term, RDFS.range)
    if (term, RDF.type, OWL.ObjectProperty) in graph:
        return _TERM if range_ == BG.Status else _ADDRESS
    typed = (term, RDF.type, OWL.DatatypeProperty) in graph and range_ not in (None, XSD.string)
    return {"@type": brief(str(range_))} if typed else {}
