"""Districts and towns that the lexicon does not hold, by their level (…구, …읍, …동) behind a known place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found
from biograph.extract.korean.words import PARTICLES
from biograph.model import Span

_NEXT = re.compile(
    r" ([가-힣]{1,4}(?:특별시|광역시|(?<!증)시|(?<!지)구|군|읍|면|동|(?<!밸)리|카운티|주|성|현))"
    r"([가-힣]*)(?![A-Za-z0-9])"
)
_TOWN = re.compile(  # what tells that an organisation or site is in the place, or that an event is held there
    r" ([가-힣]{2,7}?)(?=(?:에|의)? (?:소재|위치|본사|본부|공장|캠퍼스|법인|지사|사무소|연구소)"
    r"|에 (?:있|위치|자리|둥지|들어)|에서 (?:열|개최|막))"
)
_LARGER = ("Country", "Region", "City")
_COMMON = frozenset("동구 서구 남구 북구 중구".split())
_NO_PLACE = frozenset(
    (
        "도시 증시 시시 당시 동시 전시 수시 즉시 임시 상시 공동 이동 활동 행동 운동 변동 정리 관리 "
        "처리 분리 승리 금리 자리 미주 양성 특성 여성 남성 구성 조성 형성 실현 표현 구현 제주 "
        "기구 연구 지구 공구 요구 친구 농구 축구 측면 반면 화면 대면 장면 "
    ).split()
)


def find(context: Context, known: Iterable[Found]) -> list[Found]:
    """`광주 북구`, `청주시 강외면`: each place may bring the next."""
    known, found = list(known), []
    starts = {item.span.start for item in known}
    queue = [item for item in known if item.type in _LARGER]
    while queue:
        place = queue.pop(0)
        if (town := _TOWN.match(context.text, place.span.end)) and _unknown(context, place, town, known):
            found.append(Found(Span(*town.span(1)), "City", "place.town"))
            continue
        match = _NEXT.match(context.text, place.span.end)
        if not match or match.start(1) in starts or match.group(1) in _NO_PLACE:
            continue
        if PARTICLES.fullmatch(match.group(2)) is None or not _proper(context, match.start(1), match.group(1)):
            continue
        type_ = "City" if match.group(1).endswith("시") else "Region"
        item = Found(Span(match.start(1), match.end(1)), type_, "place")
        starts.add(item.span.start)
        found.append(item)
        queue.append(item)
    return found


def _unknown(context: Context, place: Found, town: re.Match[str], known: list[Found]) -> bool:
    """Whether a proper noun behind a country or state, said to be where something is, is a town not yet known."""
    span = Span(*town.span(1))
    index = context.by_start.get(span.start)
    if index is None or place.type == "City" or any(i.span.overlaps(span) for i in known):
        return False
    tokens = [t for t in context.words[index].tokens if t.span.end <= span.end]
    if town.group(1).endswith(("구", "군", "읍", "면", "동", "리")):
        return False
    proper = len(tokens) == 1 and tokens[0].tag == "NNP" and tokens[0].span == span
    return proper and not context.generic(town.group(1)) and not context.tables.head_of(town.group(1))


def _proper(context: Context, start: int, name: str) -> bool:
    """Whether the analyser, too, takes the word for a name; five districts are named by compass points."""
    index = context.by_start.get(start)
    if index is None:
        return False
    return name in _COMMON or any(t.tag == "NNP" for t in context.words[index].tokens[:1])
