"""A published dataset back into memory, graph by graph."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from biograph.errors import DatasetError
from biograph.progress import Progress, silent
from biograph.remote import account
from biograph.remote.endpoint import Endpoint
from biograph.remote.engine import Remote
from biograph.remote.graphs import counted, triples
from biograph.store import Store
from biograph.store.exchange import checksum, load, ntriples

log = logging.getLogger(__name__)


def read(address: str) -> Store:
    """The dataset that is published at an address; see `fetch`."""
    return fetch(Remote(Endpoint.parse(address)))


def fetch(remote: Remote, progress: Progress = silent) -> Store:
    """All graphs that `publish` sent there; a warning is logged where they are no longer what was sent.

    Raises DatasetError where nothing is published, or the engine does not give all of it.
    """
    sums = account.read(remote)
    if not sums:
        raise DatasetError("no dataset here", where=remote.endpoint.query, hint="publish one: biograph publish --store")
    if account.PENDING in sums.values():
        log.warning("%s: publishing was not finished, or is going on", remote.endpoint.query)
    counts = counted(remote, sums, progress)

    def pieces() -> Iterator[tuple[str, list[bytes]]]:
        for number, (graph, size) in enumerate(counts.items(), 1):
            progress(graph, number, len(counts))
            yield graph, triples(remote, graph, size)

    store = load(pieces())
    changed = [graph for graph in sums if sums[graph] not in (account.PENDING, checksum(ntriples(store, graph)))]
    if changed:
        log.warning(
            "%s: not as it was sent, %d of %d graphs (%s, …)",
            remote.endpoint.query,
            len(changed),
            len(sums),
            changed[0],
        )
    return store
