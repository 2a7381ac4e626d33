"""A server that listens, until it is told to end."""

from __future__ import annotations

import logging
import os
import socket
from importlib.util import find_spec

import uvicorn

from biograph.errors import BiographError
from biograph.serve.application import application
from biograph.serve.connection import Connection
from biograph.serve.service import Service

_CONNECTIONS = 512
_LAST = 3  # seconds that running requests have when the server ends


class _Server(uvicorn.Server):
    """Ends running queries when it is told to end."""

    def __init__(self, config: uvicorn.Config, service: Service) -> None:
        super().__init__(config)
        self._service = service

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._service.stop()
        await super().shutdown(sockets)


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens, on any free port for 0. Raises BiographError where the place is taken or there is none."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        what = f"cannot listen there: {os.strerror(error.errno) if error.errno and error.errno > 0 else error}"
        raise BiographError(what, where=f"{host}:{port}", hint="choose another --port, or 0 for any") from error


def address(listening: socket.socket) -> str:
    """The address under which a socket is reached from this machine."""
    host, port = listening.getsockname()[:2]
    if host in ("0.0.0.0", "::"):
        host = "localhost"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def server(service: Service) -> uvicorn.Server:
    """A server whose `run` answers requests until the process is told to end."""
    logging.getLogger("uvicorn").setLevel(logging.ERROR)
    config = uvicorn.Config(
        application(service),
        loop="uvloop" if find_spec("uvloop") else "asyncio",
        http=Connection,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=_LAST,
    )
    return _Server(config, service)
