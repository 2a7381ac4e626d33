"""Floors under the scores on the development gold, so that a change that costs much is seen at once.

A floor is raised when the measured score has moved well above it; see the README for what was measured last.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from biograph import evaluate, reading
from biograph.evaluate import Scores

GOLD = Path(__file__).parents[2] / "shared" / "gold"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not GOLD.is_dir(), reason="the gold articles are not beside this checkout"),
]


@pytest.fixture(scope="module")
def scores() -> Scores:
    return evaluate.score(GOLD, reading.predict(GOLD))


def test_founding_article(scores: Scores) -> None:
    (figures,) = (s.comparison.figures for s in scores.articles if s.article.id == "seed")
    assert figures.relations.f1 >= 0.85
    assert figures.entities.f1 >= 0.85
    assert (figures.evidence.value or 0) >= 0.85


@pytest.mark.parametrize(("language", "relations"), [("ko", 0.60), ("en", 0.65)])
def test_languages(scores: Scores, language: str, relations: float) -> None:
    figures = scores.totals[language]
    assert figures.relations.f1 >= relations
    assert figures.relations.precision >= 0.80
    assert figures.typed.f1 >= 0.88
    assert (figures.status.value or 0) >= 0.92
    assert (figures.evidence.value or 0) >= 0.92
