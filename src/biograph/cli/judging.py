"""Commands that judge: check, evaluate, and ontology check and test."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from biograph.cli import options
from biograph.cli.terminal import Progress, columns, count, load_ontology, load_store, print_json

if TYPE_CHECKING:
    from biograph.model import Document
    from biograph.shapes import Report
    from biograph.vocabulary import Ontology


@click.command()
@options.data
@options.ontology
@options.json
def check(data: Path | str, ontology_folder: Path | None, as_json: bool) -> int:
    """Prove the dataset: its shapes, and every quote.

    Exit code 0: it conforms. 1: it has violations, each told with the sentence at fault. 2: it cannot be checked.
    """
    from biograph import shapes

    report = shapes.check(load_store(data), load_ontology(ontology_folder))
    if as_json:
        print_json(asdict(report) | {"conforms": report.conforms})
    else:
        print_check(report)
    return int(not report.conforms)


def print_check(report: Report) -> None:
    """Print each violation, and how much was checked."""
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
@options.json
def ontology_check(ontology_folder: Path | None, as_json: bool) -> int:
    """Prove that every frame keeps its slots.

    A frame is an example sentence with slots. Exit code 1: some example loses one when it is read; each is told.
    """
    from biograph.extract.english import frames
    from biograph.extract.korean.clause.frames import compiling

    terms = load_ontology(ontology_folder)
    korean, problems = compiling.compile_all(terms.directory)
    english = [frame for group in frames.load(terms).by_lemma.values() for frame in group]
    problems += frames.lint(terms)
    if as_json:
        found = {"frames": {"ko": len(korean), "en": len(english)}, "problems": problems}
        print_json(found | {"conforms": not problems})
        return int(bool(problems))
    for problem in problems:
        print(problem)
    print(f"{count(len(korean) + len(english), 'frame')} compiled, {count(len(problems), 'problem')}")
    return int(bool(problems))


@ontology.command("test")
@click.argument("sentence")
@options.ontology
@options.json
def ontology_test(sentence: str, ontology_folder: Path | None, as_json: bool) -> None:
    """Show how a sentence is read, layer by layer.

    Words with their morphemes, names and what was not taken for one, clauses with their arguments and status, the
    frames that matched or what they lacked, and the statements. SENTENCE may be - for standard input.

    \b
    biograph ontology test '유한양행은 보스턴에 둥지를 틀었다.'
    """
    from biograph.extract import explain

    terms = load_ontology(ontology_folder)
    found = explain.explain(_document(sentence, terms), terms)
    if as_json:
        print_json(asdict(found))
    else:
        print(explain.to_text(found, columns()), end="")


def _document(sentence: str, terms: Ontology) -> Document:
    """The text to test; a single line is read whatever it looks like, of several what is page furniture is left out."""
    from biograph import sources
    from biograph.errors import SourceError
    from biograph.model import Span

    if sentence == "-":
        document = next(sources.read(["-"], ontology=terms))
        if isinstance(document, SourceError):
            raise document
    else:
        document = sources.from_text(sentence, id="sentence", ontology=terms)
    if "\n" in document.text.strip():
        return document
    return replace(document, body=(Span(0, len(document.text)),))
