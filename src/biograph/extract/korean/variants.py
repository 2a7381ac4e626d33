"""When two names are one: spellings of a body, short forms, an event with its year, a unit without its owner."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS
from biograph.extract.lexicon import Entry
from biograph.model import Span, normalise_name

_LEGAL = re.compile(r"^(?:\(주\)|㈜|\(사\)|\(재\)|주식회사|사단법인|재단법인)\s*|\s*(?:\(주\)|㈜|주식회사)$")
_NATION = ("한국", "대한", "국립")
# What makes another body of a body's name: its group, its subsidiaries abroad, its funds.
_OTHERS = frozenset(
    (
        "그룹 홀딩스 지주 지주사 재팬 코리아 아메리카 차이나 유럽 글로벌 인터내셔널 베트남 인도네시아 "
        "싱가포르 인도 태국 USA US Inc America Japan China Korea Europe Global 재단 벤처스 인베스트 인베스트먼트 "
        "캐피탈 파트너스 헬스케어 "
    ).split()
)
_SCHOOLS = {"의과대학": "의대", "약학대학": "약대", "공과대학": "공대", "치과대학": "치대", "수의과대학": "수의대"}
_SCHOOL = re.compile(r"(대학교|대학|대)$")


@dataclass(eq=False)
class Group:
    """One entity in the making."""

    type: str
    names: list[str] = field(default_factory=list)
    spans: set[Span] = field(default_factory=set)
    short: list[str] = field(default_factory=list)
    entry: Entry | None = None
    open: bool = False
    owner: Group | None = None


def clean(name: str) -> str:
    """A name without its legal form, blanks evened out."""
    return _LEGAL.sub("", " ".join(name.split())) or name


def hangul(name: str) -> int:
    """How many Hangul syllables a name has."""
    return sum("가" <= c <= "힣" for c in name)


def compatible(one: str, other: str) -> bool:
    """Whether two layers may mean one thing by these types: the same, or two kinds of organisation."""
    return one == other or {one, other} <= ORGANISATIONS


@lru_cache(maxsize=4096)
def variant_key(name: str) -> str:
    """What spellings of one body share: 대 for 대학교, no 한국 or 국립 in front of a long name."""
    key = _SCHOOL.sub("대", normalise_name(name).replace("대학교병원", "대병원").replace("대학병원", "대병원"))
    for nation in _NATION:
        if key.startswith(nation) and len(key) - len(nation) >= 5:
            return key[len(nation) :]
    return key


def governed(name: str, context: Context) -> Entry | None:
    """The city or province that a local government is named after (전남도, 광주광역시); None for any other body."""
    if not name.endswith(("시", "도")):
        return None
    for form in (name, re.sub(r"(?:특별자치|특별|광역)?[시도]$", "", name)):
        for entry in context.lexicon.named(form):
            if entry.type in ("City", "Region"):
                return entry
    return None


def begins(longer: Group, shorter: Group) -> bool:
    """Whether every other name of a body begins with a short one (아임뉴런 in 아임뉴런바이오사이언스)."""
    name = shorter.names[0]
    if len(shorter.names) > 1:
        return False
    rests = [n[len(name) :] for n in longer.names if n.startswith(name) and " " not in n]
    return any(len(r) >= (2 if len(name) > 2 else 3) and r not in _OTHERS for r in rests)


def event_key(name: str, context: Context) -> tuple[str, str]:
    """An event's name without bracket and year, by the lexicon's name where it is known; and the year."""
    year = re.search(r"(?:19|20)\d\d", name)
    base = re.sub(r"\([^)]*\)|(?:19|20)\d\d년?", "", name).strip()
    known = context.lexicon.named(base)
    return (known[0].ko if known else normalise_name(base)), year.group() if year else ""


def rest(name: str, owner: Group) -> str:
    """A unit's name without its owner's."""
    key = (
        normalise_name(re.sub(r"\([^)]*\)", "", name)).replace("美", "미국").replace("中", "중국").replace("日", "일본")
    )
    for full, short in _SCHOOLS.items():
        key = key.replace(full, short)
    for n in sorted((*owner.names, *owner.short), key=len, reverse=True):
        if key.startswith(normalise_name(n)):
            return key[len(normalise_name(n)) :]
    return key


def tail(group: Group) -> str:
    """The first name of a unit without its owner's; the name itself where it has no owner."""
    return rest(group.names[0], group.owner) if group.owner else normalise_name(group.names[0])
