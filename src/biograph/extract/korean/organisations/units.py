"""Parts of a body and agencies of a country, known by the owner that stands before them."""

from __future__ import annotations

import re

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, Found, Head
from biograph.extract.korean.modifiers import modifier_of
from biograph.extract.korean.people.surnames import korean_name
from biograph.model import Span

Ends = dict[int, list[Found]]  # names by where they end
_REACH = 3  # words that may stand between an owner or place and the class noun
_LOOSE = {
    "연구원": 1,
    "국": 3,
    "팀": 3,
    "실": 3,
    "과": 3,
    "부문": 2,
    "법인": 2,
}  # class nouns that also end other words: syllables needed
_MISSION = re.compile(r"(?:한국|대한민국)?(?:대사관|총영사관|영사관)")
PUBLIC = ("국", "청", "처", "부", "보건원", "위원회", "대사관", "영사관")  # what `agency` and `mission` end in
_NO_MODIFIER = ("산하", "소속", "계열", "내", "및", "등", "부속")


def just_before(context: Context, span: Span, ends: Ends) -> list[Found]:
    """The names that end just before a phrase; a bracket may stand between a body and the phrase."""
    end = context.before(span.start)
    if end is None:
        return []
    return [i for i in ends.get(end, ()) if context.text[end : span.start].strip() == "" or i.type in ORGANISATIONS]


def owners_of(context: Context, span: Span, ends: Ends) -> list[tuple[Found, int]]:
    """Names before a phrase, with the number of bare words between, nearest first."""
    owners: list[tuple[Found, int]] = []
    start = span.start
    for between in range(_REACH):
        owners += [(item, between) for item in just_before(context, Span(start, span.end), ends)]
        index = context.word_before(start)
        if index is None or not context.words[index].nominal:
            break
        if context.words[index].text in (*context.tables.titles, *_NO_MODIFIER) or re.match(
            r"\d", context.words[index].text
        ):
            break
        start = context.words[index].span.start
    return owners


def unit(context: Context, index: int, span: Span, head: Head, ends: Ends) -> Found | None:
    """A part of a named body: `KHIDI 미국지사`, `연세대 의대`, `유한양행의 바이오신약 연구소`."""
    modifier = modifier_of(context, span, head)
    for owner, between in owners_of(context, span, ends):
        if between and _headed_by_name(context, index, span):
            continue  # 가나바이오 홍길동 해외사업본부 이사
        if owner.type not in ORGANISATIONS | {"OrganizationalUnit", "Program"}:
            continue
        if head.text in _LOOSE and (len(modifier) < _LOOSE[head.text] or context.words[index].text.endswith("들")):
            continue
        return Found(Span(owner.span.start, span.end), "OrganizationalUnit", "head.unit", True, owner.span)
    return _fused_unit(context, span, head, ends) or _unit_of_genitive(context, span, head, ends)


def _headed_by_name(context: Context, index: int, span: Span) -> bool:
    """Whether a person's name stands before a unit and a title behind it."""
    before = context.word_before(span.start)
    titled = context.words[index].joined and context.words[index + 1].text in context.tables.titles
    return (
        titled
        and before is not None
        and len(context.words[before].text) == 3
        and korean_name(context, context.words[before].text, context.words[before])
    )


def _fused_unit(context: Context, span: Span, head: Head, ends: Ends) -> Found | None:
    """The owner and the unit written as one word: `KHIDI美지사`, `삼성서울병원미래의학연구원`."""
    for size in range(2, len(span)):
        for owner in ends.get(span.start + size, ()):
            if owner.span.start == span.start and owner.type in ORGANISATIONS and owner.rule != "acting":
                return Found(span, "OrganizationalUnit", "head.unit", True, owner.span)
    return None


def _unit_of_genitive(context: Context, span: Span, head: Head, ends: Ends) -> Found | None:
    """`유한양행의 바이오신약 연구소`: the unit's name leaves its owner out."""
    start, words = span.start, 1
    while (index := context.word_before(start)) is not None and words < _REACH:
        start, words = context.words[index].span.start, words + 1
    if context.text[max(0, start - 2) : start] != "의 ":
        return None
    if words == 1 and context.generic(span.of(context.text)):
        return None  # 나라대의 연구팀
    if len(modifier_of(context, span, head)) < (2 if words == 1 else _LOOSE.get(head.text, 0)):
        return None
    end = start - 2
    for owner in ends.get(context.brackets[end].start if end in context.brackets else end, ()):
        if owner.type in ORGANISATIONS:
            return Found(Span(start, span.end), "OrganizationalUnit", "head.unit", True, owner.span)
    return None


def agency(context: Context, span: Span, ends: Ends) -> Found | None:
    """An agency named with its country: `브라질 위생감시국`, `호주 의약품관리청`."""
    word = span.of(context.text)
    if (
        not re.fullmatch(r"[가-힣]{2,}(?:[가-힣]국(?<!당국)|청|처|부(?<!정부)|보건원|위원회)", word)
        or word in context.tables.generic
    ):
        return None
    for item in just_before(context, span, ends):
        if context.text[item.span.end : span.start] == " " and _abroad(context, item):
            return Found(Span(item.span.start, span.end), "GovernmentBody", "head.agency", open=True)
    return None


def _abroad(context: Context, item: Found) -> bool:
    """A country, or a state of one other than Korea."""
    if item.type == "Country":
        return True
    return item.type == "Region" and bool(item.entries) and context.lexicon.country(item.entries[0]) not in (None, "KR")


def mission(context: Context, span: Span) -> Found | None:
    """An embassy in two words: `주헝가리 한국대사관`, `벨기에 대사관`."""
    index = context.word_before(span.start) if _MISSION.fullmatch(span.of(context.text)) else None
    if index is None:
        return None
    before = context.words[index]
    country = before.text.removeprefix("주") if len(before.text) > 2 else before.text
    if any(e.type in ("Country", "City") for e in context.lexicon.named(country)):
        return Found(Span(before.span.start, span.end), "GovernmentBody", "head.mission", open=True)
    return None
