"""Two names with nothing but a noun phrase between: `부산의 신약 개발사 가나바이오`, `가나바이오 대표 홍길동`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from biograph.extract.drafts import Draft, Named, Names
from biograph.extract.korean.context import Context
from biograph.model import Sentence

SITES = ("City", "Region")
_AREAS = ("Country", *SITES)

_LINK = re.compile(  # a bracket behind the first name, 의, bare words with brackets of theirs, an opening quote
    r"(?: ?\([^()]{1,60}\))?(?P<of>의)? "
    r"(?P<words>(?:[^\s(),;:.▲△]+(?:\([^()]{1,30}\)(?:인|이자)?)? ){0,6})['‘「『《<“\"]?"
)
_COPULA = re.compile(r"인|이자|이던|였던|이었던")
_ADNOMINAL = re.compile(r"(?:소재|국적|출신|계열|산하|소속|직속)의")
_AGAIN = re.compile(r"이기도")  # `가나바이오 대표이기도 한 홍길동`
_BRACKET = re.compile(r" ?\([^()]{1,60}\)")


@dataclass(frozen=True)
class Reading:
    """The names of a document beside its text."""

    context: Context
    names: Names

    def type(self, mention: Named) -> str:
        return self.names.entities[mention.entity].type

    def between(self, one: Named, other: Named) -> str:
        return self.context.text[one.span.end : other.span.start]

    def name(self, mention: Named) -> str:
        return self.names.entities[mention.entity].name


@dataclass(frozen=True)
class Link:
    """What stands between two names: whether 의 follows the first, and the nouns before the second."""

    of: bool
    words: tuple[str, ...]
    tail: str  # what the last noun ends in: 인, 이던, or nothing

    @property
    def last(self) -> str:
        return self.words[-1] if self.words else ""


@dataclass(frozen=True)
class Pair:
    """Two names that a link ties, and the sentence they stand in."""

    reading: Reading
    sentence: Sentence
    one: Named
    other: Named
    link: Link

    @property
    def kinds(self) -> tuple[str, str]:
        return self.reading.type(self.one), self.reading.type(self.other)

    def draft(self, predicate: str, rule: str, *, back: bool = False, role: str = "") -> Draft:
        """A draft from the first name to the second, or `back` from the second to the first."""
        subject, object_ = (self.other, self.one) if back else (self.one, self.other)
        qualifiers = (("role", role),) if role else ()
        return Draft(subject.entity, predicate, object_.entity, self.sentence.span, rule, qualifiers=qualifiers)


def pairs(reading: Reading, sentence: Sentence, outer: Sequence[Named]) -> Iterator[Pair]:
    """Each name with the next, and with the one behind a place (`가나의 미국 자회사 다라`), where a link ties them."""
    outer = [m for i, m in enumerate(outer) if not i or not _glossed(reading, outer[i - 1], m)]
    for i, one in enumerate(outer[:-1]):
        further = reading.type(outer[i + 1]) in _AREAS and reading.type(one) not in _AREAS
        for other in outer[i + 1 : i + 2 + further]:
            if tied := link(reading, one, other):
                yield Pair(reading, sentence, one, other, tied)


def _glossed(reading: Reading, one: Named, other: Named) -> bool:
    """Whether the second name is the first one's short form in a bracket: `가나협회(KBA)`."""
    return one.entity == other.entity and reading.between(one, other).strip() == "("


def link(reading: Reading, one: Named, other: Named) -> Link | None:
    """The nouns between two names; None where anything else stands there."""
    match = _LINK.fullmatch(reading.between(one, other))
    if match is None:
        return None
    context, start = reading.context, one.span.end + match.start("words")
    words: list[str] = []
    tail = ""
    pieces = list(re.finditer(r"[^\s()]+(?:\([^()]*\)\w*)?", match["words"]))
    for number, piece in enumerate(pieces):
        index = context.by_start.get(start + piece.start())
        word = context.words[index] if index is not None else None
        if word is None or not word.nominal:
            return Link(bool(match["of"]), tuple(words), tail) if piece.group() == "한" and tail == "이기도" else None
        tail = context.text[word.span.end : word.end]
        last = number == len(pieces) - 1
        again = _AGAIN.fullmatch(tail) and number == len(pieces) - 2
        if tail and not again and not (last and _COPULA.fullmatch(tail)) and not _ADNOMINAL.fullmatch(word.text + tail):
            return None
        words.append(word.text)
    return Link(bool(match["of"]), tuple(words), tail)


def heads(reading: Reading, mention: Named) -> bool:
    """Whether a name is the last noun of its phrase: no noun follows it without a particle between."""
    text, end = reading.context.text, mention.span.end
    bracket = _BRACKET.match(text, end)
    end = bracket.end() if bracket else end
    index = reading.context.by_start.get(end + 1) if text[end : end + 1] == " " else None
    return index is None or not reading.context.words[index].nominal
