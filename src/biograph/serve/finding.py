"""Search as you type, over HTTP."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from biograph.search import Named
from biograph.serve import caching, reading
from biograph.serve.pages import language
from biograph.serve.service import service

_USUAL, _MOST = 8, 50
_NEAR = 3


async def search(request: Request) -> Response:
    """The entities whose names answer `q`, best first, at most `limit`."""
    given = reading.parameters(request)
    query, limit = reading.one(given, "q") or "", reading.one(given, "limit") or ""
    tag = caching.entity_tag(request, language(request))
    if known := caching.kept(request, tag):
        return known
    most = min(int(limit), _MOST) if limit.isdecimal() and len(limit) < 9 else _USUAL
    index = service(request).now.index
    found = await service(request).thread(lambda: index.search(query)[:most])
    return JSONResponse([_told(request, hit.entity) for hit in found], headers=caching.headers(tag))


async def nearest(request: Request, name: str) -> str:
    """What to try instead of a name that nobody bears, nothing where no name is like it."""
    index = service(request).now.index
    found = await service(request).thread(lambda: index.search(name)[:_NEAR] or index.nearest(name, _NEAR))
    names = dict.fromkeys(hit.name for hit in found)
    return f"nearest: {', '.join(names)}" if names else ""


def _told(request: Request, entity: Named) -> dict[str, object]:
    now, tongue = service(request).now, language(request)
    return {
        "iri": entity.iri,
        "id": entity.iri.removeprefix(now.base),
        "name": entity.called(tongue),
        "type": entity.type,
        "label_of_type": service(request).settings.ontology.label(entity.type, tongue),
        "aliases": list(entity.others(tongue)),
        "href": now.local(entity.iri),
    }
