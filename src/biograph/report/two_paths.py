"""The two-paths that a node brokers, by role: as many as a report shows, the best attested first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import networkx as nx

from biograph import brokerage
from biograph.brokers import BrokerRow
from biograph.report.material import HELD, SHOWN, Material

_NONE = 1e-9  # of a count of shares, whose sums may differ in the last digits


@dataclass(frozen=True, slots=True)
class Brokered:
    """Two contacts whom a node joins in one role, its share in it, and the statements that tie them to it."""

    left: str
    right: str
    share: float
    statements: tuple[str, ...]


def by_role(material: Material, row: BrokerRow) -> dict[str, list[Brokered]]:
    """Each role that the body holds to its first SHOWN two-paths, contacts of most documents first.

    In an undirected network both ways of a pair count, as in `brokerage.roles`. It stops as soon as every role has its
    two-paths, so that a body with thousands of contacts takes no longer than needed.
    """
    graph, node = material.graph, row.entity
    found: dict[str, list[Brokered]] = {role: [] for role in HELD if getattr(row.roles, role)}
    wanted = set(found)
    for i, j in _ends(graph, node):
        if not wanted:
            break
        if i == j or graph.has_edge(i, j):
            continue
        for role, share in _shares(material, i, node, j).items():
            if role in wanted:
                ids = dict.fromkeys((*graph.edges[i, node]["statements"], *graph.edges[node, j]["statements"]))
                found[role].append(Brokered(i, j, share, tuple(ids)))
                missing = getattr(row.roles, role) - sum(path.share for path in found[role])
                if len(found[role]) == SHOWN or missing < _NONE:
                    wanted.remove(role)
    return found


def _shares(material: Material, i: str, node: str, j: str) -> dict[str, float]:
    of, ends = material.grouping.groups, material.ends
    shares = dict(brokerage.shares((i, node, j), of, ends))
    if not material.graph.is_directed():
        for role, share in brokerage.shares((j, node, i), of, ends).items():
            shares[role] = shares.get(role, 0.0) + share
    return shares


def _ends(graph: nx.Graph, node: str) -> Iterator[tuple[str, str]]:
    """Pairs of contacts, from and to in a directed network, those first that most documents tie to the node."""

    def best(ties: Mapping[str, Mapping[str, Sequence[str]]]) -> list[str]:
        return sorted(ties, key=lambda contact: (-len(ties[contact]["documents"]), contact))

    return (
        product(best(graph.pred[node]), best(graph.succ[node]))
        if graph.is_directed()
        else combinations(best(graph.adj[node]), 2)
    )
