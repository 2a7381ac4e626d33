"""Centralities that are no measures of brokerage, for comparison: degree, PageRank, eigenvector centrality.

Brin, S. and Page, L. (1998), The anatomy of a large-scale hypertextual web search engine, Computer Networks 30,
107-117, with damping 0.85; Bonacich, P. (1972), Factoring and weighting approaches to status scores and clique
identification, Journal of Mathematical Sociology 2(1), 113-120. A node with many ties inside one group ranks high here
and brokers nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from scipy.sparse import csgraph, linalg

from biograph.brokerage.matrices import contact_matrix
from biograph.brokerage.roles import Node

_PRECISION = 1e-10  # of all PageRanks together; networkx's default is 1e-6 for each node
_RESTARTS = 300  # of ARPACK; 100,000 nodes tied at random need 5, a chain of 1,000 nodes 300
_DECIMALS = 12  # of the eigenvector: what lies behind them depends on the number of cores
_STEPS = 300  # the error falls by 0.85 a step, to the precision in some 150


@dataclass(frozen=True, slots=True)
class Context:
    """Centralities of one node.

    `degree`: ties, in and out added up in a directed network. `weighted_degree`: the sum of their weights, the degree
    itself without weights. `pagerank`: sums to 1 over all nodes; along the direction of ties, where they have one.
    `eigenvector`: of the ties whatever their direction, in the largest component alone, where the squares sum to 1;
    None elsewhere, because values in different components cannot be compared.
    """

    degree: int
    weighted_degree: float
    pagerank: float
    eigenvector: float | None


def context(graph: nx.Graph, *, weight: str | None = None) -> dict[Node, Context]:
    """Node to Context, for every node. `weight` names the edge attribute that weighs ties, in all but the degree.

    Nobody has an eigenvector centrality where no node is tied, where two components are equally the largest, or where
    the largest is so drawn out that the iteration does not settle. Loops are ignored. Raises ValueError for a weight
    that is negative or not finite.

    >>> context(nx.path_graph(3))[1].degree, round(context(nx.path_graph(3))[1].eigenvector, 4)
    (2, 0.7071)
    """
    simple = graph
    if nx.number_of_selfloops(graph):
        simple = graph.copy()
        simple.remove_edges_from(list(nx.selfloop_edges(graph)))
    ties = contact_matrix(graph, weight)
    pagerank = nx.pagerank(simple, weight=weight, tol=_PRECISION / max(1, len(graph)), max_iter=_STEPS)
    eigenvector = _eigenvector(ties)
    strength = simple.degree(weight=weight)
    return {
        node: Context(simple.degree(node), float(strength[node]), pagerank[node], value)
        for node, value in zip(graph, eigenvector, strict=True)
    }


def _eigenvector(ties: Any) -> list[float | None]:
    """The principal eigenvector of the largest component of a symmetric matrix, None in the others."""
    values: list[float | None] = [None] * ties.shape[0]
    component = csgraph.connected_components(ties, directed=False)[1]
    sizes = np.bincount(component, minlength=1)
    if sizes.max() < 2 or np.count_nonzero(sizes == sizes.max()) > 1:
        return values
    nodes = np.flatnonzero(component == sizes.argmax())
    start = np.ones(len(nodes))  # never orthogonal to a vector without signs, and the same in every run
    try:
        _, vectors = linalg.eigsh(ties[nodes][:, nodes], k=1, which="LA", v0=start, maxiter=_RESTARTS)
    except linalg.ArpackNoConvergence:
        return values
    for i, value in zip(nodes.tolist(), np.abs(vectors[:, 0]).round(_DECIMALS).tolist(), strict=True):
        values[i] = value
    return values
