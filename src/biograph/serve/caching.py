"""Answers that a client may keep as long as the dataset stays as it is (RFC 9110, section 8.8)."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version

from starlette.requests import Request
from starlette.responses import Response

from biograph.serve.service import service


def entity_tag(request: Request, *variant: str) -> str:
    """What tells this answer from others at the same address; `variant` are its media type, its language and so on."""
    parts = (_version(), service(request).now.tag, request.url.query, *variant)
    digest = hashlib.sha256(" ".join(parts).encode()).hexdigest()
    return f'"{digest[:20]}"'


def kept(request: Request, tag: str) -> Response | None:
    """The answer to a client that has this already, None for any other."""
    known = [part.strip().removeprefix("W/") for part in request.headers.get("if-none-match", "").split(",")]
    return Response(status_code=304, headers=headers(tag)) if tag in known else None


def headers(tag: str) -> dict[str, str]:
    """What such an answer says: it may be kept, but is to be asked for again."""
    return {"etag": tag, "cache-control": "no-cache", "vary": "Accept, Accept-Language, Cookie"}


@cache
def _version() -> str:
    return version("biograph")
