"""The scores on a folder of annotated articles as Markdown tables: `scores.py GOLD`."""

from __future__ import annotations

import sys
from pathlib import Path

from biograph import evaluate, reading
from biograph.evaluate.figures import Figures

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
    languages = [scored.article.language for scored in scores.articles]
    for language, figures in scores.totals.items():
        count = len(languages) if language == "all" else languages.count(language)
        lines.append(row(f"**{language}**", count, figures))
    return lines


if __name__ == "__main__":
    print("\n".join(table(Path(sys.argv[1]))))
