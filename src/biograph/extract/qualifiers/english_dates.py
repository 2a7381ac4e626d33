"""English date expressions, from `October 18, 2021` to `last Friday` and `the first quarter of 2026`."""

from __future__ import annotations

import re
from dataclasses import replace
from re import Match

from biograph.extract.qualifiers.moments import Context, Moment, Rule

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12}
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_NUMBERS |= {"nine": 9, "ten": 10}
_SHIFT = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}

_MONTH = (
    r"(?:Jan(?:\.|uary)?|Feb(?:\.|ruary)?|Mar(?:\.|ch)?|Apr(?:\.|il)?|May|June?|July?|Aug(?:\.|ust)?|Sept?(?:\.|ember)?"
    r"|Oct(?:\.|ober)?|Nov(?:\.|ember)?|Dec(?:\.|ember)?)(?![a-z])"
)
_YEAR = r"(?:19|20)\d\d"
_AND = r"(?:\s?(?:-|–|—|and|to|&|through)\s?(?:\d{1,2})(?:st|nd|rd|th)?(?!\d))?"
_COUNTED = (
    r"(?!\s(?:patients|people|jobs|employees|companies|participants|researchers|workers|shares|members|visitors|won)\b)"
)
_WEEKDAY_NAME = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


def _behind(words: str) -> str:
    """A pattern for a place right behind one of the words."""
    return "|".join(rf"(?<=\b{word}[\s-])" for word in words.split())


_MONTH_DAY = re.compile(
    rf"\b(?P<m>{_MONTH})\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|,\d{{3}}\b|%|:){_AND}(?:,?\s(?P<y>{_YEAR})\b)?"
)
_DAY_MONTH = re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_AND}\s(?:of\s)?(?P<m>{_MONTH})(?:,?\s(?P<y>{_YEAR})\b)?")
_MONTH_YEAR = re.compile(rf"\b(?P<m>{_MONTH}),?\s(?P<y>{_YEAR})\b")
_MONTH_ALONE = re.compile(
    rf"(?:{_behind('in since by of until from through during early late mid before after')}"
    rf"|\b(?P<dir>last|this past|this|next|this coming)\s)(?P<m>{_MONTH})(?!\s\d)"
)
_WEEKDAY = re.compile(
    rf"(?:\b(?P<dir>last|this|next|this coming|this past)\s)?\b(?P<w>{_WEEKDAY_NAME})\b(?!s|,?\s{_MONTH}\s\d)"
)
_PERIOD = re.compile(
    r"\b(?:(?:earlier|later|early|late)\s)?(?P<dir>last|this|next|this past|this coming)\s"
    r"(?P<unit>year|month|week|quarter|spring|summer|fall|autumn|winter)\b(?!['’]s)",
    re.IGNORECASE,
)
_PART_OF_YEAR = re.compile(
    rf"\b(?:(?:first|second|third|fourth|final|last)[\s-](?:quarter|half)|Q[1-4]|H[12]|[1-4]Q|[12]H|spring|summer|fall|autumn|winter"
    rf"|(?:the\s)?(?:start|beginning|middle|end)"
    rf"|early|late|mid)(?:\s(?:of|in))?[\s-](?P<y>{_YEAR})\b",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(
    rf"(?:{_behind('in since by of until through from during before after around to for early as the The its their')}"
    rf"|(?<=['’]s\s))(?P<y>{_YEAR})(?![\d,%-]\d|[\d%]|s\b|['’]s\b){_COUNTED}"
)
_RELATIVE_DAY = re.compile(r"\b(?P<word>today|yesterday|tomorrow|tonight)\b(?!['’]s)", re.IGNORECASE)
_SAME = re.compile(
    r"\b(?:(?:the|that)\s(?:very\s)?same\s(?P<same>day|month|year)|that\s(?P<that>day|month|year)"
    r"|(?:a|one)\s(?P<later>day|month|year)\s(?:later|after)\b|the\s(?:next|following)\s(?P<next>day|month|year)"
    r"|(?:a|one)\s(?P<earlier>day)\s(?:earlier|before)|the\s(?P<previous>day|year)\sbefore)\b",
    re.IGNORECASE,
)
_AGO = re.compile(rf"\b(?P<n>\d{{1,3}}|{'|'.join(_NUMBERS)})\s(?P<unit>year|month|week|day)s?\sago\b", re.IGNORECASE)
_FUTURE = re.compile(
    r"\b(?:will|shall|to be|upcoming|slated|due|until|by"
    r"|(?:is|are|was|were|plans?|planned|intends?|aims?|expects?|expected|scheduled|set|hopes?|wants?|looks?)\s(?:\w+\s){0,3}?to)\b",
    re.IGNORECASE,
)
_WINDOW = 120
REPORTED = re.compile(
    r"\b(?:said|announced|reported|told\s\w+|disclosed|stated)\s(?:in a statement\s|late\s)?(?:on\s)?$"
)
# Where an expression may start.
STARTS = re.compile(r"\b[A-Za-z\d]")


def _month_number(match: Match[str]) -> int:
    return _MONTHS.index(match["m"][:3]) + 1


def _day(match: Match[str], context: Context) -> Moment | None:
    month, day = _month_number(match), int(match["d"])
    if match["y"]:
        return Moment(int(match["y"]), month, day)
    if context.year and (context.year.month or 1) <= month:
        return Moment(context.year.year, month, day)
    today, future = context.published, _speaks_of_the_future(match)
    if not today:
        return None
    moment = context.nearest_month(month, future=future)
    if moment and today.day and month == today.month and day != today.day and (day > today.day) != future:
        moment = moment.month_of(12 if future else -12)
    return replace(moment, day=day) if moment else None


def _month_year(match: Match[str], context: Context) -> Moment:
    return Moment(int(match["y"]), _month_number(match))


def _month(match: Match[str], context: Context) -> Moment | None:
    month, direction = _month_number(match), match["dir"]
    if direction is None:
        return context.nearest_month(month, future=_speaks_of_the_future(match))
    if direction == "this":
        return Moment(context.published.year, month) if context.published else None
    return context.nearest_month(month, future=direction in ("next", "this coming"), strictly=True)


def _weekday(match: Match[str], context: Context) -> Moment | None:
    weekday, direction = _WEEKDAYS.index(match["w"][:3]), match["dir"]
    future = direction in ("next", "this coming") or (direction in (None, "this") and _speaks_of_the_future(match))
    return context.nearest_weekday(weekday, future=future, strictly=direction in ("last", "next"))


def _period(match: Match[str], context: Context) -> Moment | None:
    today, unit = context.published, match["unit"].lower()
    shift = _SHIFT[match["dir"].lower().split()[-1]]
    if not today:
        return None
    if unit == "year":
        return Moment(today.year + shift)
    if unit == "month":
        return today.month_of(shift) if today.month else None
    if unit == "week":
        return context.week(shift)
    if not today.month:
        return None
    if unit == "quarter":
        return Moment(today.month_of(3 * shift).year)
    if shift == 0:
        return Moment(today.year)
    season = context.nearest_month(_SEASONS[unit], future=shift > 0, strictly=True)
    return Moment(season.year) if season else None


def _part_of_year(match: Match[str], context: Context) -> Moment:
    return Moment(int(match["y"]))


def _relative_day(match: Match[str], context: Context) -> Moment | None:
    shift = {"yesterday": -1, "tomorrow": 1}.get(match["word"].lower(), 0)
    return context.published.days_on(shift) if context.published else None


def _same(match: Match[str], context: Context) -> Moment | None:
    groups = match.groupdict()
    unit = next(value for value in groups.values() if value).lower()
    shift = 1 if groups["later"] or groups["next"] else -1 if groups["earlier"] or groups["previous"] else 0
    if unit == "day":
        return context.day.days_on(shift) if context.day else None
    latest = context.latest
    if unit == "month":
        return latest.month_of(shift) if latest and latest.month else None
    return Moment(latest.year + shift) if latest else None


def _ago(match: Match[str], context: Context) -> Moment | None:
    today, unit = context.published, match["unit"].lower()
    number = _NUMBERS.get(match["n"].lower()) or int(match["n"])
    if not today:
        return None
    if unit == "year":
        return Moment(today.year - number)
    if unit == "month":
        return today.month_of(-number) if today.month else None
    return today.days_on(-number) if unit == "day" else context.week(-number)


def _speaks_of_the_future(match: Match[str]) -> bool:
    """Whether the clause before a date, back to the last one, or the verb right after speaks of what is to come."""
    before = match.string[max(0, match.start() - _WINDOW) : match.start()]
    clause = re.split(rf"[.!?]\s|\n|;|{_YEAR}|\b{_WEEKDAY_NAME}\b|\bin {_MONTH}", before)[-1]
    behind = match.string[match.end() : match.end() + 30]
    return bool(_FUTURE.search(clause)) or bool(re.match(r",?\s(?:\w+\s){0,3}(?:will|plans to|is to|are to)\b", behind))


RULES: tuple[Rule, ...] = (
    (_MONTH_DAY, _day),
    (_DAY_MONTH, _day),
    (_MONTH_YEAR, _month_year),
    (_MONTH_ALONE, _month),
    (_WEEKDAY, _weekday),
    (_PERIOD, _period),
    (_PART_OF_YEAR, _part_of_year),
    (_YEAR_ALONE, _part_of_year),
    (_RELATIVE_DAY, _relative_day),
    (_SAME, _same),
    (_AGO, _ago),
)
