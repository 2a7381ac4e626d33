"""Moments of stated precision, and the context that relative dates need."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from re import Match, Pattern


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, a month of it, or a day of that."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """YYYY, YYYY-MM or YYYY-MM-DD."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @property
    def is_real(self) -> bool:
        """Whether the calendar has it."""
        if not (1 <= self.year <= 9999 and 1 <= (self.month or 1) <= 12):
            return False
        return 1 <= (self.day or 1) <= calendar.monthrange(self.year, self.month or 1)[1]

    def month_of(self, months: int) -> Moment:
        """The month so many months later (earlier, where negative)."""
        index = self.year * 12 + (self.month or 1) - 1 + months
        return Moment(index // 12, index % 12 + 1)

    def days_on(self, days: int) -> Moment | None:
        """The day so many days later, None where this is no day."""
        if not self.day or not self.month:
            return None
        later = date(self.year, self.month, self.day) + timedelta(days)
        return Moment(later.year, later.month, later.day)

    @property
    def weekday(self) -> int:
        """0 for Monday."""
        return date(self.year, self.month or 1, self.day or 1).weekday()


def parse(iso: str | None) -> Moment | None:
    """The moment that YYYY, YYYY-MM or YYYY-MM-DD names, None for anything else."""
    try:
        moment = Moment(*(int(part) for part in (iso or "").split("-")[:3]))
    except (TypeError, ValueError):
        return None
    return moment if moment.is_real else None


@dataclass(frozen=True, slots=True)
class Context:
    """What a relative date is read against, while a text is read from its start.

    `published` is the article's day; `latest` and `day` are the last moment and the last day named before, not counting
    the day on which somebody said so; `year` is the year last named in the same sentence.
    """

    published: Moment | None = None
    latest: Moment | None = None
    day: Moment | None = None
    year: Moment | None = None

    def after(self, moment: Moment, *, reported: bool, explicit: bool) -> Context:
        """The context behind a date; `reported` for the day of an announcement, `explicit` where a year is named."""
        return replace(
            self,
            latest=self.latest if reported and self.latest else moment,
            day=moment if moment.day and not (reported and self.day) else self.day,
            year=moment if explicit else self.year,
        )

    def nearest_day(self, day: int, *, future: bool) -> Moment | None:
        """The last such day of a month up to publication, or (`future`) the next one from it on."""
        if not (today := self.published) or not today.day:
            return None
        for offset in range(13):
            moment = replace(today.month_of(offset if future else -offset), day=day)
            passed = day >= today.day if future else day <= today.day
            if moment.is_real and (offset or passed):
                return moment
        return None

    def nearest_month(self, month: int, *, future: bool, strictly: bool = False) -> Moment | None:
        """The last such month up to publication's, or (`future`) the next; `strictly` leaves out that month itself."""
        today = self.published
        if not today or not today.month:
            return None
        ahead = (month - today.month) % 12
        behind = (today.month - month) % 12
        if strictly:
            ahead, behind = ahead or 12, behind or 12
        return today.month_of(ahead if future else -behind)

    def nearest_weekday(self, weekday: int, *, future: bool, strictly: bool = False) -> Moment | None:
        """The last such weekday up to the day of publication, or (`future`) the next one from it on."""
        today = self.published
        if not today or not today.day:
            return None
        ahead, behind = (weekday - today.weekday) % 7, (today.weekday - weekday) % 7
        if strictly:
            ahead, behind = ahead or 7, behind or 7
        return today.days_on(ahead if future else -behind)

    def week(self, weeks: int) -> Moment | None:
        """The month, else the year, that holds the whole week so many weeks after that of publication."""
        today = self.published
        monday = today.days_on(7 * weeks - today.weekday) if today and today.day else None
        sunday = monday.days_on(6) if monday else None
        if not monday or not sunday or monday.year != sunday.year:
            return None
        return Moment(monday.year, monday.month) if monday.month == sunday.month else Moment(monday.year)


# A rule reads one kind of expression: what matches, and the moment it names in a context (None where it cannot tell).
# The text around the match is `match.string`.
Resolver = Callable[[Match[str], Context], Moment | None]
Rule = tuple[Pattern[str], Resolver]
