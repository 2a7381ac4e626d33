"""Buildings and sites: named by a place, an owner or a number, or by words of their own (`메리어트 롱워프 호텔`)."""

from __future__ import annotations

import re

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, PLACES, Found, Head
from biograph.extract.korean.modifiers import all_generic, begins_with_place, modifier_of, one_proper_noun, only_country
from biograph.extract.korean.organisations.units import Ends, owners_of
from biograph.extract.korean.words import ends_name
from biograph.model import Span

_PLAIN = ("공장", "연구동", "전시장", "생산시설", "제조시설", "연구시설")
_SPACED = (
    "호텔",
    "컨벤션센터",
    "컨벤션홀",
    "센터",
    "파크",
    "이노베이션파크",
    "밸리",
    "바이오밸리",
    "타워",
    "플라자",
    "스퀘어",
    "인큐베이터",
    "허브",
    "캠퍼스",
    "연구캠퍼스",
    "연구단지",
    "과학단지",
    "산업단지",
    "경제특구",
    "빌리지",
    "홀",
    "커뮤니티홀",
    "공원",
    "광장",
    "빌딩",
    "회관",
    "공항",
    "박물관",
    "전시장",
)
_HELD = ("캠퍼스", "연구캠퍼스", "연구단지", "회관", "빌딩")  # of which a body has its own
_ANY = ("호텔", "빌딩", "공원", "광장", "회관", "전시장")  # of a town any, unless a name of its own tells which
_HALLS = ("홀", "대강당", "전시장", "컨벤션홀")
_NUMBERED = re.compile(r"제\d.*|[A-Za-z]+.*|\d+[가-힣]+")


def site(context: Context, span: Span, head: Head, ends: Ends) -> Found | None:
    """A place named by a place, an owner or a number: `브랜치버그 생산시설`, `송도 1공장`, `제3바이오캠퍼스`."""
    modifier = modifier_of(context, span, head).of(context.text)
    if item := _spaced(context, span, head, ends):
        return item
    for owner, between in owners_of(context, span, ends):
        if owner.type == "Country" or (between and owner.type in ORGANISATIONS and head.text == "센터"):
            continue
        if owner.type in ("Region", "City") and not modifier and head.text in _ANY:
            continue
        if owner.type in ("Region", "City") and _own_site(context, span, head):
            return Found(span, head.type, "head.site")  # it lies there, but is not named so: 종로구 연건캠퍼스
        if owner.type in ("Facility", "Cluster") and not between and len(modifier) > 2:
            return Found(span, head.type, "head.site")  # 판교테크노밸리 글로벌R&D센터
        if between and owner.type in ORGANISATIONS and head.text in _PLAIN and not modifier:
            continue  # 가나바이오 현지 공장
        if owner.type in ORGANISATIONS and not modifier and not between and head.text in _PLAIN:
            continue  # 가나바이오 공장: any of them
        if owner.type in PLACES | ORGANISATIONS:
            body = owner.span if owner.type in ORGANISATIONS else _body_before(context, owner, ends)
            if (start := _joined(context, owner, ends)) < owner.span.start:
                return Found(Span(start, span.end), head.type, "head.site")
            return Found(Span(body.start if body else start, span.end), head.type, "head.site", True, body)
    if _NUMBERED.fullmatch(modifier) or (head.text == "공장" and modifier.isdigit()):
        index = context.word_before(span.start)  # 글로벌 R&PD센터
        wide = index is not None and context.words[index].text == "글로벌"
        start = context.words[index].span.start if wide and index is not None else span.start
        return Found(Span(start, span.end), head.type, "head.site")
    if modifier and modifier not in context.tables.generic:
        own = modifier_of(context, span, head)
        if head.text in _HALLS and len(modifier) > 1 and one_proper_noun(context, span):
            return Found(span, head.type, "head.site")
        if context.proper(own) or begins_with_place(context, modifier):
            return None if only_country(context, modifier) else Found(span, head.type, "head.site")
        if head.least is not None and len(modifier) >= head.least and not all_generic(context, own):
            return Found(span, head.type, "head.site")
    return None


def _body_before(context: Context, place: Found, ends: Ends) -> Span | None:
    """The body whose site in a place it is: `가나제약 시러큐스 공장`."""
    return _body_at(context, place.span.start, ends) if place.type in ("City", "Region") else None


def _body_at(context: Context, start: int, ends: Ends) -> Span | None:
    if context.text[start - 1 : start] != " ":
        return None
    bodies = [i.span for i in ends.get(start - 1, ()) if i.type in ORGANISATIONS and i.rule != "acting"]
    return max(bodies, key=len, default=None)


def _joined(context: Context, place: Found, ends: Ends) -> int:
    """Where two places begin that one site is named after: `대구-알마티 스마트헬스센터`."""
    start = place.span.start
    tied = [i for i in ends.get(start - 1, ()) if i.type in PLACES] if context.text[start - 1 : start] in "-·" else []
    return min((i.span.start for i in tied), default=start)


def hotel(context: Context, index: int) -> Found | None:
    """`호텔 오로라`: the class noun first."""
    word = context.words[index]
    if word.text != "호텔" or not word.joined:
        return None
    after = context.words[index + 1]
    known = context.lexicon.named(after.text)
    own = after.nominal and context.proper(after.span) and not context.generic(after.text)
    return Found(word.span.cover(after.span), "Facility", "head.hotel") if own and not known else None


def _own_site(context: Context, span: Span, head: Head) -> bool:
    own = modifier_of(context, span, head)
    if len(own) < 2 or not re.fullmatch(r"[가-힣]+", own.of(context.text)) or all_generic(context, own):
        return False
    return context.proper(own) or one_proper_noun(context, span)


def _spaced(context: Context, span: Span, head: Head, ends: Ends) -> Found | None:
    """`선텍 컨벤션센터`: unknown proper nouns before a class noun that stands alone."""
    if len(modifier_of(context, span, head)) or head.text not in _SPACED or not ends_name(context.text, span.end):
        return None
    start, proper = span.start, 0
    while proper < 3 and (index := context.word_before(start)) is not None:
        word = context.words[index]
        known = context.lexicon.named(word.text)
        coined = (
            not known
            and all(t.tag in ("NNP", "SL", "SN", "SW") for t in word.tokens)
            and not context.generic(word.text)
        )
        place = (
            bool(known) and known[0].type in ("City", "Region") and proper > 0 and context.word_before(word.span.start)
        )
        if not (coined or place) or word.text in context.tables.titles:
            break
        start, proper = word.span.start, proper + 1
    body = _body_at(context, start, ends) if head.text in _HELD else None
    whole = Span(body.start if body else start, span.end)
    return Found(whole, head.type, "head.spaced", open=body is not None, owner=body) if proper else None
