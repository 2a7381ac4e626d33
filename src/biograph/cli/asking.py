"""Commands that ask a built dataset who connects whom, and why: brokers and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from biograph import table
from biograph.cli import options
from biograph.cli.terminal import columns, load_network, print_json

if TYPE_CHECKING:
    from biograph.brokers import Ranking
    from biograph.why import Connection, Explanation

PAGE_WIDTH = 100  # columns, where no terminal says how wide it is
ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "ungrouped")
BRIEF = ("name", "groups", "claims", "across", "verdict")
USUAL = ("rank", "interval", "name", "groups", "claims", "documents", "across", "p", "verdict")  # what 100 columns hold


@click.command()
@options.question
@click.option("--groups", "of_groups", is_flag=True, help="Show the groups instead: their ties and roles.")
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the first N rows.")
@click.option("--format", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@click.option("--wide", is_flag=True, help="Show every measure in the table.")
@options.data
@options.language
def brokers(
    asked: dict[str, Any], of_groups: bool, top: int | None, format: str, wide: bool, data: Path | str, language: str
) -> None:
    """Who connects groups that are otherwise apart.

    For every body: what the texts claim of it, what the network shows, and whether that can be said. Behind each row
    stands `biograph why NAME`. The measures are in the table with --wide, and in JSON and CSV.

    \b
    biograph brokers --between 한국 미국
    biograph brokers --group type --min-documents 2
    biograph brokers --group-query @alliances.rq
    """
    from dataclasses import replace

    from biograph import brokers as ranking

    corpus, question, grouping = load_network(data, language, asked)
    found = ranking.rank(corpus, question, grouping=grouping)
    found = replace(found, rows=found.rows[:top])
    if format == "json":
        print_json(found.to_dict())
    elif format == "csv":
        print(ranking.csv_text(found.rows), end="")
    elif of_groups:
        print(table.render(*ranking.group_table(found.groups, language), columns=columns()), end="")
    else:
        print_brokers(found, language, None if wide else USUAL)


def print_brokers(found: Ranking, language: str, kept: Sequence[str] | None) -> None:
    """The table of brokers with the columns to keep, all if None, or a line that says why it is empty."""
    from biograph import brokers as ranking
    from biograph.wording import wording

    if not found.rows:
        print("nobody has two ties, and no text claims a bridge: nothing to rank")
        return
    header, cells = ranking.table(found.rows, language)
    names = list(wording(language)["columns"])
    places = [names.index(name) for name in kept or names]
    shown = [[line[i] for i in places] for line in (header, *cells)]
    print(table.render(shown[0], shown[1:], columns=columns()), end="")
    for note in ranking.notes(found, language, kept):
        print("", *table.wrap(note, columns() or PAGE_WIDTH), sep="\n")


@click.command()
@click.argument("entity")
@click.argument("other", required=False)
@click.option(
    "--role",
    "kept",
    type=click.Choice(ROLES),
    multiple=True,
    metavar="ROLE",
    help=f"Only pairs it brokers as {', '.join(ROLES)}. Repeatable.",
)
@options.network
@options.data
@options.language
@options.json
def why(
    entity: str,
    other: str | None,
    kept: tuple[str, ...],
    asked: dict[str, Any],
    data: Path | str,
    language: str,
    as_json: bool,
) -> None:
    """Show the paths and quotes behind ENTITY.

    With OTHER, show what joins the two. An entity is known by its name, an alias or its id. The options are those of
    `biograph brokers`, so that each count there opens to its pairs here.

    \b
    biograph why KABIC
    biograph why KABIC KHIDI
    biograph why KHIDI --between 한국 미국 --role gatekeeper
    """
    from biograph import why as reasons
    from biograph.brokers.case import Case

    case = Case.of(*load_network(data, language, asked))
    found: Explanation | Connection
    if other:
        found = reasons.connect(case.corpus, case.graph, entity, other)
    else:
        found = reasons.about(case.corpus, case.graph, entity, grouping=case.grouping, between=case.ends, roles=kept)
    if as_json:
        print_json(found.to_json())
    else:
        print(found.to_text(width=columns() or PAGE_WIDTH, language=language), end="")
