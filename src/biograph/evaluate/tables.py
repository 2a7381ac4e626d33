"""Scores as text: figures by article and by predicate, and the mistakes behind them."""

from __future__ import annotations

from collections.abc import Iterator

from biograph.evaluate import Scores
from biograph.evaluate.figures import Figures
from biograph.evaluate.scoring import Mistakes

_HEAD = (
    f"{'article':<16} {'entities P R F':<14} | {'ent+type P R F fine':<19} | {'relations PRF':<14} | "
    f"{'pairs P R F':<14} | stat evid | matched"
)


def table(scores: Scores) -> Iterator[str]:
    """One line an article and one a total: precision, recall and F1 of each layer, shares, relations matched."""
    yield _HEAD
    for scored in scores.articles:
        yield _row(scored.article.id, scored.comparison.figures) + ("" if scored.predicted else "  NO PREDICTION")
    yield "-" * len(_HEAD)
    for key, figures in scores.totals.items():
        yield _row(f"TOTAL {key}", figures)


def predicate_table(scores: Scores) -> Iterator[str]:
    """One line a predicate, the most frequent in gold first."""
    yield f"{'predicate':<16} tp  fp  fn   P    R    F"
    predicates = scores.totals["all"].predicates
    for name, tally in sorted(predicates.items(), key=lambda item: (-item[1].tp - item[1].fn, item[0])):
        yield f"{name:<16} {tally.tp:>3} {tally.fp:>3} {tally.fn:>3}  {_prf(tally.prf)}"


def mistake_list(scores: Scores) -> Iterator[str]:
    """What was missed and invented, by article."""
    for scored in scores.articles:
        yield f"== {scored.article.id}"
        yield from _mistakes(scored.comparison.mistakes)


def _mistakes(mistakes: Mistakes) -> Iterator[str]:
    for title, lines in (
        ("missed entities", mistakes.missed_entities),
        ("false entities", mistakes.false_entities),
        ("wrong type", mistakes.wrong_types),
        ("wrong status", mistakes.wrong_statuses),
    ):
        if lines:
            yield f"  {title}: {'; '.join(lines)}"
    for title, relations in (("missed", mistakes.missed_relations), ("false", mistakes.false_relations)):
        for predicate, lines in sorted(relations.items()):
            yield f"  {title} {predicate}: {'; '.join(lines)}"


def _row(name: str, figures: Figures) -> str:
    relations = figures.relations
    return (
        f"{name:<16} {_prf(figures.entities.prf)} | {_prf(figures.typed.prf)} {_share(figures.fine.value)} | "
        f"{_prf(relations.prf)} | {_prf(figures.pairs.prf)} | "
        f"{_share(figures.status.value)} {_share(figures.evidence.value)} | "
        f"{relations.tp}/{relations.tp + relations.fn}"
    )


def _prf(prf: tuple[float, float, float]) -> str:
    return " ".join(f"{value:.2f}" for value in prf)


def _share(value: float | None) -> str:
    return "  - " if value is None else f"{value:.2f}"
