"""Districts and towns that the lexicon does not hold, by their level (…구, …읍, …동) behind a known place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import PLACES, Found
from biograph.extract.korean.words import PARTICLES, Word
from biograph.model import Span

_NEXT = re.compile(
    r" ([가-힣]{1,4}(?:특별시|광역시|(?<!증)시|(?<!지)구|군|읍|면|동|(?<!밸)리|카운티|주|성|현))"
    r"([가-힣]*)(?![A-Za-z0-9])"
)
_TOWN = re.compile(  # what tells that an organisation or site is in the place, or that an event is held there
    r" ([가-힣]{2,7}?)(?=(?:에|의)? (?:소재|위치|본사|본부|공장|캠퍼스|법인|지사|사무소|연구소)"
    r"|에 (?:있|위치|자리|둥지|들어|본거지|거점|터를|세운|세우|설립|지은|짓|문을)|에서 (?:열|개최|막|태어))"
)
_BUILT = re.compile(  # what stands in a town, not in a company
    r"에 (?:[가-힣]+ )?(?:제?\d?공장|신공장|생산시설|조립라인|본사|본거지|연구동|연구소|사무소|캠퍼스|터|둥지)[을를] "
    r"(?:두|둔|짓|지은|지을|세우|세운|열|연|잡|마련|틀|가동|운영|건설|갖)|에 (?:조성된|자리한|위치한|들어선) "
)
_WORD = re.compile(r" ([가-힣]{1,5})(?![가-힣A-Za-z0-9])")
_TOWNS = ("시", "구", "군", "읍", "면")
_OUTER = ("현", "주", "성", "도")
_COUNTIES = ("카운티", "특별행정구")
_LEVELS = (*_OUTER, *_COUNTIES)
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
    known = list(known)
    found = [*_levels(context, known), *_sites(context, known)]
    known += found
    starts = {item.span.start for item in known}
    queue = [item for item in known if item.type in _LARGER]
    while queue:
        place = queue.pop(0)
        if (town := _TOWN.match(context.text, place.span.end)) and _unknown(context, place, town, known):
            found.append(Found(Span(*town.span(1)), "City", "place.town"))
            continue
        if (known_town := _listed(context, place)) and known_town.span.start not in starts:
            starts.add(known_town.span.start)
            found.append(known_town)
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


def _levels(context: Context, known: list[Found]) -> list[Found]:
    """Places abroad that their level gives away: a county, a state, a prefecture before its town."""
    taken = {at for item in known for at in range(item.span.start, item.span.end)}
    found: list[Found] = []
    for index, word in enumerate(context.words):
        if len(word.text) < 3 or not word.text.endswith(_LEVELS) or word.span.start in taken:
            continue
        county = word.text.endswith(_COUNTIES) and len(word.text) > 4
        if not county and not _one_name(word):
            continue
        after = context.words[index + 1] if word.joined and index + 1 < len(context.words) else None
        town = after is not None and _one_name(after) and len(after.text) > 2 and after.text.endswith(_TOWNS)
        if county or (town and word.text.endswith(_OUTER) and len(word.text) > 2):
            found.append(Found(word.span, "Region", "place.level"))
    return found


def _sites(context: Context, known: list[Found]) -> list[Found]:
    """Unknown towns by what is built or founded there: `브르노에 공장을 두고`."""
    taken = {at for item in known for at in range(item.span.start, item.span.end)}
    found: list[Found] = []
    for word in context.words:
        if not context.text.startswith("에 ", word.span.end) or not _BUILT.match(context.text, word.span.end):
            continue
        before = context.word_before(word.span.start)
        apart = before is None or not context.proper(context.words[before].span)
        common = context.generic(word.text) or context.tables.head_of(word.text)
        if apart and not common and len(word.text) > 2 and word.span.start not in taken and _one_name(word):
            found.append(Found(word.span, "City", "place.site"))
    return found


def _one_name(word: Word) -> bool:
    tokens = [t for t in word.tokens if t.span.end <= word.span.end]
    return len(tokens) == 1 and tokens[0].tag == "NNP"


def _listed(context: Context, place: Found) -> Found | None:
    """A known town whose name is also a word, behind what lies around it: `오스트리아 빈`, `베트남 후에`."""
    match = _WORD.match(context.text, place.span.end)
    if match is None:
        return None
    word, start = match[1], match.start(1)
    around = {entry.ko for entry in place.entries}
    for size in range(len(word), 0, -1):
        entries = tuple(e for e in context.lexicon.named(word[:size]) if e.inside in around and e.type in PLACES)
        if entries and PARTICLES.fullmatch(word[size:]):
            return Found(Span(start, start + size), entries[0].type, "place.listed", entries=entries)
    return None


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
