"""The scores on a folder of annotated articles as Markdown tables: `scores.py GOLD`."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from biograph import evaluate, reading
from biograph.evaluate import Scored, Scores
from biograph.evaluate.figures import Figures

HALVES = Path(__file__).parents[1] / "tests" / "halves.toml"

FOUNDING = "seed"  # the one article that may be named beside the totals


def row(name: str, articles: int, figures: Figures) -> str:
    """Name, articles, entities without and with their coarse type, relations, shares of status and evidence."""
    p, r, f = figures.relations.prf
    shares = (f"{share.value:.2f}" if share.value is not None else "–" for share in (figures.status, figures.evidence))
    entities, typed = figures.entities.f1, figures.typed.f1
    return (
        f"| {name} | {articles} | {entities:.2f} | {typed:.2f} | {p:.2f} | {r:.2f} | {f:.2f} | {' | '.join(shares)} |"
    )


def table(gold: Path, *, totals_only: bool = False) -> list[str]:
    """Extract and score a folder: a row for each article, then the totals by language."""
    scores = evaluate.score(gold, reading.predict(gold))
    lines = [
        "| articles | n | entities F1 | with type | relations P | R | F1 | status | evidence |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    shown = [s for s in scores.articles if not totals_only or s.article.id == FOUNDING]
    lines += [row(scored.article.id, 1, scored.comparison.figures) for scored in shown]
    lines += [row(name, len(group), _total(group)) for name, group in _groups(scores)]
    return lines


def _groups(scores: Scores) -> Iterator[tuple[str, list[Scored]]]:
    """The articles of each language, whole and by half, then all of them; halves that are empty are left out."""
    halves = tomllib.loads(HALVES.read_text(encoding="utf-8"))
    for language in ("ko", "en"):
        of_language = [s for s in scores.articles if s.article.language == language]
        yield f"**{language}**", of_language
        for half, ids in halves.items():
            if group := [s for s in of_language if s.article.id in ids]:
                yield f"{language}, {half}", group
    yield "**all**", list(scores.articles)


def _total(group: list[Scored]) -> Figures:
    total = Figures()
    for scored in group:
        total.add(scored.comparison.figures)
    return total


if __name__ == "__main__":
    print("\n".join(table(Path(sys.argv[1]))))
