"""A connection that is closed when its client takes too long to ask, or to read."""

from __future__ import annotations

import re
from asyncio import AbstractEventLoop, TimerHandle, Transport
from typing import Any, ClassVar, cast

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS = 10  # from the connection, or the last answer, to the end of the next request's head
HEAD_BYTES = 64 << 10
READ_SECONDS = 30  # in which a client has to read some of what it was sent
UNREAD_BYTES = 128 << 20  # that wait for all clients together
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


class Connection(HttpToolsProtocol):
    """uvicorn's connection, with limits of its own: uvicorn waits for a request's head, and for a reader, for ever."""

    _unread: ClassVar[dict[Connection, None]] = {}  # the connections whose clients read too slowly, in their order
    _head: TimerHandle | None = None
    _stalled: TimerHandle | None = None
    _size = 0
    _has_head = False  # and waits for the body that belongs to it
    _between = True  # requests: what comes next is a request's first line

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        super().connection_made(cast(Transport, _Joining(transport, self.loop)))
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._cancel_head()
        self._cancel_stalled()
        self._unread.pop(self, None)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._between:
            data = _encoded(data)
        if self._head is not None and not self._has_head:
            self._size += len(data)
        super().data_received(data)
        if self._head is not None and self._size > HEAD_BYTES and not self.transport.is_closing():
            self.send_400_response("The head of the request is too long.")

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._between = False
        self._await_head()

    def on_header(self, name: bytes, value: bytes) -> None:
        if not self._has_head:  # trailers are for nobody
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._cancel_head()
        self._has_head = True
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        self._has_head = False
        self._between = True
        super().on_message_complete()

    def on_response_complete(self) -> None:
        """Have the next request come soon, or what is still to come of this one, of which nothing is needed."""
        super().on_response_complete()
        if self.cycle.response_complete:  # else it is the next one's already
            self._await_head()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._await_reader(self.transport.get_write_buffer_size())
        self._unread[self] = None
        sizes = {connection: connection.transport.get_write_buffer_size() for connection in self._unread}
        excess = sum(sizes.values()) - UNREAD_BYTES
        for connection in [*self._unread][:-1]:  # the latest may be of any size
            if excess > 0:
                excess -= sizes[connection]
                connection.transport.abort()

    def resume_writing(self) -> None:
        self._unread.pop(self, None)
        self._cancel_stalled()
        super().resume_writing()

    def _await_head(self) -> None:
        if self._head is None:
            self._size = 0
            self._head = self.loop.call_later(HEAD_SECONDS, self._miss_head)

    def _miss_head(self) -> None:
        """Give up a client that asks nothing, unless it is still reading."""
        self._head = None
        if not (left := self.transport.get_write_buffer_size()):
            self.transport.abort()
        elif self._stalled is None:
            self._await_reader(left)

    def _await_reader(self, before: int) -> None:
        """Look again in a while, and give up a client that has read nothing since."""

        def look() -> None:
            self._stalled = None
            left = self.transport.get_write_buffer_size()
            if not left and self.cycle.response_complete:
                self._await_head()
            elif left < before:
                self._await_reader(left)
            else:
                self.transport.abort()

        self._cancel_stalled()
        self._stalled = self.loop.call_later(READ_SECONDS, look)

    def _cancel_head(self) -> None:
        if self._head is not None:
            self._head.cancel()
            self._head = None

    def _cancel_stalled(self) -> None:
        if self._stalled is not None:
            self._stalled.cancel()
            self._stalled = None


def _encoded(data: bytes) -> bytes:
    """A request whose address may have come as people type it, in Hangul: the parser takes ASCII alone.

    Nothing changes where the parser sees a word or a line end.
    """
    line, end, rest = data.partition(b"\n")
    return _NOT_ASCII.sub(lambda found: b"%%%02X" % found[0][0], line) + end + rest


class _Joining:
    """A transport that sends in one go what is written in one go: an answer's head with its body."""

    def __init__(self, transport: Transport, loop: AbstractEventLoop) -> None:
        self._transport, self._loop = transport, loop
        self._held: list[bytes] = []

    def write(self, data: bytes) -> None:
        if not self._held:
            self._loop.call_soon(self._send)
        self._held.append(data)

    def close(self) -> None:
        self._send()
        self._transport.close()

    def _send(self) -> None:
        if self._held:
            self._transport.write(b"".join(self._held))
            self._held = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)
