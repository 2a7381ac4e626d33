"""What runs in the processes of a pool: one holds the dataset, and each of its forks answers one query at a time.

A fork shares the memory of what is loaded, so that another one costs milliseconds. The operating system holds the
limits, because a running query cannot be interrupted from within: an alarm that nobody handles ends the process, and
so does a memory allocation that fails.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import resource
import signal
import socket
import sys
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from biograph.errors import BiographError
from biograph.sparql.asking import Limits, Reply, Request
from biograph.store.evaluation import evaluate
from biograph.store.loading import add_union, load
from biograph.workers.messages import receive, send

if TYPE_CHECKING:
    import pyoxigraph as ox

GRACE = 0.5  # seconds in which a query that gives rows ends by itself, before the alarm ends it
_GROWN = 64 << 10  # KiB; a process that grew so much in a query makes room for a fresh one
_TOLD = tuple(field.name for field in fields(Reply) if field.name != "body")
_ORDER = 1 << 16  # bytes that an order may have, which comes in one piece


def main() -> None:
    """Load the dataset that the first message names, then do as told: fork, and say how a fork ended."""
    control = socket.socket(fileno=int(sys.argv[1]))
    head, _ = receive(control)
    try:
        engine = load(Path(head["path"]))
        quads = len(engine)
        if head["union"]:
            add_union(engine)
    except BiographError as error:
        send(control, told(error))
        return
    gc.freeze()  # what is shared stays shared: the collector would write to it in every fork
    send(control, {"quads": quads})
    forks: set[int] = set()
    with contextlib.suppress(EOFError, OSError):
        while True:
            _obey(control, forks, engine)
    for pid in forks:
        os.kill(pid, signal.SIGKILL)


def _obey(control: socket.socket, forks: set[int], engine: ox.Store) -> None:
    order, descriptors, _, _ = socket.recv_fds(control, _ORDER, 1)
    if not order:
        raise EOFError
    if descriptors:
        send(control, {"pid": _fork(control, socket.socket(fileno=descriptors[0]), forks, engine)})
    else:
        send(control, {"signal": _end(json.loads(order)["end"], forks)})


def _fork(control: socket.socket, end: socket.socket, forks: set[int], engine: ox.Store) -> int:
    pid = os.fork()
    if pid == 0:
        control.close()
        answer(end, engine)
    end.close()
    forks.add(pid)
    return pid


def _end(pid: int, forks: set[int]) -> int:
    """Kill a fork, if it still lives, and tell the signal that ended it, 0 if none did."""
    if pid not in forks:
        return 0
    forks.discard(pid)
    ended, status = os.waitpid(pid, os.WNOHANG)
    if not ended:
        os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


def answer(end: socket.socket, engine: ox.Store) -> NoReturn:
    """Answer requests until the other side is gone or this process has grown. Never returns."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the engine's last words, as it dies of a limit, are for nobody
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    own = _data()
    try:
        retires = False
        while not retires:
            head, _ = receive(end)
            limits, before = Limits(**head.pop("limits")), _peak()
            _hold(limits, own)
            reply, body = _reply(Request(**head), limits, engine)
            signal.setitimer(signal.ITIMER_REAL, 0)
            retires = _peak() - before > _GROWN
            send(end, reply | {"retires": retires}, body)
    except MemoryError:
        os.kill(os.getpid(), signal.SIGKILL)  # as the engine's own allocations end it
    finally:
        os._exit(0)  # whatever happened: what called this is the other process's business


def told(error: BiographError) -> dict[str, Any]:
    """An error as the head of a message."""
    return {"error": type(error).__name__, "what": error.what, "where": error.where, "hint": error.hint}


def _reply(request: Request, limits: Limits, engine: ox.Store) -> tuple[dict[str, Any], bytes]:
    try:
        found = evaluate(engine, request, limits)
    except BiographError as error:
        return told(error), b""
    return {name: getattr(found, name) for name in _TOLD}, found.body


def _hold(limits: Limits, own: int) -> None:
    """Have the system end this process when it takes more time, or more memory beside its own, than it may."""
    signal.setitimer(signal.ITIMER_REAL, limits.seconds + GRACE if limits.seconds else 0)
    if own:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (own + limits.memory if limits.memory else hard, hard))


def _data() -> int:
    """The bytes of data and stack that this process has, 0 where the system does not tell (only Linux does)."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[5]) * resource.getpagesize() if statm.exists() else 0


def _peak() -> int:
    """The most memory that this process has had, in KiB (on macOS in bytes, so that it retires sooner there)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
