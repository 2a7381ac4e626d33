"""A dataset to an engine elsewhere: only the graphs that changed are sent, and those of others are left alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from biograph.errors import DatasetError
from biograph.progress import Progress, silent
from biograph.remote import account
from biograph.remote.engine import Remote
from biograph.remote.graphs import counted
from biograph.store import Store
from biograph.store.exchange import checksum, ntriples

_UPDATES = 10  # of the account, on the way


@dataclass(frozen=True, slots=True)
class Published:
    """What was done: graphs sent, kept as they were, dropped; triples of all graphs there now; graphs that differ.

    `differing` are the counts here and there, by graph, where the engine holds more or less than it was sent.
    """

    sent: tuple[str, ...]
    kept: tuple[str, ...]
    dropped: tuple[str, ...]
    triples: int
    differing: Mapping[str, tuple[int, int]]


def publish(store: Store, remote: Remote, progress: Progress = silent) -> Published:
    """Make an engine hold the graphs of a store, each replaced as a whole, and count what it holds then.

    Raises DatasetError before anything is sent where another dataset is published there, or where a graph of that name
    is not ours; and where the engine fails, after which the next call goes on.
    """
    local = {graph: ntriples(store, graph) for graph in map(str, store.graphs())}
    if sum(map(len, local.values())) < len(store):
        hint = "put them into the graph of a document"
        raise DatasetError("facts outside of any named graph cannot be published", hint=hint)
    place = _expect_one_dataset(local, remote)
    local.pop(place, None)
    sums = {graph: checksum(lines) for graph, lines in local.items()}
    there = account.read(remote)
    counts = counted(remote, {*local, place}, progress)
    _expect_ours(remote, place, [g for g in sorted(counts) if counts[g] and g not in there])
    changed = [g for g in sorted(local) if there.get(g) != sums[g] or counts[g] != len(local[g])]
    gone = sorted(set(there) - set(local))
    if changed or gone:
        _send(remote, place, {g: local[g] for g in changed}, gone, sums, progress)
        counts |= counted(remote, changed, progress)
    differing = {g: (len(local[g]), counts[g]) for g in changed if counts[g] != len(local[g])}
    if changed or gone:
        account.write(remote, place, sums | dict.fromkeys(differing, account.PENDING))
        remote.look_again()
    kept = tuple(sorted(set(local) - set(changed)))
    return Published(tuple(changed), kept, tuple(gone), sum(counts[g] for g in local), differing)


def _send(
    remote: Remote,
    place: str,
    changed: Mapping[str, Sequence[str]],
    gone: Sequence[str],
    sums: Mapping[str, str],
    progress: Progress,
) -> None:
    """Send and drop graphs; at each moment the account calls pending what may be half done."""
    pending = dict.fromkeys([*changed, *gone], account.PENDING)
    account.write(remote, place, {**sums, **pending})
    every = max(50, len(changed) // _UPDATES)
    for number, (graph, lines) in enumerate(changed.items(), 1):
        progress(graph, number, len(changed))
        remote.put(graph, lines)
        del pending[graph]
        if number % every == 0:
            account.write(remote, place, {**sums, **pending})
    for number, graph in enumerate(gone, 1):
        progress(f"dropping {graph}", number, len(gone))
        remote.drop(graph)


def _expect_one_dataset(graphs: Iterable[str], remote: Remote) -> str:
    place = account.address(graphs)
    if others := [other for other in remote.publications if other != place]:
        hint = "use a store of its own for each dataset"
        raise DatasetError(f"another dataset is published there: {others[0]}", where=remote.endpoint.query, hint=hint)
    return place


def _expect_ours(remote: Remote, place: str, unknown: Sequence[str]) -> None:
    """Where we have published, what is below our base is ours, even if the account of it was lost."""
    known = account.base(place) if place in remote.publications else None
    foreign = [graph for graph in unknown if known is None or not graph.startswith(known)]
    if foreign:
        more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
        hint = "biograph did not publish it: drop it there, or use another store"
        raise DatasetError(f"a graph of that name is there already{more}", where=foreign[0], hint=hint)
