"""What the dataset holds, for catalogues and crawlers: VoID (https://www.w3.org/TR/void/) and DCAT 3."""

from __future__ import annotations

import json
from dataclasses import dataclass

import rdflib
from rdflib import DCAT, DCTERMS, FOAF, RDF, XSD, Literal, Namespace, URIRef
from rdflib.namespace import VOID
from starlette.requests import Request
from starlette.responses import Response

from biograph import exports
from biograph.namespaces import PREFIXES
from biograph.serve import caching
from biograph.serve.description import address, rdf
from biograph.serve.downloads import name_of
from biograph.serve.service import service
from biograph.sparql import asking

_TITLES = {
    "ko": "기사에서 뽑은 바이오 생태계 지식 그래프",
    "en": "A knowledge graph of the bio-industry, from articles",
}
_CLASSES = "SELECT ?x (COUNT(*) AS ?n) { ?s a ?x } GROUP BY ?x ORDER BY ?x"
_PROPERTIES = "SELECT ?x (COUNT(*) AS ?n) { ?s ?x ?o } GROUP BY ?x ORDER BY ?x"
_MEDIA_TYPES = Namespace("https://www.iana.org/assignments/media-types/")
_VOCABULARIES = ("bg", "schema", "skos", "prov", "oa", "dcterms")
Counts = list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class _Partitions:
    """How many instances each class has, and how many triples each property."""

    classes: Counts
    properties: Counts


async def of_dataset(request: Request) -> Response:
    """The dataset with its size, its classes and properties, and where and in which forms it is to be had."""
    tag = caching.entity_tag(request, request.headers.get("accept", ""))
    if known := caching.kept(request, tag):
        return known

    async def count() -> _Partitions:
        return _Partitions(await _counts(request, _CLASSES), await _counts(request, _PROPERTIES))

    partitions = await service(request).now.kept.get("partitions", count)
    answer = rdf(request, _described(request, partitions))
    answer.headers.update(caching.headers(tag))
    return answer


async def _counts(request: Request, query: str) -> Counts:
    reply = await service(request).ask(asking.Request(query), on_behalf=request)
    rows = json.loads(reply.body)["results"]["bindings"]
    return [(row["x"]["value"], int(row["n"]["value"])) for row in rows]


def _described(request: Request, partitions: _Partitions) -> rdflib.Graph:
    now, graph = service(request).now, rdflib.Graph()
    graph.bind("void", VOID)
    graph.bind("dcat", DCAT)
    dataset = URIRef(address(request, "/void#dataset"))
    graph += [(dataset, RDF.type, kind) for kind in (VOID.Dataset, DCAT.Dataset)]
    graph += [(dataset, DCTERMS.title, Literal(title, lang=tag)) for tag, title in _TITLES.items()]
    graph += [
        (dataset, DCTERMS.modified, Literal(now.modified.isoformat(), datatype=XSD.dateTime)),
        (dataset, FOAF.homepage, URIRef(address(request, "/"))),
        (dataset, VOID.sparqlEndpoint, URIRef(address(request, "/sparql"))),
        (dataset, VOID.uriSpace, Literal(now.base)),
        (dataset, VOID.triples, Literal(sum(count for _, count in partitions.properties))),
        (dataset, VOID.entities, Literal(len(now.index))),
        (dataset, VOID.documents, Literal(len(now.documents))),
        (dataset, VOID.classes, Literal(len(partitions.classes))),
        (dataset, VOID.properties, Literal(len(partitions.properties))),
    ]
    graph += [(dataset, VOID.vocabulary, URIRef(PREFIXES[name])) for name in _VOCABULARIES]
    graph += [(dataset, VOID.exampleResource, URIRef(entity.iri)) for entity in now.index.first(1)]
    _partition(graph, dataset, "class", partitions.classes)
    _partition(graph, dataset, "property", partitions.properties)
    _distributions(graph, dataset, request)
    return graph


def _partition(graph: rdflib.Graph, dataset: URIRef, kind: str, counts: Counts) -> None:
    sizes = {"class": VOID.entities, "property": VOID.triples}
    for number, (iri, count) in enumerate(counts):
        part = URIRef(f"{dataset}-{kind}-{number}")
        graph += [
            (dataset, VOID[f"{kind}Partition"], part),
            (part, VOID[kind], URIRef(iri)),
            (part, sizes[kind], Literal(count)),
        ]


def _distributions(graph: rdflib.Graph, dataset: URIRef, request: Request) -> None:
    for name, format in exports.FORMATS.items():
        file = name_of(name, format)
        place = URIRef(address(request, f"/downloads/{file}"))
        graph += [
            (dataset, DCAT.distribution, place),
            (place, RDF.type, DCAT.Distribution),
            (place, DCTERMS.title, Literal(format.description, lang="en")),
            (place, DCAT.downloadURL, place),
            (place, DCAT.mediaType, _MEDIA_TYPES[format.media_type.partition(";")[0]]),
        ]
        if format.media_type in ("text/turtle", "application/n-quads", "application/trig"):
            graph.add((dataset, VOID.dataDump, place))
