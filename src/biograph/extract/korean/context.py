"""One document as the name rules read it: text, words, runs of words that belong together, brackets and quotes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from biograph.extract.korean.found import Tables
from biograph.extract.korean.words import Word
from biograph.extract.lexicon import Lexicon
from biograph.model import Sentence, Span

_BRACKET = re.compile(r"\(([^()\n]{1,80})\)")


@dataclass(frozen=True)
class Context:
    """What every rule needs to look around a place in the text."""

    text: str
    sentences: Sequence[Sentence]
    words: Sequence[Word]
    lexicon: Lexicon
    tables: Tables
    brackets: dict[int, Span] = field(default_factory=dict)  # by the end of the bracket
    by_end: dict[int, int] = field(default_factory=dict)  # word index by the end of its nominal part
    by_start: dict[int, int] = field(default_factory=dict)
    starts: Sequence[int] = ()  # where the words start

    @classmethod
    def of(
        cls, text: str, sentences: Sequence[Sentence], words: Sequence[Word], lexicon: Lexicon, tables: Tables
    ) -> Context:
        """The context of a text already read into sentences and words."""
        brackets = {
            m.end(): Span(m.start(), m.end())
            for s in sentences
            for m in _BRACKET.finditer(text, s.span.start, s.span.end)
        }
        return cls(
            text,
            sentences,
            words,
            lexicon,
            tables,
            brackets,
            {w.span.end: i for i, w in enumerate(words) if w.nominal},
            {w.span.start: i for i, w in enumerate(words)},
            [w.span.start for w in words],
        )

    def before(self, start: int) -> int | None:
        """Where the phrase ends that stands before `start`, one blank and any brackets between; None at a boundary."""
        if start < 2 or self.text[start - 1] != " ":
            return None
        end = start - 1
        while end in self.brackets:
            end = self.brackets[end].start
            if end and self.text[end - 1] == " ":
                end -= 1
        return end

    def word_before(self, start: int) -> int | None:
        """The word joined to the phrase that starts at `start`, if its particle-less end is where `before` says."""
        end = self.before(start)
        if end is None:
            return None
        index = self.by_end.get(end)
        return index if index is not None and self.words[index].bare else None

    def proper(self, span: Span) -> bool:
        """Whether a span holds a proper noun: a Latin word or one that the analyser or the lexicon takes for a name."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        for word in self.words[first : bisect_left(self.starts, span.end, first)]:
            for token in word.tokens:
                proper = token.tag in ("NNP", "SL", "SH") and token.form not in self.tables.generic
                if proper and span.contains(token.span):
                    return True
        return False

    def generic(self, word: str) -> bool:
        return word in self.tables.generic
