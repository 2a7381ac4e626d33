"""Entities by name, as a person types one: whole, in part, in other words, or by its initial consonants (초성)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from biograph import naming
from biograph.model import Entity, normalise_name

MATCHES = ("exact", "prefix", "part", "words", "initials")  # best first
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"  # of the 588 syllables that each opens, in the order of Unicode
_PER_INITIAL = 588
_WORD = re.compile(r"\w+")


class Names:
    """The names and aliases of entities. See `find`."""

    def __init__(self, entities: Mapping[str, Entity], weights: Mapping[str, int]) -> None:
        """`weights` say which of several equals comes first: the entity of whom more is said."""
        self._entities, self._weights = entities, weights
        self._forms = [
            (folded, initials(folded), id_)
            for id_, entity in sorted(entities.items())
            for folded in {normalise_name(form) for form in (entity.name, *entity.aliases)}
            if folded
        ]

    def find(self, query: str) -> list[tuple[str, str]]:
        """Ids with how they match (see MATCHES), the best first; nearest names where nothing does."""
        if query in self._entities:
            return [(query, "exact")]
        best: dict[str, tuple[int, int]] = {}
        for id_, tier, length in self._matches(query):
            best[id_] = min(best.get(id_, (tier, length)), (tier, length))
        found = sorted(best, key=lambda id_: (best[id_][0], -self._weights.get(id_, 0), best[id_][1], id_))
        return [(id_, MATCHES[best[id_][0]]) for id_ in found] or self._nearest(query)

    def _matches(self, query: str) -> Iterator[tuple[str, int, int]]:
        wanted = normalise_name(query)
        words = [normalise_name(word) for word in _WORD.findall(unicodedata.normalize("NFC", query))]
        typed = wanted if set(wanted) <= set(_INITIALS) else ""
        for folded, heads, id_ in self._forms if wanted else ():
            if (tier := _tier(folded, heads, wanted, words, typed)) is not None:
                yield id_, tier, len(folded)

    def _nearest(self, query: str) -> list[tuple[str, str]]:
        forms = [(form, id_) for id_, e in self._entities.items() for form in (e.name, *e.aliases)]
        return [(id_, "nearest") for id_ in naming.nearest(query, forms)]


def initials(name: str) -> str:
    """A name with every Hangul syllable as its initial consonant.

    >>> initials("보스턴bio")
    'ㅂㅅㅌbio'
    """
    return "".join(_INITIALS[(ord(c) - 0xAC00) // _PER_INITIAL] if "가" <= c <= "힣" else c for c in name)


def _tier(folded: str, heads: str, wanted: str, words: Sequence[str], typed: str) -> int | None:
    if folded == wanted:
        return 0
    if folded.startswith(wanted):
        return 1
    if wanted in folded:
        return 2
    if len(words) > 1 and all(word in folded for word in words):
        return 3
    return 4 if typed and typed in heads else None
