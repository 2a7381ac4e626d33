"""Burt's measures of structural holes, on the undirected graph without weights and loops.

Burt, R. S. (1992), Structural Holes, Harvard University Press. With p(i,j) = 1/degree(i) for a tie and 0 otherwise:

    constraint(i)     = Σ_{j ∈ N(i)} (p(i,j) + Σ_q p(i,q) p(q,j))²
    effective size(i) = degree(i) - 2 t(i) / degree(i)      t(i): the ties among i's contacts

the second in the form of Borgatti, S. P. (1997), Structural holes: unpacking Burt's redundancy measures, Connections
20(1), 35-38. High constraint: the contacts are tied to each other. Effective size: how many contacts are not redundant.
Neither has a value for a node without ties. Values equal networkx's; written out because networkx's take seconds at a
few hundred nodes where scipy is missing, and differ in their last digits where it is not.
"""

from __future__ import annotations

import networkx as nx

from biograph.brokerage.roles import Node


def constraint(graph: nx.Graph) -> dict[Node, float | None]:
    """Node to constraint: small where contacts are many and apart, 1 for a single contact; None without ties.

    >>> constraint(nx.star_graph(4))[0], constraint(nx.empty_graph(1))
    (0.25, {0: None})
    """
    contacts = _contacts(graph)
    return {i: sum(_invested(i, j, contacts) ** 2 for j in contacts[i]) if contacts[i] else None for i in graph}


def effective_size(graph: nx.Graph) -> dict[Node, float | None]:
    """Node to effective size, from 1 to degree; None without ties.

    >>> effective_size(nx.star_graph(4))[0], effective_size(nx.complete_graph(4))[0]
    (4.0, 1.0)
    """
    contacts = _contacts(graph)
    return {
        i: len(of) - sum(len(of.keys() & contacts[j]) for j in of) / len(of) if of else None
        for i, of in contacts.items()
    }


def _contacts(graph: nx.Graph) -> dict[Node, dict[Node, None]]:
    """Node to its contacts, in the graph's order, so that sums always add up in the same order."""
    return {node: {n: None for n in nx.all_neighbors(graph, node) if n != node} for node in graph}


def _invested(i: Node, j: Node, contacts: dict[Node, dict[Node, None]]) -> float:
    """The part of i's ties that lead to j, directly or over one other contact."""
    indirect = sum(1 / len(contacts[q]) for q in contacts[i] if q in contacts[j])
    return (1 + indirect) / len(contacts[i])
