"""How well betweenness from sampled sources is told: `sampling.py [NODES SOURCES SEEDS]`, by default 2,000, 200 and 20.

In a random network and in one with hubs: the share of cases in which the exact betweenness between groups lies within
two of the stated standard errors, for the ten busiest nodes and for the others; then the time of the estimate of
100,000 nodes and 300,000 ties.
"""

from __future__ import annotations

import random
import sys
import time

import networkx as nx
import numpy as np

from biograph.brokerage import betweenness

BUSIEST, GROUPS = 10, 12


def groups_of(graph: nx.Graph) -> dict[int, tuple[str, ...]]:
    """A group for each node at random."""
    draw = random.Random(1)
    return {node: (f"g{draw.randrange(GROUPS)}",) for node in graph}


def held(graph: nx.Graph, sources: int, seeds: int) -> tuple[float, float]:
    """The share of cases within two errors, of the busiest nodes and of the others that carry anything."""
    groups = groups_of(graph)
    exact = betweenness(graph, groups, sources=len(graph)).between
    order = sorted((node for node in graph if exact[node] > 0), key=lambda node: -exact[node])
    within = []
    for seed in range(seeds):
        found = betweenness(graph, groups, sources=sources, seed=seed)
        assert found.error is not None
        within.append([abs(found.between[node] - exact[node]) <= 2 * found.error[node] for node in order])
    shares = np.mean(within, axis=0)
    return float(shares[:BUSIEST].mean()), float(shares[BUSIEST:].mean())


def main(nodes: int = 2000, sources: int = 200, seeds: int = 20) -> None:
    """Print shares and time."""
    kinds = {
        "random": nx.gnm_random_graph(nodes, 3 * nodes, seed=1),
        "hubs": nx.barabasi_albert_graph(nodes, 3, seed=1),
    }
    for name, graph in kinds.items():
        busiest, others = held(graph, sources, seeds)
        print(f"{name:8} {nodes} nodes, {sources} sources: busiest {BUSIEST} {busiest:.2f}, others {others:.2f}")
    large = nx.gnm_random_graph(100_000, 300_000, seed=1)
    wall, cpu = time.perf_counter(), time.process_time()
    found = betweenness(large, groups_of(large))
    took = f"{time.perf_counter() - wall:.1f} s, CPU {time.process_time() - cpu:.1f} s"
    print(f"100,000 nodes, 300,000 ties from {found.sources} sources: {took}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
