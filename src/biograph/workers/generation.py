"""One state of a dataset's file, as a pool uses it until its last query on it ends."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TypeAlias

from biograph.errors import DatasetError, QueryError
from biograph.store.loading import MAKE_ONE
from biograph.workers.nursery import Fork, Nursery

Stamp: TypeAlias = tuple[int, int, int]


class Generation:
    """One state of the file: the process that holds it, and its forks that are idle. It ends with its last user."""

    def __init__(self, file: Path, union: bool) -> None:
        self._file, self._union, self.stamp = file, union, stamp_of(file)
        self._load()
        self._idle: list[Fork] = []
        self._users = 1  # the pool
        self._is_closed = False
        self._lock = threading.Lock()

    def _load(self) -> None:
        self._nursery = Nursery(self._file, self._union)
        try:
            self.quads = self._nursery.wait()
        except BaseException:
            self._nursery.close()
            raise

    def take(self) -> Fork:
        """A fork that is idle, else a new one, for which the file is loaded again where what held it has died.

        Raises QueryError after `close`, or where the system grants no process.
        """
        with self._lock:
            if self._idle and not self._is_closed:
                return self._idle.pop()
        try:
            return self._nursery.fork()
        except QueryError:
            if self._nursery.is_alive:
                raise
        with self._lock:
            if self._is_closed:
                raise QueryError("the dataset has been closed", where="query")
            if not self._nursery.is_alive:  # nor has another thread loaded it meanwhile
                self._nursery.close()
                self._load()
        return self._nursery.fork()

    def give(self, fork: Fork) -> None:
        """Take a fork back for the next query, unless it is to make room for a fresh one."""
        if fork.stale or self._is_closed:
            self.end(fork)
        else:
            with self._lock:
                self._idle.append(fork)

    def end(self, fork: Fork) -> int:
        """End a fork; the signal that it had died of."""
        return self._nursery.end(fork)

    def enter(self) -> None:
        with self._lock:
            self._users += 1

    def leave(self) -> None:
        with self._lock:
            self._users -= 1
            unused = not self._users
        if unused:
            self.close()

    def close(self) -> None:
        """End the process and its forks, for good."""
        with self._lock:  # one that is loading is waited for, and ended, too
            self._is_closed = True
            for fork in self._idle:
                fork.close()
            self._nursery.close()


def stamp_of(file: Path) -> Stamp:
    """What tells this state of a file from another one. Raises DatasetError where there is none."""
    try:
        found = file.stat()
    except OSError as error:
        raise DatasetError("no dataset here", where=str(file), hint=MAKE_ONE) from error
    return found.st_ino, found.st_mtime_ns, found.st_size
