"""Betweenness between groups: the share of shortest paths between nodes of different groups that pass through a node.

    B(v) = 1/M(v) · Σ_{s,t ≠ v} w(s,t) · σ(s,t|v) / σ(s,t),      M(v) = Σ_{s,t ≠ v} w(s,t)

with σ(s,t) the number of shortest paths from s to t, σ(s,t|v) those through v, and w(s,t) = 1 when s and t belong to
different groups, else 0. For a partition this is the global gefura measure: Guns, R. and Rousseau, R. (2015),
Unnormalized and normalized forms of gefura measures in directed and undirected networks, Frontiers of Information
Technology & Electronic Engineering 16(4), 311-320, after Flom, P. L. et al. (2004), A new measure of linkage between
two sub-networks, Connections 26(1), 62-70. With several groups w(s,t) is the share of readings in which the groups
differ; a node of unknown group lies on paths but never ends one.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Mapping

import networkx as nx

from biograph.brokerage.roles import Groups, Node


def group_betweenness(
    graph: nx.Graph, groups: Groups, *, between: frozenset[str] | None = None, normalized: bool = True
) -> dict[Node, float]:
    """Node to B(v) in 0..1; not normalized, the sum itself, over unordered pairs in an undirected graph.

    `between` admits as ends only two different groups of that set. Zero where no pair of ends exists. Ties count one
    step each, whatever their weight. One breadth-first search per placed node, as Brandes (2001): O(nodes x ties).

    >>> graph = nx.path_graph(5)
    >>> group_betweenness(graph, {0: ("a",), 1: ("b",), 2: ("a",), 3: ("c",), 4: ("c",)})
    {0: 0.0, 1: 0.5, 2: 0.8, 3: 0.6, 4: 0.0}
    """
    total = dict.fromkeys(graph, 0.0)
    of = {node: groups.get(node, ()) for node in graph}
    kinds = sorted(set(of.values()))
    weights = {source: {end: pair_weight(source, end, between) for end in kinds} for source in kinds}
    for source in graph:
        if any(weights[of[source]].values()):
            _accumulate(graph, source, of, weights[of[source]], total)
    if not normalized:
        return total if graph.is_directed() else {node: value / 2 for node, value in total.items()}
    pairs = _pairs_without(graph, groups, between)
    return {node: value / pairs[node] if pairs[node] else 0.0 for node, value in total.items()}


def pair_weight(a: tuple[str, ...], b: tuple[str, ...], between: frozenset[str] | None = None) -> float:
    """w(s,t): the share of readings in which two nodes with groups a and b count as a pair between groups.

    >>> pair_weight(("KR",), ("KR", "US")), pair_weight(("KR",), ())
    (0.5, 0.0)
    """
    if not a or not b:
        return 0.0
    return sum(_apart(g, h, between) for g in a for h in b) / (len(a) * len(b))


def group_masses(nodes: Iterable[Node], groups: Groups) -> Counter[str]:
    """Group to the number of nodes in it, by their shares."""
    masses: Counter[str] = Counter()
    for node in nodes:
        for group in groups.get(node, ()):
            masses[group] += 1 / len(groups[node])  # type: ignore[assignment]  # Counter's type knows only integers
    return masses


def _apart(g: str, h: str, between: frozenset[str] | None) -> bool:
    return g != h and (between is None or (g in between and h in between))


def _accumulate(
    graph: nx.Graph, source: Node, of: Groups, weight: Mapping[tuple[str, ...], float], total: dict[Node, float]
) -> None:
    """Add what each node carries of the shortest paths from one source; `weight` is that of an end by its groups."""
    distance, paths = {source: 0}, {source: 1}
    before: dict[Node, list[Node]] = {source: []}
    reached: list[Node] = []
    queue = deque([source])
    while queue:
        node = queue.popleft()
        reached.append(node)
        for neighbour in graph.adj[node]:
            if neighbour not in distance:
                distance[neighbour] = distance[node] + 1
                paths[neighbour], before[neighbour] = 0, []
                queue.append(neighbour)
            if distance[neighbour] == distance[node] + 1:
                paths[neighbour] += paths[node]
                before[neighbour].append(node)
    carried = dict.fromkeys(reached, 0.0)
    for node in reversed(reached[1:]):
        total[node] += carried[node]
        share = (weight[of[node]] + carried[node]) / paths[node]
        for earlier in before[node]:
            carried[earlier] += paths[earlier] * share


def _pairs_without(graph: nx.Graph, groups: Groups, between: frozenset[str] | None) -> dict[Node, float]:
    """M(v) for every node, from the masses of the groups instead of all pairs."""
    masses = group_masses(graph, groups)

    def partners(node: Node) -> float:
        own = groups.get(node, ())
        return sum(
            (masses[h] - (1 / len(own) if h in own else 0.0)) / len(own)
            for g in own
            for h in masses
            if _apart(g, h, between)
        )

    of_node = {node: partners(node) for node in graph}
    ordered = sum(of_node.values())
    return {node: ordered - 2 * of_node[node] for node in graph}
