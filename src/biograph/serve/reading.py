"""What a request brings: its parameters and its body, within limits of size and time."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from urllib.parse import parse_qsl

import anyio
from starlette.requests import ClientDisconnect, Request

from biograph.errors import BiographError

LARGEST = 2 << 20  # bytes of a body: the longest query that is read, written in escapes
_SECONDS = 10  # in which a body has to come
_MOST = 1000  # parameters

Parameters = list[tuple[str, str]]


class RequestError(BiographError):
    """A request that is not answered, with the status and the headers that say so."""

    def __init__(self, status: HTTPStatus, what: str, *, hint: str = "", headers: Mapping[str, str] | None = None):
        super().__init__(what, where="request", hint=hint)
        self.status, self.headers = status, dict(headers or {})


def parameters(request: Request) -> Parameters:
    """The parameters of a request's address, in their order. Raises RequestError where they are not UTF-8."""
    return _parsed(request.scope["query_string"])


async def form(request: Request) -> Parameters:
    """The parameters in a request's body. Raises RequestError where they cannot be read."""
    return _parsed(await body(request))


async def text(request: Request) -> str:
    """A request's body as text. Raises RequestError where it is not UTF-8, too long or too slow."""
    return _decoded(await body(request))


async def body(request: Request) -> bytes:
    """A request's body. Raises RequestError where it is too long, or takes too long to come."""
    found = bytearray()
    try:
        with anyio.fail_after(_SECONDS):
            async for piece in request.stream():
                found += piece
                if len(found) > LARGEST:
                    raise RequestError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"longer than {LARGEST >> 20} MB")
    except TimeoutError as error:
        what = f"the body did not come within {_SECONDS} s"
        raise RequestError(HTTPStatus.REQUEST_TIMEOUT, what, headers={"connection": "close"}) from error
    except ClientDisconnect as error:
        raise RequestError(HTTPStatus.BAD_REQUEST, "the body did not come whole") from error
    return bytes(found)


def one(given: Parameters, name: str) -> str | None:
    """The value of a parameter that may be given once. Raises RequestError where it is given twice."""
    values = [value for key, value in given if key == name]
    if len(values) > 1:
        raise RequestError(HTTPStatus.BAD_REQUEST, f"{name} is given {len(values)} times", hint="give it once")
    return values[0] if values else None


def _parsed(encoded: bytes) -> Parameters:
    try:
        return parse_qsl(encoded.decode(), keep_blank_values=True, errors="strict", max_num_fields=_MOST, separator="&")
    except UnicodeDecodeError as error:
        raise RequestError(HTTPStatus.BAD_REQUEST, "not percent-encoded UTF-8") from error
    except ValueError as error:
        raise RequestError(HTTPStatus.BAD_REQUEST, f"more than {_MOST} parameters") from error


def _decoded(found: bytes) -> str:
    try:
        return found.decode()
    except UnicodeDecodeError as error:
        raise RequestError(HTTPStatus.BAD_REQUEST, "not UTF-8", hint="send the query as UTF-8") from error
