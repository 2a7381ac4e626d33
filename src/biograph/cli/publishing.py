"""The command that sends a built dataset to an engine elsewhere."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from biograph.cli import options
from biograph.cli.terminal import Progress, count, load_store

SHOWN = 5  # graphs that differ


@click.command()
@click.option("--store", "address", metavar="URL", required=True, help="Where the engine answers SPARQL queries.")
@options.local_data
@click.option("--update-url", metavar="URL", default="", help="Where it takes updates, if not at the usual place.")
@click.option("--graph-store-url", metavar="URL", default="", help="Where its Graph Store is, likewise.")
def publish(address: str, data: Path, update_url: str, graph_store_url: str) -> int:
    """Send the dataset to a SPARQL engine.

    Only graphs that changed since the last time are sent; what others keep there is not touched. User and password
    are read from BIOGRAPH_STORE_USER and BIOGRAPH_STORE_PASSWORD.

    \b
    biograph publish --store http://localhost:7878/query
    biograph publish --data news --store https://a.org/sparql
    """
    from biograph import remote

    endpoint = remote.Endpoint.parse(address, update=update_url, graphs=graph_store_url)
    with Progress() as progress:
        done = remote.publish(load_store(data), remote.Remote(endpoint), progress)
    print(f"sent     {count(len(done.sent), 'graph')}")
    print(f"kept     {count(len(done.kept), 'graph')}, unchanged")
    print(f"dropped  {count(len(done.dropped), 'graph')}")
    print(f"there    {count(done.triples, 'triple')} in {endpoint.query}")
    for graph, (here, there) in list(done.differing.items())[:SHOWN]:
        print(f"biograph: {graph}: {count(here, 'triple')} sent, {there} there", file=sys.stderr)
    if len(done.differing) > SHOWN:
        print(f"biograph: and {count(len(done.differing) - SHOWN, 'more graph')}", file=sys.stderr)
    return int(bool(done.differing))
