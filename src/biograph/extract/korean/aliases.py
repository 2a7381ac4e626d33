"""What a bracket behind a name adds: aliases, forms defined by `이하 …`, persons with their titles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found
from biograph.extract.korean.words import ends_name, places, starts_name
from biograph.model import Span

_LATIN = re.compile(r"[A-Z][A-Za-z0-9&.+*'’\- ]*[A-Za-z0-9]|[a-z]{1,3}[A-Z][A-Za-z0-9&.+\- ]*")
_BELOW = re.compile(r"이하\s*['‘\"“]?([^'’\"”]+)['’\"”]?")
_LABEL = re.compile(
    r"(?:성분명|제품명|상품명|개발명|프로젝트명|코드명|영문명|영문|약칭|옛|구|前|옛 사명|구 사명|종목명)\s*:?\s*(.+)"
)
_HEADED = re.compile(r"\((?:공동|각자)?(?:대표|대표이사|회장|이사장|원장|사장|총장|소장|센터장) [가-힣]{2,4}[,·) ]")
_HANGUL_NAME = re.compile(r"[가-힣][가-힣A-Za-z0-9&·\- ]*")
_NO_MODIFIER = ("산하", "소속", "계열")  # before a part of a body
_WORD = re.compile(r"[^\s]+")


@dataclass(frozen=True, slots=True)
class Alias:
    """In a bracket behind the name ending at `name_end`: another name, or (`defined`) a form for this text only."""

    name_end: int
    span: Span
    defined: bool = False


def read(context: Context) -> list[Alias]:
    """All aliases that brackets give, whatever stands before them."""
    found = []
    for bracket in context.brackets.values():
        end = bracket.start - (context.text[bracket.start - 1 : bracket.start] == " ")
        aliases = (_alias(context, end, part) for part in _parts(context.text, bracket))
        found += [alias for alias in aliases if alias]
    return found


def represented(context: Context, known: Iterable[Found]) -> list[Found]:
    """Unknown names with their head in a bracket: `가나다(대표 홍길동)` is a company, whatever it is called."""
    ends = {item.span.end for item in known}
    found = []
    for bracket in context.brackets.values():
        index = context.by_end.get(bracket.start)
        if index is None or bracket.start in ends or not _HEADED.match(context.text, bracket.start):
            continue
        word = context.words[index]
        heads = context.tables.head_of(word.text)
        if word.text not in context.tables.generic:
            found.append(Found(word.span, heads[0].type if heads else "Company", "bracket.head"))
    return found


def names(context: Context, aliases: Iterable[Alias], known: Iterable[Found]) -> list[Found]:
    """New names that a bracketed abbreviation or foreign spelling gives away: `산학협력 프로그램(ILP)`."""
    ends = {item.span.end for item in known}
    starts = {item.span.start: item for item in known}
    found = []
    for alias in aliases:
        if alias.name_end in ends or alias.defined or alias.span.of(context.text) in context.tables.generic:
            continue
        if item := _named(context, alias, starts):
            found.append(item)
            ends.add(alias.name_end)
    return found


def defined(context: Context, aliases: Iterable[Alias], known: Iterable[Found]) -> list[Found]:
    """Every place where a form stands that the text defines by `이하 …`."""
    named = {item.span.end: item for item in sorted(known, key=lambda item: len(item.span))}
    found = []
    for alias in aliases:
        if not alias.defined or alias.name_end not in named:
            continue
        found += [
            Found(span, named[alias.name_end].type, "defined", owner=named[alias.name_end].span)
            for span in places(context.text, alias.span.of(context.text))
            if starts_name(context.text, span.start) and ends_name(context.text, span.end)
        ]
    return found


def owned(short: Iterable[Found], units: Iterable[Found]) -> list[Found]:
    """Units, each with the full name of an owner that the text names by its short form (`진흥원 미국지사`)."""
    full = {item.span: item.owner for item in short}
    return [replace(u, owner=full.get(u.owner, u.owner)) if u.owner else u for u in units]


def _parts(text: str, bracket: Span) -> list[Span]:
    inner = Span(bracket.start + 1, bracket.end - 1)
    parts, at = [], inner.start
    for piece in re.split(r"([,;/]|·(?=[^,;/]*$))", inner.of(text)):
        stripped = piece.strip()
        if stripped and piece not in ",;/·":
            start = at + piece.index(stripped)
            parts.append(Span(start, start + len(stripped)))
        at += len(piece)
    return parts


def _alias(context: Context, end: int, part: Span) -> Alias | None:
    text = part.of(context.text)
    if match := _BELOW.fullmatch(text):
        return Alias(end, Span(part.start + match.start(1), part.start + match.end(1)), defined=True)
    if match := _LABEL.fullmatch(text):
        return Alias(end, Span(part.start + match.start(1), part.start + match.end(1)))
    counted = context.text[end - 1 : end].isdigit()
    if text in context.tables.generic or (counted and not _LATIN.fullmatch(text)):
        return None
    if _LATIN.fullmatch(text):
        return Alias(end, part)
    before = _WORD.findall(context.text[max(0, end - 30) : end])
    if before and re.fullmatch(r"[A-Za-z&.+\-]+", before[-1]) and _HANGUL_NAME.fullmatch(text) and len(text) > 2:
        return Alias(end, part) if not context.tables.head_of(before[-1]) and _one_name(context, part) else None
    return None


def _one_name(context: Context, span: Span) -> bool:
    return bool(context.lexicon.named(span.of(context.text))) or context.proper(span)


def _named(context: Context, alias: Alias, starts: dict[int, Found]) -> Found | None:
    index = context.by_end.get(alias.name_end)
    if index is None:
        return None
    word, latin = context.words[index], alias.span.of(context.text)
    heads = context.tables.head_of(word.text)
    if heads:
        start, least = word.span.start, 1
        while least < 5 and (i := context.word_before(start)) is not None:
            before = context.words[i]
            first = starts.get(before.span.start)
            if not before.nominal or re.match(r"\d+[가-힣]", before.text):
                break
            if first and not (first.type == "Association" and heads[0].type == "Event"):
                break
            if before.text in context.tables.titles or before.text in _NO_MODIFIER:
                break
            start, least = before.span.start, least + 1
        part = (i := context.word_before(start)) is not None and context.words[i].text in _NO_MODIFIER
        kind = next((h for h in heads if (h.kind == "unit") == part), heads[0])
        if start == word.span.start and word.text == kind.text:
            return None
        end = context.before(context.words[i].span.start) if part and i is not None else None
        owner = next((f.span for f in starts.values() if f.span.end == end), None)
        return Found(Span(start, alias.name_end), kind.type, "bracket", owner=owner)
    if entries := context.lexicon.named(latin):
        return Found(word.span, entries[0].type, "bracket", entries=entries)
    return _translated(context, index, latin)


def _translated(context: Context, index: int, latin: str) -> Found | None:
    """A foreign name with its spelling: as many Hangul words as Latin ones, typed by the noun before."""
    start = context.words[index].span.start
    end = context.words[index].span.end
    for _ in range(latin.count(" ")):
        before = context.word_before(start)
        if before is None or not context.proper(context.words[before].span):
            break
        start = context.words[before].span.start
    type_ = cue_before(context, start)
    if type_ and context.proper(Span(start, end)):
        return Found(Span(start, end), type_, "bracket.cue")
    return None


def cue_before(context: Context, start: int) -> str | None:
    """The type that a class noun just before tells: `바이오기업 X`, `자회사인 X`."""
    match = re.search(r"([가-힣]+?)(?:인|이자)? $", context.text[max(0, start - 14) : start])
    return cued(context, match.group(1)) if match else None


def cued(context: Context, word: str) -> str | None:
    """The type of what a class noun describes, by its longest ending that the table holds."""
    for size in range(len(word), 1, -1):
        if cue := context.tables.cues.get(("before", word[-size:])):
            return cue
    return None
