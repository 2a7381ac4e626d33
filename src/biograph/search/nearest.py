"""Names spelled like one that nobody bears."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from heapq import nlargest

_COMPARED = 100  # keys, those that share most with the name: to compare all 50,000 would take a second
_ALIKE = 0.4  # a ratio above this: 한빛제약 is like 한빛바이오, KABIX not like KHIDI


def nearest(wanted: str, keys: Sequence[str]) -> list[int]:
    """The positions of the folded names that are spelled like a folded name, the likest first."""
    pieces = _pieces(wanted)
    if not pieces:
        return []
    shared = re.compile("|".join(pieces))
    roughly = ((len(shared.findall(key)) / (len(key) + len(wanted)), -n) for n, key in enumerate(keys))
    close = []
    matcher = SequenceMatcher(b=wanted)
    for _, n in nlargest(_COMPARED, roughly):
        matcher.set_seq1(keys[-n])
        close.append((-matcher.ratio(), -n))
    return [n for unlike, n in sorted(close) if -unlike > _ALIKE]


def _pieces(text: str) -> list[str]:
    """What a misspelt name still shares with the right one: its syllables, and pairs of other letters."""
    return [
        text[n] if "가" <= text[n] <= "힣" else text[n : n + 2]
        for n in range(len(text))
        if "가" <= text[n] <= "힣" or n + 1 < len(text)
    ]
