"""What Korean noun phrases alone state, case by case; the table `phrases.toml` is the place to add one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from biograph.extract.korean import names
from biograph.model import Document, Span
from biograph.vocabulary import load

CASES = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text("utf-8"))["case"]
ONTOLOGY = load()


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_phrases(case: dict[str, object]) -> None:
    text = str(case["text"])
    read, _, drafts = names.find(Document("test", text, "ko", (Span(0, len(text)),)), ONTOLOGY)
    facts = {
        " ".join(
            [read.entities[d.subject].name, d.predicate, read.entities[d.object].name, *dict(d.qualifiers).values()]
        )
        for d in drafts
    }
    assert facts == set(case["facts"])  # type: ignore[call-overload]
