"""Persons whose office stands in a bracket, or who are said to belong to a body without any title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found
from biograph.extract.korean.people.bodies import BODIES, NO_OFFICE, Bodies, Role
from biograph.extract.korean.people.surnames import foreign_name, korean_name, korean_word
from biograph.model import Span

_NAME = re.compile(r"[가-힣]{3}")
_NAMES = re.compile(r"[가-힣]{3}(?:[·,] ?[가-힣]{3})*")
_TITLED = re.compile(
    r"(?:^|[,;·] ?)([가-힣A-Z]{2,10}) ([가-힣]{3}(?:[·,] ?[가-힣]{3})*|[가-힣]{1,6}(?: [가-힣]{1,6}){1,2})(?=$|[,;])"
)
_LISTED = re.compile(r"[가-힣]{2,4}")
_SUMMED = re.compile(
    r"(?<![가-힣A-Za-z·])((?:[가-힣]{2,4}(?:, ?|·|ㆍ))+[가-힣]{2,4}) 등 "
    r"((?:[가-힣]+ ){0,2}[가-힣]+?)(?:들[이은을과의에도]| \d+(?:여)?명| [두세네] 명)"
)
_NOTICE = re.compile(r"\s*[\[<(【]?인사[\])>】]\s*")
_MEMBER = re.compile(
    r"(?: 소속(?:의|인)?|에 (?:재직|근무)(?: 중인|하는|중인)|에 몸담은|에서 (?:근무|일)(?:하는| 중인)) "
)


def holders(context: Context, bodies: Bodies) -> Iterator[Role]:
    """`가나협회(회장 홍길동)`, `(미국지사 홍길동, 김철수)`, and bare names in a bracket behind a title in quotes."""
    text = context.text
    for bracket in context.brackets.values():
        inner = Span(bracket.start + 1, bracket.end - 1)
        if _NAMES.fullmatch(inner.of(text)) and text[bracket.start - 1] in "'’」』》\"”":
            for person in _persons(context, inner):
                yield Role(person, None, "")
        for match in _TITLED.finditer(inner.of(text)):
            title = Span(inner.start + match.start(1), inner.start + match.end(1))
            names = Span(inner.start + match.start(2), inner.start + match.end(2))
            people = list(_persons(context, names))
            body, role = _office(context, bodies, title, bracket, bool(people))
            for person in people:
                if body or role:
                    yield Role(person, body, role)


def summed(context: Context, bodies: Bodies) -> Iterator[Role]:
    """`홍길동, 김철수, 이영희 등 공동창업자 3명이`: who is counted by what they are."""
    for match in _SUMMED.finditer(context.text):
        title = next((w for w in reversed(match[2].split()) if w in context.tables.titles), None)
        if title is None:
            continue
        for name in _LISTED.finditer(match[1]):
            index = context.by_start.get(match.start(1) + name.start())
            word = context.words[index] if index is not None else None
            if word and word.text == name[0] and korean_word(context, word, bodies.ends):
                yield Role(word.span, None, context.tables.titles[title][0])


def _persons(context: Context, span: Span) -> Iterator[Span]:
    words = [w for w in context.words if span.contains(w.span)]
    if " " in span.of(context.text) and "," not in span.of(context.text):
        if len(foreign_name(context, words, ())) == len(words):
            yield span
        return
    for match in _NAME.finditer(span.of(context.text)):
        if korean_name(context, match.group()):
            yield Span(span.start + match.start(), span.start + match.end())


def _office(context: Context, bodies: Bodies, title: Span, bracket: Span, named: bool) -> tuple[Span | None, str]:
    """The body and role that a word before names in a bracket tells: a title, or a unit of the body."""
    word = title.of(context.text)
    if word in context.tables.titles:
        return bodies.ending(bracket.start), context.tables.titles[word][0]
    heads = context.tables.head_of(word)
    if not heads or heads[0].kind != "unit":
        return None, ""
    if named:
        bodies.new.append(Found(title, "OrganizationalUnit", "title.unit"))
    return title, ""


def members(context: Context, bodies: Bodies, known: Iterable[Found], roles: Iterable[Role]) -> Iterator[Role]:
    """`홍길동(나라대 교수)`, `홍길동 박사(나라대)`, `홍길동 대표(가나바이오)`, `나라대 소속 홍길동`."""
    places = [item for item in known if item.type in BODIES]
    starts = {item.span.start: item for item in places}
    people = list(roles)
    for bracket in context.brackets.values():
        index, body = context.by_end.get(bracket.start), starts.get(bracket.start + 1)
        if index is None or body is None:
            continue
        word, words = context.words[index], context.text[body.span.end : bracket.end - 1].split()
        if words and words[-1] not in context.tables.titles:
            continue
        role = next((r for r in people if bracket.start - 6 < r.person.end <= bracket.start), None)
        held = role is not None and any(r.body for r in people if r.person == role.person)
        if role is not None and (word.text in NO_OFFICE or (word.text in context.tables.titles and not held)):
            yield Role(role.person, body.span, words[-1] if words else word.text)
        elif words and korean_word(context, word, bodies.ends):
            yield Role(word.span, body.span, words[-1])
    for item in places:
        match = _MEMBER.match(context.text, item.span.end)
        index = context.by_start.get(match.end()) if match else None
        if index is not None and korean_word(context, context.words[index], bodies.ends):
            yield Role(context.words[index].span, item.span, "")


def noticing(context: Context, known: Iterable[Found]) -> Span | None:
    """The body whose appointments the headline announces: `[인사] 가나재단`."""
    first = context.sentences[0].span if context.sentences else Span(0, 0)
    match = _NOTICE.match(first.of(context.text))
    starts = [i for i in known if match and i.span.start == first.start + match.end() and i.type in BODIES]
    return max((i.span for i in starts), key=len, default=None)
