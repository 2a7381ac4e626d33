"""What a person's name looks like: Korean by its surname, foreign by its unknown words."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import PLACES, Tables
from biograph.extract.korean.words import PARTICLES, Word

# Syllables of firms, not of persons; and those that Chinese and Vietnamese given names have, and Korean ones have not.
_COINED = frozenset("셀텍팜랩플믹닉웍큐러톤스즈츠크트드디프브넥뮨맥릭럭렉벡벤휴엑튜뉴")
# What stands before and behind family names in other languages.
_PARTICLES = frozenset("반 판 폰 데르 덴 데 드 디 델 델라 뒤 르 라 다 두 도스 알 엘 빈 이븐 벤 티 테르 텐".split())
_BORN = frozenset("주니어 시니어 2세 3세".split())
_SPOKEN = frozenset(
    "샤쉐웨쥐취쉬쯔쓰둥룽훙퉁밍핑팅딩닝링징칭싱잉젠톈롄셴옌첸뎬볜쥔윈쉰룬퉈뤄궈훠숴쭤쟈샹솽뤼뉘쑤메레페베카킷꾸득티흐엉히응옥"
)


def korean_name(context: Context, text: str, word: Word | None = None) -> bool:
    """Whether a word can be a Korean person's name: a surname and one or two syllables, and nothing else known."""
    if not re.fullmatch(r"[가-힣]{2,4}", text) or text in context.tables.generic or text in context.tables.titles:
        return False
    if text in context.tables.heads or (len(text) == 2 and text[1] in "모씨군양"):
        return False
    surname = text[:2] if text[:2] in context.tables.surnames and len(text) > 2 else text[0]
    given = text[len(surname) :]
    if surname not in context.tables.surnames or (len(given) > 2 and given not in context.tables.given):
        return False
    if given not in context.tables.given and any(s not in _syllables(context.tables) for s in given):
        return False
    if context.lexicon.named(text):
        return False
    tags = [t.tag for t in word.tokens if t.span.end <= word.span.end] if word else []
    if len(tags) == 3 and tags[0] == "NNP" and len(text) == 3:
        return True  # taken apart into syllables: no word of the language
    if tags and all(tag in ("NNG", "NNB", "XSN", "XPN", "MM") for tag in tags):
        return len(tags) > 1 and len(text) == 3 and not context.tables.head_of(text)
    return len(text) > 2 or "NNP" in tags


@lru_cache(maxsize=2)
def _syllables(tables: Tables) -> frozenset[str]:
    """The syllables that Korean given names are made of."""
    return tables.sino | tables.syllables


def asian_name(context: Context, word: Word) -> bool:
    """Whether a word can be a Chinese or Vietnamese name, family and given name in one: 천샤오메이."""
    text, tables = word.text, context.tables
    family = next((n for n in (3, 2, 1) if text[:n] in tables.asian), 0)
    if not re.fullmatch(r"[가-힣]{3,6}", text) or not family or not 2 <= len(text) - family <= 4:
        return False
    known = text in tables.generic or text in tables.titles or tables.head_of(text) or context.lexicon.named(text)
    if known or not _COINED.isdisjoint(text) or _SPOKEN.isdisjoint(text[family:]) or not context.proper(word.span):
        return False
    before = context.word_before(word.span.start)  # 홍길동 가나셀 대표: the word is the body
    return before is None or not korean_name(context, context.words[before].text, context.words[before])


def foreign_name(context: Context, words: Sequence[Word], taken: Container[int], sure: bool = False) -> list[Word]:
    """The last two to four words, when they can be a foreigner's name; `sure` when nothing else precedes.

    `taken` are the places where names of other things end.
    """
    names: list[Word] = []
    if words and not PARTICLES.fullmatch(context.text[words[-1].span.end : words[-1].end]):
        return []  # a name that the analyser took apart
    for word in reversed(words[-4:]):
        if not re.fullmatch(r"[가-힣]{1,7}|[A-Z](?:[a-z][a-zA-Z.\-]*|\.|)", word.text) or word.span.end in taken:
            break
        tables = context.tables
        if word.text in tables.generic or word.text in tables.titles or word.text in tables.kin or word.text == "등":
            break
        stem = word.text[:-1]
        if word.text.endswith(("시", "주")) and any(e.type in PLACES for e in context.lexicon.named(stem)):
            break
        if context.tables.cues.get(("before", word.text)) or (not sure and _common(word) and not _given(context, word)):
            break
        names.insert(0, word)
    proper = any(t.tag in ("NNP", "SL") for w in names for t in w.tokens)
    return names if proper or sure or any(w.text in context.tables.given for w in names[:1]) else []


def family_name(context: Context, word: Word) -> bool:
    """Whether a word behind a foreign given name can be the family name: unknown, or a Korean surname."""
    text = word.text
    if (
        not re.fullmatch(r"[가-힣]{1,7}|[A-Z][a-z]+", text)
        or text in context.tables.titles
        or text in context.tables.kin
    ):
        return False
    if len(text) == 1:
        return text in context.tables.surnames or text in context.tables.asian
    heads = context.tables.head_of(text)
    if context.generic(text) or context.lexicon.named(text) or (heads and len(heads[0].text) > 1):
        return False
    return text in context.tables.given or not _common(word)


def foreigner(context: Context, words: Sequence[Word], at: int) -> int | None:
    """Which word ends the name that a foreign given name begins: `페터르 판 데르 메이르`, `칼 스톤 주니어`."""
    last = at + 1
    while last + 1 < len(words) and (words[last].text in _PARTICLES or re.fullmatch(r"[A-Z]", words[last].text)):
        last += 1
    if last >= len(words) or not family_name(context, words[last]):
        return None
    return last + 1 if last + 1 < len(words) and words[last + 1].text in _BORN else last


def _given(context: Context, word: Word) -> bool:
    """Whether a foreign given name stands before a word or is the word."""
    before = context.word_before(word.span.start)
    return word.text in context.tables.given or (
        before is not None and context.words[before].text in context.tables.given
    )


def _common(word: Word) -> bool:
    """Whether a word is nothing but common nouns of the dictionary."""
    tags = [t.tag for t in word.tokens if t.span.end <= word.span.end]
    return bool(tags) and len(word.text) > 1 and all(tag in ("NNG", "NNB", "XSN", "NR", "MM") for tag in tags)


def korean_word(context: Context, word: Word, taken: Container[int]) -> bool:
    """Whether a word is a Korean or Chinese person's name, not half of a foreigner's and no other known name."""
    before = context.word_before(word.span.start)
    if len(word.text) != 3 and before is not None:
        first = context.words[before]
        known = first.span.end in taken or first.text in context.tables.titles
        if not known and context.proper(first.span):
            return False  # the second half of a foreigner's name: 케빈 오설리번
    if before is not None and context.words[before].text in context.tables.given:
        return False
    named = korean_name(context, word.text, word) or asian_name(context, word)
    return named and word.span.end not in taken
