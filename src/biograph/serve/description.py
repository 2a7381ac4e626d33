"""What programs are told of the service and of its dataset: SPARQL 1.1 Service Description, VoID and DCAT."""

from __future__ import annotations

from http import HTTPStatus

import rdflib
from rdflib import RDF, Namespace, URIRef
from starlette.requests import Request
from starlette.responses import Response

from biograph.serve.negotiation import choose
from biograph.serve.reading import RequestError
from biograph.serve.service import service
from biograph.sparql.asking import TRIPLES

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
_FORMATS = Namespace("http://www.w3.org/ns/formats/")
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_RDF = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")


def address(request: Request, path: str) -> str:
    """The public address of a path here."""
    public = service(request).settings.public_url or f"{request.scope['scheme']}://{request.headers['host']}"
    return public.rstrip("/") + path


def of_service(request: Request) -> Response:
    """The service description of the endpoint (https://www.w3.org/TR/sparql11-service-description/)."""
    endpoint, graph = URIRef(address(request, "/sparql")), rdflib.Graph()
    graph.bind("sd", SD)
    service_, dataset, union = (URIRef(f"{endpoint}#{name}") for name in ("service", "dataset", "union"))
    graph += [
        (service_, RDF.type, SD.Service),
        (service_, SD.endpoint, endpoint),
        (service_, SD.supportedLanguage, SD.SPARQL11Query),
        (service_, SD.feature, SD.UnionDefaultGraph),
        (service_, SD.defaultDataset, dataset),
        (dataset, RDF.type, SD.Dataset),
        (dataset, SD.defaultGraph, union),
        (union, RDF.type, SD.Graph),
    ]
    graph += [(service_, SD.resultFormat, _FORMATS[name]) for name in (*_RESULTS, *_RDF)]
    return rdf(request, graph)


def rdf(request: Request, graph: rdflib.Graph) -> Response:
    """A graph in the form that the client likes best. Raises RequestError where it takes none."""
    accept = request.headers.get("accept", "")
    wanted = choose(accept, tuple(TRIPLES.values()))
    if wanted is None:
        hint = f"there is {', '.join(TRIPLES.values())}"
        raise RequestError(HTTPStatus.NOT_ACCEPTABLE, f"no such description: {accept}", hint=hint)
    return Response(graph.serialize(format=wanted, encoding="utf-8"), headers={"vary": "Accept"}, media_type=wanted)
