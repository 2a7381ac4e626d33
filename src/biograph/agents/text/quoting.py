"""Text from articles made safe to read: delimited, on one line, with nothing in it that nobody would see."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

from biograph.table import clean

T = TypeVar("T")
MOST = 20_000  # characters of one answer: some 10,000 tokens of Korean, where clients begin to warn
_NAME = 120  # characters of a name; the id has it whole
_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")  # a reader would not see them, a model would


def quoted(text: str) -> str:
    """Text from an article as one JSON string on one line; characters that nobody would see are escapes in it.

    >>> quoted('They said "yes".')
    '"They said \\\\"yes\\\\"."'
    """
    return seen(json.dumps(text, ensure_ascii=False))


def named(name: str) -> str:
    """A name from an article on one line, without what nobody would see, cut where it is absurdly long."""
    shown = "".join(c for c in clean(name) if unicodedata.category(c) not in _UNSEEN)
    return shown if len(shown) <= _NAME else shown[:_NAME] + "…"


def seen(text: str) -> str:
    """A text with escapes for the characters that nobody would see."""
    return "".join(json.dumps(c)[1:-1] if unicodedata.category(c) in _UNSEEN else c for c in text)


def within(items: Iterable[T], render: Callable[[T], str], most: int = MOST) -> list[T]:
    """The first of some items whose texts together stay within so many characters; one at least, if there is any."""
    kept: list[T] = []
    for item in items:
        most -= len(render(item))
        if most < 0 and kept:
            break
        kept.append(item)
    return kept
