"""Scores found entities and relations against gold annotations, article by article and in all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from biograph.errors import DatasetError
from biograph.evaluate.annotation import Article, article, read
from biograph.evaluate.figures import Figures
from biograph.evaluate.scoring import Comparison, compare

__all__ = ["Article", "Scores", "article", "compare", "read", "score"]


@dataclass(frozen=True)
class Scored:
    """One article's comparison; `predicted` is False where no prediction was there to compare."""

    article: Article
    comparison: Comparison
    predicted: bool


@dataclass(frozen=True)
class Scores:
    """The comparison of each article, in order of id."""

    articles: tuple[Scored, ...]

    @property
    def totals(self) -> dict[str, Figures]:
        """The figures by language (Korean first), then of `all`."""
        totals: dict[str, Figures] = {}
        for scored in self.articles:
            for key in (scored.article.language, "all"):
                totals.setdefault(key, Figures()).add(scored.comparison.figures)
        return dict(sorted(totals.items(), key=lambda item: (item[0] == "all", item[0] != "ko", item[0])))

    def to_json(self) -> dict[str, Any]:
        """The figures of each article and of the totals, by predicate, too."""
        return {
            "articles": {
                scored.article.id: {"language": scored.article.language, **scored.comparison.figures.numbers()}
                for scored in self.articles
            },
            "totals": {key: figures.numbers() for key, figures in self.totals.items()},
            "predicates": {predicate: tally.prf for predicate, tally in sorted(self.totals["all"].predicates.items())},
        }


def score(gold: Path, predictions: Mapping[str, Article], *, only: str = "") -> Scores:
    """Compare predictions, by file stem or id, with the gold articles whose id contains `only`.

    An article without a prediction scores as if nothing had been found. Raises DatasetError when no gold is there.
    """
    by_id = {found.id: found for found in predictions.values()}
    scored = []
    for stem, wanted in sorted(read(gold).items(), key=lambda item: item[1].id):
        if only in wanted.id:
            found = predictions.get(stem) or by_id.get(wanted.id)
            comparison = compare(wanted, found or Article(wanted.id, wanted.language))
            scored.append(Scored(wanted, comparison, found is not None))
    if not scored:
        raise DatasetError(f"no article whose id contains {only!r}", where=str(gold))
    return Scores(tuple(scored))
