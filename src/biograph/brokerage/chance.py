"""How much brokerage between groups chance alone would give: the same ties with the groups dealt out anew.

The null model keeps the graph and permutes the groups among the nodes that have any, every assignment equally likely.
The count compared is `Roles.across`, the open two-paths of a node whose ends are in different groups. One test per
node; the p values are not corrected for the number of nodes looked at.

The count has a ceiling: with two groups of one size, half of all pairs of contacts lie across by chance alone, and
even a perfect mediator with few contacts cannot stand out. That says something of the count, not that the node is no
bridge.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import networkx as nx

from biograph.brokerage.group_betweenness import pair_weight
from biograph.brokerage.roles import Groups, Node, open_two_paths


@dataclass(frozen=True, slots=True)
class Chance:
    """A node's count against `draws` permutations.

    `expected` is their mean, `p` the share that reach the observed count: (reached + 1) / (draws + 1), as in Phipson,
    B. and Smyth, G. K. (2010), Permutation p-values should never be zero, SAGMB 9(1), 39.
    """

    expected: float
    p: float
    draws: int


def by_chance(
    graph: nx.Graph, groups: Groups, *, between: frozenset[str] | None = None, draws: int = 999, seed: int = 0
) -> dict[Node, Chance]:
    """Node to Chance, for the nodes with an open two-path of placed nodes; the others have nothing to compare.

    At least one draw. Time grows with draws times open two-paths. Same seed, same result.

    >>> by_chance(nx.star_graph(2), {0: ("KR",), 1: ("KR",), 2: ("KR",)}, draws=99)[0]
    Chance(expected=0.0, p=1.0, draws=99)
    """
    ends = _ends(graph, groups)
    placed = [node for node in graph if groups.get(node)]
    kinds = sorted({groups[node] for node in placed})
    weight = {(a, b): pair_weight(a, b, between) for a in kinds for b in kinds}

    def counts(hand: Sequence[tuple[str, ...]]) -> dict[Node, float]:
        deal = dict(zip(placed, hand, strict=True))
        return {k: sum(times * weight[deal[i], deal[j]] for (i, j), times in of.items()) for k, of in ends.items()}

    hand = [groups[node] for node in placed]
    observed, drawn = counts(hand), []
    generator = random.Random(seed)
    for _ in range(draws):
        generator.shuffle(hand)
        drawn.append(counts(hand))
    return {node: _compare(observed[node], [count[node] for count in drawn]) for node in ends}


def _ends(graph: nx.Graph, groups: Groups) -> dict[Node, Counter[tuple[Node, Node]]]:
    """Node to the pairs of ends that it brokers where all three are placed, whichever way the path runs."""
    order = {node: place for place, node in enumerate(graph)}
    ends: dict[Node, Counter[tuple[Node, Node]]] = {}
    for i, k, j in open_two_paths(graph):
        if groups.get(i) and groups.get(k) and groups.get(j):
            ends.setdefault(k, Counter())[(i, j) if order[i] < order[j] else (j, i)] += 1
    return ends


def _compare(observed: float, drawn: Sequence[float]) -> Chance:
    # Counts of shares are sums of fractions: equal ones may differ in the last digits.
    reached = sum(value >= observed - 1e-9 for value in drawn)
    return Chance(sum(drawn) / len(drawn), (reached + 1) / (len(drawn) + 1), len(drawn))
