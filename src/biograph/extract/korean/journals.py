"""Periodicals known by nothing but what is printed in them: `어드밴스드 벡터 리뷰에 게재됐다`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found
from biograph.extract.korean.words import Word
from biograph.model import Span

_PRINTED = re.compile(
    r"(?:\([^()\n]*\))?에(?:는|도)? (?:[^\s.,]+ ){0,3}(?:게재(?![가-힣]*판)|실[렸릴]|실린 (?:논문|연구)|실려|출판)"
)
_NOUNS = frozenset("셀 캔서 뉴런 블러드 브레인 사이언스".split())  # words of the language, too
_LONGEST = 6  # words of a title


def find(context: Context, known: Iterable[Found]) -> list[Found]:
    """The foreign titles in which papers appear; `known` are the names found before."""
    taken = {at for item in known for at in range(item.span.start, item.span.end)}
    found = []
    for index, word in enumerate(context.words):
        if word.span.end < word.end and _PRINTED.match(context.text, word.span.end) and word.span.start not in taken:
            run = _run(context, index, taken)
            if run and (len(run) > 1 or context.proper(word.span) or word.text in _NOUNS):
                found.append(Found(Span(run[0].span.start, word.span.end), "Publication", "journal"))
    return found


def _run(context: Context, index: int, taken: set[int]) -> list[Word]:
    """The foreign words that lean on a word, itself included; none where it is a medium or a common noun."""
    last = context.words[index]
    if context.generic(last.text) or any(h.type == "MediaOutlet" for h in context.tables.head_of(last.text)):
        return []
    run: list[Word] = []
    while len(run) < _LONGEST and _foreign(context, context.words[index]):
        word = context.words[index]
        if word.span.start in taken or (run and not word.joined):
            break
        run.insert(0, word)
        index -= 1
    return run


def _foreign(context: Context, word: Word) -> bool:
    cue = context.tables.cues.get(("before", word.text))
    return word.nominal and cue is None and (word.text[:1].isascii() or context.tables.foreign(word.text))
