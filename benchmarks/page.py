"""The page beside plain pyvis on the same graph: `page.py [--limit SECONDS] [NODES ...]`, 300, 1,000 and 20,000.

The corpora are made up, with 2.5 facts a node. Each file is opened three times from disk in a browser of its own; the
table has the medians, in seconds from the start of the navigation. pyvis shows its graph when its layout has run its
iterations, and is at rest when nothing moves any more; where that takes longer than the limit, it is opened once.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from opening import PAINT, Opening, machine, opened
from pyvis.network import Network
from synthetic import corpus

from biograph import page
from biograph.model import Corpus
from biograph.vocabulary import load

ROUNDS = 3
QUERIES = 5  # of each kind
# pyvis has no marks of its own; its network is a global variable.
PYVIS_MARKS = """
let made;
Object.defineProperty(globalThis, "network", {
  get: () => made,
  set: (network) => {
    made = network;
    globalThis.biograph = { network };
    network.once("stabilizationIterationsDone", () => performance.mark("usable"));
    network.once("stabilized", () => performance.mark("loaded"));
  },
});
"""
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
NONE = "–"


def with_pyvis(made: Corpus) -> str:
    """The HTML of plain pyvis, its nodes and edges set as lists, since its `add_edge` is quadratic."""
    network = Network(cdn_resources="in_line")
    network.nodes = [{"id": e.id, "label": e.name, "shape": "dot"} for e in made.entities.values()]
    network.edges = [{"from": s.subject, "to": s.object, "title": s.predicate} for s in made.statements]
    return str(network.generate_html())


def queries(made: Corpus) -> list[str]:
    """Parts of Hangul names, their initial consonants, parts of Latin names, and whole aliases."""
    draw = random.Random(0)
    names = [name for entity in made.entities.values() for name in (entity.name, *entity.aliases)]
    hangul = draw.sample([name for name in names if name[0] >= "가" and len(name) > 4], 2 * QUERIES)
    latin = draw.sample([name for name in names if name.isascii()], QUERIES)
    aliases = draw.sample([alias for entity in made.entities.values() for alias in entity.aliases], QUERIES)
    return [
        *(name[1:4] for name in hangul[:QUERIES]),
        *(initials(name[:4]) for name in hangul[QUERIES:]),
        *(name[:5].lower() for name in latin),
        *aliases,
    ]


def initials(name: str) -> str:
    """The initial consonant of each syllable.

    >>> initials("보스턴")
    'ㅂㅅㅌ'
    """
    return "".join(INITIALS[(ord(syllable) - ord("가")) // 588] for syllable in name)


class Column:
    """What one page costs: the work of writing it, the file, and what its openings gave."""

    def __init__(self, html: Callable[[], str], made: Corpus) -> None:
        start = time.perf_counter()
        self.html = html()
        self.written = time.perf_counter() - start
        self.bytes = len(self.html.encode())
        self.facts = len(made.statements)
        self.openings: list[Opening] = []

    def open(self, asked: Sequence[str], limit: float, script: str = "") -> None:
        """Open it `ROUNDS` times, or until it is late."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "graph.html"
            file.write_text(self.html, encoding="utf-8", newline="\n")
            while len(self.openings) < ROUNDS and all("loaded" in opening.marks for opening in self.openings):
                self.openings.append(opened(file, asked, limit=limit, script=script))

    def rows(self, limit: float) -> dict[str, str]:
        """The cells of the table by row."""
        late = f"not in {limit:g} s"
        seconds = [opening.seconds for opening in self.openings if opening.seconds]
        missed = max(opening.unanswered for opening in self.openings)
        return {
            "written in, s": f"{self.written:.1f}",
            "file, MB": f"{self.bytes / 1e6:.2f}",
            "KB a fact": f"{self.bytes / self.facts / 1000:.2f}",
            "first paint, s": middle([o.marks.get(PAINT) for o in self.openings], "{:.2f}", late),
            "first usable view, s": middle([o.marks.get("usable") for o in self.openings], "{:.2f}", late),
            "all loaded, or at rest, s": middle([o.marks.get("loaded") for o in self.openings], "{:.2f}", late),
            "nodes on the canvas": middle([o.nodes for o in self.openings], "{:,.0f}"),
            "panning, draws a second": middle([o.draws for o in self.openings], "{:.0f}"),
            "panning, frames a second": middle([o.frames for o in self.openings], "{:.0f}"),
            "a query, ms": middle([1000 * median(its) for its in seconds], "{:.1f}"),
            "slowest query, ms": middle([1000 * max(its) for its in seconds], "{:.1f}"),
            "queries answered": f"{len(seconds[0]) - missed} of {len(seconds[0])}" if seconds else NONE,
            "requests": f"{max(opening.requests for opening in self.openings)}",
        }


def middle(values: Sequence[float | None], form: str, otherwise: str = NONE) -> str:
    """The median, or something else where there are no values or one is lacking."""
    found = [value for value in values if value is not None]
    return form.format(median(found)) if found and len(found) == len(values) else otherwise


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--limit", type=float, default=30, metavar="SECONDS")
    parser.add_argument("nodes", type=int, nargs="*", default=[300, 1000, 20_000])
    asked = parser.parse_args()
    load()
    columns: dict[str, dict[str, str]] = {}
    for nodes in asked.nodes:
        made = corpus(nodes)
        ours, pyvis = Column(partial(page.render, made), made), Column(partial(with_pyvis, made), made)
        ours.open(queries(made), asked.limit)
        pyvis.open((), asked.limit, PYVIS_MARKS)
        columns |= {f"{nodes:,}": ours.rows(asked.limit), f"{nodes:,} pyvis": pyvis.rows(asked.limit)}
    print(machine())
    print(f"{'nodes':28}" + "".join(f"{name:>14}" for name in columns))
    for row in next(iter(columns.values())):
        print(f"{row:28}" + "".join(f"{cells[row]:>14}" for cells in columns.values()))


if __name__ == "__main__":
    main()
