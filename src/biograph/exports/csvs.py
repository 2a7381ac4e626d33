"""Tables for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from biograph.exports.facts import EDGE_FIELDS, NODE_FIELDS, Facts, Row

# A cell that begins so is run as a formula (OWASP, "CSV Injection"); East Asian spreadsheets take the wide forms, too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK = "\ufeff"  # without it, spreadsheets read Hangul in the local code page


def write(facts: Facts) -> tuple[str, str]:
    """The nodes and the edges, each as a `table`."""
    return (
        table(("id", *NODE_FIELDS), facts.nodes),
        table(("id", "source", "target", *EDGE_FIELDS), facts.edges),
    )


def table(header: Sequence[str], rows: Iterable[Row]) -> str:
    """CSV (RFC 4180) with a header, the cells of each row by its names; begins with a byte order mark."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_safe(row[name]) for name in header] for row in rows)
    return _MARK + out.getvalue()


def _safe(value: str | float) -> str | float:
    """A text that a spreadsheet would run as a formula gets an apostrophe in front, which makes it text there."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
