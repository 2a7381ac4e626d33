"""Messages between processes: a JSON head and bytes, each with its length before it, over a socket."""

from __future__ import annotations

import json
import socket
import struct
from typing import Any

_LENGTHS = struct.Struct("!II")


def send(to: socket.socket, head: dict[str, Any], body: bytes = b"") -> None:
    """Send one message. Raises OSError where nobody listens any more."""
    told = json.dumps(head, ensure_ascii=False).encode(errors="surrogatepass")  # which `json.loads` reads
    to.sendall(_LENGTHS.pack(len(told), len(body)) + told + body)


def receive(source: socket.socket) -> tuple[dict[str, Any], bytes]:
    """The next message. Raises EOFError where the other side is gone."""
    head, body = _LENGTHS.unpack(_exactly(source, _LENGTHS.size))
    return json.loads(_exactly(source, head)), _exactly(source, body)


def _exactly(source: socket.socket, size: int) -> bytes:
    data = bytearray()
    while len(data) < size:
        try:
            piece = source.recv(min(size - len(data), 1 << 20))
        except ConnectionError as error:
            raise EOFError from error
        if not piece:
            raise EOFError
        data += piece
    return bytes(data)
