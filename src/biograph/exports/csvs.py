"""Tables for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from biograph.exports.facts import DOCUMENT_FIELDS, EDGE_FIELDS, NODE_FIELDS, Facts, Row, Value, plain

# A cell that begins so is run as a formula (OWASP, "CSV Injection"); East Asian spreadsheets take the wide forms, too.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK = "\ufeff"  # without it, spreadsheets read Hangul in the local code page


def write(facts: Facts) -> Iterator[tuple[str, Iterator[str]]]:
    """The nodes, the edges and the documents, each as a `table`."""
    yield "nodes.csv", lines(("id", *NODE_FIELDS), facts.nodes)
    yield "edges.csv", lines(("id", "source", "target", *EDGE_FIELDS), facts.edges)
    yield "documents.csv", lines(("id", *DOCUMENT_FIELDS), facts.documents)


def table(header: Sequence[str], rows: Iterable[Row]) -> str:
    """CSV (RFC 4180) with a header, the cells of each row by its names; begins with a byte order mark."""
    return "".join(lines(header, rows))


def lines(header: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """The lines of a `table`, one by one."""
    yield _MARK + _line(header)
    for row in rows:
        yield _line([row[name] for name in header])


def _line(cells: Sequence[Value]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(map(_safe, cells))
    return out.getvalue()


def _safe(cell: Value) -> str | float:
    """A text that a spreadsheet would run as a formula gets an apostrophe in front, which makes it text there."""
    value = plain(cell)
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
