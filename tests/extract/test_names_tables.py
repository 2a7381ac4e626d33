"""The tables of names are clean: no row twice, no name of two kinds unless said, no blanks to trip over."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest

from biograph.extract import lexicon
from biograph.vocabulary import load

NAMES = load().directory / "names"
TABLES = sorted(NAMES.glob("*.tsv"))

# Names that rows of different types share on purpose; the first table has the usual reading.
SHARED: frozenset[str] = frozenset()


def test_no_name_of_two_types_unless_said() -> None:
    types: dict[str, set[str]] = defaultdict(set)
    for entry in lexicon.load(load().directory).entries:
        for name in entry.names:
            types["".join(name.split())].add(entry.type)
    assert {name for name, found in types.items() if len(found) > 1} == SHARED


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_a_table_is_tidy(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert text.endswith("\n")
    assert "\r" not in text
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]
    for row in rows:
        cells = row.split("\t")
        assert len(cells) <= len(rows[0].split("\t")), row
        parts = [part for cell in cells for part in cell.split("|")]
        assert all(part == " ".join(part.split()) for part in parts), row
        assert all(cell.split("|").count("") == (not cell) for cell in cells), row
        assert len(cells[0]) > 1, row


def test_the_counts_of_the_readme_are_current() -> None:
    readme = (NAMES / "README.md").read_text("utf-8")
    for path in TABLES:
        rows = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
        assert f"| `{path.name}` | {len(rows) - 1} |" in readme, "run training/names.py"
