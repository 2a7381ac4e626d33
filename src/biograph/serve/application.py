"""The routes of the server, and what stands before all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.routing import Route

from biograph.errors import BiographError
from biograph.serve import (
    catalogue,
    downloads,
    finding,
    graphs,
    home,
    problems,
    protocol,
    querypage,
    things,
    vocabulary,
)
from biograph.serve.guard import Guard
from biograph.serve.service import Service


def application(service: Service) -> Starlette:
    """The ASGI application of a service, which it closes at the end."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with anyio.create_task_group() as group:
            group.start_soon(service.watch)
            yield
            group.cancel_scope.cancel()
        service.close()

    app = Starlette(
        routes=_routes(),
        middleware=_before(service),
        exception_handlers={
            BiographError: problems.of_error,
            HTTPException: problems.of_status,
            Exception: problems.of_bug,
        },
        lifespan=lifespan,
    )
    app.state.service = service
    return app


def _routes() -> list[Route]:
    return [
        Route("/sparql", protocol.endpoint, methods=["GET", "POST"]),
        Route("/sparql/", protocol.endpoint, methods=["GET", "POST"]),
        Route("/id/{path:path}", things.thing),
        Route("/search", finding.search),
        Route("/", home.home),
        Route("/query", querypage.show),
        Route("/queries", vocabulary.queries),
        Route("/queries/{name}", vocabulary.named),
        Route("/terms", vocabulary.terms),
        Route("/data", graphs.graph),
        Route("/downloads/", downloads.listing),
        Route("/downloads/{name}", downloads.download),
        Route("/graph.html", downloads.viewer),
        Route("/void", catalogue.of_dataset),
        Route("/.well-known/void", catalogue.of_dataset),
        Route("/health", home.health),
        Route("/robots.txt", home.robots),
        Route("/{folder}/{name}", home.asset),
    ]


def _before(service: Service) -> list[Middleware]:
    found = [Middleware(Guard, hosts=service.settings.allowed_hosts)]
    if service.settings.origins:
        reading = ["GET", "HEAD", "POST"]
        told = ["Biograph-Cut", "ETag"]
        found.append(
            Middleware(
                CORSMiddleware, allow_origins=service.settings.origins, allow_methods=reading, expose_headers=told
            )
        )
    return found
