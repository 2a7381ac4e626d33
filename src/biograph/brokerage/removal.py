"""What breaks when a node is removed: the pairs of other nodes that no path joins any more.

Only an articulation point (cut vertex) breaks anything. Its component of n nodes falls into parts of sizes n_1, n_2,
…, and the pairs lost are Σ_{a<b} n_a n_b (the pairwise connectivity of the critical-node problem: Borgatti, S. P.
(2006), Identifying sets of key players in a social network, Computational & Mathematical Organization Theory 12,
21-34). Pairs between groups are counted the same way with the weights of `group_betweenness.pair_weight`. Directions
are ignored.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from biograph.brokerage.group_betweenness import group_masses, pair_weight
from biograph.brokerage.roles import Groups, Node


@dataclass(frozen=True, slots=True)
class Loss:
    """Unordered pairs disconnected by a removal: all of them, and those between groups."""

    pairs: int
    group_pairs: float


def removal_losses(graph: nx.Graph, groups: Groups, *, between: frozenset[str] | None = None) -> dict[Node, Loss]:
    """Node to Loss for every node; zero for all but articulation points.

    >>> removal_losses(nx.path_graph(3), {0: ("KR",), 1: ("KR",), 2: ("US",)})[1]
    Loss(pairs=1, group_pairs=1.0)
    """
    simple = nx.Graph(graph)
    cuts = set(nx.articulation_points(simple))
    return {node: _loss(simple, node, groups, between) if node in cuts else Loss(0, 0.0) for node in simple}


def _loss(graph: nx.Graph, node: Node, groups: Groups, between: frozenset[str] | None) -> Loss:
    component = nx.node_connected_component(graph, node)
    rest = graph.subgraph(component - {node})
    part_of = {n: part for part, nodes in enumerate(nx.connected_components(rest)) for n in nodes}
    parts: dict[int, list[Node]] = {}
    for n in graph:  # in the graph's order, not that of a set, so that sums always add up in the same order
        if n in part_of:
            parts.setdefault(part_of[n], []).append(n)
    whole = [n for nodes in parts.values() for n in nodes]
    pairs = (len(whole) ** 2 - sum(len(nodes) ** 2 for nodes in parts.values())) // 2
    within = sum(_apart(nodes, groups, between) for nodes in parts.values())
    return Loss(pairs, max(0.0, (_apart(whole, groups, between) - within) / 2))


def _apart(nodes: Iterable[Node], groups: Groups, between: frozenset[str] | None) -> float:
    """Ordered pairs between groups, a node of several groups paired with itself included: those cancel out above."""
    masses = sorted(group_masses(nodes, groups).items())
    return sum((m * n * pair_weight((g,), (h,), between) for g, m in masses for h, n in masses), 0.0)
