"""Burt's measures of structural holes, by networkx, on the undirected graph without weights.

Burt, R. S. (1992), Structural Holes, Harvard University Press. With p(i,j) = 1/degree(i) for a tie and 0 otherwise:

    constraint(i)     = Σ_{j ∈ N(i)} (p(i,j) + Σ_q p(i,q) p(q,j))²
    effective size(i) = degree(i) - 2 t(i) / degree(i)      t(i): the ties among i's neighbours (Borgatti 1997)

High constraint: the contacts are tied to each other. Effective size: how many contacts are not redundant. Both have no
value for a node without ties, which is None here (networkx says nan, which JSON cannot).
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import networkx as nx

from biograph.brokerage.roles import Node


def constraint(graph: nx.Graph) -> dict[Node, float | None]:
    """Node to constraint, above 0 (all contacts apart) and 1 for a single contact; None without ties.

    >>> constraint(nx.star_graph(4))[0], constraint(nx.empty_graph(1))
    (0.25, {0: None})
    """
    simple = _simple(graph)
    return _without_nan(nx.constraint(simple, nodes=list(simple)))


def effective_size(graph: nx.Graph) -> dict[Node, float | None]:
    """Node to effective size, from 1 to degree; None without ties.

    >>> effective_size(nx.star_graph(4))[0], effective_size(nx.complete_graph(4))[0]
    (4.0, 1.0)
    """
    simple = _simple(graph)
    return _without_nan(nx.effective_size(simple, nodes=list(simple)))


def _simple(graph: nx.Graph) -> nx.Graph:
    """Undirected and without loops. Naming the nodes in the calls above keeps networkx off its scipy path, whose last
    digits differ, so that results do not depend on what is installed."""
    simple = nx.Graph(graph)
    simple.remove_edges_from(list(nx.selfloop_edges(simple)))
    return simple


def _without_nan(values: Mapping[Node, float]) -> dict[Node, float | None]:
    return {node: None if math.isnan(value) else value for node, value in values.items()}
