"""The first page, the server's health, and what robots may read."""

from __future__ import annotations

import json
import os
from collections.abc import Awaitable, Callable
from importlib import resources

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from biograph.errors import NotFoundError
from biograph.serve import caching
from biograph.serve.facts import Teller
from biograph.serve.pages import language, page
from biograph.serve.service import service
from biograph.sparql import asking

_COUNT = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a bg:Statement }"
_ENTITIES, _DOCUMENTS = 12, 10
_ASSETS = {"pages.css": "text/css", "search.js": "text/javascript"}
_STATIC = {"query.css": "text/css", "query.js": "text/javascript"}


async def home(request: Request) -> Response:
    """What this dataset is: how much it holds, who most is stated of, the newest documents."""
    here, tag = service(request), caching.entity_tag(request, language(request))
    if known := caching.kept(request, tag):
        return known
    teller = Teller(here.now, here.settings.ontology, language(request))
    newest = sorted(here.now.documents.values(), key=lambda d: (d.issued, d.id), reverse=True)[:_DOCUMENTS]
    facts = await here.now.kept.get("facts", _counting(request))
    answer = page(request, "home", now=here.now, teller=teller, facts=facts, newest=newest, first=_ENTITIES)
    answer.headers.update(caching.headers(tag))
    return answer


def _counting(request: Request) -> Callable[[], Awaitable[int]]:
    async def count() -> int:
        reply = await service(request).ask(asking.Request(_COUNT), on_behalf=request)
        return int(json.loads(reply.body)["results"]["bindings"][0]["n"]["value"])

    return count


async def health(request: Request) -> Response:
    """That it answers, with what, since when."""
    now = service(request).now
    content = {
        "ok": True,
        "quads": now.quads,
        "generation": now.number,
        "since": now.since.isoformat(),
        "pid": os.getpid(),
    }
    return JSONResponse(content, headers={"cache-control": "no-store"})


async def robots(request: Request) -> Response:
    """Robots may read pages, but ask no queries and have no files made."""
    closed = ("/sparql", "/query", "/queries/", "/search", "/data", "/downloads/", "/graph.html")
    return PlainTextResponse("User-agent: *\n" + "".join(f"Disallow: {path}\n" for path in closed))


async def asset(request: Request) -> Response:
    """A style sheet or a script of the pages."""
    folder, name = request.path_params["folder"], request.path_params["name"]
    known = {"static": _STATIC, "assets": _ASSETS}.get(folder, {})
    if name not in known:
        raise NotFoundError(f"no such file: {name}", where="address")
    content = resources.files(__package__).joinpath(folder, name).read_bytes()
    return Response(content, media_type=known[name], headers={"cache-control": "no-cache"})
