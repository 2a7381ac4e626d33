"""How long work tells what it is at."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called with what is being worked on, and how much of how much is done."""

    def __call__(self, what: str, done: int = 0, total: int = 0) -> None: ...


def silent(what: str, done: int = 0, total: int = 0) -> None:
    """The progress of a library: none."""
