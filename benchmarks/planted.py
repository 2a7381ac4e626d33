"""Whether planted brokers are found, and how many others with them: `planted.py [SEEDS [DRAWS]]`, 20 and 199.

Two groups of 30 keep to themselves: a tie within a group is there with probability 0.12, one between them with 0.01.
The table is that of docs/brokerage.md: by measure and null model the share of seeds in which the planted node has a
corrected p of 0.05 or less, and the mean number of other nodes that have one.
"""

from __future__ import annotations

import sys

import networkx as nx
import numpy as np

from biograph.brokerage import NULLS, Chance, by_chance

SIZE, WITHIN, LEVEL = 30, 0.12, 0.05
MEASURES = ("across", "group_betweenness")
# What is planted: its ties to its own group and to the other, and the probability of a tie between all others.
PLANTED = {
    "broker, 6 and 6": (6, 6, 0.01),
    "broker, 3 and 3": (3, 3, 0.01),
    "gatekeeper, 5 and 5, sole link": (5, 5, 0.0),
    "hub, 12 in its own group": (12, 0, 0.01),
    "nobody": (0, 0, 0.01),
}


def network(own: int, other: int, between: float, seed: int) -> tuple[nx.Graph, dict[object, tuple[str, ...]]]:
    """The network with its groups; the planted node is called "planted", an isolate where nobody is."""
    chance = np.random.default_rng(seed)
    groups: dict[object, tuple[str, ...]] = {n: ("A",) if n < SIZE else ("B",) for n in range(2 * SIZE)}
    graph = nx.Graph()
    graph.add_nodes_from(groups)
    for a in range(2 * SIZE):
        for b in range(a):
            if chance.random() < (WITHIN if groups[a] == groups[b] else between):
                graph.add_edge(a, b)
    graph.add_node("planted")
    for side, ties in enumerate((own, other)):
        graph.add_edges_from(("planted", side * SIZE + int(n)) for n in chance.permutation(SIZE)[:ties])
    return graph, groups | {"planted": ("A",)}


def shown(chance: Chance | None) -> bool:
    """Whether a figure stands out."""
    return chance is not None and chance.p_adjusted is not None and chance.p_adjusted <= LEVEL


def main(seeds: int = 20, draws: int = 199) -> None:
    """Print the table."""
    print(f"{'planted':32}" + "".join(f"{f'{measure}, {null}':>28}" for measure in MEASURES for null in NULLS))
    for kind, (own, other, between) in PLANTED.items():
        found: dict[tuple[str, str], list[tuple[bool, int]]] = {}
        for seed in range(seeds):
            graph, groups = network(own, other, between, seed)
            for null in NULLS:
                nodes = by_chance(graph, groups, null=null, draws=draws, seed=seed).nodes
                for measure in MEASURES:
                    stands_out = {node for node, of in nodes.items() if shown(of.get(measure))}
                    it = "planted" in stands_out
                    found.setdefault((measure, null), []).append((it, len(stands_out) - it))
        cells = [np.mean(found[measure, null], axis=0) for measure in MEASURES for null in NULLS]
        print(f"{kind:32}" + "".join(f"{f'{it:.2f}, {others:.2f}':>28}" for it, others in cells), flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
