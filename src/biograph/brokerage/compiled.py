"""The door to numba: loops over arrays, compiled where that pays and numba is there, and run as they are elsewhere.

Both ways run the same source on the same arrays in the same order, so they give the same figures.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache
from typing import Any

log = logging.getLogger(__name__)

WORTH = 300_000  # steps, about a third of a second as they are; loading numba and its cached code takes as long
CALL = 300  # steps worth a call to what is compiled already
SLOW = 100 * WORTH  # steps after which somebody without numba should know what he waits for


class Kernel:
    """A function of arrays and numbers, written in loops, that calls no other function of ours."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.interpreted = function
        self.__doc__ = function.__doc__
        self._code: Callable[..., Any] | None = None

    def __call__(self, *arguments: Any, steps: float) -> Any:
        """Run it; `steps` is about how often its innermost loop turns."""
        least = WORTH if self._code is None else CALL
        return (self.compiled if steps > least and _numba(steps > SLOW) else self.interpreted)(*arguments)

    @property
    def compiled(self) -> Callable[..., Any]:
        """The machine code, kept on disk where some folder allows. Raises ImportError without numba."""
        if self._code is None:
            self._code = _compile(self.interpreted)
        return self._code


def kernel(function: Callable[..., Any]) -> Kernel:
    """Mark a function as a kernel."""
    return Kernel(function)


def _compile(function: Callable[..., Any]) -> Callable[..., Any]:
    import numba

    try:
        return numba.njit(cache=True, nogil=True)(function)
    except RuntimeError:  # no folder to keep the code in: an installation that nobody may write to
        return numba.njit(nogil=True)(function)


@cache
def _numba(slow: bool) -> bool:
    try:
        import numba  # noqa: F401
    except ImportError:
        if slow:
            log.warning("this network takes long without numba (pip install numba)")
        return False
    return True
