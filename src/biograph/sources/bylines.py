"""Bylines, datelines and dates of publication, as pages write them around an article."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?(?:[.\-/]|년)\s?(?P<m>\d{1,2})\s?(?:[.\-/]|월)\s?(?P<d>\d{1,2})(?!\d)(?:일|\.(?!\d))?"
    rf"|\b(?P<m2>{_MONTH})\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y2>(?:19|20)\d\d)\b"
    rf"|\b(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m3>{_MONTH}),?\s(?P<y3>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:오전|오후)?\s?\d{1,2}:\d{2}(?::\d{2})?|(?:오전|오후)\s?\d{1,2}시(?:\s?\d{1,2}분)?|\b[ap]\.?m\b\.?|\b(?:KST|GMT|UTC|E[SD]?T|P[SD]?T)\b"
    r"|\([월화수목금토일]\)|[월화수목금토일]요일|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d+\s*min(?:ute)?s?\s+read",
    re.IGNORECASE,
)
_NAME_EN = r"[A-Z][\w.'’\-]*(?:\s(?:[a-z]{1,3}\s)?[A-Z][\w.'’\-]*){1,3}"
_AND_NAME = rf"(?:,\s|,?\s(?:and|AND)\s){_NAME_EN}"
_BY = re.compile(rf"(?:^|[|•·,]\s*)(?:[Bb]y|BY|Written by|Reported by)\s+({_NAME_EN}(?:{_AND_NAME})*)")
_ROLE_LINE = 40
_EMAIL = re.compile(r"\(?<?[\w.+-]+@[\w-]+(?:\.[\w-]+)+>?\)?")
_AGENCY = re.compile(r"^\s*[\[(【]\s*(?P<inside>[^\[\]()【】\n]{2,40})\s*[\])】]\s*")
_WIRE = re.compile(
    r"^[A-Z][\w.,’' ]{2,60}?[,\s]*(?P<date>[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?)?[,\s]*"
    r"(?:(?:\((?P<outlet>[A-Z][\w .&]{1,30})\)|/(?P<wire>[\w .]{3,30})/)\s*(?:--|[-–—])"
    r"|-{1,2}\(BUSINESS WIRE\)-{0,2})\s*"
)


@dataclass(frozen=True)
class Labels:
    """Reporters' titles, and the labels before a date of publication or of a change."""

    roles: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]

    @cached_property
    def reporter(self) -> re.Pattern[str]:
        """Matches `name title`; group 1 holds the names, several joined by a middle dot or comma."""
        roles = "|".join(map(re.escape, sorted((r for r in self.roles if not r.isascii()), key=lambda r: (-len(r), r))))
        special = r"(?:[가-힣]{0,6}(?:전문|선임|인턴|수습|객원|의학|과학|산업|경제|바이오|취재)\s?)?"
        return re.compile(
            rf"(?<![가-힣])([가-힣]{{2,4}}(?:\s?[·,ㆍ]\s?[가-힣]{{2,4}}){{0,3}})\s*(?:\([^)]*\)\s*)?{special}(?:{roles})(?![가-힣])"
        )


def _iso(found: re.Match[str]) -> str | None:
    """The day that a match of `_DATE` names, as YYYY-MM-DD."""
    group = found.groupdict()
    for year, month, day in (("y", "m", "d"), ("y2", "m2", "d2"), ("y3", "m3", "d3")):
        if group[year]:
            name = group[month].lower()
            number = int(name) if name.isdigit() else _MONTHS.index(name[:3]) + 1
            try:
                return date(int(group[year]), number, int(group[day])).isoformat()
            except ValueError:
                return None
    return None


def is_meta(text: str, labels: Labels, is_menu: Callable[[str], bool]) -> bool:
    """Whether a short line says only who wrote the article and when."""
    rest = text
    for pattern in (_EMAIL, _DATE, _TIME, _BY, labels.reporter, _role_line(labels)):
        rest = pattern.sub(" | ", rest)
    if rest == text:
        return False
    letters = re.sub(r"[\W\d_]+", " ", rest).strip()
    if len(letters) <= 2 or is_menu(rest):
        return True
    return len(text) <= 60 and len(letters.split()) <= 3 and _leads(text, labels)


def author(lines: list[str], labels: Labels) -> str | None:
    """The names in the first byline, without titles; several are joined by a comma."""
    for place, line in enumerate(lines):
        if len(line) <= _ROLE_LINE and line.casefold().endswith(labels.roles):
            beside = lines[max(0, place - 1) : place + 2]
            if name := next((other for other in beside if re.fullmatch(_NAME_EN, other)), None):
                return _names(name)
        for pattern in (labels.reporter, _BY, _role_line(labels)):
            if (found := pattern.search(line)) and (names := _names(found[1])):
                return names
    return None


def published(lines: list[str], labels: Labels) -> str | None:
    """The date of publication among the lines around an article, the likeliest line first: YYYY-MM-DD.

    A date labelled as that of publication leads, then one without a label, then that of the last change.
    """
    ranked = [
        (_rank(line[: found.start()], labels), place, day)
        for place, line in enumerate(lines)
        for found in _DATE.finditer(line)
        if (day := _iso(found))
    ]
    return min(ranked)[2] if ranked else None


def dateline(text: str, labels: Labels) -> tuple[int, str | None, str | None, str | None]:
    """What stands before the first sentence, as in `[서울=통신] 홍길동 기자 = `: its length, author, outlet, date."""
    if wire := _WIRE.match(text):
        day = _DATE.search(wire["date"] or "")
        outlet = wire["outlet"] or wire["wire"] or "Business Wire"
        return wire.end(), None, outlet.strip(), _iso(day) if day else None
    found = _AGENCY.match(text)
    rest = text[found.end() :] if found else text
    signed = re.compile(rf"\s*{labels.reporter.pattern}\s*(?:=|[-–—|:])\s*").match(rest)
    inside = found["inside"] if found else ""
    inner = labels.reporter.search(inside)
    if not (found and ("=" in inside or inner or signed)) and not signed:
        return 0, None, None, None
    end = (found.end() if found else 0) + (signed.end() if signed else 0)
    outlet = inside.split("=")[-1] if "=" in inside else inside[: inner.start()] if inner else inside
    writer = signed[1] if signed else inner[1] if inner else None
    return end, writer and _names(writer), outlet.strip(" /·|,") or None, None


def signature(text: str, labels: Labels) -> int:
    """Where the reporter's signature after the last sentence of a paragraph begins; its length where there is none."""
    tail = re.compile(
        rf"(?<=[.!?\"”])\s*[\[(/<]?\s*{labels.reporter.pattern}\s*(?:{_EMAIL.pattern})?\s*[\])>]?\s*$|(?<=[.!?\"”])\s+{_EMAIL.pattern}\s*$"
    )
    found = tail.search(text)
    return found.start() if found else len(text)


def _role_line(labels: Labels) -> re.Pattern[str]:
    roles = "|".join(map(re.escape, sorted((r for r in labels.roles if r.isascii()), key=lambda r: (-len(r), r))))
    return re.compile(rf"^(?:By\s+)?({_NAME_EN}),?\s+(?:(?i:{roles}))\b")


def _names(raw: str) -> str:
    names = re.split(r"\s*[·ㆍ,]\s*|,?\s+(?:and|AND)\s+", raw.strip())
    return ", ".join(name.title() if name.isascii() and name.isupper() else name for name in names if name)


def _leads(text: str, labels: Labels) -> bool:
    core = text.strip(" \t•·|[]()<>-").casefold()
    return (
        bool(_DATE.match(core))
        or core.startswith(labels.published + labels.updated)
        or bool(labels.reporter.match(core))
    )


def _rank(before: str, labels: Labels) -> int:
    label = re.sub(r"[\s:：|•·\[(]+$", "", before).casefold()
    if label.endswith(labels.updated):
        return 2
    return 0 if label.endswith(labels.published) else 1
