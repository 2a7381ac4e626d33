"""The two-paths that a node brokers, by role: as many as a report shows, the best attested first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import networkx as nx

from biograph import brokerage
from biograph.brokerage import ROLES
from biograph.brokers import BrokerRow
from biograph.report.material import SHOWN, Material


@dataclass(frozen=True, slots=True)
class Brokered:
    """Two contacts whom a node joins in one role, its share in it, and the statements that tie them to it."""

    left: str
    right: str
    share: float
    statements: tuple[str, ...]


def by_role(material: Material, row: BrokerRow) -> dict[str, list[Brokered]]:
    """Each role that the body holds to its first SHOWN two-paths, contacts of most documents first.

    In an undirected network both ways of a pair count, as in `brokerage.roles`. It stops as soon as every role is
    served, so that a body with thousands of contacts takes no longer than needed.
    """
    graph, node, seen = material.graph, row.entity, set()
    found: dict[str, list[Brokered]] = {role: [] for role in ROLES if getattr(row.roles, role)}
    for i, j in product(_contacts(graph, node, back=True), _contacts(graph, node)):
        pair = (i, j) if graph.is_directed() else (min(i, j), max(i, j))
        if i == j or pair in seen or graph.has_edge(i, j):
            continue
        seen.add(pair)
        for role, share in _shares(material, i, node, j).items():
            if len(found[role]) < SHOWN:
                ids = dict.fromkeys((*graph.edges[i, node]["statements"], *graph.edges[node, j]["statements"]))
                found[role].append(Brokered(i, j, share, tuple(ids)))
        if all(len(paths) == SHOWN for paths in found.values()):
            break
    return found


def _shares(material: Material, i: str, node: str, j: str) -> dict[str, float]:
    of, ends = material.grouping.groups, material.ends
    shares = dict(brokerage.shares((i, node, j), of, ends))
    if not material.graph.is_directed():
        for role, share in brokerage.shares((j, node, i), of, ends).items():
            shares[role] = shares.get(role, 0.0) + share
    return shares


def _contacts(graph: nx.Graph, node: str, back: bool = False) -> list[str]:
    ties = graph.pred[node] if back and graph.is_directed() else graph.adj[node]
    return sorted(ties, key=lambda contact: (-len(ties[contact]["documents"]), contact))
