"""Tests of the SPARQL Protocol and of reading by the Graph Store Protocol, asked of a server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from http.client import HTTPConnection
from itertools import takewhile
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pyoxigraph as ox
from rdflib import RDF, Graph, Namespace, URIRef

from .answers import graph, is_same
from .evaluation import FAILED, NOT_APPLICABLE, PASSED, Outcome
from .exchanges import Exchange, exchanges
from .manifests import Case, Suite

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
# https://www.w3.org/TR/sparql11-service-description/
_SCHEMA = (
    "Service Language Function Aggregate EntailmentRegime EntailmentProfile GraphCollection Dataset Graph NamedGraph "
    "Feature SPARQL10Query SPARQL11Query SPARQL11Update DereferencesURIs UnionDefaultGraph RequiresDataset EmptyGraphs "
    "BasicFederatedQuery endpoint feature defaultEntailmentRegime entailmentRegime defaultSupportedEntailmentProfile "
    "supportedEntailmentProfile extensionFunction extensionAggregate languageExtension supportedLanguage "
    "propertyFeature defaultDataset availableGraphs resultFormat inputFormat defaultGraph namedGraph name graph"
)
_QUERY, _STORE = "sparql/sparql11/protocol", "sparql/sparql11/graph-store-protocol"
_KASEI = "http://kasei.us/2009/09/sparql/data/"
_PERSON = "http://www.example/gsp/"
_FORMATS = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": (
        *("application/sparql-results+json", "application/sparql-results+xml", "text/csv"),
        "text/tab-separated-values",
    ),
    "RDF": ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"),
}


def write(suite: Suite, to: Path) -> None:
    """Write the data of all tests as N-Quads: the graphs of queries, and what each test of graphs would put first."""
    quads = []
    for number in range(4):
        address = f"{_KASEI}data{number}.rdf"
        node = ox.NamedNode(address)
        quads.append(ox.Quad(node, ox.NamedNode(RDF.type), ox.NamedNode("http://xmlns.com/foaf/0.1/Document"), node))
    for case, sent in exchanges(suite, _STORE):
        for exchange in _first(sent) if _is_read(sent) else ():
            node = ox.NamedNode(_own(case, unquote(exchange.path.partition("graph=")[2])))
            triples = ox.parse(exchange.body, format=ox.RdfFormat.TURTLE, base_iri=node.value)
            quads += [ox.Quad(t.subject, t.predicate, t.object, node) for t in triples]
    ox.serialize(quads, to, ox.RdfFormat.N_QUADS)


def outcomes(suite: Suite, address: str) -> Iterator[Outcome]:
    """What became of the tests at a server, whose data `write` wrote: `/sparql` for queries, `/data` for graphs."""
    server = urlsplit(address).netloc
    for case, sent in exchanges(suite, _QUERY):
        if case.name.startswith("update_"):
            refused = _sent(server, sent[0])[0] // 100 == 4
            yield Outcome(case, NOT_APPLICABLE if refused else FAILED, "updates are refused" if refused else "accepted")
        else:
            whys = [why for exchange in sent if (why := _unlike(server, exchange))]
            yield Outcome(case, FAILED if whys else PASSED, "; ".join(whys))
    for case, sent in exchanges(suite, _STORE):
        if _is_read(sent):
            why = _read(server, case, sent)
            yield Outcome(case, FAILED if why else PASSED, why)
        else:
            yield Outcome(case, NOT_APPLICABLE, "of graphs named by ?graph= alone is there reading, and no writing")
    yield from _described(f"{address}/sparql", server)


def _first(sent: list[Exchange]) -> list[Exchange]:
    """What a test writes before it reads."""
    return list(takewhile(lambda exchange: exchange.writes, sent))


def _is_read(sent: list[Exchange]) -> bool:
    """Whether a test reads graphs that are named by `?graph=`, of which all that it writes before is by PUT."""
    return "?graph=" in sent[0].path and all(exchange.method == "PUT" for exchange in _first(sent))


def _read(server: str, case: Case, sent: list[Exchange]) -> str:
    """Why the test fails that reads before it writes once more; what it writes before is there, and is refused."""
    sent = [_moved(case, exchange) for exchange in sent]
    written = _first(sent)
    whys = [
        f"PUT is answered by {status}"
        for e in written
        if (status := _sent(server, e)[0]) != HTTPStatus.METHOD_NOT_ALLOWED
    ]
    whys += [_unlike(server, e) for e in takewhile(lambda exchange: not exchange.writes, sent[len(written) :])]
    return "; ".join(why for why in whys if why)


def _described(endpoint: str, server: str) -> Iterator[Outcome]:
    """What became of the tests of the service description, which the manifest has in words alone."""
    get = Exchange("GET", "/sparql", {"accept": "text/turtle"}, None, ("200",), "RDF", None, "")
    why, found = _unlike(server, get), Graph().parse(_sent(server, get)[2], format="turtle")
    used = {term for triple in found for term in triple if isinstance(term, URIRef) and term.startswith(SD)}
    services = set(found.subjects(SD.endpoint, URIRef(endpoint)))
    checks = {
        "returns-rdf": why,
        "has-endpoint-triple": "" if services else f"no endpoint <{endpoint}>",
        "conforms-to-schema": ", ".join(sorted(used - {SD[name] for name in _SCHEMA.split()}))
        or ("" if services <= set(found.subjects(RDF.type, SD.Service)) else "no service"),
    }
    for name, why in checks.items():
        case = Case("sparql11/service-description", name, "ServiceDescriptionTest", approved=True)
        yield Outcome(case, FAILED if why else PASSED, why)


def _unlike(server: str, exchange: Exchange) -> str:
    status, media_type, body = _sent(server, exchange)
    if not any(str(status).startswith(expected) for expected in exchange.statuses):
        return f"{exchange.method} {exchange.path[:60]}: status {status}: {body[:100].decode(errors='replace')}"
    if exchange.format and media_type not in _FORMATS[exchange.format]:
        return f"answered as {media_type}"
    if exchange.truth is not None and json.loads(body)["boolean"] is not exchange.truth:
        return "the other truth"
    if exchange.turtle and exchange.method == "GET":
        expected = graph(exchange.turtle.encode(), "ttl", "x:")
        if not is_same(expected, graph(body, "ttl", "x:")):
            return "another graph"
    return ""


def _sent(server: str, exchange: Exchange) -> tuple[int, str, bytes]:
    connection = HTTPConnection(server, timeout=30)
    path = exchange.path.replace("/sparql/", "/sparql").replace("/gsp", "/data")
    try:
        connection.request(exchange.method, path, exchange.body, exchange.headers)
        answer = connection.getresponse()
        return answer.status, (answer.getheader("content-type") or "").partition(";")[0], answer.read()
    finally:
        connection.close()


def _moved(case: Case, exchange: Exchange) -> Exchange:
    """The same of a graph of the test's own, as all tests share a server."""
    head, graph_, address = exchange.path.partition("graph=")
    moved = f"{head}{graph_}{quote(_own(case, unquote(address)), safe='')}"
    return replace(exchange, path=moved)


def _own(case: Case, address: str) -> str:
    return address.replace(_PERSON, f"{_PERSON}{case.name}/")
