"""The process that holds a dataset, as seen from outside, and the forks of it that answer queries."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from biograph import errors
from biograph.errors import BiographError, BusyError, DatasetError, LimitError, QueryError
from biograph.sparql.asking import Limits, Reply, Request
from biograph.workers.messages import receive, send

_FIELDS = tuple(field.name for field in fields(Request))  # `asdict` copies all of them deeply
_DYING = 1.0  # seconds between the end of a connection and that of its process
_NICE = 10  # what has run long yields the processor to what has not


class Fork:
    """One process that answers one query at a time."""

    def __init__(self, pid: int, end: socket.socket) -> None:
        self.pid, self._end = pid, end
        self.stale = False

    def ask(self, request: Request, limits: Limits) -> None:
        """Send a query. Raises OSError where the process is gone."""
        send(self._end, {name: getattr(request, name) for name in _FIELDS} | {"limits": asdict(limits)})

    def is_ready(self, seconds: float | None) -> bool:
        """Whether there is something to receive, an answer or the end, within so many seconds."""
        self._end.settimeout(seconds)
        try:
            self._end.recv(1, socket.MSG_PEEK)
        except TimeoutError:
            return False
        except ConnectionError:
            pass
        self._end.settimeout(None)
        return True

    def receive(self) -> Reply:
        """The answer. Raises the error that the process tells, or EOFError where it is gone."""
        head, body = receive(self._end)
        self.stale |= bool(head.pop("retires"))
        if "error" in head:
            raise raised(head)
        return Reply(body=body, **head)

    def yield_processor(self) -> None:
        """Let others go first from now on, which cannot be taken back."""
        self.stale = True
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, _NICE)

    def close(self) -> None:
        self._end.close()


class Nursery:
    """A process that has loaded a dataset once and forks itself to answer queries. Safe for threads."""

    def __init__(self, path: Path, union: bool) -> None:
        """Start loading; `wait` tells when it is done."""
        self._name = str(path)
        self._control, theirs = socket.socketpair()
        known = os.pathsep.join(place for place in sys.path if place)  # what this process can import, it can, too
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "biograph.workers.process", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                env=os.environ | {"PYTHONPATH": known},
                start_new_session=True,  # Ctrl-C is for whoever asks
            )
        self._lock = threading.Lock()
        send(self._control, {"path": str(path.absolute()), "union": union})

    def wait(self) -> int:
        """The number of quads, once they are loaded. Raises DatasetError where they cannot be."""
        try:
            head, _ = receive(self._control)
        except EOFError as error:
            code = self._process.wait()
            raise DatasetError(f"the process that loads it died ({_cause(-code)})", where=self._name) from error
        if "error" in head:
            raise raised(head)
        return int(head["quads"])

    @property
    def is_alive(self) -> bool:
        """Whether the process is still there; the system may have taken it, when memory was short."""
        return self._process.poll() is None

    def fork(self) -> Fork:
        """Another process that answers. Raises QueryError where the system grants none."""
        ours, theirs = socket.socketpair()
        with theirs, self._lock:
            try:
                socket.send_fds(self._control, [b"{}"], [theirs.fileno()])
                head, _ = receive(self._control)
            except (EOFError, OSError) as error:
                ours.close()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(_DYING)
                raise QueryError("no process to answer in: is memory short?", where="query") from error
        return Fork(head["pid"], ours)

    def end(self, fork: Fork) -> int:
        """End a fork and return the signal that it died of, 0 for none."""
        fork.close()
        with self._lock, contextlib.suppress(EOFError, OSError):
            self._control.sendall(json.dumps({"end": fork.pid}).encode())
            return int(receive(self._control)[0]["signal"])
        return 0

    def close(self) -> None:
        """End it, and all of its forks."""
        self._control.close()
        try:
            self._process.wait(2)
        except subprocess.TimeoutExpired:  # still loading
            self._process.kill()
            self._process.wait()


def stopped(died_of: int, seconds: float, limits: Limits) -> QueryError:
    """The error for a query whose process died of a signal after so many seconds."""
    if died_of == signal.SIGALRM or (limits.seconds and seconds >= limits.seconds):
        what, hint = f"took longer than {limits.seconds:g} s and was stopped", "ask for less, or allow more time"
        return LimitError(what, where="query", hint=hint)
    if died_of in (signal.SIGABRT, signal.SIGKILL):
        what = f"took more than {limits.memory >> 20} MB of memory and was stopped"
        return LimitError(what, where="query", hint="ask for less: a pattern fewer, or a LIMIT inside")
    return LimitError(f"the engine died of it ({_cause(died_of)})", where="query", hint="make it shorter, less nested")


def raised(head: dict[str, Any]) -> BiographError:
    """The error of a message; the inverse of `process.told`."""
    kind: type[BiographError] = getattr(errors, head["error"])
    return kind(head["what"], where=head["where"], hint=head["hint"])


def busy(waiting: int) -> BusyError:
    """The error for a query that finds the queue full."""
    return BusyError(f"{waiting} queries wait already", where="query", hint="try again a little later")


def _cause(number: int) -> str:
    return signal.Signals(number).name if number in set(signal.Signals) else f"exit code {-number}"
