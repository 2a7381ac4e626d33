"""Districts and towns that the lexicon does not hold, by their level (…구, …읍, …동) behind a known place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found
from biograph.extract.korean.words import PARTICLES
from biograph.model import Span

_NEXT = re.compile(
    r" ([가-힣]{1,4}(?:특별시|광역시|시|(?<!지)구|군|읍|면|동|리|카운티|주|성|현))([가-힣]*)(?![A-Za-z0-9])"
)
_LARGER = ("Country", "Region", "City")
_COMMON = frozenset("동구 서구 남구 북구 중구".split())
_NO_PLACE = frozenset(
    (
        "도시 시시 당시 동시 전시 수시 즉시 임시 상시 공동 이동 활동 행동 운동 변동 정리 관리 "
        "처리 분리 승리 금리 자리 미주 양성 특성 여성 남성 구성 조성 형성 실현 표현 구현 제주 "
        "기구 연구 지구 공구 요구 친구 농구 축구 측면 반면 화면 대면 장면 "
    ).split()
)


def find(context: Context, known: Iterable[Found]) -> list[Found]:
    """`광주 북구`, `청주시 강외면`: each place may bring the next."""
    found: list[Found] = []
    starts = {item.span.start for item in known}
    queue = [item for item in known if item.type in _LARGER]
    while queue:
        place = queue.pop(0)
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


def _proper(context: Context, start: int, name: str) -> bool:
    """Whether the analyser, too, takes the word for a name; five districts are named by compass points."""
    index = context.by_start.get(start)
    if index is None:
        return False
    return name in _COMMON or any(t.tag == "NNP" for t in context.words[index].tokens[:1])
