"""Costly patterns tried only where a match may start, since most of a text is neither a date nor a sum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def matches(pattern: re.Pattern[str], text: str, starts: Iterable[int], end: int) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text, 0, end)` finds, given all places in order where one of its matches may start."""
    behind = 0
    for at in starts:
        if at >= behind and (match := pattern.match(text, at, end)):
            behind = match.end()
            yield match
