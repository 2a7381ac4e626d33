"""Names as a canvas can show them: cleaned, measured in ems, broken into at most two lines."""

from __future__ import annotations

import unicodedata

LINE = 13.0  # ems a line holds; about thirteen Hangul syllables
LINES = 2


def plain(text: str) -> str:
    """The text on one line without control and format characters, so that none reorders or hides its neighbours."""
    visible = "".join(c if unicodedata.category(c) not in {"Cc", "Cf", "Zl", "Zp"} else " " for c in text)
    return " ".join(visible.split())


def width(text: str) -> float:
    """About how many ems the text takes: Hangul and other wide characters one, the rest about a half."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WF" else 0.58 for c in text)


def wrap(name: str) -> tuple[str, ...]:
    """The name in one or two lines, broken at blanks, cut with an ellipsis where it is longer still."""
    lines: list[str] = []
    for word in plain(name).split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined) <= LINE:
            lines[-1] = joined
        else:
            lines.append(word)
    kept = lines[:LINES]
    if len(lines) > LINES:
        kept[-1] = f"{kept[-1]} …"
    return tuple(map(_cut, kept)) or ("?",)


def _cut(line: str) -> str:
    if width(line) <= LINE + 2:
        return line
    while line and width(line) > LINE + 1:
        line = line[:-1]
    return f"{line.rstrip()}…"
