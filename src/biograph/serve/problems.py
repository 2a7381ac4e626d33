"""Errors as HTTP tells them: as problem details for programs (RFC 9457), as a page for people."""

from __future__ import annotations

import json
import re
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from biograph.errors import BiographError, BusyError, LimitError, NotFoundError, QueryError
from biograph.serve.headers import HEADERS
from biograph.serve.negotiation import choose
from biograph.serve.pages import page
from biograph.serve.reading import RequestError

MEDIA_TYPE = "application/problem+json"
_PLACE = re.compile(r"line (\d+), column (\d+)")
_SOON = {"retry-after": "2"}


def of_error(request: Request, error: Exception) -> Response:
    """The answer to a request that failed by a mistake or a limit, which `status_of` tells apart."""
    assert isinstance(error, BiographError)
    headers = _SOON if isinstance(error, BusyError) else {}
    headers = headers | (error.headers if isinstance(error, RequestError) else {})
    return problem(request, status_of(error), error.what, where=error.where, hint=error.hint, headers=headers)


def of_status(request: Request, error: Exception) -> Response:
    """The answer where there is no such page, or not by this method."""
    assert isinstance(error, HTTPException)
    return problem(request, error.status_code, error.detail.lower(), headers=dict(error.headers or {}))


def of_bug(request: Request, _: Exception) -> Response:
    """The answer where this server is wrong, which its log tells more of."""
    answer = problem(request, HTTPStatus.INTERNAL_SERVER_ERROR, "an error of this server", hint="see its log")
    answer.headers.update({name: value for name, value in HEADERS.items() if name not in answer.headers})
    return answer


def status_of(error: BiographError) -> int:
    """503 for what takes too much or finds no room, 400 for a wrong query, 404 for what is not there."""
    if isinstance(error, RequestError):
        return error.status
    if isinstance(error, LimitError | BusyError):
        return HTTPStatus.SERVICE_UNAVAILABLE
    if isinstance(error, QueryError) or (isinstance(error, NotFoundError) and error.where.startswith("query")):
        return HTTPStatus.BAD_REQUEST
    return HTTPStatus.NOT_FOUND if isinstance(error, NotFoundError) else HTTPStatus.INTERNAL_SERVER_ERROR


def problem(
    request: Request, status: int, title: str, *, where: str = "", hint: str = "", headers: dict[str, str] | None = None
) -> Response:
    """One line of what went wrong, where, and what to try."""
    content = {"title": title, "status": int(status)} | {k: v for k, v in (("where", where), ("hint", hint)) if v}
    if found := _PLACE.search(where):
        content |= {"line": int(found[1]), "column": int(found[2])}
    headers = {"vary": "Accept", "cache-control": "no-store"} | (headers or {})
    if choose(request.headers.get("accept", ""), (MEDIA_TYPE, "text/html")) == "text/html":
        return page(request, "problem", status=status, headers=headers, problem=content)
    body = json.dumps(content, ensure_ascii=False) + "\n"
    return Response(body, status, headers, MEDIA_TYPE)
