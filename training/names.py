"""Counts the rows of the tables in `ontology/names` and writes the counts into their README.

python training/names.py ONTOLOGY
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

START, END = "<!-- counts: training/names.py -->\n", "<!-- end of counts -->\n"


def main() -> None:
    """Rewrite the counts between the two marks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ontology", type=Path)
    names = parser.parse_args().ontology / "names"
    readme = names / "README.md"
    before, rest = readme.read_text("utf-8").split(START)
    after = rest.split(END)[1]
    readme.write_text(before + START + table(names) + END + after, "utf-8", newline="\n")


def table(names: Path) -> str:
    """A Markdown table of rows by file and type."""
    lines, total = ["| table | rows | types |", "| --- | ---: | --- |"], 0
    for path in sorted(names.glob("*.tsv")):
        rows = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")][1:]
        types = Counter(row.split("\t")[0] for row in rows)
        listed = ", ".join(f"{type_} {count}" for type_, count in sorted(types.items()))
        lines.append(f"| `{path.name}` | {len(rows)} | {listed} |")
        total += len(rows)
    return "\n".join([*lines, f"| all | {total} | |"]) + "\n"


if __name__ == "__main__":
    main()
