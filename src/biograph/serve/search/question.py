"""What a reader asks for: the query's words, in any order, and how well a name answers."""

from __future__ import annotations

import re

from biograph.serve.search.pattern import folded, pattern

EXACT, PREFIX, WORD, WITHIN, SCATTERED = 0, 1, 2, 3, 4  # how a name answers, best first
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

    def rank(self, key: str) -> float | None:
        """A rank of a folded name, lower is better; None where it does not answer."""
        found = self._whole.search(key)
        if not found:
            return SCATTERED if all(word.search(key) for word in self._words) else None
        if found.start():
            place = WORD if self._begun.search(key) else WITHIN
        else:
            place = EXACT if found.end() == len(key) else PREFIX
        return place + (0 if found[0].replace(" ", "") == self._literal else _GUESSED)
