"""How often each kind of rule is right, on the articles studied and on those kept aside: `confidence.py GOLD`.

The confidence of a statement is the share of its kind on the articles kept aside, rounded down to one digit.
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import replace
from pathlib import Path

from biograph import evaluate
from biograph.evaluate.figures import Tally
from biograph.model import Extraction
from biograph.prediction import to_json
from biograph.reading import extractions
from biograph.vocabulary import load

HALVES = Path(__file__).parents[1] / "tests" / "halves.toml"


def kind(extraction: Extraction, extractor: str) -> str:
    """Language and family of a rule: `ko frame`, `ko np`, `en frame`."""
    family = extractor.partition(".")[0].partition(":")[0]
    return f"{extraction.document.language} {'frame' if family == 'en' else family}"


def precision(gold: Path, found: list[Extraction], wanted: str) -> Tally:
    """What is right and wrong among the relations of one kind."""
    total = Tally()
    for extraction in found:
        kept = tuple(s for s in extraction.statements if kind(extraction, s.extractor) == wanted)
        article = evaluate.article(to_json(replace(extraction, statements=kept)))
        scores = evaluate.score(gold, {extraction.document.id: article}, only=extraction.document.id)
        for scored in scores.articles:
            total.add(scored.comparison.figures.relations)
    return total


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    print(f"{'half':<8} {'kind':<14} right wrong share")
    for half, ids in tomllib.loads(HALVES.read_text(encoding="utf-8")).items():
        read, _ = extractions([str(folder / f"{name}.txt") for name in ids], load())
        for name in sorted({kind(e, s.extractor) for e in read for s in e.statements}):
            tally = precision(folder, read, name)
            print(f"{half:<8} {name:<14} {tally.tp:>5} {tally.fp:>5}  {tally.precision:.2f}")
