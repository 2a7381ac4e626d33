"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

OUTPUT = Path("output")

data = click.option(
    "--data",
    type=click.Path(path_type=Path),
    default=OUTPUT,
    show_default=True,
    help="A built folder, or a TriG or N-Quads file.",
)
language = click.option(
    "--language", type=click.Choice(["ko", "en"]), default="ko", show_default=True, help="Language of what is shown."
)
ontology = click.option(
    "--ontology",
    "ontology_folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with another ontology, names and frames.",
)
json = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program.")


def _confidence(context: click.Context, parameter: click.Parameter, value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:  # not so for nan, either
        raise click.BadParameter(f"{value!r} is not a number from 0 to 1", context, parameter)
    return number


min_confidence = click.option(
    "--min-confidence",
    metavar="X",
    default="0",
    callback=_confidence,
    help="Leave out statements less sure than X, from 0 to 1.",
)


def output(help: str, default: Path | None = None) -> Callable[[F], F]:
    """The option -o/--output, which must be given where there is no default."""
    path = click.Path(path_type=Path)
    if default is None:
        return click.option("-o", "--output", type=path, required=True, help=help)
    return click.option("-o", "--output", type=path, default=default, show_default=True, help=help)
