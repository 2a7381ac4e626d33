"""Commands that read articles: build, demo and extract."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from biograph.cli import options
from biograph.cli.terminal import Progress, count, load_corpus, load_ontology, print_json

if TYPE_CHECKING:
    from biograph.errors import SourceError
    from biograph.pipeline import Built

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
FEW = 5  # brokers that the demo shows


@click.command()
@click.argument("sources", nargs=-1, required=True)
@options.output("Folder to build into.", options.OUTPUT)
@options.min_confidence
@options.language
@options.ontology
@options.json
def build(
    sources: tuple[str, ...],
    output: Path,
    min_confidence: float,
    language: str,
    ontology_folder: Path | None,
    as_json: bool,
) -> int:
    """Build the dataset, the page and the tables.

    SOURCES are .txt and .html files, folders of them, or - for standard input. A file that cannot be read is
    reported, and the rest is built.

    \b
    biograph build articles/
    biograph build news.html -o boston
    """
    built = _build(sources, output, language, ontology_folder, min_confidence)
    _report(built.failures)
    if as_json:
        print_json(_summary(built))
    else:
        _print_summary(built)
    return int(bool(built.failures) or not built.check.conforms)


@click.command()
@options.output("Folder to build into.", options.OUTPUT)
@options.language
def demo(output: Path, language: str) -> int:
    """Build two sample articles and look around.

    One is Korean, one English; both ask who bridges Korea and the United States.
    """
    from biograph import brokers
    from biograph.cli.asking import BRIEF, print_brokers

    built = _build([str(SAMPLES)], output, language)
    _print_summary(built)
    print()
    found = brokers.rank(load_corpus(output, language))
    print_brokers(replace(found, rows=found.rows[:FEW]), language, BRIEF)
    claimed = [row.name for row in found if row.claims]
    _print_next(built, claimed[0] if claimed else found.rows[0].name)
    return int(not built.check.conforms)


@click.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Folder for one NAME.json per article.")
@options.min_confidence
@options.ontology
@options.json
def extract(
    sources: tuple[str, ...], output: Path | None, min_confidence: float, ontology_folder: Path | None, as_json: bool
) -> int:
    """Write what each article says as NAME.json.

    The files hold entities with their mentions, and relations with status, evidence offsets and qualifiers: the
    format that `biograph evaluate` compares with gold. With --json and no -o the articles themselves are printed.

    \b
    biograph extract articles/ -o found
    biograph extract news.txt --json
    """
    from biograph import prediction, reading

    if output is None and not as_json:
        raise click.UsageError("give a folder (-o FOLDER), or --json to print", click.get_current_context())
    terms = load_ontology(ontology_folder)
    with Progress() as progress:
        if output is None:
            found, failures = reading.extractions(sources, terms, progress, min_confidence)
            made: dict[str, Any] = {"articles": [prediction.to_json(extraction) for extraction in found]}
        else:
            written, failures = reading.write_predictions(
                sources, output, ontology=terms, min_confidence=min_confidence, progress=progress
            )
            made = {"files": [str(file) for file in written]}
    _report(failures)
    if as_json:
        print_json(made | {"failures": [str(failure) for failure in failures]})
    else:
        print(f"{count(len(made['files']), 'file')} in {output}")
    return int(bool(failures))


def _build(
    sources: Iterable[str],
    output: Path,
    language: str,
    ontology_folder: Path | None = None,
    min_confidence: float = 0.0,
) -> Built:
    from biograph import pipeline

    terms = load_ontology(ontology_folder)
    with Progress() as progress:
        return pipeline.build(
            sources, output, language=language, ontology=terms, min_confidence=min_confidence, progress=progress
        )


def _report(failures: Iterable[SourceError]) -> None:
    for failure in failures:
        print(f"biograph: {failure}", file=sys.stderr)


def _print_summary(built: Built) -> None:
    corpus = built.corpus
    statuses = ", ".join(f"{number} {status}" for status, number in built.statuses.items())
    _line("read", f"{count(len(corpus.documents), 'document')}, {count(len(corpus.entities), 'entity', 'entities')}")
    _line("statements", statuses or "none")
    _line("quotes", f"{built.quotes_found} of {built.quotes} stand word for word in their article")
    _line("check", "conforms" if built.check.conforms else "violations: see biograph check")
    for title, file in zip(("written", *[""] * len(built.files)), built.files, strict=False):
        _line(title, str(file))


def _print_next(built: Built, name: str) -> None:
    data = "" if built.output == options.OUTPUT else f" --data {shlex.quote(str(built.output))}"
    print()
    for what, command in (
        ("who says so", f"biograph why {name if name.isalnum() else shlex.quote(name)}{data}"),
        ("ask more", f"biograph query --list{data}"),
        ("look", f"open {built.output / 'graph.html'} in a browser"),
        ("your own news", "biograph build FOLDER"),
    ):
        _line(what, command)


def _line(title: str, text: str) -> None:
    print(f"{title:<15}{text}")


def _summary(built: Built) -> dict[str, Any]:
    return {
        "documents": len(built.corpus.documents),
        "entities": len(built.corpus.entities),
        "statements": {str(status): number for status, number in built.statuses.items()},
        "quotes": {"found": built.quotes_found, "of": built.quotes},
        "conforms": built.check.conforms,
        "files": [str(file) for file in built.files],
        "failures": [str(failure) for failure in built.failures],
    }
