"""Betweenness, plain and between groups: the share of shortest paths between pairs of nodes that pass through a node.

    B(v) = Σ_{s,t ≠ v} w(s,t) · σ(s,t|v) / σ(s,t)  /  M(v),        M(v) = Σ_{s,t ≠ v} w(s,t)

with σ(s,t) the number of shortest paths from s to t, σ(s,t|v) those through v, and w(s,t) = 1 for the pairs that count:

    plain     all: Freeman, L. C. (1977), A set of measures of centrality based on betweenness, Sociometry 40(1), 35-41
    between   s and t in different groups: global gefura
    local     one in the group of v, the other in a different one: local gefura, of paths both into and out of the group
    within    s and t in one group, whether that of v or another: what `between` leaves of the pairs of placed nodes

Gefura: Guns, R. and Rousseau, R. (2015), Unnormalized and normalized forms of gefura measures in directed and
undirected networks, Frontiers of Information Technology & Electronic Engineering 16(4), 311-320, after Flom, P. L. et
al. (2004), A new measure of linkage between two sub-networks, Connections 26(1), 62-70. With several groups w(s,t) is
the share of readings in which the pair counts, and a reading of v's group is shared with the end of the same group. A
node of unknown group lies on paths but never ends one that is counted by groups, and has no local value.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from biograph.brokerage.arrays import Adjacency, Floats, Ints, Membership
from biograph.brokerage.dependencies import carried_in_draws, carried_in_groups
from biograph.brokerage.pairs import group_pairs, pairs_without
from biograph.brokerage.roles import Groups, Node

__all__ = ["Betweenness", "betweenness", "group_betweenness_draws", "group_pairs"]

# Nodes × (nodes + ties) up to which every node is a source: some 20 s on two cores, as at 20,000 nodes and 80,000 ties
EXACT = 2_000_000_000
SOURCES = 2000  # of an estimate: 3 % standard error for the busiest nodes among hubs, 10 % where no node stands out


@dataclass(frozen=True)
class Betweenness:
    """Node to the share of shortest paths, or their sum where not normalized.

    `error` is the standard error of `between`, None where it is exact. `sources` is the number of nodes from which
    paths were searched.
    """

    plain: Mapping[Node, float]
    between: Mapping[Node, float]
    local: Mapping[Node, float]
    within: Mapping[Node, float]
    error: Mapping[Node, float] | None
    sources: int


def betweenness(
    graph: nx.Graph,
    groups: Groups,
    *,
    between: frozenset[str] | None = None,
    normalized: bool = True,
    sources: int | None = None,
    seed: int = 0,
) -> Betweenness:
    """All measures in one pass over the sources (a second one for `local` in a directed graph): O(nodes × ties).

    In 0..1, and zero where no pair of ends exists; not normalized, the sums, over unordered pairs in an undirected
    graph. `between` admits as ends only nodes of those groups (to all but `plain`). Ties count one step each, whatever
    their weight; loops and parallels do not count.

    With `sources`, or in graphs above `EXACT`, the sums are estimated from as many nodes, drawn with the seed and
    without replacement, and scaled up: Brandes, U. and Pich, C. (2007), Centrality estimation in large networks,
    International Journal of Bifurcation and Chaos 17(7), 2303-2318; in an undirected graph by distance, as in
    Geisberger, R., Sanders, P. and Schultes, D. (2008), Better approximation of betweenness centrality, ALENEX, 90-100
    (linear scaling; not for `local`). The estimate is unbiased; its standard error is n · √((1 - k/n) · S² / k), with
    S² the variance of what the k sources give (Cochran, W. G. (1977), Sampling Techniques, 3rd edition, 2.7). Few
    sources matter much to a node of few ties, and where they were not drawn the error is too small as well: two errors
    hold the exact value in more than nine of ten cases for the busiest nodes, in seven to eight of ten for the others.
    Raises ValueError for fewer than two sources, from which no error can be told.

    >>> found = betweenness(nx.path_graph(5), {0: ("a",), 1: ("b",), 2: ("a",), 3: ("c",), 4: ("c",)})
    >>> found.between
    {0: 0.0, 1: 0.5, 2: 0.8, 3: 0.6, 4: 0.0}
    >>> found.local[3], found.within[1], found.error
    (1.0, 0.5, None)
    """
    adjacency = Adjacency.of(graph)
    membership = Membership.of(adjacency.nodes, groups)
    admitted = np.array([between is None or name in between for name in membership.names], dtype=bool)
    chosen = _sources(adjacency, sources, seed)
    sums, error = estimate(adjacency, membership, admitted, chosen)
    if normalized:
        pairs = pairs_without(membership, admitted)
    else:
        pairs = np.full_like(sums, 1.0 if adjacency.directed else 2.0)  # undirected, each came up from both its ends
    sums = np.divide(sums, pairs, out=np.zeros_like(sums), where=pairs > 0)
    error = np.divide(error, pairs[:, 1], out=np.zeros_like(error), where=pairs[:, 1] > 0)

    def by_node(values: Floats) -> dict[Node, float]:
        return dict(zip(adjacency.nodes, values.tolist(), strict=True))

    plain, across, within, local = (by_node(column) for column in sums.T)
    exact = len(chosen) == len(adjacency.nodes)
    return Betweenness(plain, across, local, within, None if exact else by_node(error), len(chosen))


def group_betweenness_draws(
    adjacency: Adjacency, kinds: Ints, weight: Floats, *, sources: Ints | None = None, times: int = 1
) -> Floats:
    """Nodes × draws: Σ_{s,t ≠ v} weight(s,t) · σ(s,t|v) / σ(s,t) over ordered pairs of ends, for many draws of groups.

    `kinds` (nodes × draws) is the kind of each node in each draw, a kind being what nodes of the same groups share;
    `weight` (kinds × kinds) is that of a pair of ends by their kinds. With `sources`, only the pairs that begin at one
    of these indices; nothing is scaled up for the others. `times`: how often the caller means to do this in all. One
    search per source serves some 30 draws (10,000 nodes) or 300 (1,000 nodes) at once.

    >>> adjacency, kinds = Adjacency.of(nx.path_graph(3)), np.array([[0, 0], [0, 0], [1, 0]])
    >>> group_betweenness_draws(adjacency, kinds, 1 - np.eye(2)).tolist()
    [[0.0, 0.0], [2.0, 0.0], [0.0, 0.0]]
    """
    every = np.arange(len(adjacency.nodes))
    return carried_in_draws(adjacency, kinds, weight, every if sources is None else sources, times)


def _sources(adjacency: Adjacency, asked: int | None, seed: int) -> Ints:
    """The nodes to search from, in order: all, or as many as are asked for, or as a large network is estimated from."""
    nodes = len(adjacency.nodes)
    if asked is None:
        asked = nodes if nodes * (nodes + len(adjacency.ties)) <= EXACT else SOURCES
    if asked >= nodes:
        return np.arange(nodes)
    if asked < 2:
        raise ValueError(f"an estimate needs at least 2 sources, not {asked}")
    return np.sort(np.random.default_rng(seed).choice(nodes, asked, replace=False))


def estimate(
    adjacency: Adjacency, membership: Membership, admitted: NDArray[np.bool_], sources: Ints
) -> tuple[Floats, Floats]:
    """Nodes × (plain, between, within, local) over ordered pairs, and the standard error of the second."""
    nodes, drawn = len(adjacency.nodes), max(len(sources), 1)
    by_distance = len(sources) < nodes and not adjacency.directed
    total = carried_in_groups(adjacency, membership, admitted, sources, by_distance=by_distance)
    back = total
    if adjacency.directed:  # paths into a group are found from their ends
        turned = replace(adjacency, after=adjacency.before, before=adjacency.after)
        back = carried_in_groups(turned, membership, admitted, sources)
    sums = np.column_stack([total[:, :3], total[:, 3] + back[:, 3]]) * (nodes / drawn)
    squares = np.maximum(total[:, 4] - total[:, 1] ** 2 / drawn, 0.0)
    return sums, nodes * np.sqrt((1 - drawn / max(nodes, 1)) * squares / max(drawn - 1, 1) / drawn)
