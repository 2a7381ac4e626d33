"""SPARQL 1.1 Graph Store Protocol, the part that only reads (https://www.w3.org/TR/sparql11-http-rdf-update/)."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from biograph.errors import NotFoundError
from biograph.serve import caching, reading
from biograph.serve.negotiation import choose
from biograph.serve.reading import RequestError
from biograph.serve.service import service
from biograph.sparql import asking
from biograph.sparql.asking import TRIPLES

_ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


async def graph(request: Request) -> Response:
    """The triples of the graph that `graph` names, or of all graphs together for `default`."""
    iri, here, accept = _named(request), service(request), request.headers.get("accept", "")
    if (media_type := choose(accept, tuple(TRIPLES.values()))) is None:
        raise RequestError(
            HTTPStatus.NOT_ACCEPTABLE, f"not to be had as {accept}", hint=f"there is {', '.join(TRIPLES.values())}"
        )
    tag = caching.entity_tag(request, media_type)
    if known := caching.kept(request, tag):
        return known
    asked = asking.Request(_ALL, triples=media_type, default_graphs=(iri,) if iri else ())
    try:
        reply = await here.ask(asked, limits=replace(here.settings.limits, rows=0, bytes=0), on_behalf=request)
    except NotFoundError as error:  # in a query it would be the query's mistake
        raise RequestError(HTTPStatus.NOT_FOUND, error.what, hint=error.hint) from error
    if reply.cut:  # a part of a graph must not pass for the graph
        raise RequestError(
            HTTPStatus.SERVICE_UNAVAILABLE, "too large to be had in time", hint="take a whole file from /downloads/"
        )
    return Response(reply.body, headers=caching.headers(tag), media_type=media_type)


def _named(request: Request) -> str:
    """The address of the graph that is asked for, "" for the default graph."""
    given = reading.parameters(request)
    iri, default = reading.one(given, "graph"), reading.one(given, "default")
    if (iri is None) == (default is None):
        raise RequestError(HTTPStatus.BAD_REQUEST, "give one of ?graph=ADDRESS and ?default")
    return iri or ""
