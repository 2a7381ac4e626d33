"""Titles of texts behind the word for their kind, unquoted: `회고록 …`, `보고서 … 를 펴냈다`."""

from __future__ import annotations

import re

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found
from biograph.extract.korean.words import Word
from biograph.model import Span

COUNT = re.compile(r"\d+|[한두세네몇]|수십|수백|여러|각")
_TITLE_REACH = 8  # words of a title of a text
_COUNTERS = tuple("권 편 건 종 개 쪽 부 차례".split())
_OBJECT = re.compile(r"[을를]$")
_PARTICLE = re.compile(r"(?:을|를|은|는|이|가|도|에|에서|에는|에서는|으로|로|과|와)$")
KINDS = tuple("보고서 책 책자 단행본 저서 신간 논문 안내서 회고록 자서전 자료집 백서 소설 칼럼 기고문 평전".split())
_WRITING = re.compile(
    r"펴[내낸냈]|냈|내놓|썼|쓴|쓰|집필|출간|발간|발행|저술|싣|실[었렸어은]|실린|게재|발표|번역|공개|펴냈"
)


def title(context: Context, start: int) -> Found | None:
    """The title of a text behind its kind: to the object of a verb of writing, else to a particle."""
    words, tables = context.words, context.tables
    first = words[start]
    second = words[start + 1].text if start + 1 < len(words) else ""
    counted = COUNT.match(first.text) is not None and (second in _COUNTERS or first.text[-1:] in _COUNTERS)
    if counted or first.text in tables.right or first.text in tables.titles:
        return None
    best = written = None
    for number in range(_TITLE_REACH):
        if start + number >= len(words) or words[start + number].sentence != first.sentence:
            break
        word = words[start + number]
        tail = context.text[word.span.end : word.end]
        if word.nominal and _PARTICLE.match(tail):
            follows = context.text[word.end : word.end + 24].split(". ")[0]
            if _OBJECT.match(tail) and _WRITING.search(follows):
                written = (word, number)
            best = best or (word, number)
        if context.text[word.end : word.end + 1] not in (" ", "") or (
            not word.nominal and word.end - word.span.start < 1
        ):
            break
    if written:
        return _titled(first, *written)
    return _titled(first, *best) if best and best[1] > 1 else None


def _titled(first: Word, last: Word, number: int) -> Found | None:
    return Found(Span(first.span.start, last.span.end), "Publication", "apposition.text") if number else None
