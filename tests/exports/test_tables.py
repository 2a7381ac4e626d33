"""CSV and Parquet, read back by other programs."""

from __future__ import annotations

import csv
import datetime
import io
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from nasty_texts import NASTY

from biograph.errors import DatasetError
from biograph.exports import csvs, parquet
from biograph.exports.facts import Facts
from biograph.exports.selection import Selection


def read_csv(facts: Facts) -> dict[str, list[dict[str, str]]]:
    files = {name: "".join(chunks) for name, chunks in csvs.write(facts)}
    assert all(text.startswith("\ufeff") for text in files.values())  # spreadsheets know Hangul by this mark
    return {name: [*csv.DictReader(io.StringIO(text[1:], newline=""))] for name, text in files.items()}


def test_csv_is_three_tables_that_refer_to_each_other(news: Selection) -> None:
    tables = read_csv(news.facts)
    assert {name: len(rows) for name, rows in tables.items()} == {"nodes.csv": 9, "edges.csv": 11, "documents.csv": 2}
    nodes, edges, documents = ({row["id"]: row for row in rows} for rows in tables.values())
    assert {edge[end] for edge in edges.values() for end in ("source", "target")} <= nodes.keys()
    assert {id_ for edge in edges.values() for id_ in edge["documents"].split(" | ")} == documents.keys()
    ceo = next(edge for edge in edges.values() if edge["predicate"] == "affiliatedWith")
    assert (ceo["role"], ceo["quotes"]) == ("대표", '김가온 한빛바이오 대표는 "합병은 하지 않는다"고 말했다.')
    assert documents["ko"]["title"] == "다리 놓는 협회"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_of_csv_is_a_formula(nasty: Facts, start: str) -> None:
    names = {"label": f"{start}1+1", "aliases": (f"{start}2", "=3")}
    (node,) = read_csv(Facts(({**nasty.nodes[0], **names},), ()))["nodes.csv"]
    assert node["label"] == f"'{start}1+1"
    assert node["aliases"] == f"'{start}2 | =3"


def test_texts_in_csv_stay_whole(nasty: Facts) -> None:
    for rows in read_csv(nasty).values():
        assert rows
        assert all(NASTY in row.values() for row in rows)


def parquet_files(facts: Facts, folder: Path) -> dict[str, Path]:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'biograph[parquet]'")
    for name, chunks in parquet.write(facts):
        (folder / name).write_bytes(b"".join(chunks))
    return {file.stem: file for file in folder.iterdir()}


def test_polars_reads_parquet_with_its_types(news: Selection, tmp_path: Path) -> None:
    polars: Any = pytest.importorskip("polars", reason="polars is not installed: pip install polars")
    tables = {name: polars.read_parquet(file).to_dicts() for name, file in parquet_files(news.facts, tmp_path).items()}
    assert {name: len(rows) for name, rows in tables.items()} == {"nodes": 9, "edges": 11, "documents": 2}
    for name in ("nodes", "edges", "documents"):
        for row, fact in zip(tables[name], getattr(news.facts, name), strict=True):
            assert {key: row[key] or "" for key in fact} == {
                key: list(value) or "" if isinstance(value, tuple) else value for key, value in fact.items()
            }
    found = {(row["predicate"], row["status"]): row for row in tables["edges"]}
    plan, deal = found["investsIn", "planned"], found["acquires", "asserted"]
    assert (plan["value"], plan["currency"], plan["since"]) == (Decimal(1_000_000), "USD", None)
    assert (plan["date"], plan["speaker"]) == (None, None)
    assert (deal["since"], deal["date"], deal["value"]) == (datetime.date(2024, 4, 1), "2024-04", None)


def test_duckdb_reads_parquet(news: Selection, tmp_path: Path) -> None:
    duckdb: Any = pytest.importorskip("duckdb", reason="duckdb is not installed: pip install duckdb")
    files = parquet_files(news.facts, tmp_path)
    query = """
        SELECT n.label, e.predicate, d.title FROM read_parquet(?) e JOIN read_parquet(?) n ON n.id = e.source,
        UNNEST(e.documents) u(document) JOIN read_parquet(?) d ON d.id = u.document
        WHERE e.since = DATE '2024-03-01' ORDER BY d.title
    """
    rows = duckdb.execute(query, [str(files[name]) for name in ("edges", "nodes", "documents")]).fetchall()
    assert rows == [
        ("한빛바이오", "partnersWith", "Harbor and its friends"),
        ("한빛바이오", "partnersWith", "다리 놓는 협회"),
    ]


def test_texts_in_parquet_are_not_touched(nasty: Facts, tmp_path: Path) -> None:
    polars: Any = pytest.importorskip("polars", reason="polars is not installed: pip install polars")
    (first, _) = polars.read_parquet(parquet_files(nasty, tmp_path)["nodes"]).to_dicts()
    assert (first["label"], first["aliases"]) == (NASTY, [NASTY, "=2"])  # no apostrophe before a formula, either


@pytest.mark.parametrize(
    ("amount", "value", "currency"),
    [
        ("72400000000 KRW", Decimal("72400000000"), "KRW"),
        ("1.5 USD", Decimal("1.5"), "USD"),
        ("about 3", None, None),
        ("9" * 29 + " KRW", None, None),
        ("1.23456 USD", None, None),
    ],
)
def test_amounts_are_decimals_where_they_fit(
    nasty: Facts, tmp_path: Path, amount: str, value: Decimal | None, currency: str | None
) -> None:
    polars: Any = pytest.importorskip("polars", reason="polars is not installed: pip install polars")
    files = parquet_files(Facts((), ({**nasty.edges[0], "amount": amount},)), tmp_path)
    (row,) = polars.read_parquet(files["edges"]).to_dicts()
    assert (row["amount"], row["value"], row["currency"]) == (amount, value, currency)


def test_parquet_comes_in_row_groups(nasty: Facts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    polars: Any = pytest.importorskip("polars", reason="polars is not installed: pip install polars")
    pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'biograph[parquet]'")
    monkeypatch.setattr(parquet, "_ROWS", 1)
    _, chunks = next(parquet.write(nasty))
    pieces = [*chunks]
    assert len(pieces) == 3  # a row each, and what ends the file
    assert polars.read_parquet(io.BytesIO(b"".join(pieces)))["id"].to_list() == ["Company/a", "Company/b"]


def test_without_pyarrow_one_line_says_what_to_install(nasty: Facts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    _, chunks = next(parquet.write(nasty))
    with pytest.raises(DatasetError, match=r"pip install 'biograph\[parquet\]'") as caught:
        next(chunks)
    assert "\n" not in str(caught.value)
