"""Floors under the scores on the development gold, so that a change that costs much is seen at once.

A floor is raised when the measured score has moved well above it; see the README for what was measured last.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from biograph import evaluate, reading
from biograph.evaluate import Scores

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
import annotated

GOLD = Path(__file__).parents[2] / "shared" / "gold"
pytestmark = pytest.mark.slow
beside = pytest.mark.skipif(not GOLD.is_dir(), reason="the gold articles are not beside this checkout")


@pytest.fixture(scope="module")
def scores() -> Scores:
    return evaluate.score(GOLD, reading.predict(GOLD))


@beside
def test_founding_article(scores: Scores) -> None:
    (figures,) = (s.comparison.figures for s in scores.articles if s.article.id == "seed")
    assert figures.relations.f1 >= 0.85
    assert figures.entities.f1 >= 0.85
    assert (figures.evidence.value or 0) >= 0.85


@beside
@pytest.mark.parametrize(("language", "relations"), [("ko", 0.73), ("en", 0.68)])
def test_languages(scores: Scores, language: str, relations: float) -> None:
    figures = scores.totals[language]
    assert figures.relations.f1 >= relations
    assert figures.relations.precision >= 0.80
    assert figures.typed.f1 >= 0.88
    assert (figures.status.value or 0) >= 0.92
    assert (figures.evidence.value or 0) >= 0.92


def test_articles_that_nobody_tuned_for(tmp_path: Path) -> None:
    folder = Path(__file__).parents[1] / "training" / "heldout"
    annotated.convert(folder, tmp_path)
    found = evaluate.score(tmp_path, reading.predict(tmp_path)).totals["ko"]
    assert found.relations.f1 >= 0.57
    assert found.relations.precision >= 0.77
    assert found.typed.f1 >= 0.86
    assert (found.status.value or 0) >= 0.92
