"""A graph and its groups as sparse matrices, for the measures that are sums over ties."""

from __future__ import annotations

from itertools import chain
from typing import Any

import networkx as nx
import numpy as np
from scipy import sparse

from biograph.brokerage.arrays import Membership


def tie_matrix(graph: nx.Graph, weight: str | None = None) -> Any:
    """The ties as a scipy `csr_array` of floats, nodes × nodes in the graph's order, columns ascending; no loops.

    Each tie is 1, or has its edge attribute `weight` (1 where that is missing); a weight of 0 is no tie. Symmetric in
    an undirected graph, from row to column in a directed one. For graphs without parallel edges. Raises ValueError for
    a weight that is negative or not finite.

    >>> tie_matrix(nx.path_graph(3)).toarray().tolist()
    [[0.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]]
    """
    place = {node: i for i, node in enumerate(graph)}
    contacts = [of for _, of in graph.adjacency()]
    counts = np.fromiter(map(len, contacts), dtype=np.int64, count=len(place))
    rows = np.repeat(np.arange(len(place)), counts)
    columns = np.fromiter(map(place.__getitem__, chain.from_iterable(contacts)), dtype=np.int64, count=len(rows))
    values = np.ones(len(rows))
    if weight is not None:
        attributes = chain.from_iterable(of.values() for of in contacts)
        values = np.fromiter((tie.get(weight, 1) for tie in attributes), dtype=np.float64, count=len(rows))
    if not np.all(np.isfinite(values) & (values >= 0)):
        raise ValueError(f"a tie's {weight!r} is negative or not finite")
    real = (rows != columns) & (values > 0)
    matrix = sparse.coo_array((values[real], (rows[real], columns[real])), shape=(len(place), len(place))).tocsr()
    matrix.sort_indices()
    return matrix


def contact_matrix(graph: nx.Graph, weight: str | None = None) -> Any:
    """The symmetric matrix of ties in either direction, both weights added where there are two; else as `tie_matrix`.

    >>> contact_matrix(nx.DiGraph([(0, 1), (1, 0), (1, 2)])).toarray().tolist()
    [[0.0, 2.0, 0.0], [2.0, 0.0, 1.0], [0.0, 1.0, 0.0]]
    """
    ties = tie_matrix(graph, weight)
    if graph.is_directed():
        ties = (ties + ties.T).tocsr()
        ties.sort_indices()
    return ties


def share_matrix(membership: Membership) -> Any:
    """The shares as a scipy `csr_array`, nodes × groups: 1/n in each of a node's n groups, nothing where unknown."""
    sizes = np.diff(membership.rows.start)
    shares = np.repeat(1 / np.maximum(sizes, 1), sizes)
    shape = (len(sizes), len(membership.names))
    return sparse.csr_array((shares, membership.rows.item, membership.rows.start), shape=shape)
