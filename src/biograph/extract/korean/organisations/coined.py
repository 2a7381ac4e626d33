"""Coined names of firms, known by where they are at home (`미국 X는`, `고베의 Y와`) or by what they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, Found
from biograph.extract.korean.organisations.actors import NO_NAME
from biograph.extract.korean.words import Word
from biograph.model import Token

_FREE = re.compile(r"(?:은|는|이|가|도|과|와|의|을|를|에게|측은)?$")
_THERE = re.compile(r"(?:에|에서|에서는|에는|로|으로|까지|부터)$")
_GONE = re.compile(r"[을를] (?:찾|방문|거쳐|거치|돌|떠나|떠난|둘러|들러|오가|잇|향)")
_AT_HOME = {"": ("Country",), "의": ("Country", "Region", "City")}
_MAKING = frozenset(
    "개발 만들 만드 생산 제조 공급 연구 판매 수탁 다루 운영 설계 제공 수출 유통 납품 창업 설립 차리 세우".split()
)
_LONG = 5  # syllables
_SUBSTANCES = tuple(
    "알파 베타 감마 오스 오즈 올 신 딘 민 산 염 마이드 타이드 솜 좀 틴 진 론 린 핀 졸 겐 옥신 바이러스 균".split()
)
_CLAUSE = 14  # tokens of a relative clause
_NOMINAL = ("NN", "NR", "SL", "SN", "SH", "XPN", "XSN", "XR", "MM", "SO")


def find(context: Context, known: Iterable[Found]) -> list[Found]:
    """The coined words that stand behind their country or town, or behind a clause that says what they make."""
    known = list(known)
    taken = {at for item in known for at in range(item.span.start, item.span.end)}
    ends: dict[int, list[Found]] = {}
    for item in known:
        ends.setdefault(item.span.end, []).append(item)
    names: dict[str, str] = {}
    for word in context.words:
        if word.span.start in taken or not _subject(context, word):
            continue
        home = coined(context, word) and (_at_home(context, word, ends) or _long(context, word))
        if (home or (coined(context, word, maker=True) and _maker(context, word))) and not _place(context, word.text):
            names[word.text] = _type(context, word)
    return [
        Found(word.span, names[word.text], "coined")
        for word in context.words
        if word.text in names and taken.isdisjoint(range(word.span.start, word.span.end))
    ]


def coined(context: Context, word: Word, maker: bool = False) -> bool:
    """Whether a word is no Korean word: foreign syllables, unknown to the analyser or cut into single ones.

    A maker may be called after what it makes: `다온누리백신`.
    """
    text, tables = word.text, context.tables
    if not re.fullmatch(r"[가-힣A-Za-z0-9&]{3,}", text) or not tables.foreign(text) or text.endswith(NO_NAME):
        return False
    if context.generic(text) or text in tables.titles or text in tables.given or text in tables.heads:
        return False
    heads = tables.head_of(text)
    types = ORGANISATIONS | {"Product"} if maker else ORGANISATIONS
    if context.lexicon.named(text) or (heads and heads[0].type not in types and len(heads[0].text) > 1):
        return False
    tokens = [t for t in word.tokens if t.span.end <= word.span.end]
    if not tokens or not all(t.tag.startswith(_NOMINAL) for t in tokens):
        return False
    if any(context.generic(t.form) and len(t.form) == len(text) for t in tokens):
        return False
    return any(t.tag == "NNP" and len(t.form) > 2 for t in tokens) or any(len(t.form) == 1 for t in tokens[:-1])


def _long(context: Context, word: Word) -> bool:
    """Whether a word is too long for anything but a firm, a person or a place, and stands in a clause of its own."""
    one = any(t.tag == "NNP" and t.span == word.span for t in word.tokens)
    return one and len(word.text) >= _LONG and word.span.end < word.end and not word.text.endswith(_SUBSTANCES)


def _subject(context: Context, word: Word) -> bool:
    """Whether nothing but a particle that no place has follows, or a comma."""
    tail = context.text[word.span.end : word.end]
    return not word.joined and _FREE.fullmatch(tail) is not None and not _GONE.match(context.text, word.span.end)


def _at_home(context: Context, word: Word, ends: dict[int, list[Found]]) -> bool:
    start = word.span.start
    for particle, types in _AT_HOME.items():
        end = start - 1 - len(particle)
        if context.text[end:start] == particle + " " and any(i.type in types for i in ends.get(end, ())):
            return True
    return False


def _maker(context: Context, word: Word) -> bool:
    """`백신 보조제를 개발해 온 X는`: the clause lacks a subject and has an object."""
    before = [t for t in context.sentences[word.sentence].tokens if t.span.end <= word.span.start][-_CLAUSE:]
    if not before or before[-1].tag != "ETM" or before[-1].span.end + 1 != word.span.start:
        return False
    clause = list(_clause(before[:-1]))
    makes = any(t.form in _MAKING for t in clause[:4])
    return makes and any(t.tag == "JKO" for t in clause) and not any(t.tag == "JKS" for t in clause)


def _clause(tokens: list[Token]) -> Iterator[Token]:
    """The tokens of the last clause, backwards; an ending before an auxiliary (`해 온`) does not part it."""
    auxiliary = False
    for token in reversed(tokens):
        if token.tag in ("EF", "ETM", "ETN", "SP", "SF") or (token.tag == "EC" and not auxiliary):
            return
        auxiliary = token.tag == "VX"
        yield token


def _place(context: Context, name: str) -> bool:
    """Whether something happens there anywhere in the text."""
    return any(word.text == name and _THERE.fullmatch(context.text[word.span.end : word.end]) for word in context.words)


def _type(context: Context, word: Word) -> str:
    heads = context.tables.head_of(word.text)
    return next((h.type for h in heads if h.kind == "name" and h.type in ORGANISATIONS), "Company")
