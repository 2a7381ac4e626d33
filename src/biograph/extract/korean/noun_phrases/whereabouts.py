"""Where things are, as names side by side tell: `미국 보스턴`, `부산의 신약 개발사 가나바이오`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from biograph.extract.drafts import Draft, Named
from biograph.extract.korean.aliases import cued
from biograph.extract.korean.found import ORGANISATIONS, PLACES
from biograph.extract.korean.noun_phrases.neighbours import SITES, Pair, Reading, heads, link
from biograph.extract.lexicon import Entry
from biograph.model import Sentence, Span

LOCATED = ORGANISATIONS - {"GovernmentBody", "MediaOutlet"}  # a country before an agency is part of its name
_HELD = LOCATED | {"Facility", "Cluster"}
_BODIES = tuple(
    (
        "기업 업체 회사 제약사 바이오텍 바이오테크 스타트업 벤처 연구소 대학 병원 단체 협회 캐피털 캐피탈 "
        "투자사 개발사 빅파마 소재 법인 자회사 사무소 유통사 원료사 제조사 운용사 기관 수탁사 파트너사 액셀러레이터 "
        "재단 체인 그룹 로펌 전문점 공급사 연구기관 연구단지 클러스터 단지 실험실 컨벤션센터 인큐베이터 메이커 대기업"
    ).split()
)
_KIND = re.compile(r"(?:소재|소재의|현지|국적의?|계|대표|최대|대형|글로벌|다국적|중견|유명|신생|상장|국영|민간|토종)")
_ABROAD = re.compile(  # `미국 진출 기업`, `중국 수출 업체`: what is done there, not where the firm is
    r"(?:진출|시장|수출|수입|공략|출신|방문|파견|유학|상장|허가|승인|인증|판매|독점|특허|임상|협력|제휴|경쟁|파트너|동맹|투자|거래|담당|대상)"
    r"(?:기업|업체|회사)?|상장사|경쟁사"
)
_PARTS = re.compile(r" (?:본원|본사|본교|본점|사옥|캠퍼스|공장|연구소|사업장|지점|사무소)")
_HOUSED = tuple("연구소 연구원 연구센터 센터 공장 캠퍼스 지사 사무소 지부 지점 분원 사업장 혈액원".split())
_INSIDE = re.compile(r"(?: ?\([^()]*\))? (?:내|안)(?:의)? ")
_PLACED = re.compile(r"(?:[에의을를와과,]|으?로| 소재)")
# `네덜란드 남부 도시 가나`, `다라주의 주도 가나`: words that only tell where in a place, or what, another place is.
_LAYING = re.compile(
    r"(?:의)? (?:(?:[동서남북중]{1,2}(?:부|쪽|단|해안|부 지역|부의|쪽의|단의|부 해안)|수도권|내륙|해안|연안|최대|"
    r"제\d의?|중심|핵심|대표|산업|항구|대학|위성|의료|바이오|과학)(?:의)? ){0,3}"
    r"(?:도시|소도시|대도시|중소도시|신도시|주도|수도|항구도시|산업도시|대학도시|위성도시|도청 소재지|섬)?(?:인)?(?: )?"
)
_HOME = "KR"
_LISTED = re.compile(r"(?: ?\([^()]*\))?(?:, ?|·|ㆍ|와 |과 | 및 )")
_SUMMED = re.compile(r" 등 $")
_CLASS = re.compile(r" (?:지역 )?([가-힣]{0,4}(?:기업|업체|제약사|회사|바이오텍|스타트업|대학|병원))")


def chains(reading: Reading, sentence: Sentence, outer: Sequence[Named]) -> Iterator[Draft]:
    """`미국 매사추세츠주 보스턴`: each place lies in the one before it; a site is located there."""
    for one, other in pairwise(outer):
        if reading.type(one) not in PLACES:
            continue
        between = reading.between(one, other)
        within = reading.type(one) in (*SITES, "Facility", "Cluster") and _INSIDE.fullmatch(between)
        if within and reading.type(other) in LOCATED | {"OrganizationalUnit"}:
            yield Draft(other.entity, "locatedIn", one.entity, sentence.span, "np.within")
        laid = reading.type(other) in SITES and between.startswith((" ", "의 ")) and _LAYING.fullmatch(between)
        if between not in (" ", "의 ", " 내 ", " 안 ") and not laid:
            continue
        inner = [m for m in reading.names.within(other.span) if m.span.start == other.span.start]
        first = min(inner, key=lambda m: len(m.span), default=other)
        if reading.type(first) not in PLACES:
            first = other  # `강남구 가나협회 회관`
        if reading.type(first) not in PLACES or not (
            _within_cluster(reading, first, one, between) or _fits(reading, first, one)
        ):
            continue
        area = reading.type(first) in ("Country", "Region", "City") or first.span.of(reading.context.text).endswith(
            "지구"
        )
        area = area or _within_cluster(reading, first, one, between)
        yield Draft(first.entity, "partOf" if area else "locatedIn", one.entity, sentence.span, "np.chain")


def _within_cluster(reading: Reading, inner: Named, outer: Named, between: str) -> bool:
    """`가나클러스터 내 다라단지`: one cluster is a part of another."""
    return {reading.type(inner), reading.type(outer)} == {"Cluster"} and between in (" 내 ", " 안 ")


def listed(reading: Reading, sentence: Sentence, outer: Sequence[Named]) -> Iterator[Draft]:
    """`강원 원주, 춘천`: what is listed behind a place in another lies there, too, if the tables know so."""
    contains = reading.context.lexicon.contains
    for i, (one, other) in enumerate(pairwise(outer)):
        if reading.type(one) not in PLACES or reading.type(other) not in SITES or reading.between(one, other) != " ":
            continue
        around = _entries(reading, one)
        for before, after in pairwise(outer[i + 1 :]):
            inner = _entries(reading, after) if reading.type(after) in SITES else ()
            known = any(contains(place, entry) for entry in inner for place in around)
            if not known or not _LISTED.fullmatch(reading.between(before, after)):
                break
            yield Draft(after.entity, "partOf", one.entity, sentence.span, "np.chain")


def bracketed(reading: Reading, sentence: Sentence, outer: Sequence[Named]) -> Iterator[Draft]:
    """`보스턴(미국)`: a place with the one around it in a bracket."""
    for one, other in pairwise(outer):
        kinds = reading.type(one), reading.type(other)
        around = kinds[0] in SITES and kinds[1] in ("Country", *SITES) and reading.between(one, other) in ("(", " (")
        closed = reading.context.text.startswith(")", other.span.end)
        if around and closed and _fits(reading, one, other):
            yield Draft(one.entity, "partOf", other.entity, sentence.span, "np.chain")


def _fits(reading: Reading, inner: Named, outer: Named) -> bool:
    """Whether one place can lie in another: as the lexicon says where it knows both, else a smaller one in a larger."""
    text, lexicon = reading.context.text, reading.context.lexicon
    known, around = _entries(reading, inner), _entries(reading, outer)
    if known and around and known[0].type in ("Country", "Region", "City"):
        if any(lexicon.contains(place, entry) for entry in known for place in around):
            return True
        if known[0].type == "City" and around[0].type == "Country" and _PLACED.match(text, inner.span.end):
            return True  # `영국 케임브리지에서`: another than the one that the tables know
        return any(_beside(reading, entry, place) for entry in known for place in around)
    kinds = reading.type(inner), reading.type(outer)
    district = inner.span.of(text).endswith(("구", "군", "읍", "면", "동", "리")) and not known
    if district and kinds[1] in ("Region", "City"):
        return True
    order = ("Facility", "Cluster", "City", "Region", "Country")
    types = order.index(kinds[0]), order.index(kinds[1])
    return types[0] < types[1] or types == (0, 0)


def _entries(reading: Reading, place: Named) -> tuple[Entry, ...]:
    """What the lexicon knows under a place's name, or under its full or short form: 청주 is 청주시."""
    name, named = place.span.of(reading.context.text), reading.context.lexicon.named
    if found := named(name):
        return found
    full = [entry for suffix in ("시", "군") for entry in named(name + suffix)]
    full += named(name[:-1]) if name.endswith("시") and len(name) > 2 else ()
    return tuple(full) if reading.type(place) in SITES else ()


def _beside(reading: Reading, inner: Entry, outer: Entry) -> bool:
    """A new town that the lexicon puts beside its district, or the namesake of a town (`뉴햄프셔주 맨체스터`).

    Abroad the tables leave out the levels between: `장쑤성 쑤저우`.
    """
    country = reading.context.lexicon.country
    if inner.type == "City" and outer.type == "Region" and country(inner) != country(outer):
        return True
    abroad = inner.inside != "" and inner.inside == outer.inside and country(outer) != _HOME
    if abroad and (inner.type, outer.type) == ("City", "Region"):
        return True
    town = inner.ko.endswith("도시") or not inner.ko.endswith(("구", "군", "시", "도"))
    district = outer.ko.endswith(("구", "군", "시")) and town
    return district and inner.inside != "" and inner.inside == outer.inside


def described(pair: Pair) -> Iterator[Draft]:
    """`미국 가나바이오`, `부산의 신약 개발사 가나바이오`, `하노이 소재 유통사 가나`, `서울의 가나포럼`."""
    kinds, link_ = pair.kinds, pair.link
    home = kinds[0] in ORGANISATIONS and kinds[1] in SITES and not link_.words and not link_.of
    if home and _PARTS.match(pair.reading.context.text, pair.other.span.end):
        yield pair.draft("locatedIn", "np.home")
    if kinds[0] in ("Facility", "Cluster") and kinds[1] in LOCATED and link_.of and _described(pair):
        yield pair.draft("locatedIn", "np.within", back=True)
    if kinds[0] not in ("Country", *SITES) or not _described(pair):
        return
    if kinds[1] in LOCATED or (kinds[1] in ("Facility", "Cluster") and link_.words):
        if kinds[0] == "Country" or not _modifies(pair):
            yield pair.draft("locatedIn", "np.place", back=True)
    elif kinds[1] == "Event" and link_.of and kinds[0] != "Country" and heads(pair.reading, pair.other):
        yield pair.draft("locatedIn", "np.venue", back=True)
    elif kinds[1] == "OrganizationalUnit" and kinds[0] == "Country":
        yield from _abroad(pair)
    elif kinds[1] == "OrganizationalUnit" and link_.of and pair.reading.name(pair.other).endswith(_HOUSED):
        yield pair.draft("locatedIn", "np.place", back=True)


def _described(pair: Pair) -> bool:
    words = pair.link.words
    if any(_ABROAD.fullmatch(word) for word in words):
        return False
    if pair.link.of or not words or all(_KIND.fullmatch(word) for word in words):
        return True
    last = pair.link.last.partition("(")[0]
    return last.endswith(_BODIES) or cued(pair.reading.context, last) in LOCATED


def _modifies(pair: Pair) -> bool:
    """Whether what follows the name is what the place holds: `수원의 가나제약 연구동 다라관`."""
    text, end = pair.reading.context.text, pair.other.span.end
    rest = [m for m in pair.reading.names.outermost(Span(end, pair.sentence.span.end)) if m.span.start > end]
    if not rest or rest[0].span.start - end > 20 or text[end] != " ":
        return False
    tied = link(pair.reading, pair.other, rest[0])
    return (
        tied is not None and not tied.of and pair.reading.type(rest[0]) in (*LOCATED, "Facility", "OrganizationalUnit")
    )


def _abroad(pair: Pair) -> Iterator[Draft]:
    """A country before a unit: a university's is there with it, an office of a firm of that country is elsewhere."""
    for owner in pair.reading.names.within(pair.other.span):
        kind = pair.reading.type(owner)
        if owner.span.start == pair.other.span.start and owner.span != pair.other.span and not pair.link.words:
            subject = pair.other if kind in ("University", "Hospital", "ResearchInstitute") else owner
            if kind in LOCATED:
                yield Draft(subject.entity, "locatedIn", pair.one.entity, pair.sentence.span, "np.place")


def shared_place(reading: Reading, sentence: Sentence, outer: Sequence[Named]) -> Iterator[Draft]:
    """`미국의 가나바이오와 다라파마`, `가나바이오·다라팜 등 제주 기업`: all are there."""
    for place, first, second in zip(outer, outer[1:], outer[2:], strict=False):
        kinds = reading.type(place), reading.type(first), reading.type(second)
        tied = reading.between(place, first) == "의 " and reading.between(first, second) in ("와 ", "과 ")
        if kinds[0] in ("Country", *SITES) and tied and kinds[1] in _HELD and kinds[2] in LOCATED:
            yield Draft(second.entity, "locatedIn", place.entity, sentence.span, "np.place")
    for i, place in enumerate(outer):
        if reading.type(place) in ("Country", *SITES) and i and _sums_up(reading, outer[i - 1], place):
            for member in _members(reading, outer[:i]):
                yield Draft(member.entity, "locatedIn", place.entity, sentence.span, "np.place")


def _sums_up(reading: Reading, last: Named, place: Named) -> bool:
    """Whether a place and a class noun sum up the list that ends in a name: `다라팜 등 제주 기업`."""
    match = _CLASS.match(reading.context.text, place.span.end)
    if match is None or _SUMMED.fullmatch(reading.between(last, place)) is None:
        return False
    return not _ABROAD.fullmatch(match[1])


def _members(reading: Reading, outer: Sequence[Named]) -> Iterator[Named]:
    """The names of a list, from its last back."""
    after: Named | None = None
    for mention in reversed(outer):
        if reading.type(mention) not in LOCATED:
            return
        if after is not None and not _LISTED.fullmatch(reading.between(mention, after)):
            return
        yield mention
        after = mention
