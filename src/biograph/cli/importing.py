"""The command that takes an edited dataset back."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from biograph.cli import options
from biograph.cli.judging import print_check
from biograph.cli.terminal import Progress, load_ontology, print_json

if TYPE_CHECKING:
    from biograph.importing import Imported


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@options.output("Folder whose dataset it becomes.", options.OUTPUT)
@click.option("--repair", is_flag=True, help="Let the direct triples follow the statements: add and remove them.")
@click.option("--force", is_flag=True, help="Take it in spite of violations.")
@options.language
@options.ontology
@options.json
def import_(
    file: Path, output: Path, repair: bool, force: bool, language: str, ontology_folder: Path | None, as_json: bool
) -> int:
    """Take an edited dataset back.

    FILE is TriG, N-Quads or JSON-LD, as biograph export writes it. It is checked as by biograph check; if it conforms,
    it replaces the dataset of the folder, and page, tables and report are made anew.

    Exit code 0: it conforms, and was taken. 1: it has violations, and was not, but for --force. 2: it cannot be read.

    \b
    biograph export trig -o mine.trig
    biograph import mine.trig --repair
    """
    from biograph import importing

    terms = load_ontology(ontology_folder)
    with Progress() as progress:
        found = importing.take_back(
            file, output, language=language, ontology=terms, repair=repair, force=force, progress=progress
        )
    if as_json:
        print_json(asdict(found) | {"files": [str(path) for path in found.files], "conforms": found.check.conforms})
    else:
        _print(found, repair)
    if not found.files:
        hint = "--repair mends direct triples, --force takes all as it is"
        print(f"biograph: nothing in {output} was replaced ({hint})", file=sys.stderr)
    return int(not found.check.conforms)


def _print(found: Imported, repair: bool) -> None:
    print_check(found.check)
    if repair:
        print(f"{'repaired':<15}direct triples: {found.repaired.added} added, {found.repaired.removed} removed")
    statements, quads = found.statements, found.quads
    print(f"{'statements':<15}{statements.added} added, {statements.removed} removed, {statements.changed} changed")
    print(f"{'quads':<15}{quads.added} added, {quads.removed} removed")
    for title, file in zip(("written", *[""] * len(found.files)), found.files, strict=False):
        print(f"{title:<15}{file}")
