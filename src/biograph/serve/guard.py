"""What holds for every answer: to whom it is given, and the headers that keep browsers from misusing it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from biograph.serve.headers import HEADERS
from biograph.serve.problems import problem

_HEADERS = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
_LONGEST = 16 << 10  # bytes of an address


class Guard:
    """Answers only requests addressed to a known host, which ends DNS rebinding, and adds HEADERS."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        self._app, self._hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            # A 304 keeps the headers of the answer that the client has: these would take their place.
            if message["type"] == "http.response.start" and message["status"] != 304:
                headers = message["headers"]
                there = {name for name, _ in headers}
                headers.extend(pair for pair in _HEADERS if pair[0] not in there)
            await send(message)

        request = Request(scope)
        names = {_name(host) for host in request.headers.getlist("host")}  # a proxy may go by another of two
        if not names or not names <= self._hosts:
            answer = problem(request, 421, "asked under another host's name", hint="start it with --allow-host NAME")
            await answer(scope, receive, guarded)
        elif len(scope["raw_path"]) + len(scope["query_string"]) > _LONGEST:
            answer = problem(request, 414, f"an address of more than {_LONGEST >> 10} KB", hint="send it by POST")
            await answer(scope, receive, guarded)
        else:
            await self._app(scope, receive, guarded)


def _name(host: str) -> str:
    """A host's name without its port."""
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdigit() else host).lower()
