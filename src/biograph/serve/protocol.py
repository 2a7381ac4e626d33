"""SPARQL 1.1 Protocol, the part that only reads (https://www.w3.org/TR/sparql11-protocol/)."""

from __future__ import annotations

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from biograph.serve import description, querypage, reading
from biograph.serve.negotiation import choose
from biograph.serve.reading import Parameters, RequestError
from biograph.serve.service import service
from biograph.sparql import asking, vet
from biograph.sparql.asking import TABLES, TRIPLES, Reply

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
# What is also called so, by clients that are older than the standard.
_TABLES = {media_type: media_type for media_type in TABLES.values()} | {
    "application/json": TABLES["json"],
    "application/xml": TABLES["xml"],
    "text/xml": TABLES["xml"],
}
_TRIPLES = {media_type: media_type for media_type in TRIPLES.values()} | {
    "application/json": TRIPLES["jsonld"],
    "application/xml": TRIPLES["rdfxml"],
    "text/plain": TRIPLES["ntriples"],
}
_READS_ONLY = "this service only reads: send query=, not update="


async def endpoint(request: Request) -> Response:
    """The answer to a query; without one the service description, or for people the page to write one."""
    given = reading.parameters(request)
    if request.method == "POST":
        given += await _posted(request)
    elif not any(name in ("query", "update") for name, _ in given):
        if choose(request.headers.get("accept", ""), (*TRIPLES.values(), "text/html")) == "text/html":
            return await querypage.show(request)
        return description.of_service(request)
    return respond(await service(request).ask(_asked(request, given), on_behalf=request))


async def _posted(request: Request) -> Parameters:
    """The query in a body, by its media type, as the parameter that it is otherwise."""
    media_type, _, options = request.headers.get("content-type", "").partition(";")
    media_type = media_type.strip().lower()
    if "charset=" in options.lower() and not {"utf-8", "utf8"} & set(options.lower().replace('"', "").split("=")):
        raise RequestError(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "a charset other than UTF-8", hint="send the query as UTF-8"
        )
    if media_type == FORM:
        return await reading.form(request)
    if media_type == QUERY:
        return [("query", await reading.text(request))]
    hint = _READS_ONLY if media_type == UPDATE else f"send {QUERY} or {FORM}"
    raise RequestError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"a body of type {media_type or 'unknown'}", hint=hint)


def _asked(request: Request, given: Parameters) -> asking.Request:
    query = reading.one(given, "query")
    if query is None:
        raise RequestError(HTTPStatus.BAD_REQUEST, "no query", hint=_READS_ONLY)
    table, triples = accepted(request, query)
    return asking.Request(
        query,
        table=table,
        triples=triples,
        default_graphs=tuple(value for name, value in given if name == "default-graph-uri"),
        named_graphs=tuple(value for name, value in given if name == "named-graph-uri"),
        base=description.address(request, "/sparql"),
    )


def accepted(request: Request, query: str) -> tuple[str, str]:
    """The media types to answer a query in, for rows and for triples; only the one that its form needs is looked for.

    Raises RequestError where the client takes none that there is, and QueryError for a query that is refused.
    """
    form, accept = vet(query).form, request.headers.get("accept", "")
    known = _TRIPLES if form in ("CONSTRUCT", "DESCRIBE") else _TABLES
    wanted = choose(accept, tuple(known))
    if wanted is None:
        hint = f"there is {', '.join(dict.fromkeys(known.values()))}"
        raise RequestError(HTTPStatus.NOT_ACCEPTABLE, f"no such answer: {accept}", hint=hint)
    return (TABLES["json"], known[wanted]) if known is _TRIPLES else (known[wanted], TRIPLES["turtle"])


def respond(reply: Reply) -> Response:
    """An answer over HTTP; a cut one says so in its head."""
    headers = {"vary": "Accept", "cache-control": "no-cache"} | ({"biograph-cut": reply.cut} if reply.cut else {})
    return Response(reply.body, headers=headers, media_type=reply.media_type)
