"""Bridging: ties that alone hold a network together, and nodes that lie on many paths between better tied ones.

Hwang, W., Cho, Y., Zhang, A. and Ramanathan, M. (2006), Bridging centrality: identifying bridging nodes in scale-free
networks, Technical Report 2006-05, University at Buffalo. With d(v) the number of contacts N(v):

    bridging coefficient(v) = (1 / d(v)) / Σ_{i ∈ N(v)} 1 / d(i)
    bridging centrality(v)  = bridging coefficient(v) · betweenness(v)

The coefficient is high where a node has few contacts, each with many. Directions, weights and loops are ignored.
"""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx
import numpy as np

from biograph.brokerage.depth_first import depth_first
from biograph.brokerage.matrices import contact_matrix
from biograph.brokerage.roles import Node


def bridging_coefficient(graph: nx.Graph) -> dict[Node, float | None]:
    """Node to bridging coefficient; None without contacts.

    >>> bridging_coefficient(nx.star_graph(2))
    {0: 0.25, 1: 2.0, 2: 2.0}
    """
    ties = contact_matrix(graph)
    degree = np.diff(ties.indptr)
    inverse = 1 / np.maximum(degree, 1)
    around = np.bincount(ties.indices, np.repeat(inverse, degree), minlength=len(degree))
    values = np.divide(inverse, around, out=np.zeros(len(degree)), where=degree > 0).tolist()
    return {node: value or None for node, value in zip(graph, values, strict=True)}  # never 0 with contacts


def bridging_centrality(graph: nx.Graph, betweenness: Mapping[Node, float]) -> dict[Node, float | None]:
    """Node to bridging centrality, in the unit of the betweenness given; None without contacts.

    >>> graph = nx.star_graph(2)
    >>> bridging_centrality(graph, nx.betweenness_centrality(graph))
    {0: 0.25, 1: 0.0, 2: 0.0}
    """
    coefficient = bridging_coefficient(graph)
    return {node: None if value is None else value * betweenness[node] for node, value in coefficient.items()}


def bridges(graph: nx.Graph) -> dict[Node, tuple[Node, ...]]:
    """Node to the contacts, in the graph's order, to whom its tie is a bridge: without it no path joins the two.

    Both directions of a mutual tie are one tie. A node whose removal disconnects others (an articulation point) has
    `removal.Loss.parts` above 1, with or without bridges.

    >>> bridges(nx.path_graph(3))
    {0: (1,), 1: (0, 2), 2: (1,)}
    """
    search = depth_first(graph)
    place = {node: i for i, node in enumerate(graph)}
    ends: dict[Node, list[Node]] = {node: [] for node in graph}
    for at in np.flatnonzero((search.parent >= 0) & (search.low == np.arange(len(search.low)))).tolist():
        below, above = search.nodes[at], search.nodes[search.parent[at]]
        ends[below].append(above)
        ends[above].append(below)
    return {node: tuple(sorted(of, key=place.__getitem__)) for node, of in ends.items()}
