"""What a reader asks for: the query's words, in any order, and how well a name answers."""

from __future__ import annotations

import re
from enum import StrEnum

from biograph.search.pattern import folded, pattern


class Match(StrEnum):
    """How a name answers; the first five best first."""

    EXACT = "exact"
    PREFIX = "prefix"
    WORD = "word"  # begins with a word of it
    PART = "part"
    WORDS = "words"  # all of the query's words, elsewhere each
    INITIALS = "initials"  # initial consonants stand for syllables, or the last syllable is not finished
    KEYBOARD = "keyboard"  # as typed with the keyboard set to the other script
    NEAREST = "nearest"  # no answer, but spelled like the query


_PLACES = tuple(Match)[:5]
_GUESSED = 0.5  # what an unfinished syllable or an initial letter stands for comes after what is written so
_MOST = 12  # words: enough for a name


class Question:
    """A query as patterns; `rarest` is what a name must hold to be looked at, None where there is nothing to find."""

    def __init__(self, query: str) -> None:
        words = folded(query).split()[:_MOST]
        sources = [pattern(word, n == len(words) - 1) for n, word in enumerate(words)]
        longest = max(range(len(words)), key=lambda n: len(words[n]), default=None)
        self.rarest = re.compile(sources[longest]) if longest is not None else None
        whole = " ?".join(sources)
        self._literal = "".join(words)
        self._words = [re.compile(source) for source in sources]
        self._whole, self._begun = re.compile(whole), re.compile(f"(?:^| )(?:{whole})")

    def rank(self, key: str) -> tuple[float, Match] | None:
        """How a folded name answers, with a rank of it, lower is better; None where it does not answer."""
        found = self._whole.search(key)
        if not found:
            return _rank(Match.WORDS) if all(word.search(key) for word in self._words) else None
        if found.start():
            place = Match.WORD if self._begun.search(key) else Match.PART
        else:
            place = Match.EXACT if found.end() == len(key) else Match.PREFIX
        is_written_so = found[0].replace(" ", "") == self._literal
        return _rank(place) if is_written_so else (_PLACES.index(place) + _GUESSED, Match.INITIALS)


def _rank(place: Match) -> tuple[float, Match]:
    return _PLACES.index(place), place
