"""Which media type of those there are a client wants (RFC 9110, section 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

_WEIGHT = re.compile(r"q=([01](?:\.\d{0,3})?)", re.IGNORECASE)


@lru_cache(maxsize=512)
def choose(accept: str, offered: Sequence[str]) -> str | None:
    """The media type offered that an Accept header likes best, None where it takes none.

    Of those it likes as much, the one offered first; an empty header takes anything.
    """
    if not accept.strip():
        return offered[0]
    ranges = list(_ranges(accept))
    liked = {media_type: _weight(media_type, ranges) for media_type in offered}
    best = max(offered, key=lambda media_type: liked[media_type])  # the first of several
    return best if liked[best] > 0 else None


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        weights = [found for parameter in parameters if (found := _WEIGHT.fullmatch(parameter))]
        yield name.lower(), float(weights[0][1]) if weights else 1.0


def _weight(media_type: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The weight of the most specific range that covers a media type, 0 where none does."""
    for wanted in (media_type, media_type.partition("/")[0] + "/*", "*/*"):
        weights = [weight for name, weight in ranges if name == wanted]
        if weights:
            return max(weights)
    return 0.0
