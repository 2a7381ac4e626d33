"""Answers as data frames."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal

import pytest

from biograph.errors import QueryError
from biograph.query.frames import frame
from biograph.store import Store

QUERY = """
SELECT ?text ?number ?decimal ?day ?month ?who ?nothing {
  VALUES (?text ?number ?decimal ?day ?month ?who ?nothing) {
    ("한국"@ko 3 0.25 "2024-03-01"^^xsd:date "2024-03"^^xsd:gYearMonth bg:Company UNDEF)
  }
}"""


def test_a_row_has_the_values_of_its_kind() -> None:
    pytest.importorskip("pandas", reason="pandas is not installed (pip install pandas)")
    found = frame(Store.memory(), QUERY)
    assert list(found.columns) == ["text", "number", "decimal", "day", "month", "who", "nothing"]
    (row,) = found.to_dict("records")
    assert (row["text"], row["number"], row["decimal"]) == ("한국", 3, Decimal("0.25"))
    assert (row["day"], row["month"]) == (date(2024, 3, 1), "2024-03")
    assert row["who"] == "https://w3id.org/biograph/ontology#Company"
    assert row["nothing"] is None


def test_no_rows_keep_their_columns() -> None:
    pytest.importorskip("pandas", reason="pandas is not installed (pip install pandas)")
    assert list(frame(Store.memory(), "SELECT ?a ?b { ?a bg:bridges ?b }").columns) == ["a", "b"]


def test_only_select_gives_a_frame() -> None:
    pytest.importorskip("pandas", reason="pandas is not installed (pip install pandas)")
    with pytest.raises(QueryError, match="only SELECT"):
        frame(Store.memory(), "ASK {}")


def test_without_pandas_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(QueryError, match=r"pip install 'biograph\[pandas\]'"):
        frame(Store.memory(), QUERY)
