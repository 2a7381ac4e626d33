"""Fits how sure a relation is: `confidence.py ARTICLES… [--unseen GOLD] [--test ARTICLES…] [--write FILE]`.

Reads folders of `.art` files (annotated.py), extracts, and fits a logistic regression from the marks of how each
relation was read (extract/confidence.py) to whether the annotation has it. Folds leave out one writer at a time (the
first letter of the file name), so that the calibration table is of articles that the fit has not seen. The rules have
seen them, though: with `--unseen` the log-odds are corrected on annotated articles kept aside.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import annotated
import numpy as np

from biograph import evaluate, sources
from biograph.extract import confidence, drafts, korean
from biograph.model import Document, Extraction
from biograph.prediction import to_json
from biograph.vocabulary import load

HALVES = Path(__file__).parents[1] / "tests" / "halves.toml"
LEAST = 4  # a mark seen on fewer relations says nothing
PENALTY = 8.0  # L2, by the log loss over the folds among 1, 2, 4, 8, 16


@dataclass(frozen=True)
class Case:
    """A relation as it was read, and whether the annotation has it."""

    article: str
    marks: tuple[str, ...]
    right: bool


def of_articles(folder: Path) -> Iterator[Case]:
    """The cases of a folder of `.art` files."""
    with tempfile.TemporaryDirectory() as scratch:
        annotated.convert(folder, Path(scratch))
        yield from cases(Path(scratch))


def cases(folder: Path, ids: Collection[str] | None = None) -> Iterator[Case]:
    """The cases of a folder of texts with their annotation; only of these ids, if any are given."""
    ontology = load()
    gold = {a.id: a for a in evaluate.read(folder).values()}
    for document in sources.read([str(path) for path in sorted(folder.glob("*.txt"))]):
        if isinstance(document, Document) and document.language == "ko" and (ids is None or document.id in ids):
            names, stated = korean.read(document, ontology)
            for draft in stated:
                made = drafts.statements(document, names.entities, [draft], ontology)
                if not made:
                    continue
                found = Extraction(document, tuple(names.entities.values()), made)
                tally = evaluate.compare(gold[document.id], evaluate.article(to_json(found))).figures.relations
                if tally.tp + tally.fp:
                    yield Case(document.id, tuple(confidence.marks(draft, names)), bool(tally.tp))


def fit(seen: Sequence[Case], penalty: float = PENALTY) -> confidence.Model:
    """Logistic regression with an L2 penalty on all weights but the bias, by Newton's method."""
    counts: dict[str, int] = {}
    for case in seen:
        for mark in case.marks:
            counts[mark] = counts.get(mark, 0) + 1
    known = sorted(mark for mark, n in counts.items() if n >= LEAST)
    columns = {mark: i + 1 for i, mark in enumerate(known)}
    x = np.zeros((len(seen), len(known) + 1))
    x[:, 0] = 1
    for i, case in enumerate(seen):
        for mark in case.marks:
            if mark in columns:
                x[i, columns[mark]] += 1
    y = np.array([case.right for case in seen], dtype=float)
    weights = np.zeros(x.shape[1])
    ridge = np.diag([1e-6] + [penalty] * len(known))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        hessian = x.T @ (x * (p * (1 - p))[:, None]) + ridge
        step = np.linalg.solve(hessian, x.T @ (y - p) - ridge @ weights)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return confidence.Model(round(float(weights[0]), 3), {m: round(float(weights[i]), 3) for m, i in columns.items()})


def corrected(model: confidence.Model, unseen: Sequence[Case]) -> confidence.Model:
    """The model with its log-odds scaled and shifted to fit articles that the rules were not made with (Platt 1999).

    The rules have seen the articles of the fit, so that it is too sure of them.
    """
    x = np.array([[1.0, model.logit(case.marks)] for case in unseen])
    y = np.array([case.right for case in unseen], dtype=float)
    scale = np.array([0.0, 1.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ scale))
        step = np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + 1e-6 * np.eye(2), x.T @ (y - p))
        scale += step
        if np.abs(step).max() < 1e-8:
            break
    shift, slope = map(float, scale)
    weights = {mark: round(weight * slope, 3) for mark, weight in model.weights.items()}
    return confidence.Model(round(model.bias * slope + shift, 3), weights)


def report(name: str, pairs: Sequence[tuple[float, bool]]) -> None:
    """Prints the log loss, the calibration error, and what is right at each confidence."""
    p = np.clip([c for c, _ in pairs], 0.01, 0.99)
    y = np.array([right for _, right in pairs], dtype=float)
    loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))
    bins = np.minimum((p * 5).astype(int), 4)
    error = sum(abs(p[bins == b].mean() - y[bins == b].mean()) * (bins == b).mean() for b in set(bins))
    print(f"{name}: {len(pairs)} relations, {y.mean():.2f} right, log loss {loss:.3f}, calibration error {error:.3f}")
    for b in sorted(set(bins)):
        said, right = p[bins == b], y[bins == b]
        print(f"  {b / 5:.1f}–{(b + 1) / 5:.1f}  {len(said):5}  said {said.mean():.2f}  right {right.mean():.2f}")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        kept = y[p >= least]
        if len(kept):
            share = kept.sum() / y.sum()
            print(f"  at least {least:.1f}: {len(kept):5} kept, {kept.mean():.3f} right, {share:.3f} of what is right")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--test", nargs="*", type=Path, default=[])
    parser.add_argument("--unseen", type=Path, help="annotated articles; those of `kept` in tests/halves.toml correct")
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    seen = [case for folder in arguments.articles for case in of_articles(folder)]
    writers = sorted({case.article[0] for case in seen})
    for penalty in (1.0, 2.0, 4.0, 8.0, 16.0):
        left_out = []
        for writer in writers:
            model = fit([c for c in seen if c.article[0] != writer], penalty)
            left_out += [(model.confidence(c.marks), c.right) for c in seen if c.article[0] == writer]
        report(f"each writer left out, penalty {penalty}", left_out)
    model = fit(seen)
    if arguments.unseen:
        kept = tomllib.loads(HALVES.read_text("utf-8"))["kept"]
        unseen = list(cases(arguments.unseen, kept))
        report("fitted on all, kept half before correction", [(model.confidence(c.marks), c.right) for c in unseen])
        model = corrected(model, unseen)
    for folder in arguments.test:
        report(
            f"fitted on all, tested on {folder.name}",
            [(model.confidence(c.marks), c.right) for c in of_articles(folder)],
        )
    if arguments.write:
        stored = {"bias": model.bias, "weights": model.weights}
        arguments.write.write_text(json.dumps(stored, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
