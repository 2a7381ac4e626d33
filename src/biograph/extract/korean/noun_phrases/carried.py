"""The place that a name carries: in itself (`가나 보스턴 지사`), or in a bracket behind (`가나바이오(대전)`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from biograph.extract.drafts import Draft, Named
from biograph.extract.korean.noun_phrases.neighbours import SITES, Reading
from biograph.extract.korean.noun_phrases.whereabouts import LOCATED
from biograph.model import Sentence

_UNPLACED = re.compile(r".*(?:팀|부|실|과|국|TF|부문|담당|본부|협력단|위원회|사업단)")  # work on a country, not in it
_MISSION = re.compile(r"주 ?([가-힣]+?) ?(?:한국|대한민국)? ?(?:총영사관|영사관|대사관)")
_PROFILE = re.compile(r"[·ㆍ/,|] ?[^()]{2,25}")  # `가나바이오(대전·진단기기)`
_OFFICES = tuple("지사 법인 사무소 지부 지점 지회 무역관 분원 사무처 공장 센터 캠퍼스 연구소".split())


def inside(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """The place that a site, unit, office abroad or mission carries in its own name."""
    mentions = reading.names.within(sentence.span)
    for outer in mentions:
        found = {m.entity for m in mentions if m.span != outer.span and outer.span.contains(m.span)}
        carried = {e for e in found if _carries(reading, outer, reading.names.entities[e].type)}
        for place in _borne(reading, outer) or sorted(carried):
            yield Draft(outer.entity, "locatedIn", place, sentence.span, "np.inside")


def _carries(reading: Reading, outer: Named, place: str) -> bool:
    kind, name = reading.type(outer), outer.span.of(reading.context.text)
    if kind in ("Cluster", "Facility"):
        return place in SITES
    if kind == "OrganizationalUnit":
        office = name.endswith(_OFFICES)
        return (place in SITES and not _UNPLACED.fullmatch(name)) or (place in ("Country", *SITES) and office)
    return kind == "Company" and place == "Country"


def _borne(reading: Reading, outer: Named) -> list[str]:
    """The site that opens a site's name (`다라캠퍼스 1공장`), or the city of a mission (`주보스턴총영사관`)."""
    kind, name = reading.type(outer), outer.span.of(reading.context.text)
    mission = _MISSION.fullmatch(name) if kind == "GovernmentBody" else None
    if mission is None and kind not in ("Cluster", "Facility"):
        return []
    fits: list[tuple[int, str]] = []
    for entity in reading.names.entities.values():
        for form in (entity.name, *entity.aliases):
            opens = entity.type in ("Cluster", "Facility") and name.startswith(form + " ")
            if (entity.type == "City" and form == mission[1]) if mission else opens:
                fits.append((len(form), entity.id))
    return [max(fits)[1]] if fits else []


def bracketed(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """`가나바이오(대전)`, `가나학회(미국 보스턴)`: the last place in a bracket behind a body, site or event."""
    for bracket in reading.context.brackets.values():
        if not sentence.span.contains(bracket):
            continue
        places = [m for m in reading.names.outermost(bracket) if reading.type(m) in ("Country", *SITES)]
        rest = bracket.of(reading.context.text)[1:-1]
        for place in places:
            rest = rest.replace(place.span.of(reading.context.text), "", 1)
        listed = len(places) == 1 and places[0].span.start == bracket.start + 1 and _PROFILE.fullmatch(rest)
        if not places or not (listed or re.fullmatch(r"[ ,]*(?:소재|본사|위치)?", rest)):
            continue
        for owner in reading.names.outermost(sentence.span):
            if owner.span.end == bracket.start and reading.type(owner) in LOCATED | {"Facility", "Event"}:
                yield Draft(owner.entity, "locatedIn", places[-1].entity, sentence.span, "np.bracket")
