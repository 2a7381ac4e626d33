"""Markdown, as GitHub reads it, from text that is data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from biograph.table import clean

_MARKUP = re.compile(r"([\\`*_\[\]<>|#~&])")


def escape(text: str) -> str:
    """A text with Markdown's and HTML's marks made plain, and without control characters.

    >>> escape("<b> a_b")
    '\\\\<b\\\\> a\\\\_b'
    """
    edges = " " * text.startswith(" "), " " * text.endswith(" ")
    return _MARKUP.sub(r"\\\1", clean(text)).join(edges) if text.strip() else text


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table that ends in a line break."""
    lines = [[escape(cell) for cell in row] for row in (header, *rows)]
    lines.insert(1, ["---"] * len(header))
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
