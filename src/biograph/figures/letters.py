"""How much room letters take, about, in ems: a browser measures them exactly, but a figure is drawn before."""

from __future__ import annotations

import unicodedata

ELLIPSIS = "…"
_NARROW = frozenset("fijlrtI.,:;'|!()[]/- ")
_WIDE = frozenset("mwMW@%&—━●◆…")


def ems(text: str) -> float:
    """About how wide the text is in a plain sans serif; Hangul and other wide letters take one em each.

    >>> ems("한국"), round(ems("Korea"), 2)
    (2.0, 2.7)
    """
    return sum(map(_em, text))


def cut(text: str, room: float) -> str:
    """The text, or its beginning with an ellipsis, within so many ems.

    >>> cut("재미한인바이오산업협회", 6)
    '재미한인바…'
    """
    if ems(text) <= room:
        return text
    while text and ems(text) + _em(ELLIPSIS) > room:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS


def two_lines(text: str, room: float) -> list[str]:
    """The text on one line or two, broken at a blank where one stands in time, each within so many ems.

    >>> two_lines("United Kingdom", 4.2), two_lines("중화인민공화국", 4)
    (['United', 'Kingdom'], ['중화인민', '공화국'])
    """
    if ems(text) <= room:
        return [text]
    fits = next(n for n in range(len(text), -1, -1) if ems(text[:n]) <= room)
    blank = text.rfind(" ", 0, fits + 1)
    first = text[:blank] if blank > 0 else text[:fits]
    return [first, cut(text[len(first) :].lstrip(), room)]


def _em(character: str) -> float:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in _NARROW:
        return 0.33
    if character in _WIDE:
        return 0.9
    return 0.69 if character.isupper() else 0.56
