"""Ties over time: by the date of the document that first states them, those between groups above those within one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from biograph.figures.periods import Period
from biograph.figures.svg import BLUE, ORANGE, SMALL, Picture, bar, label, link, picture, rule
from biograph.wording import Wording, number, wording

_LANE, _HIGH = 92, 46  # pixels from lane to lane, and of the longest bar


@dataclass(frozen=True, slots=True)
class PeriodTies:
    """The ties first stated in a period: between groups, and within one, by shares."""

    period: Period
    between: float
    within: float
    link: str = ""


def timeline(ties: Sequence[PeriodTies], undated: float = 0, unknown: float = 0, language: str = "ko") -> Picture:
    """The periods in order, as `periods` gives them; ties without a date, or with an end of unknown group, in words."""
    words = wording(language)["figures"]["timeline"]
    apart = [words[name].format(ties=number(n)) for name, n in (("undated", undated), ("unknown", unknown)) if n]
    told = [_told(found, words) for found in ties]
    if len(ties) < 2:
        return Picture(words["title"], " ".join([*(told or [words["none"]]), *apart]))
    largest = max(1.0, *(max(found.between, found.within) for found in ties))
    drawn = [
        *_lane(words["between"], [found.between for found in ties], 0, largest, BLUE),
        *_lane(words["within"], [found.within for found in ties], _LANE, largest, ORANGE),
        *_when([found.period for found in ties]),
        *_targets(ties, told),
    ]
    svg = picture(words["title"], " ".join(told), 2 * _LANE + 40, *drawn)
    return Picture(words["title"], " ".join([words["text"], *apart]), svg)


def _told(found: PeriodTies, words: Wording) -> str:
    between, within = number(found.between), number(found.within)
    told: str = words["ties"].format(period=found.period.name, between=between, within=within)
    return told


def _lane(name: str, counts: Sequence[float], top: float, largest: float, colour: str) -> Iterator[str]:
    width, floor = 100 / len(counts), top + _LANE - 8
    yield label(name, 0, top + 14, size=SMALL)
    yield rule(0, floor, 100, floor)
    for i, count in enumerate(counts):
        if count:
            high = _HIGH * count / largest
            yield bar(width * (i + 0.2), floor - high, width * 0.6, high, colour)
            yield label(number(count), width * (i + 0.5), floor - high - 4, anchor="middle", size=SMALL)


def _when(periods: Sequence[Period]) -> Iterator[str]:
    """Below the lanes what each period is called, and below that its year where a new one begins."""
    width, floor = 100 / len(periods), 2 * _LANE
    for i, period in enumerate(periods):
        middle = width * (i + 0.5)
        yield label(period.short, middle, floor + 10, anchor="middle", size=SMALL - 1)
        if period.months < 12 and (i == 0 or period.year != periods[i - 1].year):
            yield label(str(period.year), middle, floor + 27, anchor="middle", size=SMALL - 1)


def _targets(ties: Sequence[PeriodTies], told: Sequence[str]) -> Iterator[str]:
    """Over each period a column that nobody sees and that leads to its ties: short bars are hard to hit."""
    width = 100 / len(ties)
    for i, (found, line) in enumerate(zip(ties, told, strict=True)):
        if found.between or found.within:
            yield link(found.link, line, bar(width * i, 0, width, 2 * _LANE, "transparent"))
