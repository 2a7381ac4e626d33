"""Commands that make something to show: page, report and export."""

from __future__ import annotations

from pathlib import Path

import click

from biograph.cli import options
from biograph.cli.terminal import load_corpus

EXPORTS = ("turtle", "trig", "nquads", "jsonld", "graphml", "gexf", "csv")


@click.command()
@options.output("File to write.", options.OUTPUT / "graph.html")
@options.data
@options.language
def page(output: Path, data: Path, language: str) -> None:
    """Draw the dataset as one HTML page.

    The page opens offline, in any browser.
    """
    from biograph import groups
    from biograph import page as html

    corpus = load_corpus(data)
    html.write(corpus, output, language=language, groups=groups.names(groups.by_country(corpus)))
    print(output)


@click.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write; by default it is printed.")
@options.data
@options.language
def report(output: Path | None, data: Path, language: str) -> None:
    """Report who bridges whom, in Markdown.

    It keeps apart what the texts claim and what the network shows, and quotes both.
    """
    from biograph import report as markdown

    text = markdown.render(load_corpus(data), language=language)
    if output:
        output.write_text(text, "utf-8")
    print(output or text)


@click.command()
@click.argument("format", type=click.Choice(EXPORTS))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File or folder; by default printed.")
@options.data
def export(format: str, output: Path | None, data: Path) -> None:
    """Write the dataset in another format.

    RDF: turtle, trig, nquads, jsonld. Graph: graphml, gexf. Tables: csv (a folder with nodes and edges).
    """
    from biograph import exports
    from biograph.store import Store

    print(exports.export(Store.read(data), format, output))
