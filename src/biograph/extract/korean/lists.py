"""Unknown names typed by their company: beside a class noun (`바이오텍 X`), or in a list with known names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from biograph.extract.korean.aliases import cue_before, cued
from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, Found
from biograph.extract.korean.organisations.actors import NO_NAME
from biograph.extract.korean.organisations.coined import coined
from biograph.extract.korean.words import Word
from biograph.model import Span

_AND = re.compile(r"(?:와|과|,|·|ㆍ| 및|, 그리고| ?[▲△]) ?")
_SUM = re.compile(r" 등 ((?:[가-힣·\d]+ ){0,2}[가-힣\d]+)| (\d+(?:여)?(?:개 ?)?(?:사|기업|업체))(?![가-힣]{2})")
_COMPANIES = re.compile(r"\d+(?:여)?개 ?(?:사|기업|업체|회사)")
_TIED = re.compile(r"(?:와|과|,|·|ㆍ| 및| ?[▲△]) ?$")
_BULLET = re.compile(r"([가-힣]+?)(?:은|는|이|가|으로|로|에는|엔)?:? ?[▲△]$")
_WORD = re.compile(r"([가-힣]+) ")
_BY_NAME = ("University", "Hospital")  # which say by their last word what they are
_LISTED = ORGANISATIONS | {"Product"}


def beside_class(context: Context, known: Iterable[Found]) -> list[Found]:
    """Proper nouns that the class noun just before gives a type: `바이오텍 X`."""
    return _find(context, known, listed=False)


def in_list(context: Context, known: Iterable[Found]) -> list[Found]:
    """Proper nouns in a list with known names, of their type."""
    return _find(context, known, listed=True)


def _find(context: Context, known: Iterable[Found], listed: bool) -> list[Found]:
    found: list[Found] = []
    words = [word for index, word in enumerate(context.words) if word.nominal and _nameable(context, index)]
    while new := _round(context, words, [*known, *found], listed):  # each name in a list may bring the one beside it
        found += new
    return found


def _round(context: Context, words: Iterable[Word], known: Sequence[Found], listed: bool) -> list[Found]:
    found: list[Found] = []
    taken = {at for item in known for at in range(item.span.start, item.span.end)}
    by_end = {item.span.end: item for item in known}
    by_start = {item.span.start: item for item in known}
    for word in words:
        if not taken.isdisjoint(range(word.span.start, word.span.end)):
            continue
        if listed:
            type_ = _listed(context, word.span, word.end, by_end, by_start)
        else:
            type_ = cue_before(context, word.span.start)
        if type_ in _BY_NAME and not context.tables.head_of(word.text):
            type_ = "Company"  # 가나대와 다라젠: who is no university would say what it is
        if type_:
            item = Found(word.span, type_, "list")
            found.append(item)
            by_end[item.span.end] = by_start[item.span.start] = item
    return found


def _summed_up(context: Context, end: int) -> str | None:
    """The type that the class noun behind a list tells: `가나랩, 다라셀 등 국내 기업`."""
    match = _SUM.match(context.text, end)
    if match and (match.group(2) or _COMPANIES.match(match.group(1))):
        tied = match.group(1) or context.text[end - 12 : end].count("·") + context.text[end - 12 : end].count(",")
        return "Company" if tied else None
    for word in match.group(1).split() if match else ():
        for size in range(len(word), 1, -1):
            if (type_ := context.tables.cues.get(("before", word[:size]))) in ORGANISATIONS:
                return type_
    return None


def _nameable(context: Context, index: int) -> bool:
    word = context.words[index]
    if (
        len(word.text) < 2
        or word.text.endswith(NO_NAME)
        or word.text in context.tables.generic
        or _officer(context, word)
        or (word.joined and not _SUM.match(context.text, word.end))
    ):
        return False
    if context.tables.head_of(word.text) and word.text in context.tables.heads:
        return False
    if re.fullmatch(r"[가-힣]{2,}[A-Z]{2,}", word.text):  # 가나바이오USA, however the analyser cuts it
        return True
    if _titled(context, index):
        return False
    if coined(context, word):
        return True
    tags = [t.tag for t in word.tokens if t.span.end <= word.span.end]
    return bool(tags) and all(tag in ("NNP", "SL", "SN", "NNG") for tag in tags) and ("NNP" in tags or "SL" in tags)


def _officer(context: Context, word: Word) -> bool:
    """Whether a word says what somebody is: 심사역들, 한국지사장."""
    titles = context.tables.titles
    last = next((t.form for t in reversed(word.tokens) if t.tag == "NNG" and t.span.end <= word.span.end), "")
    return word.text.removesuffix("들") in titles or (last in titles and len(last) > 2)


def _titled(context: Context, index: int) -> bool:
    """Whether a title stands before a word: `▲가나병원 부원장 홍길동 ▲…`, a person."""
    before = context.words[index - 1] if index else None
    if before is None or not before.joined:
        return False
    return any(before.text[at:] in context.tables.titles for at in range(max(1, len(before.text) - 1)))


def _listed(context: Context, span: Span, end: int, by_end: dict[int, Found], by_start: dict[int, Found]) -> str | None:
    """The type of the named thing that a comma, middle dot or `와` ties this word to."""
    if type_ := _summed_up(context, end):
        return type_
    headline = bool(context.sentences) and context.sentences[0].span.contains(span)
    if headline and context.text[end : end + 1] != "·" and context.text[span.start - 1] != "·":
        return None  # commas of headlines part clauses
    before = _TIED.search(context.text, max(0, span.start - 3), span.start)
    if before:
        at = before.start()
        item = by_end.get(context.brackets[at].start if at in context.brackets else at)
        if item and item.type in _LISTED:
            return item.type
    bracket = _bracket(context, span.end)
    after = _AND.match(context.text, bracket.end if bracket else span.end)
    if after:
        at = after.end()
        described = _WORD.match(context.text, at)  # 가나랩과 로펌 다라가
        if described and at not in by_start and cued(context, described.group(1)) in ORGANISATIONS:
            at = described.end()
        item = by_start.get(at)
        if item and item.type in _LISTED:
            return item.type
    return _announced(context, span)


def _bracket(context: Context, start: int) -> Span | None:
    """What a listed name does, in a bracket: `▲가나랩(유전체 분석) ▲다라셀(펩타이드 합성)`."""
    if context.text[start : start + 1] != "(":
        return None
    return next((b for b in context.brackets.values() if b.start == start), None)


def _announced(context: Context, span: Span) -> str | None:
    """The type that the noun before a list's first bullet tells: `입주기업은 ▲가나랩 ▲다라셀`."""
    match = _BULLET.search(context.text, max(0, span.start - 14), span.start)
    type_ = cued(context, match.group(1)) if match else None
    return type_ if type_ in ORGANISATIONS else None
