"""Betweenness beside igraph, rustworkx and networkx: `betweenness.py [NODES TIES]`, 10,000 and 30,000 unless told.

Ours are all four measures of one random network with twelve groups, networkx graph in and dictionaries out; the others
are plain betweenness alone, their conversion from networkx included. networkx searches from a few sources only, and its
time is scaled up to all. All run in this one process, ours before and after the others. CPU seconds are those of all
threads: on a busy machine they say more than wall-clock time.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

import networkx as nx
import numpy as np

from biograph.brokerage.arrays import Adjacency
from biograph.brokerage.betweenness import betweenness, group_betweenness_draws

GROUPS = 12
SOURCES = 100  # of networkx, and of draws


class Seconds(NamedTuple):
    """Of one run."""

    wall: float
    cpu: float

    def times(self, factor: float) -> Seconds:
        """As long, so many times over."""
        return Seconds(self.wall * factor, self.cpu * factor)


def seconds(work: Callable[[], object]) -> Seconds:
    """What one run takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Seconds(time.perf_counter() - wall, time.process_time() - cpu)


def igraph(graph: nx.Graph) -> Seconds:
    """Plain betweenness; raises ImportError where igraph is not installed."""
    from igraph import Graph

    return seconds(lambda: Graph.from_networkx(graph).betweenness())


def rustworkx(graph: nx.Graph) -> Seconds:
    """Plain betweenness, in as many threads as it likes; raises ImportError where rustworkx is not installed."""
    import rustworkx as rx

    return seconds(lambda: rx.betweenness_centrality(rx.networkx_converter(graph)))


def networkx(graph: nx.Graph) -> Seconds:
    """Plain betweenness, from some sources scaled to all."""
    sources = min(SOURCES, len(graph))
    return seconds(lambda: nx.betweenness_centrality(graph, k=sources, seed=0)).times(len(graph) / sources)


def draws(graph: nx.Graph, columns: int) -> Seconds:
    """Betweenness between groups in as many draws, from some sources scaled to all."""
    adjacency, generator = Adjacency.of(graph), np.random.default_rng(0)
    kinds, weight = generator.integers(0, GROUPS, (len(graph), columns)), 1 - np.eye(GROUPS)
    sources = np.arange(min(SOURCES, len(graph)))
    some = seconds(lambda: group_betweenness_draws(adjacency, kinds, weight, sources=sources))
    return some.times(len(graph) / len(sources))


def main(nodes: int = 10_000, ties: int = 30_000) -> None:
    """Print the times and their ratios to ours."""
    graph, draw = nx.gnm_random_graph(nodes, ties, seed=1), random.Random(1)
    groups = {node: (f"g{draw.randrange(GROUPS)}",) for node in graph}
    first = seconds(lambda: (betweenness(graph, groups, sources=2), draws(graph, 1)))
    ours = seconds(lambda: betweenness(graph, groups, sources=nodes))
    others = {}
    for library in (igraph, rustworkx, networkx):
        try:
            others[library.__name__] = library(graph)
        except ImportError:
            print(f"{library.__name__} is left out: pip install {library.__name__}")
    again = seconds(lambda: betweenness(graph, groups, sources=nodes))
    ours = Seconds(*((before + after) / 2 for before, after in zip(ours, again, strict=True)))
    others["ours, every group unknown"] = seconds(lambda: betweenness(graph, {}, sources=nodes))
    others["ours, from 1,000 sources"] = seconds(lambda: betweenness(graph, groups, sources=min(nodes, 1000)))
    others["ours, 1 draw of the groups"] = draws(graph, 1)
    others["ours, 99 draws of the groups"] = draws(graph, 99)
    print(f"{nodes:,} nodes, {ties:,} ties; compiling, or loading what was compiled, took {first.wall:.1f} s before")
    print(f"{'':32}{'wall':>9}{'CPU':>9}{'wall':>12}{'CPU':>9}")
    for name, taken in ({"ours, all four measures": ours} | others).items():
        ratios = f"{taken.wall / ours.wall:9.2f} x {taken.cpu / ours.cpu:7.2f} x"
        print(f"{name:32}{taken.wall:7.2f} s{taken.cpu:7.2f} s {ratios}")


if __name__ == "__main__":
    main(*(int(number) for number in sys.argv[1:]))
