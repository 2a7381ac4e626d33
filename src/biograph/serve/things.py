"""Pages and RDF of what has an address in the dataset: entities, documents, statements, quotes."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from biograph.dataset import names
from biograph.errors import NotFoundError
from biograph.serve import caching, finding, nodes
from biograph.serve.facts import Teller
from biograph.serve.marking import pieces
from biograph.serve.negotiation import choose
from biograph.serve.nodes import ABOUT, GRAPH, NODE, Node
from biograph.serve.pages import language, page
from biograph.serve.reading import RequestError
from biograph.serve.service import service
from biograph.sparql import asking
from biograph.sparql.asking import TRIPLES

HTML = "text/html"
OFFERED = (HTML, *TRIPLES.values())
_ENDINGS = {".html": HTML, ".ttl": TRIPLES["turtle"], ".nt": TRIPLES["ntriples"], ".jsonld": TRIPLES["jsonld"]}
_ENDINGS |= {".rdf": TRIPLES["rdfxml"]}
_PATTERNS = {"document": GRAPH, **dict.fromkeys(("statement", "evidence", "mention", "merge"), NODE)}
_ON_A_PAGE = 100  # facts


async def thing(request: Request) -> Response:
    """What is known of the thing at this address, as the client likes it best or as the ending says."""
    path, media_type = _parted(request)
    kind = path.partition("/")[0]
    tag = caching.entity_tag(request, media_type, language(request))
    if known := caching.kept(request, tag):
        return known
    now = service(request).now
    iri, pattern = str(names.entity(path, now.base)), _PATTERNS.get(kind, ABOUT)
    if media_type != HTML:
        return await _rdf(request, iri, pattern, media_type, tag)
    found = nodes.nodes(await _ask(request, nodes.selected(pattern), iri))
    if not found:
        raise await _nothing(request, path)
    answer = _page(request, kind, iri, found)
    answer.headers.update(caching.headers(tag))
    return answer


def _parted(request: Request) -> tuple[str, str]:
    """The path of a thing without an ending that names a media type, and the media type to answer in."""
    path: str = request.path_params["path"]
    now = service(request).now
    iri = str(names.entity(path, now.base))
    ending = next((ending for ending in _ENDINGS if path.endswith(ending)), None)
    if ending and iri not in now.documents and now.index.get(iri) is None:
        return path.removesuffix(ending), _ENDINGS[ending]
    accept = request.headers.get("accept", "")
    if (media_type := choose(accept, OFFERED)) is None:
        raise RequestError(
            HTTPStatus.NOT_ACCEPTABLE, f"not to be had as {accept}", hint=f"there is {', '.join(OFFERED)}"
        )
    return path, media_type


async def _ask(request: Request, query: str, iri: str, media_type: str = TRIPLES["turtle"]) -> asking.Reply:
    """What a query about a thing finds, all of it: pages cut for themselves."""
    asked = asking.Request(query, nodes.binding(iri), triples=media_type, hidden=("entity",))
    here = service(request)
    return await here.ask(asked, limits=replace(here.settings.limits, rows=0), on_behalf=request)


async def _rdf(request: Request, iri: str, pattern: str, media_type: str, tag: str) -> Response:
    reply = await _ask(request, nodes.constructed(pattern), iri, media_type)
    if not reply.rows:
        raise await _nothing(request, _parted(request)[0])
    headers = caching.headers(tag) | ({"biograph-cut": reply.cut} if reply.cut else {})
    return Response(reply.body, headers=headers, media_type=media_type)


def _page(request: Request, kind: str, iri: str, found: dict[str, Node]) -> Response:
    here = service(request)
    teller = Teller(here.now, here.settings.ontology, language(request))
    if kind == "document" and iri in found:
        return _document(request, teller, found, found[iri])
    node = found.get(iri)
    if node and (page_of := node.one("rdf:subject") or node.one("prov:wasQuotedFrom")):
        return _elsewhere(request, page_of, iri)
    return _entity(request, teller, iri, found)


def _elsewhere(request: Request, iri: str, part: str) -> Response:
    """The page on which a statement or a quote stands."""
    return RedirectResponse(f"{service(request).now.local(iri)}#{part.rpartition('/')[2]}", 303)


def _document(request: Request, teller: Teller, found: dict[str, Node], node: Node) -> Response:
    text = pieces(node.one("schema:text"), found)
    return page(request, "document", node=node, text=text, teller=teller, facts=teller.facts(found))


def _entity(request: Request, teller: Teller, iri: str, found: dict[str, Node]) -> Response:
    facts, number = teller.facts(found), request.query_params.get("page", "1")
    first = (max(int(number), 1) - 1) * _ON_A_PAGE if number.isdecimal() and len(number) < 9 else 0
    return page(
        request,
        "entity",
        node=found.get(iri) or Node(iri, {}),
        named=service(request).now.index.get(iri),
        teller=teller,
        facts=facts[first : first + _ON_A_PAGE],
        count=len(facts),
        first=first,
        step=_ON_A_PAGE,
    )


async def _nothing(request: Request, path: str) -> NotFoundError:
    """The error for an address of nothing, with what has a name like it."""
    hint = await finding.nearest(request, path.rpartition("/")[2])
    return NotFoundError(f"nothing here is called {path}", where="address", hint=hint)
