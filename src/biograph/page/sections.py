"""The parts of the page's data as script elements: small ones in the clear, large ones compressed."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterator, Mapping

PACKED = 200_000  # characters from which a part is compressed; below, the file can be read and compared by eye


def embed(sections: Mapping[str, object]) -> str:
    """A script element for each part of the data, which the page reads by name."""
    return "\n".join(_element(name, value) for name, value in sections.items())


def _element(name: str, value: object) -> str:
    text = safe(value)
    if len(text) < PACKED:
        return f'<script type="application/json" id="data-{name}">{text}</script>'
    # No time of writing in the header: the same data gives the same bytes.
    packed = base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()
    return f'<script type="application/octet-stream" data-encoding="gzip" id="data-{name}">{packed}</script>'


def safe(value: object) -> str:
    """JSON that can stand inside a script element: no character in it can end the element or open a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def blocks(lengths: list[int], size: int) -> Iterator[int]:
    """For each text, given its length, the number of the block it belongs to; a block holds about `size` characters."""
    total = 0
    for length in lengths:
        yield total // size
        total += length
