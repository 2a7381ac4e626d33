"""Commands that judge: check, evaluate, and ontology check."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from biograph.cli import options
from biograph.cli.terminal import Progress, count, load_ontology, load_store, print_json


@click.command()
@options.data
@options.ontology
@options.json
def check(data: Path, ontology_folder: Path | None, as_json: bool) -> int:
    """Prove the dataset: its shapes, and every quote.

    Exit code 0: it conforms. 1: it has violations, each told with the sentence at fault. 2: it cannot be checked.
    """
    from biograph import shapes

    report = shapes.check(load_store(data), load_ontology(ontology_folder))
    if as_json:
        print_json(asdict(report) | {"conforms": report.conforms})
        return int(not report.conforms)
    for violation in report.violations:
        print(violation)
    number = len(report.violations)
    verdict = count(number, "violation") if number else "conforms"
    counted = (
        (report.documents, "document"),
        (report.statements, "statement"),
        (report.quotes, "quote or mention", "quotes and mentions"),
    )
    print(f"{verdict}: {', '.join(count(*pair) for pair in counted)} checked")
    return int(not report.conforms)


@click.command()
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("predictions", type=click.Path(path_type=Path), required=False)
@click.option("--errors", is_flag=True, help="List what was missed and invented.")
@click.option("--predicates", is_flag=True, help="Show each predicate's figures.")
@click.option("--only", default="", metavar="TEXT", help="Only articles whose id contains TEXT.")
@options.min_confidence
@options.ontology
@options.json
def evaluate(
    gold: Path,
    predictions: Path | None,
    errors: bool,
    predicates: bool,
    only: str,
    min_confidence: float,
    ontology_folder: Path | None,
    as_json: bool,
) -> None:
    """Score predictions against GOLD.

    GOLD holds NAME.json and NAME.txt for each article. PREDICTIONS is what `biograph extract` wrote; without it, the
    texts of GOLD are extracted now. Figures are precision, recall and F1.
    """
    from biograph import evaluate as scorer
    from biograph import reading
    from biograph.evaluate import tables

    if predictions is not None and min_confidence:
        raise click.UsageError(
            "predictions hold no confidence: give --min-confidence to biograph extract", click.get_current_context()
        )
    if predictions is None:
        terms = load_ontology(ontology_folder)
        with Progress() as progress:
            found = reading.predict(gold, terms, only=only, min_confidence=min_confidence, progress=progress)
    else:
        found = scorer.read(predictions)
    scores = scorer.score(gold, found, only=only)
    if as_json:
        print_json(scores.to_json())
        return
    parts = [tables.table(scores)]
    if predicates:
        parts.append(tables.predicate_table(scores))
    if errors:
        parts.append(tables.mistake_list(scores))
    print("\n\n".join("\n".join(part) for part in parts))


@click.group()
def ontology() -> None:
    """Work on the ontology folder."""


@ontology.command("check")
@options.ontology
def ontology_check(ontology_folder: Path | None) -> int:
    """Prove that every frame keeps its slots.

    A frame is an example sentence with slots. Exit code 1: some example loses one when it is read; each is told.
    """
    from biograph.extract.korean.clause import compiling

    folder = load_ontology(ontology_folder).directory
    compiled, problems = compiling.compile_all(folder)
    for problem in problems:
        print(problem)
    print(f"{count(len(compiled), 'frame')} compiled, {len(problems)} lost a slot")
    return int(bool(problems))
