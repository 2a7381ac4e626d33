"""Persons whose office stands in a bracket, or who are said to belong to a body without any title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from biograph.extract.korean.bodies import BODIES, NO_OFFICE, Bodies, Role
from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found
from biograph.extract.korean.surnames import foreign_name, korean_name, korean_word
from biograph.model import Span

_NAME = re.compile(r"[가-힣]{3}")
_NAMES = re.compile(r"[가-힣]{3}(?:[·,] ?[가-힣]{3})*")
_TITLED = re.compile(
    r"(?:^|[,;·] ?)([가-힣A-Z]{2,10}) ([가-힣]{3}(?:[·,] ?[가-힣]{3})*|[가-힣]{1,6}(?: [가-힣]{1,6}){1,2})(?=$|[,;])"
)
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


def members(context: Context, bodies: Bodies, known: Iterable[Found], persons: Iterable[Found]) -> Iterator[Role]:
    """`홍길동(나라대 교수)`, `홍길동 박사(나라대)`, `나라대 소속 홍길동`."""
    places = [item for item in known if item.type in BODIES]
    starts = {item.span.start: item for item in places}
    people = list(persons)
    for bracket in context.brackets.values():
        index, body = context.by_end.get(bracket.start), starts.get(bracket.start + 1)
        if index is None or body is None:
            continue
        word, words = context.words[index], context.text[body.span.end : bracket.end - 1].split()
        if words and words[-1] not in context.tables.titles:
            continue
        person = next((p for p in people if bracket.start - 6 < p.span.end <= bracket.start), None)
        if person is not None and word.text in NO_OFFICE:
            yield Role(person.span, body.span, words[-1] if words else word.text)
        elif words and korean_word(context, word, bodies.ends):
            yield Role(word.span, body.span, words[-1])
    for item in places:
        match = _MEMBER.match(context.text, item.span.end)
        index = context.by_start.get(match.end()) if match else None
        if index is not None and korean_word(context, context.words[index], bodies.ends):
            yield Role(context.words[index].span, item.span, "")
