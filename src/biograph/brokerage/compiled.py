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
SLOW = 100 * WORTH  # steps after which somebody without numba should know what he waits for


class Kernel:
    """A function of arrays and numbers, written in loops, that calls no other function of ours."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.interpreted = function
        self.__doc__ = function.__doc__

    def __call__(self, *arguments: Any, steps: float) -> Any:
        """Run it; `steps` is about how often its innermost loop turns."""
        return (self.compiled if steps > WORTH and _numba(steps > SLOW) else self.interpreted)(*arguments)

    @property
    def compiled(self) -> Callable[..., Any]:
        """The machine code, kept on disk where some folder allows. Raises ImportError without numba."""
        return _compile(self.interpreted)


def kernel(function: Callable[..., Any]) -> Kernel:
    """Mark a function as a kernel."""
    return Kernel(function)


@cache
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
