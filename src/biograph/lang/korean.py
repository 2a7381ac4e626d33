"""The one door to kiwipiepy: Korean text to sentences of morphemes with exact offsets."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from biograph.model import Sentence, Span, Token

if TYPE_CHECKING:
    from kiwipiepy import Kiwi
    from kiwipiepy import Token as KiwiToken


_YEARLY = ("매출", "매출액", "평균", "수익", "생산", "생산량", "소득", "이자", "단위", "최대", "최소")
_DOUBTFUL = frozenset({"여", "연", "은", "키"})  # words that the analyser takes for nouns and pronouns
_UNKNOWN_NOUN = 2  # the morpheme that kiwi gives to a common noun outside its dictionary


@lru_cache(maxsize=1)
def _kiwi() -> Kiwi:
    from kiwipiepy import Kiwi  # half a gigabyte: only when Korean is read

    kiwi = Kiwi(num_workers=1)
    # Compounds of the field that the analyser reads now as one noun, now as a noun and a particle (기술이 전했다);
    # behind a proper noun that it cuts stands its tag.
    for line in (Path(__file__).parent / "korean_words.txt").read_text(encoding="utf-8").splitlines():
        word, _, tag = line.partition(" ")
        kiwi.add_user_word(word, tag or "NNG")
    return kiwi


def version() -> str:
    """The analyser and its model, with their versions."""
    return " ".join(f"{name} {metadata.version(name)}" for name in ("kiwipiepy", "kiwipiepy_model"))


def sentences(text: str, spans: Iterable[Span]) -> tuple[Sentence, ...]:
    """The sentences inside each of the spans, with offsets into the whole text."""
    found: list[Sentence] = []
    for span in spans:
        for part in _kiwi().tokenize(span.of(text), split_sents=True):
            where = Span(span.start + part[0].start, span.start + part[-1].end)
            sentence = Sentence(where, _tokens(part, span.start))
            if found and span.contains(found[-1].span) and _cut_off(found[-1], sentence):
                sentence = _mended(found.pop(), sentence)
            found.append(sentence)
    return tuple(found)


def _cut_off(before: Sentence, after: Sentence) -> bool:
    """Whether a sentence begins with a particle that clings to what was taken for the end of the one before."""
    return before.span.end == after.span.start and bool(after.tokens) and after.tokens[0].tag.startswith("J")


def _mended(before: Sentence, after: Sentence) -> Sentence:
    return Sentence(before.span.cover(after.span), before.tokens + after.tokens)


def tokens(text: str, span: Span, names: Sequence[Span] = ()) -> tuple[Token, ...]:
    """The tokens of one span; each of `names` (disjoint, inside it) becomes a single proper noun."""
    fixed = [(name.start - span.start, name.end - span.start, "NNP") for name in names]
    return _tokens(_kiwi().tokenize(span.of(text), pretokenized=fixed or None), span.start)


def _tokens(kiwi_tokens: Iterable[KiwiToken], shift: int) -> tuple[Token, ...]:
    found: list[Token] = []
    doubtful = False
    for own in kiwi_tokens:
        form, tag, start = own.form, own.tag, shift + own.start
        # A noun outside the dictionary counts as a proper one: news coins names, not common nouns.
        if tag == "NNG" and own.id == _UNKNOWN_NOUN:
            tag = "NNP"
        found.append(Token(form, tag, Span(start, start + own.len)))
        doubtful = doubtful or (form in _DOUBTFUL and tag[0] == "N") or (form, tag) == ("한", "MM")
    return tuple(_mended_words(found) if doubtful else found)


def _mended_words(found: list[Token]) -> list[Token]:
    """The tokens, where 열다, 하다 or a particle has been taken for something else read again."""
    made: list[int] = []
    for i, (first, second) in enumerate(itertools.pairwise(found)):
        # `협회가 여는 포럼`: the verb 열다, which the analyser takes for a pronoun and a particle.
        if (first.form, first.tag, second.form, second.tag) == ("여", "NP", "는", "JX"):
            found[i] = Token("열", "VV", first.span)
            found[i + 1] = Token("는", "ETM", second.span)
        # `공동 창업한 홍길동`: the verb, which the analyser takes for the number one.
        if (second.form, second.tag) == ("한", "MM") and first.tag == "NNG" and first.span.end == second.span.start:
            made.append(i + 1)
        if _marks_topic(first, second, found[i + 2] if i + 2 < len(found) else None):
            found[i + 1] = Token("은", "JX", second.span)
    for i in reversed(range(1, len(found) - 1)):
        if _resolved(*found[i - 1 : i + 2]):
            found[i : i + 1] = [Token("하", "XSV", found[i].span), Token("기", "ETN", found[i].span)]
        elif _opened(*found[i - 1 : i + 2]):
            found[i : i + 1] = [Token("열", "VV", found[i].span), Token("ᆫ", "ETM", found[i].span)]
        elif i in made:
            found[i : i + 1] = [Token("하", "XSV", found[i].span), Token("ᆫ", "ETM", found[i].span)]
    return found


def _marks_topic(noun: Token, token: Token, after: Token | None) -> bool:
    """Whether 은 at the end of a word is the particle, taken for silver: `가나제약은`."""
    closed = noun.tag.startswith("NN") and "가" <= noun.form[-1] <= "힣" and (ord(noun.form[-1]) - ord("가")) % 28 > 0
    last = after is None or after.span.start > token.span.end
    return (token.form, token.tag) == ("은", "NNG") and noun.span.end == token.span.start and closed and last


def _resolved(before: Token, token: Token, after: Token) -> bool:
    """Whether 키 is 하기 run together: `체결키로 했다`."""
    noun = (token.form, token.tag, after.form, before.tag) == ("키", "NNG", "로", "NNG")
    return noun and before.span.end == token.span.start and token.span.end == after.span.start


def _opened(before: Token, token: Token, after: Token) -> bool:
    """Whether 연 is the verb 열다, taken for a noun: `협회가 연 포럼`, but not `회사가 연 매출 10억원을`."""
    noun = (
        token.form == "연" and token.tag in ("NNG", "NNP") and before.span.end < token.span.start < after.span.start - 1
    )
    return (
        noun
        and before.tag in ("JKS", "JKB", "MAG")
        and after.tag.startswith(("NN", "SL", "SS"))
        and after.form not in _YEARLY
    )
