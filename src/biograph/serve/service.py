"""What answers requests: the dataset in processes of its own, and what is known of its present generation."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import anyio
from anyio import to_thread
from starlette.requests import Request

from biograph.errors import BiographError, BusyError
from biograph.serve.generation import Generation
from biograph.serve.settings import Settings
from biograph.sparql import asking
from biograph.sparql.asking import Limits, Reply
from biograph.store.loading import file_of
from biograph.workers import Pool

T = TypeVar("T")

_QUICK, _SLOW = 2, 2  # queries that run at once; threads beyond these would only wait for each other
_WAITING = 256  # queries that may wait for these
_LOOK = 1.0  # seconds between looks for a new generation of the file

log = logging.getLogger(__name__)


class Service:
    """A pool of processes, with what its dataset holds, and threads to wait in."""

    def __init__(self, settings: Settings) -> None:
        """Load the dataset. Raises DatasetError where that fails."""
        self.settings = settings
        self.pool = Pool(settings.data, limits=settings.limits, quick=_QUICK, slow=_SLOW)
        self.now = Generation.of(self.pool, settings.ontology, 1)
        self.making = anyio.CapacityLimiter(1)  # files: they take memory
        self.lifeline, self._held = os.pipe()  # what makes files reads it, and ends when its other end is closed
        self.running = 0  # queries, with those that wait for a lane
        self._turns = asyncio.Semaphore(_QUICK)
        self._lanes = ThreadPoolExecutor(_QUICK + 2 * _SLOW, "lane")  # some for those that find the slow lane full
        self._closing = False
        self._stale: TemporaryDirectory[str] | None = None

    async def ask(self, query: asking.Request, *, limits: Limits | None = None, on_behalf: Request) -> Reply:
        """The answer to a query, which is stopped when the client goes away. Raises what `Pool.ask` does."""
        if self.running >= _QUICK + _SLOW + _WAITING:
            raise BusyError(f"{_WAITING} queries wait already", where="query", hint="try again a little later")
        self.running += 1
        try:
            if self.pool.is_slow(query):
                return await self._answer(query, limits, on_behalf, _Turn(self._turns))
            async with _Turn(self._turns) as turn:
                if await on_behalf.is_disconnected():
                    raise BusyError("nobody waits for it any more", where="query")
                return await self._answer(query, limits, on_behalf, turn)
        finally:
            self.running -= 1

    async def _answer(self, query: asking.Request, limits: Limits | None, on_behalf: Request, turn: _Turn) -> Reply:
        loop = asyncio.get_running_loop()

        def is_abandoned() -> bool:
            """Asked only of a query that has gone to the slow lane."""
            loop.call_soon_threadsafe(turn.give)
            gone = asyncio.run_coroutine_threadsafe(on_behalf.is_disconnected(), loop)
            return self._closing or gone.result()

        return await loop.run_in_executor(self._lanes, lambda: self.pool.ask(query, limits, is_abandoned=is_abandoned))

    async def thread(self, work: Callable[[], T]) -> T:
        """What a piece of work returns that would block, done in a thread."""
        return await to_thread.run_sync(work)

    async def watch(self) -> None:
        """Take each new generation of the file as it comes. Runs until it is cancelled."""
        refused: object = ()
        while True:
            await anyio.sleep(_LOOK)
            state = _state(self.settings.data)
            if state == refused:
                continue  # it is as broken as it was
            try:
                await self.thread(self.pool.renew)
                if self.now.tag != Generation.tag_of(self.pool):
                    self._take(await self.thread(self._next))
                    log.info("generation %d: %d quads", self.now.number, self.now.quads)
            except BiographError as error:
                refused = state
                log.warning("the new dataset is not taken: %s", error)

    def _next(self) -> Generation:
        return Generation.of(self.pool, self.settings.ontology, self.now.number + 1)

    def _take(self, fresh: Generation) -> None:
        """Answer from another generation; the last one's files stay meanwhile, for those that still read them."""
        if self._stale:
            self._stale.cleanup()
        self._stale, self.now = self.now.folder, fresh

    def stop(self) -> None:
        """End the queries that still run, and what makes files."""
        if not self._closing:
            self._closing = True
            os.close(self._held)

    def close(self) -> None:
        """End all processes, and remove the files that were made."""
        self.stop()
        os.close(self.lifeline)
        for folder in (self._stale, self.now.folder):
            if folder:
                folder.cleanup()
        self._lanes.shutdown()
        self.pool.close()


class _Turn:
    """The turn of a query among the quick ones, first come, first served, which one that gets slow gives to the next.

    The pool's own locks would do, but are not fair: under load some would wait for seconds.
    """

    def __init__(self, turns: asyncio.Semaphore) -> None:
        self._turns, self._has = turns, False

    async def __aenter__(self) -> _Turn:
        await self._turns.acquire()
        self._has = True
        return self

    async def __aexit__(self, *_: object) -> None:
        self.give()

    def give(self) -> None:
        """Let the next one go, once."""
        if self._has:
            self._has = False
            self._turns.release()


def service(request: Request) -> Service:
    """The service that a request came to."""
    found: Service = request.app.state.service
    return found


def _state(data: Path) -> tuple[int, int, int] | None:
    """What tells a file from what it was before, None where there is none."""
    try:
        found = file_of(data).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
