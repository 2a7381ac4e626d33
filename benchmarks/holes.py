"""Structural holes beside networkx and igraph, and what else takes one look at every tie: `holes.py [NODES]`.

The network has three ties to a node, tied at random, and names for nodes; 100,000 nodes unless told otherwise.
networkx is asked at 4,000 nodes, since its effective size fills a square matrix. Every figure includes the conversion
from a networkx graph, and is the least of three rounds. igraph comes with `pip install igraph` (GPL).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import igraph
import networkx as nx

from biograph.brokerage import bridges, context, holes, mixing, removal_losses

ROUNDS = 3
SMALL = 4_000  # nodes that networkx survives


def network(nodes: int) -> nx.Graph:
    """A random graph with names for nodes."""
    graph = nx.gnm_random_graph(nodes, 3 * nodes, seed=1)
    return nx.relabel_nodes(graph, {i: f"node {i}" for i in graph})


def least(work: Callable[[], object]) -> float:
    """The least seconds that a piece of work takes."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def in_igraph(graph: nx.Graph) -> dict[str, float]:
    """Constraint alone: igraph has no effective size."""
    place = {node: i for i, node in enumerate(graph)}
    converted = igraph.Graph(n=len(place), edges=[(place[a], place[b]) for a, b in graph.edges])
    return dict(zip(graph, converted.constraint(), strict=True))


def main(nodes: int) -> None:
    """Print the times and ratios."""
    small, large = network(SMALL), network(nodes)
    groups = {node: (f"group {i % 20}",) for i, node in enumerate(large)}
    ours, theirs = least(lambda: holes(small)), least(lambda: (nx.constraint(small), nx.effective_size(small)))
    print(f"{SMALL:,} nodes: holes {ours:.3f} s, networkx constraint and effective size {theirs:.3f} s", end="")
    print(f", ratio {ours / theirs:.2f}")
    ours, theirs = least(lambda: holes(large)), least(lambda: in_igraph(large))
    print(f"{nodes:,} nodes: holes {ours:.2f} s, igraph constraint alone {theirs:.2f} s, ratio {ours / theirs:.2f}")
    others: dict[str, Callable[[], object]] = {
        "removal of each node": lambda: removal_losses(large, groups),
        "bridges": lambda: bridges(large),
        "group mixing": lambda: mixing(large, groups),
        "degree, PageRank, eigenvector": lambda: context(large),
    }
    for name, work in others.items():
        print(f"{nodes:,} nodes, {len(set(groups.values()))} groups: {name} {least(work):.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
