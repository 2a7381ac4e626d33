"""Unknown names of one or more words behind a class noun: `현지 파트너 X Y`, `임상시험수탁기관(CRO) X`, `회고록 …`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from biograph.extract.korean.aliases import cued
from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, PLACES, Found
from biograph.extract.korean.people.surnames import korean_name
from biograph.extract.korean.things import writings
from biograph.extract.korean.words import Word

_LONGEST = 4  # words of a name
_NAMED = ORGANISATIONS - {"GovernmentBody"} | {"Product", "Program", "Event", "Facility"}  # 기관 X: of any kind
_REGIONS = frozenset("아시아 유럽 아메리카 코리아 재팬 차이나 글로벌 인터내셔널".split())
_WIDE = (
    "제품",
    "서비스",
    "플랫폼",
    "솔루션",
    "기기",
    "의약품",
    "장비",
    "치료제",
    "백신",
    "기술",
)  # of which any is one
_STARTING = ("스타트업", "벤처기업", "신생기업", "창업기업", "벤처", "개발사", "전문기업")
_TAILS = frozenset("프로 플러스 링크 맥스 미니 라이트 알파 베타 제로 허브 랩 케어 에디션 스페셜티".split())


def find(context: Context, known: Iterable[Found]) -> list[Found]:
    """The names that a class noun before them types; `known` are the names found before."""
    known = list(known)
    taken = {at for item in known for at in range(item.span.start, item.span.end)}
    ends = {item.span.end for item in known if item.span}
    found = []
    for index, word in enumerate(context.words):
        item = None
        if (start := _behind(context, index, word)) is None:
            continue
        if word.text.endswith(writings.KINDS) and word.span.end not in ends:
            item = writings.title(context, start)
        if item is None and context.words[start].span.start in taken:
            if branch := _branch(context, start, cued(context, word.text), known):
                found.append(branch)
            continue
        type_ = "Company" if word.text == "소재" and _in_place(context, word, known) else cued(context, word.text)
        if item is None and type_ in _NAMED:
            item = _name(context, start, str(type_), taken)
            if item is None and _narrow(word, str(type_)):
                item = _coined(context, start, str(type_), taken)
        if item:
            found.append(item)
    return found


def _in_place(context: Context, word: Word, known: list[Found]) -> bool:
    """`홍콩 소재 가나파마`: what is located in a place is a body, not a material."""
    end = context.before(word.span.start)
    return any(item.span.end == end and item.type in PLACES for item in known)


def _behind(context: Context, index: int, word: Word) -> int | None:
    """The word that a class noun leans on, a copula (`과정인 X`) or a bracket between."""
    if index + 1 >= len(context.words) or not word.nominal or len(word.text) < 1:
        return None
    tail = context.text[word.span.end : word.end]
    if tail not in ("", "인", "이자", "였던", "이었던", "이던"):
        return None
    at = word.end
    if context.text[at : at + 1] == "(":
        bracket = next((b for e, b in context.brackets.items() if b.start == at), None)
        if bracket is None:
            return None
        at = bracket.end
    if context.text[at : at + 1] != " ":
        return None
    return context.by_start.get(at + 1)


def _name(context: Context, start: int, type_: str, taken: set[int]) -> Found | None:
    run = list(_run(context, start, taken))
    if not run or not any(context.proper(w.span) for w in run):
        return None
    if type_ in ORGANISATIONS and run[0].text in context.tables.given:
        return None  # the partner, a person
    after = _after(context, run[-1])
    titled = after is not None and after.text in context.tables.titles
    if titled and (len(run) > 1 or korean_name(context, run[0].text, run[0])):
        return None  # a person
    if len(run) == 1 and (len(run[0].text) < 3 or run[0].text in context.tables.heads):
        return None
    if (
        len(run) == 1
        and korean_name(context, run[0].text, run[0])
        and type_ not in ("Product",)
        and len(run[0].text) < 4
    ):
        return None
    return Found(run[0].span.cover(run[-1].span), _own_type(context, run[-1].text, type_), "apposition")


def _own_type(context: Context, last: str, type_: str) -> str:
    """A firm's or site's type where the name itself ends in its class noun: `의료기기 가나메디칼`."""
    heads = [h for h in context.tables.head_of(last) if len(h.text) > 1]
    own = type_ == "Product" and heads and (heads[0].type in ORGANISATIONS or heads[0].kind == "area")
    return heads[0].type if own else type_


def _narrow(word: Word, type_: str) -> bool:
    """Whether a class noun is followed by a name of its own kind where any name follows: `로봇 X`, `스타트업 X`."""
    return word.text.endswith(_STARTING) if type_ == "Company" else type_ == "Product" and not word.text.endswith(_WIDE)


def _coined(context: Context, start: int, type_: str, taken: set[int]) -> Found | None:
    """A product or firm coined of two foreign nouns that the dictionary has: `보행 로봇 워크메이트다`."""
    word = context.words[start]
    nouns = [t for t in word.tokens if t.span.end <= word.span.end and t.tag != "VCP"]
    apart = len(nouns) > 1 and all(t.tag in ("NNG", "SL") for t in nouns) and not word.joined
    common = [context.generic(t.form) or bool(context.tables.head_of(t.form)) for t in nouns]
    generic = any(common) if type_ == "Product" else all(common[-1:])  # 나노/센스, not 벤처/캠퍼스
    if not apart or generic or word.span.start in taken or context.generic(word.text) or cued(context, word.text):
        return None
    named = len(word.text) > 2 and context.tables.foreign(word.text) and not context.tables.head_of(word.text)
    return Found(word.span, type_, "apposition") if named else None


def _branch(context: Context, start: int, type_: str | None, known: list[Found]) -> Found | None:
    """A subsidiary that bears its parent's name and a region's: `자회사 가나랩 아시아`."""
    first = context.words[start]
    after = _after(context, first)
    parent = any(item.span == first.span and item.type == "Company" for item in known)
    if type_ != "Company" or not parent or after is None:
        return None
    follows = _after(context, after)
    if follows is not None and follows.text not in {*context.tables.titles, *context.tables.right}:
        return None
    country = any(e.type == "Country" for e in context.lexicon.named(after.text))
    return Found(first.span.cover(after.span), "Company", "apposition") if country or after.text in _REGIONS else None


def _run(context: Context, start: int, taken: set[int]) -> Iterator[Word]:
    """The words of an unknown name: each a proper noun or foreign, up to the first particle or common noun."""
    for offset in range(_LONGEST):
        if start + offset >= len(context.words):
            return
        word = context.words[start + offset]
        if not word.nominal or not _nameable(context, word, offset) or (offset == 0 and word.span.start in taken):
            return
        yield word
        if not word.joined:
            return


def _nameable(context: Context, word: Word, offset: int) -> bool:
    text, tables = word.text, context.tables
    if text in tables.titles or text in tables.right or text in tables.left or writings.COUNT.match(text):
        return False
    if offset and not word.joined and (text in _TAILS or text in _REGIONS):
        return True
    if text in tables.generic or cued(context, text):
        return bool(offset) and text.isascii() and len(text) < 3
    tokens = [t for t in word.tokens if t.span.end <= word.span.end]
    known = context.lexicon.named(text)
    if offset == 0:
        return not known and any(t.tag in ("NNP", "SL") for t in tokens) and tokens[0].tag in ("NNP", "SL", "NNG", "MM")
    if known and known[0].type not in ("Country", "City"):
        return False
    return all(t.tag in ("NNP", "SL", "SN", "NR", "SH") for t in tokens) or text in ("투", "앤")


def _after(context: Context, word: Word) -> Word | None:
    index = context.by_start[word.span.start] + 1
    return context.words[index] if word.joined and index < len(context.words) else None
