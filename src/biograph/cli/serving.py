"""The command that serves a dataset over HTTP."""

from __future__ import annotations

import contextlib
from pathlib import Path
from urllib.parse import urlsplit

import click

from biograph.cli import options
from biograph.cli.terminal import load_ontology

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command()
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Interface to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    default=8321,
    show_default=True,
    help="Port; 0 for any free one.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.1),
    metavar="SECONDS",
    default=10.0,
    show_default=True,
    help="Stop a query that takes longer.",
)
@click.option(
    "--memory",
    type=click.IntRange(min=16),
    metavar="MB",
    default=256,
    show_default=True,
    help="Stop a query that takes more.",
)
@click.option(
    "--max-rows",
    type=click.IntRange(min=1),
    metavar="N",
    default=10_000,
    show_default=True,
    help="Cut an answer there and say so.",
)
@click.option(
    "--cors", "origins", multiple=True, metavar="ORIGIN", help="Site whose scripts may ask; * for all. Repeatable."
)
@click.option(
    "--allow-host", "hosts", multiple=True, metavar="NAME", help="Another name it is asked under. Repeatable."
)
@click.option("--public-url", default="", metavar="URL", help="Where a proxy shows it to the world.")
@options.local_data
@options.ontology
@options.language
def serve(
    host: str,
    port: int,
    timeout: float,
    max_rows: int,
    memory: int,
    origins: tuple[str, ...],
    hosts: tuple[str, ...],
    public_url: str,
    data: Path,
    ontology_folder: Path | None,
    language: str,
) -> None:
    """Serve the dataset over HTTP, for reading.

    SPARQL, a page to write queries on, a page for each entity and document, search, downloads. It takes a new dataset
    as soon as it is built. Ctrl-C ends it.

    \b
    biograph serve
    biograph serve --host 0.0.0.0 --allow-host a.example.org
    """
    try:
        from biograph.serve import launch
    except ModuleNotFoundError as error:
        from biograph.errors import BiographError

        raise BiographError(f"biograph serve needs {error.name}", hint="pip install 'biograph[serve]'") from error
    from biograph.serve.service import Service
    from biograph.serve.settings import Settings
    from biograph.sparql.asking import Limits

    context = click.get_current_context()
    if urlsplit(public_url).path.strip("/"):
        raise click.UsageError("--public-url has no path: give the server a host name of its own", context)
    if host not in _LOOPBACK and not hosts and not public_url:
        raise click.UsageError(f"--host {host} needs --allow-host NAME, the name that it will be asked under", context)
    limits = Limits(seconds=timeout, memory=memory << 20, rows=max_rows)
    settings = Settings(data, load_ontology(ontology_folder), language, limits, origins, hosts, public_url)
    with launch.listen(host, port) as listening:
        service = Service(settings)
        print(f"{public_url or launch.address(listening)}  (Ctrl-C ends it)", flush=True)
        with contextlib.suppress(KeyboardInterrupt):  # that is how it is ended
            launch.server(service).run([listening])
