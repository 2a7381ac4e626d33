"""A dataset that many threads may ask at once, each query in a process of its own."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from biograph.errors import BiographError, BusyError, QueryError
from biograph.sparql import vet
from biograph.sparql.asking import Limits, Reply, Request
from biograph.store.loading import file_of
from biograph.workers.generation import Generation, Stamp, stamp_of
from biograph.workers.lanes import SLOW, Lane, Slowness
from biograph.workers.nursery import Fork, busy, stopped

_LOOK = 0.2  # seconds between looks whether anybody still waits for a slow one
_WAITING = 256  # queries that may wait for a process
_LATE = 1.0  # seconds beyond the alarm of a process after which it is killed from here


def _never() -> bool:
    return False


class Pool:
    """Processes that answer queries on the dataset of a file or a built folder. See `ask`; safe for threads.

    `quick` queries run at once, and beside them as many as `slow` that have run for more than a second. Queries see
    the union of all graphs as the default graph, unless `union` is false.
    """

    def __init__(
        self, path: str | Path, *, limits: Limits | None = None, quick: int = 2, slow: int = 2, union: bool = True
    ) -> None:
        """Load the dataset. Raises DatasetError where that fails, QueryError where the system cannot fork."""
        if not self.is_possible():
            what, hint = "nothing could stop a query here: the system cannot fork", "on Windows, run it in WSL"
            raise QueryError(what, hint=hint)
        self._file, self._union, self.limits = file_of(Path(path)), union, limits or Limits()
        self._quick, self._slow = threading.Semaphore(quick), threading.Semaphore(slow)
        self._waiting = 0
        self._slowness = Slowness()
        self._lock = threading.Lock()
        self._now = Generation(self._file, union)

    @staticmethod
    def is_possible() -> bool:
        """Whether this system can fork a process that has loaded a dataset; Windows cannot."""
        return hasattr(os, "fork")

    @property
    def quads(self) -> int:
        """How many quads the dataset has."""
        return self._now.quads

    @property
    def stamp(self) -> Stamp:
        """What tells this generation of the file from another one."""
        return self._now.stamp

    def ask(
        self, request: Request, limits: Limits | None = None, *, is_abandoned: Callable[[], bool] = _never
    ) -> Reply:
        """The answer to a query, within the pool's limits or others.

        `is_abandoned` is asked now and then whether nobody waits any more. Raises QueryError when the query is wrong
        or refused, NotFoundError when it names a graph that is not there, LimitError when it took too much and was
        stopped, BusyError when too many others wait.
        """
        vet(request.text)  # nothing refused takes up a process
        allowed = limits or self.limits
        with self._turn(request, allowed) as lane, self._borrowed() as generation:
            fork, start = generation.take(), time.monotonic()
            try:
                fork.ask(request, allowed)
                is_slow = not fork.is_ready(SLOW)
                if is_slow:
                    self._slowness.remember(request)
                    lane.slow_down(fork)
                    _wait(fork, start, allowed, is_abandoned)
                reply = fork.receive()
                if not is_slow:
                    self._slowness.forget(request)
            except (EOFError, OSError) as error:
                self._slowness.remember(request)
                raise stopped(generation.end(fork), time.monotonic() - start, allowed) from error
            except BiographError as error:
                (generation.end if isinstance(error, BusyError) else generation.give)(fork)
                raise
            except BaseException:  # its answer would be taken for that of the next query
                generation.end(fork)
                raise
            generation.give(fork)
            return reply

    def is_slow(self, request: Request) -> bool:
        """Whether a query was slow or died the last time; it goes to the slow lane, and takes no quick one's place."""
        return self._slowness.knows(request)

    def renew(self) -> bool:
        """Take the file's new generation, if there is one; queries that run finish on theirs.

        Raises DatasetError where it cannot be read, and then stays with the old one.
        """
        if stamp_of(self._file) == self._now.stamp:
            return False
        fresh = Generation(self._file, self._union)
        with self._lock:
            old, self._now = self._now, fresh
        old.leave()
        return True

    def close(self) -> None:
        """End all processes."""
        self._now.close()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _turn(self, request: Request, limits: Limits) -> Iterator[Lane]:
        lane = Lane(self._slow) if self.is_slow(request) else self._quick_lane(limits)
        try:
            yield lane
        finally:
            lane.leave()

    def _quick_lane(self, limits: Limits) -> Lane:
        with self._lock:
            if self._waiting >= _WAITING:
                raise busy(self._waiting)
            self._waiting += 1
        try:
            if not self._quick.acquire(timeout=limits.seconds or None):
                raise busy(self._waiting)
        finally:
            with self._lock:
                self._waiting -= 1
        return Lane(self._slow, self._quick)

    @contextmanager
    def _borrowed(self) -> Iterator[Generation]:
        with self._lock:
            generation = self._now
            generation.enter()
        try:
            yield generation
        finally:
            generation.leave()


def _wait(fork: Fork, start: float, limits: Limits, is_abandoned: Callable[[], bool]) -> None:
    """Until there is an answer. Raises EOFError when it is too late for one, or nobody waits for it any more."""
    while not fork.is_ready(_LOOK):
        late = limits.seconds and time.monotonic() - start > limits.seconds + _LATE
        if late or is_abandoned():
            raise EOFError
