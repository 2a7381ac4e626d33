"""Whatever the text, extraction ends, and every quote stands where it says."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from biograph import sources, vocabulary
from biograph.extract import extract

SAMPLES = sorted((Path(__file__).parents[2] / "src" / "biograph" / "samples").glob("*.txt"))
MARKS = ["(", ")", "'", '"', "“", "▲", "·", ",", "…", "\n", "\n\n", "-", "\u200b", "🧬"]
NOISE = [*MARKS, "은", "를 ", "했다. ", "1억원", "100%", "㈜"]


@pytest.mark.slow
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", range(12))
def test_broken_texts(path: Path, seed: int) -> None:
    rng = random.Random(seed)
    words = path.read_text(encoding="utf-8").split(" ")
    for _ in range(len(words) // 6):
        at = rng.randrange(len(words))
        match rng.randrange(4):
            case 0:
                words[at] += rng.choice(NOISE)
            case 1:
                words[at] = words[at][: rng.randrange(len(words[at]) + 1)]
            case 2:
                words[at] = words[rng.randrange(len(words))]
            case _:
                words.insert(at, rng.choice(NOISE))
    document = sources.from_text(" ".join(words), id="broken")
    found = extract(document, vocabulary.load())
    ids = {entity.id for entity in found.entities}
    for statement in found.statements:
        assert {statement.subject, statement.object} <= ids
        assert all(evidence.holds_in(document.text) for evidence in statement.evidence)
    for entity in found.entities:
        assert all(mention.span.of(document.text) == mention.text for mention in entity.mentions)
