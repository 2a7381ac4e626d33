"""Commands that ask a built dataset: query, brokers and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from biograph import table
from biograph.cli import options
from biograph.cli.terminal import columns, load_network, load_ontology, load_store, print_json

if TYPE_CHECKING:
    from biograph.brokers import Ranking
    from biograph.query import NamedQuery
    from biograph.vocabulary import Ontology
    from biograph.why import Connection, Explanation

PAGE_WIDTH = 100  # columns, where no terminal says how wide it is
ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "ungrouped")
BRIEF = ("name", "groups", "claims", "across", "verdict")
USUAL = ("rank", "interval", "name", "groups", "claims", "documents", "across", "p", "verdict")  # what 100 columns hold
FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")


@click.command()
@click.argument("query", required=False)
@click.argument("value", required=False)
@click.option("--file", type=click.Path(path_type=Path), help="Read the query from a file.")
@click.option("--list", "show_list", is_flag=True, help="List the named queries.")
@click.option("--set", "values", multiple=True, metavar="NAME=VALUE", help="Value of a query's parameter.")
@click.option("--format", type=click.Choice(FORMATS), help="Default: table; turtle for CONSTRUCT.")
@options.data
@options.language
@options.ontology
def query(
    query: str | None,
    value: str | None,
    file: Path | None,
    show_list: bool,
    values: tuple[str, ...],
    format: str | None,
    data: Path,
    language: str,
    ontology_folder: Path | None,
) -> None:
    """Ask in SPARQL, or by a query's name.

    QUERY is a SPARQL query, or the name of one that --list shows. The usual prefixes need no declaration, and all
    graphs are asked at once. VALUE is that of the query's first parameter.

    \b
    biograph query planned
    biograph query about KABIC
    biograph query 'SELECT ?s ?o { ?s bg:bridges ?o }'
    """
    from biograph import query as sparql

    if [query is not None, file is not None, show_list].count(True) != 1:
        raise click.UsageError("give one of QUERY, --file and --list", click.get_current_context())
    terms = load_ontology(ontology_folder)
    if show_list:
        _print_named(terms, language, format)
        return
    asked = sparql.read(file) if file else sparql.resolve(query or "", terms)
    bound = {p.name: language for p in asked.parameters if p.name == "language"} | _pairs(values)
    if value is not None:
        own = _own_parameters(asked)
        if not own:
            raise click.UsageError(f"this query takes no value: {value}", click.get_current_context())
        bound[own[0]] = value
    print(sparql.run(load_store(data), asked, format=format, values=bound, columns=columns()), end="")


@click.command()
@options.question
@click.option("--groups", "of_groups", is_flag=True, help="Show the groups instead: their ties and roles.")
@click.option("--top", type=click.IntRange(min=1), metavar="N", help="Only the first N rows.")
@click.option("--format", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
@click.option("--wide", is_flag=True, help="Show every measure in the table.")
@options.data
@options.language
def brokers(
    asked: dict[str, Any], of_groups: bool, top: int | None, format: str, wide: bool, data: Path, language: str
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
    data: Path,
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


def _pairs(values: tuple[str, ...]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for name, equals, _ in pairs:
        if not name or not equals:
            raise click.UsageError(f"--set takes NAME=VALUE, not {name!r}", click.get_current_context())
    return {name: value for name, _, value in pairs}


def _print_named(terms: Ontology, language: str, format: str | None) -> None:
    from biograph import query as sparql

    if format not in (None, "table", "json"):
        raise click.UsageError("--list prints a table or json", click.get_current_context())
    named = sparql.named(terms)
    if format == "json":
        print_json([_described(query, language) for query in named])
        return
    rows = [[q.name, q.title(language), " ".join(f"--set {name}=…" for name in _own_parameters(q))] for q in named]
    print(table.render(["name", "title", "parameters"], rows, columns=columns()), end="")


def _own_parameters(query: NamedQuery) -> list[str]:
    """The parameters without the language, which --language sets."""
    return [parameter.name for parameter in query.parameters if parameter.name != "language"]


def _described(query: NamedQuery, language: str) -> dict[str, object]:
    return {
        "name": query.name,
        "title": query.title(language),
        "description": query.description(language),
        "parameters": [{"name": p.name, "default": p.default, "description": p.description} for p in query.parameters],
    }
