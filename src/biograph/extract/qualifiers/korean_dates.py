"""Korean date expressions, from `2021년 10월 18일` to `지난달 31일` and `같은 해`."""

from __future__ import annotations

import re
from dataclasses import replace
from re import Match

from biograph.extract.qualifiers.moments import Context, Moment, Rule

_YEARS_FROM_PUBLICATION = {
    "올해": 0, "올": 0, "금년": 0, "지난해": -1, "작년": -1, "재작년": -2, "지지난해": -2, "내년": 1, "내후년": 2,
    "후년": 2,
}  # fmt: skip
_YEARS_FROM_LATEST = {
    "같은 해": 0, "같은해": 0, "그해": 0, "그 해": 0, "동년": 0, "이듬해": 1, "다음 해": 1, "다음해": 1, "전년": -1,
    "전해": -1,
}  # fmt: skip
_MONTHS_FROM_PUBLICATION = {
    "지난달": -1, "지난 달": -1, "지지난달": -2, "이달": 0, "이번 달": 0, "이번달": 0, "다음 달": 1, "다음달": 1,
    "내달": 1,
}  # fmt: skip
_MONTHS_FROM_LATEST = {"같은 달": 0, "같은달": 0, "그달": 0, "그 달": 0, "동월": 0, "이듬달": 1}
_DAYS_FROM_PUBLICATION = {"오늘": 0, "금일": 0, "어제": -1, "그제": -2, "그저께": -2, "내일": 1, "모레": 2}
_DAYS_FROM_LATEST = {
    "이날": 0, "같은 날": 0, "같은날": 0, "그날": 0, "전날": -1, "다음 날": 1, "다음날": 1, "이튿날": 1,
}  # fmt: skip
_YEARS = _YEARS_FROM_PUBLICATION | _YEARS_FROM_LATEST
_MONTHS = _MONTHS_FROM_PUBLICATION | _MONTHS_FROM_LATEST
_DAYS = _DAYS_FROM_PUBLICATION | _DAYS_FROM_LATEST
_WEEKS = {"지난주": -1, "지난 주": -1, "이번 주": 0, "이번주": 0, "다음 주": 1, "다음주": 1}
_WEEKDAYS = "월화수목금토일"
_DIRECTIONS = ("지난", "오는", "다가오는")
# The final consonant ㅆ of a past tense: 했다, 열렸다, 맺었으며; 있다 and 겠다 have it, too, and are none.
_PAST_FINAL = 20
_FUTURE = re.compile(r"예정|계획|목표|방침|전망|앞두|까지|기로|겠|[가-힣]다(?=[.\"'”’\s]|고|며|는)")
_WINDOW = 60

YEAR = re.compile("|".join(_YEARS))
# The day on which somebody announces something is not the day of what is announced.
REPORTED = re.compile(
    r"(?:\(현지\s?시[간각]\))?\s?(?:[가-힣A-Za-z]+(?:에|에서|은|는|이|가)\s){0,2}(?:밝혔|밝힌|전했|말했|알렸|발표|공시|따르면|설명)"
)


def _either(table: dict[str, int]) -> str:
    return "|".join(sorted(table, key=lambda word: (-len(word), word)))


_NOT_A_YEAR = r"(?!간|\s?동안|생|대\s|대[에의부]|\s?만에|차|째|\s?전[에부만 ,]|\s?[뒤후][에 ,]|여)"
_NOT_A_DAY = (
    r"(?!간|\s?동안|째|\s?만에|\s?이내|치|령|차|\s?전[에부 ,]|\s?[뒤후][에 ,]|여|분|당|\s?이상|\s?이하|\s\d+회)"
)
_YEAR = (
    rf"(?:(?P<y>(?:19|20)\d\d)년{_NOT_A_YEAR}|['’]?(?P<yy>\d\d)년(?=\s?\d{{1,2}}월)"
    rf"|(?<![가-힣])(?P<ry>{_either(_YEARS)})(?:(?<!올)|(?=\s?(?:\d|[상하]반기|봄|여름|가을|겨울|초|연말))))"
)
_MONTH = rf"(?:(?P<m>\d{{1,2}})월(?!호|령|세)|(?<![가-힣])(?P<rm>{_either(_MONTHS)}))"
_DAY = rf"(?P<d>\d{{1,2}})(?:일{_NOT_A_DAY}|(?=(?:일)?\s?[~∼〜·ㆍ-]\s?\d{{1,2}}일))"
_UNTIL = r"(?:(?:일)?\s?[~∼〜·ㆍ-]\s?(?:\d{1,2}월\s?)?\d{1,2}일|부터\s(?:\d{1,2}월\s?)?\d{1,2}일까지)?"
_PART = r"(?:\s?(?:\d분기|[1-4]/4분기|[상하]반기|초|중순|하순|상순|말|봄|여름|가을|겨울)(?![가-힣]{2}))?"
_DIRECTION = rf"(?:(?<![가-힣])(?P<dir>{'|'.join(_DIRECTIONS)})\s?)?"
_NO_DIGIT = r"(?<![\d.,~∼/-])"

_DATE = re.compile(
    rf"{_DIRECTION}{_NO_DIGIT}(?:{_YEAR}(?:\s?{_MONTH})?(?:\s?{_DAY}{_UNTIL})?{_PART}"
    rf"|{_MONTH.replace('<m>', '<m2>').replace('<rm>', '<rm2>')}(?:\s?{_DAY.replace('<d>', '<d2>')}{_UNTIL})?{_PART}"
    rf"|{_DAY.replace('<d>', '<d3>')}{_UNTIL})"
)
_RELATIVE_DAY = re.compile(rf"(?<![가-힣])(?P<word>{_either(_DAYS)})(?![가-힣]{{2}}|날|치)(?:\(\d{{1,2}}일\))?")
_WEEKDAY = re.compile(
    rf"(?<![가-힣])(?:(?P<dir>{'|'.join(_DIRECTIONS)}|{_either(_WEEKS)})\s?)?(?P<day>[{_WEEKDAYS}])요일(?!\s?마다)"
)
_WEEK = re.compile(rf"(?<![가-힣])(?P<week>{_either(_WEEKS)})(?!\s?[{_WEEKDAYS}]요일)(?![가-힣]{{2}})")
_AGO = re.compile(rf"{_NO_DIGIT}(?P<n>\d{{1,3}})\s?(?P<unit>년|개월|달|주|일)\s?전(?=[에부만인의 ,.)])")


_FIRST = "".join(sorted({word[0] for word in (*_YEARS, *_MONTHS, *_DAYS, *_WEEKS, *_DIRECTIONS, *_WEEKDAYS)}))
# Where an expression may start: at a number, or at one of the words, before which no other syllable stands.
STARTS = re.compile(rf"[\d'’{_FIRST}](?:(?<=['’])|(?<=\d)(?<!\d.)|(?<=[{_FIRST}])(?<![가-힣].))")


def _date(match: Match[str], context: Context) -> Moment | None:
    month_text, relative_month = match["m"] or match["m2"], match["rm"] or match["rm2"]
    day_text = match["d"] or match["d2"] or match["d3"]
    day = int(day_text) if day_text else None
    future = match["dir"] in ("오는", "다가오는") or (match["dir"] is None and _speaks_of_the_future(match))
    if match["y"] or match["yy"] or match["ry"]:
        moment = _year(match, context)
        month = int(month_text) if month_text else None
        return replace(moment, month=month, day=day if month else None) if moment else None
    if relative_month:
        moment = _relative_month(relative_month, context)
    elif month_text:
        moment = _month(int(month_text), context, future=future, bare=match["dir"] is None, day=day)
    else:
        return context.nearest_day(day, future=future) if day else None
    return replace(moment, day=day) if moment else None


def _year(match: Match[str], context: Context) -> Moment | None:
    if match["y"]:
        return Moment(int(match["y"]))
    base = context.published
    if match["yy"]:
        return Moment((base.year if base else 2000) // 100 * 100 + int(match["yy"]))
    word = match["ry"]
    if word in _YEARS_FROM_LATEST:
        base = context.latest or (context.published if word == "전년" else None)
    return Moment(base.year + _YEARS[word]) if base else None


def _relative_month(word: str, context: Context) -> Moment | None:
    base = context.latest if word in _MONTHS_FROM_LATEST else context.published
    return base.month_of(_MONTHS[word]) if base and base.month else None


def _month(month: int, context: Context, *, future: bool, bare: bool, day: int | None) -> Moment | None:
    """A month without a year: in the year the sentence just named where it comes later there, else near publication."""
    named = context.year
    if bare and named and month >= (named.month or 1):
        return Moment(named.year, month)
    today = context.published
    if day and today and today.day and month == today.month:
        passed = day <= today.day
        return today.month_of(0) if passed != future or day == today.day else today.month_of(12 if future else -12)
    return context.nearest_month(month, future=future)


def _speaks_of_the_future(match: Match[str]) -> bool:
    """Whether the first verb or plan behind a date, before the next date, is not past."""
    behind = match.string[match.end() : match.end() + _WINDOW]
    behind = re.split(r"\n|[.!?]\s|\d{1,2}[년월일]|따르면", behind)[0]
    future = _FUTURE.search(behind)
    past = next((i for i, c in enumerate(behind) if _is_past(c)), None)
    return future is not None and (past is None or future.start() < past)


def _is_past(syllable: str) -> bool:
    return "가" <= syllable <= "힣" and (ord(syllable) - 0xAC00) % 28 == _PAST_FINAL and syllable not in "있겠"


def _relative_day(match: Match[str], context: Context) -> Moment | None:
    word = match["word"]
    if word in _DAYS_FROM_PUBLICATION:
        base = context.published
    else:
        base = context.day or (context.published if word in ("이날", "전날") else None)
    return base.days_on(_DAYS[word]) if base else None


def _weekday(match: Match[str], context: Context) -> Moment | None:
    weekday, direction = _WEEKDAYS.index(match["day"]), match["dir"]
    today = context.published
    if direction in _WEEKS:
        return today.days_on(7 * _WEEKS[direction] - today.weekday + weekday) if today and today.day else None
    future = direction in ("오는", "다가오는") or (direction is None and _speaks_of_the_future(match))
    return context.nearest_weekday(weekday, future=future, strictly=direction is not None)


def _week(match: Match[str], context: Context) -> Moment | None:
    return context.week(_WEEKS[match["week"]])


def _ago(match: Match[str], context: Context) -> Moment | None:
    today, number, unit = context.published, int(match["n"]), match["unit"]
    if not today:
        return None
    if unit == "년":
        return Moment(today.year - number)
    if unit in ("개월", "달"):
        return today.month_of(-number) if today.month else None
    return today.days_on(-number * (7 if unit == "주" else 1)) if unit == "일" else None


RULES: tuple[Rule, ...] = (
    (_DATE, _date),
    (_RELATIVE_DAY, _relative_day),
    (_WEEKDAY, _weekday),
    (_WEEK, _week),
    (_AGO, _ago),
)
