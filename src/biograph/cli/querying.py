"""The command that asks in SPARQL: query."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from biograph import table
from biograph.cli import options
from biograph.cli.terminal import columns, load_ontology, may_link, open_engine, page_of, print_json

if TYPE_CHECKING:
    from biograph.query import NamedQuery
    from biograph.query.explain import Plan
    from biograph.sparql.asking import Reply
    from biograph.vocabulary import Ontology

FORMATS = ("table", "markdown", "csv", "tsv", "json", "xml", "turtle")
_CUT = {
    "rows": "after {rows} rows (--max-rows 0 gives all)",
    "bytes": "after {rows} rows, as the memory allowed is full (--memory 0 gives all)",
    "time": "after {rows} rows, as the time is up (--timeout 0 gives all)",
}


@click.command()
@click.argument("query", required=False)
@click.argument("value", required=False)
@click.option("--file", type=click.Path(path_type=Path), help="Read the query from a file.")
@click.option("--list", "show_list", is_flag=True, help="List the named queries.")
@click.option("--show", "show_text", is_flag=True, help="Print the query and what it says of itself; do not run it.")
@click.option("--explain", is_flag=True, help="Print how the query is read, and what each pattern finds alone.")
@click.option("--set", "values", multiple=True, metavar="NAME=VALUE", help="Value of a query's parameter.")
@click.option("--format", type=click.Choice(FORMATS), help="Default: table; turtle for CONSTRUCT.")
@options.limits
@options.data
@options.language
@options.ontology
def query(
    query: str | None,
    value: str | None,
    file: Path | None,
    show_list: bool,
    show_text: bool,
    explain: bool,
    values: tuple[str, ...],
    format: str | None,
    allowed: dict[str, Any],
    data: Path | str,
    language: str,
    ontology_folder: Path | None,
) -> int:
    """Ask in SPARQL, or by a query's name.

    QUERY is a SPARQL query, or the name of one that --list shows. The usual prefixes need no declaration, and all
    graphs are asked at once. VALUE is that of the query's first parameter. A query runs in a process of its own and
    is stopped when it takes too much; an answer that is cut says so, and the exit code is 1.

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
        return 0
    asked = sparql.read(file) if file else sparql.resolve(query or "", terms)
    if show_text:
        _print_documented(asked, language)
        return 0
    bound = _bound(asked, value, values, language)
    with open_engine(data, allowed) as engine:
        if explain:
            from biograph.query.explain import explain as explained

            _print_plan(explained(engine, asked, bound))
            return _warn_of_unknown(asked, terms)
        reply = sparql.ask(engine, asked, format=format, values=bound)
        links = None
        if may_link():
            from biograph.query.links import links as links_to

            links = links_to(engine, page_of(data))
        print(sparql.show(reply, format, columns=columns(), links=links), end="")
    if not reply.rows:
        _warn_of_unknown(asked, terms)
    return _warn_of_cut(reply)


def _bound(asked: NamedQuery, value: str | None, values: tuple[str, ...], language: str) -> dict[str, str]:
    bound = {p.name: language for p in asked.parameters if p.name == "language"} | _pairs(values)
    if value is not None:
        own = _own_parameters(asked)
        if not own:
            raise click.UsageError(f"this query takes no value: {value}", click.get_current_context())
        bound[own[0]] = value
    return bound


def _pairs(values: tuple[str, ...]) -> dict[str, str]:
    pairs = [value.partition("=") for value in values]
    for name, equals, _ in pairs:
        if not name or not equals:
            raise click.UsageError(f"--set takes NAME=VALUE, not {name!r}", click.get_current_context())
    return {name: value for name, _, value in pairs}


def _warn_of_cut(reply: Reply) -> int:
    if not reply.cut:
        return 0
    print(f"biograph: the answer was cut {_CUT[reply.cut].format(rows=reply.rows)}", file=sys.stderr)
    return 1


def _warn_of_unknown(asked: NamedQuery, terms: Ontology) -> int:
    from biograph.query.explain import unknown

    for name, near in unknown(asked.text, terms).items():
        hint = f" (nearest: {', '.join(near)})" if near else ""
        print(f"biograph: {name} is not in the ontology{hint}", file=sys.stderr)
    return 0


def _print_plan(plan: Plan) -> None:
    print(f"form    {plan.form}")
    print(f"graphs  {' '.join(f'<{graph}>' for graph in plan.graphs) or 'the union of all'}")
    for name, value in plan.values.items():
        print(f"?{name} = {value!r}")
    counts = [["too many to count" if p.matches is None else f"{p.matches}", p.text] for p in plan.patterns]
    print("", table.render(["alone", "pattern"], counts, columns=columns()), sep="\n", end="")


def _print_documented(asked: NamedQuery, language: str) -> None:
    for line in filter(None, (asked.title(language), asked.description(language))):
        print(line)
    rows = [
        [p.name, "must be given" if p.default is None else p.default, p.description(language)] for p in asked.parameters
    ]
    if rows:
        print("", table.render(["parameter", "default", "meaning"], rows, columns=columns()), sep="\n", end="")
    print("", asked.text, sep="\n", end="")


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
        "parameters": [
            {"name": p.name, "default": p.default, "description": p.description(language)} for p in query.parameters
        ],
    }
