"""Periodicals known by nothing but what is printed in them: `어드밴스드 벡터 리뷰에 게재됐다`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from biograph.extract.korean.aliases import cue_before, cued
from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found
from biograph.extract.korean.words import Word
from biograph.model import Span

_PRINTED = re.compile(
    r"(?:\([^()\n]*\))?에(?:는|도)? (?:[^\s.,]+ ){0,3}(?:게재(?![가-힣]*판)|실[렸릴]|실린 (?:논문|연구)|실려|출판)"
)
_NOUNS = frozenset("셀 캔서 뉴런 블러드 브레인 사이언스".split())  # words of the language, too
_OF = ("오브", "오프", "of", "포", "앤드", "앤", "인", "온")  # within a title: 저널 오브 …
_LONGEST = 7  # words of a title


def find(context: Context, known: Iterable[Found]) -> list[Found]:
    """The foreign titles in which papers appear; `known` are the names found before."""
    taken = {at for item in known for at in range(item.span.start, item.span.end)}
    found = []
    for index, word in enumerate(context.words):
        if word.span.end < word.end and _PRINTED.match(context.text, word.span.end) and word.span.start not in taken:
            run = _run(context, index, taken)
            common = all(context.generic(w.text) for w in run)
            if not common and (len(run) > 1 or context.proper(word.span) or word.text in _NOUNS):
                start = _start(context, run[0])
                if start is not None:
                    found.append(Found(Span(start, word.span.end), "Publication", "journal"))
    return found


def _start(context: Context, first: Word) -> int | None:
    """Where a title begins; None where nothing says that it is one (`네이처 인터넷판`)."""
    index = context.word_before(first.span.start)
    if index is None:
        return first.span.start if first.text in _NOUNS or cue_before(context, first.span.start) else None
    before = context.words[index]
    return first.span.start if cued(context, before.text) == "Publication" else None


def _run(context: Context, index: int, taken: set[int]) -> list[Word]:
    """The foreign words that lean on a word, itself included; none where it is a medium or a common noun."""
    last = context.words[index]
    if any(h.type == "MediaOutlet" for h in context.tables.head_of(last.text)):
        return []
    run: list[Word] = []
    while len(run) < _LONGEST and (_foreign(context, context.words[index]) or (run and run[0].text in _OF)):
        word = context.words[index]
        if word.span.start in taken or (run and not word.joined):
            break
        run.insert(0, word)
        index -= 1
    return run


def _foreign(context: Context, word: Word) -> bool:
    sort = cued(context, word.text) == "Publication"  # 의학저널
    return word.nominal and not sort and (word.text[:1].isascii() or context.tables.foreign(word.text))
