"""What Korean extraction costs beside the analyser alone on the same text, layer by layer: `speed.py FOLDER`.

All figures are CPU seconds of one process, each the least of several rounds; models are loaded and frames compiled
before. Set `OPENBLAS_NUM_THREADS=1`, or numpy's threads count several times.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiwipiepy import Kiwi

from biograph import sources
from biograph.extract import extract
from biograph.extract.korean import names, tagged
from biograph.extract.korean.clause import relations
from biograph.lang import korean
from biograph.model import Document
from biograph.vocabulary import load

ROUNDS = 7
# The functions that layers are entered by; what one spends inside another is counted with the inner one.
LAYERS = {
    "analyser, as tokens": (korean, "sentences"),
    "analyser, names given": (korean, "tokens"),
    "names": (names, "find"),
    "tagger": (tagged, "find"),
    "clauses": (relations, "find"),
}


class Clock:
    """CPU seconds by layer."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self._inside: list[float] = [0.0]

    def timed(self, layer: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, its time kept under a name, less that of timed ones inside."""

        def run(*args: Any, **options: Any) -> Any:
            start = time.process_time()
            self._inside.append(0.0)
            try:
                return work(*args, **options)
            finally:
                whole = time.process_time() - start
                self.spent[layer] += whole - self._inside.pop()
                self._inside[-1] += whole

        return run


def least(work: Callable[[], object]) -> float:
    """The least time that a piece of work takes."""
    clock = Clock()
    rounds = []
    for _ in range(ROUNDS):
        clock.spent.clear()
        clock.timed("", work)()
        rounds.append(clock.spent[""])
    return min(rounds)


def layers(documents: list[Document]) -> dict[str, float]:
    """The least time that each layer takes while the documents are read."""
    clock, ontology = Clock(), load()
    for layer, (module, function) in LAYERS.items():
        setattr(module, function, clock.timed(layer, getattr(module, function)))
    rounds = []
    for _ in range(ROUNDS):
        clock.spent = Counter()
        clock.timed("the rest", lambda: [extract(d, ontology) for d in documents])()
        rounds.append(clock.spent)
    return {layer: min(spent[layer] for spent in rounds) for layer in (*LAYERS, "the rest")}


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    paths = sorted(str(path) for path in Path(sys.argv[1]).glob("*.txt"))
    documents = [d for d in sources.read(paths) if isinstance(d, Document) and d.language == "ko"]
    start = time.process_time()
    extract(documents[0], load())
    first = time.process_time() - start
    start = time.process_time()
    for document in documents:
        extract(document, load())
    cold = time.process_time() - start
    kiwi = Kiwi(num_workers=1)
    paragraphs = [span.of(d.text) for d in documents for span in d.body]
    alone = least(lambda: [kiwi.tokenize(paragraph, split_sents=True) for paragraph in paragraphs])
    whole = least(lambda: [extract(d, load()) for d in documents])
    characters = sum(len(span) for d in documents for span in d.body)
    print(f"{len(documents)} articles, {characters:,} characters; loading and the first article {first:.1f} s")
    for name, seconds in (layers(documents) | {"kiwipiepy alone": alone, "extraction": whole}).items():
        print(
            f"{name:<24} {1000 * seconds:7.0f} ms CPU {characters / seconds / 1000:8.0f} thousand characters a second"
        )
    print(f"ratio {whole / alone:.2f}; {cold / alone:.2f} where every article is new to the process")
