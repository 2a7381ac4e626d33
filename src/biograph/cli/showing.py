"""Commands that make something to show: page, report and export."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from biograph.cli import options
from biograph.cli.terminal import count, load_corpus, load_network, load_store
from biograph.model import Status

EXPORTS = (
    *("turtle", "trig", "nquads", "rdf12", "rdfxml", "jsonld"),
    *("graphml", "gexf", "dot", "cytoscape", "pajek", "csv", "parquet", "neo4j"),
    *("skos", "names", "obsidian"),
)
FEW = 10  # files that are told one by one


@click.command()
@options.output("File to write.", options.OUTPUT / "graph.html")
@options.data
@options.min_confidence
@options.language
@click.option("--no-brokers", is_flag=True, help="Leave out the broker view; its tests take up to a minute.")
def page(output: Path, data: Path | str, min_confidence: float, language: str, no_brokers: bool) -> None:
    """Draw the dataset as one HTML page.

    The page opens offline, in any browser.
    """
    from biograph import brokers
    from biograph import page as html
    from biograph.errors import NobodyError
    from biograph.files import write

    corpus = load_corpus(data, language, min_confidence)
    try:
        ranking = None if no_brokers else brokers.rank(corpus)
    except NobodyError:  # the page says so
        ranking = None
    print(write(output, html.render(corpus, language, ranking=ranking)))


@click.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write; by default it is printed.")
@click.option("--format", type=click.Choice(["markdown", "html"]), help="Default: html for a file named .html.")
@options.question
@options.data
@options.language
def report(output: Path | None, format: str | None, asked: dict[str, Any], data: Path | str, language: str) -> None:
    """Report who bridges whom, in Markdown or HTML.

    It keeps apart what the texts claim and what the network shows, and quotes both. The HTML file has figures, opens
    offline and can be mailed.

    \b
    biograph report -o report.html
    biograph report --between 한국 미국 --language en
    """
    from biograph import brokers
    from biograph import report as reporting
    from biograph.errors import NobodyError
    from biograph.files import write

    corpus, question, grouping = load_network(data, language, asked)
    try:
        ranking = brokers.rank(corpus, question, grouping=grouping)
    except NobodyError:  # the report says so
        ranking = None
    html = format == "html" or (format is None and output is not None and output.suffix.lower() in (".html", ".htm"))
    text = (reporting.html if html else reporting.markdown)(corpus, ranking, language, grouping=grouping)
    if output:
        print(write(output, text))
    else:
        print(text, end="")


@click.command()
@click.argument("format", type=click.Choice(EXPORTS), metavar="FORMAT")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File, or folder; by default it is printed.")
@click.option(
    "--status",
    "statuses",
    type=click.Choice([str(status) for status in Status]),
    multiple=True,
    metavar="STATUS",
    help=f"Which facts a graph or table holds: {', '.join(Status)}. May be repeated.  [default: asserted]",
)
@options.data
@options.min_confidence
@options.language
def export(
    format: str, output: Path | None, statuses: tuple[str, ...], data: Path | str, min_confidence: float, language: str
) -> None:
    """Write the dataset in another format.

    FORMAT is one of these. RDF with everything: turtle, trig, nquads, rdf12, rdfxml, jsonld. The asserted facts as a
    graph: graphml, gexf, dot, cytoscape; in a folder as tables: csv, parquet, neo4j; as a network and partitions:
    pajek; as notes: obsidian. The names: skos, names.

    \b
    biograph export graphml -o graph.graphml
    biograph export csv --status planned -o tables
    """
    from biograph import exports

    if statuses and not exports.FORMATS[format].selects:
        raise click.UsageError(f"{format} holds the facts of every status", click.get_current_context())
    chosen = tuple(Status(status) for status in statuses) or exports.ASSERTED
    store = load_store(data, min_confidence)
    if output is None:
        sys.stdout.buffer.writelines(exports.stream(store, format, statuses=chosen, language=language))
        return
    written = exports.export(store, format, output, statuses=chosen, language=language)
    if len(written) > FEW:
        print(f"{count(len(written), 'file')} in {output}")
        return
    for file in written:
        print(file)
