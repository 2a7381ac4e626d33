"""The account of what is published in an engine, kept there in a graph of its own.

It holds for each graph of ours the SHA-256 of its N-Triples, or `pending` while the graph is about to change: so work
that was interrupted goes on where it stopped, and a graph that was half sent is sent again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from biograph.errors import DatasetError
from biograph.namespaces import ONTOLOGY, PREFIXES
from biograph.remote.engine import PUBLISHED, Remote
from biograph.remote.graphs import counted, triples
from biograph.store.exchange import load

PENDING = "pending"
_SUM = f"{ONTOLOGY}graphSha256"
_NAME = "graph/publication"
_BASE = re.compile(r"(.*?/)(?:document/.|graph/(?:identity|gazetteer|ontology|publication)$)")


def address(graphs: Iterable[str]) -> str:
    """The graph `graph/publication` below the base of a dataset with these graphs; DatasetError where none is ours."""
    bases = sorted({found[1] for graph in graphs if (found := _BASE.match(graph))})
    if len(bases) != 1:
        what = f"graphs below several bases: {', '.join(bases)}" if bases else "no graph of a document"
        raise DatasetError(f"the dataset has {what}", hint="make one with: biograph build")
    return f"{bases[0]}{_NAME}"


def base(account: str) -> str:
    """The base of the dataset that an account is of."""
    return account.removesuffix(_NAME)


def read(remote: Remote) -> dict[str, str]:
    """The checksum of each graph that is published there, or PENDING; nothing where there is no account."""
    found = {}
    for account, number in counted(remote, remote.publications).items():
        for graph, predicate, value, _ in load([(account, triples(remote, account, number))]).quads():
            if str(predicate) == _SUM:
                found[str(graph)] = str(value)
    return found


def write(remote: Remote, account: str, sums: Mapping[str, str]) -> None:
    """Replace the account."""
    lines = [f'<{graph}> <{_SUM}> "{sums[graph]}" .\n' for graph in sorted(sums)]
    remote.put(account, [f"<{account}> <{PREFIXES['rdf']}type> <{PUBLISHED}> .\n", *lines])
