"""Null draws of all roles beside one betweenness of networkx: `chance.py [--nodes N] [--ties M] [--draws D]`.

Everything is measured in one run. Compiling, which happens once on a machine, is timed apart.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable

import networkx as nx
import numpy as np

from biograph.brokerage import by_chance
from biograph.brokerage.arrays import Adjacency
from biograph.brokerage.chance.labels import Labels
from biograph.brokerage.chance.rewiring import Rewired
from biograph.brokerage.kinds import Kinds

GROUPS = 10


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def models(graph: nx.Graph, draws: int) -> dict[str, Labels | Rewired]:
    adjacency = Adjacency.of(graph)
    kinds = Kinds.of_nodes(adjacency.nodes, {node: (f"g{node % GROUPS}",) for node in graph})
    shared = (adjacency, kinds, np.arange(len(graph)), draws, 0)
    return {
        "labels": Labels(*shared),
        "degrees": Rewired(*shared, keep_mixing=False),
        "mixing": Rewired(*shared, keep_mixing=True),
    }


def main() -> None:
    """Print seconds and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, default=10_000)
    parser.add_argument("--ties", type=int, default=30_000)
    parser.add_argument("--draws", type=int, default=1000)
    asked = parser.parse_args()

    small = nx.gnm_random_graph(1000, 3000, seed=1)
    against = timed(lambda: nx.betweenness_centrality(small))
    print(f"networkx betweenness_centrality, 1,000 nodes and 3,000 ties {against:8.2f} s")
    graph = nx.gnm_random_graph(asked.nodes, asked.ties, seed=1)
    groups = {node: (f"g{node % GROUPS}",) for node in graph}
    print(f"{asked.draws} draws of all roles, {asked.nodes} nodes, {asked.ties} ties, {GROUPS} groups:")
    for name in ("labels", "degrees", "mixing"):
        first = timed(lambda name=name: next(models(graph, asked.draws)[name].counts()))
        seconds = timed(lambda name=name: sum(map(len, models(graph, asked.draws)[name].counts())))
        print(f"{name:<10}{seconds:8.2f} s   ratio {seconds / against:6.2f}   first draw and compiling {first:6.2f} s")
    seconds = timed(lambda: by_chance(graph, groups, null="labels", draws=asked.draws - 1))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"by_chance labels with all p, corrected {seconds:.2f} s, {peak:.0f} MB at most")


if __name__ == "__main__":
    main()
