"""Dates fall into the finest periods that fit side by side."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biograph.figures import is_date, periods
from biograph.figures.periods import MOST

DATES = st.dates().map(lambda date: f"{date.year:04}-{date.month:02}-{date.day:02}")


@pytest.mark.parametrize(
    ("dates", "names"),
    [
        ([], []),
        (["2024-02-29"], ["2024-02"]),
        (["2024-01-15", "2023-12-01"], ["2023-12", "2024-01"]),
        (["2023-05", "2024-05"], ["2023 Q2", "2023 Q3", "2023 Q4", "2024 Q1", "2024 Q2"]),
        (["2023", "2024-05-01"], ["2023", "2024"]),
        (["2020-01", "2024-12-31"], ["2020", "2021", "2022", "2023", "2024"]),
    ],
)
def test_periods(dates: list[str], names: list[str]) -> None:
    assert [period.name for period in periods(dates)] == names


def test_many_years_begin_with_one_period_for_the_earliest() -> None:
    found = periods(["1990-01-01", "2024-01-01"])
    assert len(found) == MOST
    assert (found[0].name, found[0].short, found[1].name, found[-1].name) == ("1990–2013", "–2013", "2014", "2024")


@given(st.lists(DATES, min_size=1, max_size=6))
def test_every_date_lies_in_one_period_and_periods_adjoin(dates: list[str]) -> None:
    found = periods(dates)
    assert 1 <= len(found) <= MOST
    assert all(sum(period.holds(date) for period in found) == 1 for date in dates)
    assert all(a.first + a.months == b.first for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "is_one"), [("2024", True), ("2024-05-02", True), ("", False), (None, False), ("May", False)]
)
def test_dates(text: str | None, is_one: bool) -> None:
    assert is_date(text) == is_one
