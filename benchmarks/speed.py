"""What extraction costs beside the analyser alone on the same text, in CPU seconds of one run: `speed.py FOLDER`.

Models are loaded and frames compiled before the clock starts; each figure is the least of five rounds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from biograph import sources
from biograph.extract import extract
from biograph.lang import korean
from biograph.model import Document
from biograph.vocabulary import load

ROUNDS = 5


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    paths = sorted(str(path) for path in Path(sys.argv[1]).glob("*.txt"))
    documents = [d for d in sources.read(paths) if isinstance(d, Document) and d.language == "ko"]
    ontology = load()
    first = cpu(lambda: extract(documents[0], ontology))
    parts = {
        "analyser alone (kiwipiepy)": lambda: [korean.sentences(d.text, d.body) for d in documents],
        "extraction, analyser included": lambda: [extract(d, ontology) for d in documents],
    }
    least = {name: min(cpu(work) for _ in range(ROUNDS)) for name, work in parts.items()}
    alone, whole = least.values()
    characters = sum(len(span) for d in documents for span in d.body)
    print(f"{len(documents)} articles, {characters:,} characters; loading and the first article {first:.1f} s")
    for name, seconds in least.items():
        print(f"{name:<32} {seconds:6.2f} s CPU  {characters / seconds / 1000:7.0f} thousand characters a second")
    print(f"ratio {whole / alone:.2f}")
