"""Plain text tables for a terminal, in which a Hangul syllable takes two columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import zip_longest

GAP = "  "
LONGEST_WORD = 16  # columns; only words longer than this are broken in a grid, else records read better
ELLIPSIS = "…"


def width(text: str) -> int:
    """How many terminal columns a text takes: two for East Asian wide characters, none for combining ones.

    Width classes are those of Unicode Standard Annex #11; ambiguous characters count as narrow.
    """
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if character.isascii():
        return 1
    # Conjoining vowels and finals (U+1160 to U+11FF) are drawn inside the syllable that their initial opens.
    if "\u1160" <= character <= "\u11ff" or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clean(text: str) -> str:
    """A text on one line, without the control and direction characters that could rewrite a terminal."""
    spaced = " ".join(text.split())
    return "".join(c for c in spaced if unicodedata.category(c) != "Cc" and not _turns(c))


def _turns(character: str) -> bool:
    return "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"


def shorten(text: str, columns: int) -> str:
    """A text cut to at most so many columns, with an ellipsis where something is missing."""
    if width(text) <= columns:
        return text
    head = _head(text, columns - 1)[0]
    if width(head) >= columns:  # not even one character and the ellipsis fit
        head = ""
    return head.rstrip() + ELLIPSIS if columns > 0 else ""


def wrap(text: str, columns: int) -> list[str]:
    """A text in lines of at most so many columns, broken at blanks, else inside a word; at least one line."""
    lines, line = [], ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if width(joined) <= columns:
            line = joined
            continue
        if line:
            lines.append(line)
        while width(word) > columns:
            head, word = _head(word, columns)
            lines.append(head)
        line = word
    return [*lines, line] if line or not lines else lines


def _head(text: str, columns: int) -> tuple[str, str]:
    """The longest beginning that fits, never empty, and the rest."""
    used = 0
    for i, character in enumerate(text):
        used += _width(character)
        if used > columns and i:
            return text[:i], text[i:]
    return text, ""


def render(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    columns: int | None = None,
    lines: int = 8,
    links: Sequence[Sequence[str]] = (),
) -> str:
    """The rows as an aligned table that ends in a line break; columns of numbers are set flush right.

    `columns` is the width to stay within: cells wrap. Where some row would need more than `lines` lines, each row
    becomes a record of `name  value` lines instead, its values cut after as many lines, with an ellipsis. Without
    `columns`, every row is one line. `links` are addresses that a terminal opens at a click, one for each cell of each
    row, or an empty text.
    """
    links = links or [[""] * len(header)] * len(rows)
    cells = [[clean(cell) for cell in row] for row in rows]
    natural = [max(map(width, column)) for column in zip(header, *cells, strict=True)]
    if columns is None:
        return _grid(header, cells, links, natural)
    least = [max(map(_longest_word, column)) for column in zip(header, *cells, strict=True)]
    widths = _fit(natural, least, columns - len(GAP) * (len(natural) - 1))
    if widths is None or _height(cells, widths) > lines:
        return _records(header, cells, links, columns, lines)
    return _grid(header, cells, links, widths)


def _longest_word(text: str) -> int:
    return min(max(map(width, text.split()), default=0), LONGEST_WORD)


def _fit(natural: Sequence[int], least: Sequence[int], available: int) -> list[int] | None:
    """Widths within what is available: the widest columns give way, equally; None where too little would be left."""
    if sum(least) > available:
        return None
    limit = max(natural, default=0)
    while sum(widths := [max(low, min(n, limit)) for n, low in zip(natural, least, strict=True)]) > available:
        limit -= 1
    return widths


def _height(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> int:
    return max((len(wrap(cell, w)) for row in rows for cell, w in zip(row, widths, strict=True)), default=0)


def _grid(
    header: Sequence[str], rows: Sequence[Sequence[str]], links: Sequence[Sequence[str]], widths: Sequence[int]
) -> str:
    right = [bool(rows) and all(_is_number(row[i]) for row in rows) for i in range(len(header))]
    out, none = [], [""] * len(header)
    for row, targets in zip((header, ["-" * w for w in widths], *rows), (none, none, *links), strict=True):
        wrapped = [wrap(cell, w) for cell, w in zip(row, widths, strict=True)]
        for parts in zip_longest(*wrapped, fillvalue=""):
            aligned = (_pad(*cell) for cell in zip(parts, widths, right, targets, strict=True))
            out.append(GAP.join(aligned).rstrip())
    return "".join(f"{line}\n" for line in out)


def _records(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    links: Sequence[Sequence[str]],
    columns: int,
    lines: int,
) -> str:
    margin = max(map(width, header))
    room = max(columns - margin - len(GAP), LONGEST_WORD)
    records = []
    for row, targets in zip(rows, links, strict=True):
        out = []
        for name, cell, target in zip(header, row, targets, strict=True):
            parts = wrap(cell, room)
            if len(parts) > lines:
                parts = [*parts[: lines - 1], shorten(parts[lines - 1] + ELLIPSIS, room)]
            names = [name, *[""] * (len(parts) - 1)]
            shown = [_linked(part, target) for part in parts]
            out += [f"{_pad(n, margin)}{GAP}{part}\n" for n, part in zip(names, shown, strict=True) if cell]
        records.append("".join(out))
    return "\n".join(records)


def _pad(text: str, columns: int, right: bool = False, link: str = "") -> str:
    blanks, shown = " " * (columns - width(text)), _linked(text, link)
    return blanks + shown if right else shown + blanks


def _linked(text: str, link: str) -> str:
    """A text that a terminal makes a link (https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda)."""
    return f"\x1b]8;;{link}\x1b\\{text}\x1b]8;;\x1b\\" if link and text else text


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdecimal()
