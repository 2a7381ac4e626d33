"""Parquet (https://parquet.apache.org): tables with types, for DuckDB, polars, pandas, R and Spark."""

from __future__ import annotations

import datetime
import importlib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from biograph.errors import DatasetError
from biograph.exports.facts import DOCUMENT_FIELDS, EDGE_FIELDS, NODE_FIELDS, Facts, Row, first_day

_ROWS = 10_000  # in a row group, which is held in memory and which a reader may skip
_AMOUNT = re.compile(r"(-?\d{1,28}(?:\.\d{1,4})?) ([A-Z]{3})")  # what fits 32 digits, 4 of them behind the point
_NODES = {"id": str, **NODE_FIELDS}
_EDGES = {"id": str, "source": str, "target": str, **EDGE_FIELDS}
_PARSED: Mapping[str, type] = {"since": datetime.date, "value": Decimal, "currency": str}


def write(facts: Facts) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The nodes, the edges and the documents, with lists as lists and null for nothing.

    Edges have, besides their fields, what the texts in these stand for: `since`, the first day of `date`; `value`, a
    decimal, and `currency`, by ISO 4217, of `amount`. Raises DatasetError where pyarrow is not installed.
    """
    yield "nodes.parquet", _table(facts.nodes, _NODES)
    yield "edges.parquet", _table([{**edge, **_parsed(edge)} for edge in facts.edges], {**_EDGES, **_PARSED})
    yield "documents.parquet", _table(facts.documents, {"id": str, **DOCUMENT_FIELDS})


class _Sink(io.RawIOBase):
    """Takes what the writer writes, to be handed on piece by piece."""

    def __init__(self) -> None:
        self._chunks: list[bytes] = []
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, chunk: Any) -> int:
        self._chunks.append(bytes(chunk))
        self._written += len(chunk)
        return len(chunk)

    def tell(self) -> int:
        return self._written

    def taken(self) -> bytes:
        taken = b"".join(self._chunks)
        self._chunks.clear()
        return taken


def _table(rows: Sequence[Mapping[str, Any]], fields: Mapping[str, type]) -> Iterator[bytes]:
    """A file, row group by row group."""
    arrow, parquet = _library("pyarrow"), _library("pyarrow.parquet")
    types = {
        str: arrow.string(),
        tuple: arrow.list_(arrow.string()),
        int: arrow.int64(),
        float: arrow.float64(),
        datetime.date: arrow.date32(),
        Decimal: arrow.decimal128(32, 4),
    }
    schema = arrow.schema([(name, types[type_]) for name, type_ in fields.items()])
    sink = _Sink()
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        for start in range(0, len(rows), _ROWS):
            group = [{name: None if row[name] == "" else row[name] for name in fields} for row in rows[start:][:_ROWS]]
            writer.write_table(arrow.Table.from_pylist(group, schema))
            yield sink.taken()
    yield sink.taken()


def _parsed(edge: Row) -> dict[str, Any]:
    day, amount = first_day(str(edge["date"])), _AMOUNT.fullmatch(str(edge["amount"]))
    return {
        "since": datetime.date.fromisoformat(day) if day else None,
        "value": Decimal(amount[1]) if amount else None,
        "currency": amount[2] if amount else None,
    }


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise DatasetError("Parquet is written by pyarrow", hint="pip install 'biograph[parquet]'") from error
