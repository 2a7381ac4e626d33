"""What is made at the first demand and kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import anyio

T = TypeVar("T")


class Kept:
    """Things by name, each made once, however many ask for it meanwhile."""

    def __init__(self) -> None:
        self._found: dict[str, Any] = {}
        self._locks: defaultdict[str, anyio.Lock] = defaultdict(anyio.Lock)

    async def get(self, name: str, make: Callable[[], Awaitable[T]]) -> T:
        """The thing of a name, made where it is not there yet; what cannot be made is tried again the next time."""
        async with self._locks[name]:
            if name not in self._found:
                self._found[name] = await make()
            found: T = self._found[name]
            return found
