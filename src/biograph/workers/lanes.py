"""Where a query runs, among quick ones or slow ones, and which are known to be slow."""

from __future__ import annotations

import threading

from biograph.errors import BusyError
from biograph.sparql.asking import Request
from biograph.workers.nursery import Fork

SLOW = 1.0  # seconds after which a query goes to the slow lane, where it leaves the processor to quick ones
_REMEMBERED = 1000  # queries


class Slowness:
    """The queries that were slow the last time, a thousand at most. Safe for threads."""

    def __init__(self) -> None:
        self._known: dict[int, None] = {}  # the oldest first
        self._lock = threading.Lock()

    def remember(self, request: Request) -> None:
        with self._lock:
            self._known[_key(request)] = None
            if len(self._known) > _REMEMBERED:
                del self._known[next(iter(self._known))]

    def forget(self, request: Request) -> None:
        self._known.pop(_key(request), None)

    def knows(self, request: Request) -> bool:
        return _key(request) in self._known


class Lane:
    """Where a query runs: among the quick ones, or after a second, or where it is known for it, among the slow ones."""

    def __init__(self, slow: threading.Semaphore, quick: threading.Semaphore | None = None) -> None:
        """Begin among the quick ones, whose place is taken already, else among the slow ones, as `slow_down` does."""
        self._slow, self._held = slow, quick or slow
        if quick is None:
            self._enter_slow("not run, having been slow before")

    def slow_down(self, fork: Fork) -> None:
        """Make room for a quick one. Raises BusyError where there are as many slow ones as may be."""
        fork.yield_processor()
        if self._held is not self._slow:
            self._enter_slow(f"stopped after {SLOW:g} s")
            self._held.release()
            self._held = self._slow

    def leave(self) -> None:
        self._held.release()

    def _enter_slow(self, what: str) -> None:
        if not self._slow.acquire(blocking=False):
            hint = "ask for less, or try again a little later"
            raise BusyError(f"{what}, as other slow queries are running", where="query", hint=hint)


def _key(request: Request) -> int:
    """What tells a query from others."""
    return hash((request.text, *sorted(request.values.items()), request.default_graphs, request.named_graphs))
