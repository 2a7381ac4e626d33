"""Months, quarters or years that dates fall into, few enough to stand side by side."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

MOST = 12  # periods that have room for counts of three digits side by side at 360 pixels
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """So many months in a row from `first`, which is counted from January of the year 0."""

    first: int
    months: int

    def holds(self, date: str) -> bool:
        """Whether a date of ISO 8601 lies in it; a bare year counts as its January."""
        return self.first <= _month(date) < self.first + self.months

    @property
    def year(self) -> int:
        """The year in which it ends."""
        return (self.first + self.months - 1) // 12

    @property
    def short(self) -> str:
        """What tells it from others of its year: the month, the quarter; of a year the year.

        >>> [Period(2024 * 12 + 3, months).short for months in (1, 3)], Period(2020 * 12, 60).short
        (['4', 'Q2'], '–2024')
        """
        if self.months == 1:
            return str(self.first % 12 + 1)
        if self.months == 3:
            return f"Q{self.first % 12 // 3 + 1}"
        return f"{'' if self.months == 12 else '–'}{self.year}"

    @property
    def name(self) -> str:
        """The month, the quarter, the year, or the years from first to last.

        >>> [Period(2024 * 12 + 3, months).name for months in (1, 3)], Period(2020 * 12, 60).name
        (['2024-04', '2024 Q2'], '2020–2024')
        """
        if self.months == 1:
            return f"{self.year}-{self.first % 12 + 1:02}"
        if self.months == 3:
            return f"{self.year} {self.short}"
        return str(self.year) if self.months == 12 else f"{self.first // 12}–{self.year}"


def is_date(text: str | None) -> bool:
    """Whether a document's date tells at least a year."""
    return bool(text and _DATE.match(text))


def periods(dates: Collection[str]) -> tuple[Period, ...]:
    """All periods from the first date to the last: months, else quarters, else years, the finest of which MOST do.

    A date without a month makes it years. Where there are too many years, the earliest are one period.

    >>> [period.name for period in periods(["2024-01-09", "2024-03-01"])]
    ['2024-01', '2024-02', '2024-03']
    """
    if not dates:
        return ()
    first, last = min(map(_month, dates)), max(map(_month, dates))
    sizes = (1, 3, 12) if all(_DATE.match(date)[2] for date in dates) else (12,)  # type: ignore[index]  # see is_date
    for size in sizes:
        found = tuple(Period(start, size) for start in range(first // size * size, last + 1, size))
        if len(found) <= MOST:
            return found
    earlier = len(found) - MOST + 1
    return (Period(found[0].first, 12 * earlier), *found[earlier:])


def _month(date: str) -> int:
    found = _DATE.match(date)
    if not found:
        raise ValueError(f"not a date of ISO 8601: {date!r}")
    return int(found[1]) * 12 + int(found[2] or 1) - 1
