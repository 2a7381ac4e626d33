"""Group mixing: how many ties run within and between groups, and how many would if ties fell by degree alone.

With M(g,h) the ties between the groups g and h, m all ties and k(g) the ends of ties in g (k_out, k_in where directed):

    expected M(g,h) = k(g) k(h) / 2m,  expected M(g,g) = k(g)² / 4m;  directed: k_out(g) k_in(h) / m
    E-I index       = (E - I) / (E + I)                       E: ties between groups, I: ties within
    assortativity   = (Σ_g e(g,g) - Σ_g a(g) b(g)) / (1 - Σ_g a(g) b(g))

The expectation is that of the configuration model, loops and parallel ties allowed, as in Newman, M. E. J. (2003),
Mixing patterns in networks, Physical Review E 67, 026126, who defines assortativity with e(g,h) the share of tie ends
that join g to h and a, b its row and column sums. The E-I index, from -1 (all within) to 1, is that of Krackhardt, D.
and Stern, R. N. (1988), Informal networks and organizational crises, Social Psychology Quarterly 51(2), 123-140.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

from biograph.brokerage.arrays import Floats, Membership
from biograph.brokerage.matrices import share_matrix, tie_matrix
from biograph.brokerage.roles import Groups

Matrix = tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Mixing:
    """The ties of a network by group, in order of `groups`; counted, or added up by weight.

    `ties`: groups × groups. Undirected, the ties between two groups stand in both their cells and those within a group
    once on the diagonal, so one triangle with the diagonal sums to all. Directed, rows are where ties start. A tie of a
    node with several groups is split over them by shares. `expected`: the same under the configuration model.
    `unknown`: the ties of each group to nodes of unknown group; `unplaced`: those between two such nodes; neither is in
    any other figure. `ei`: the E-I index of the ties of each group, out of it and into it, and `overall_ei` of all;
    None without ties. `assortativity`: None without ties, or with all their ends in one group.
    """

    groups: tuple[str, ...]
    ties: Matrix
    expected: Matrix
    unknown: tuple[float, ...]
    unplaced: float
    ei: tuple[float | None, ...]
    overall_ei: float | None
    assortativity: float | None


def mixing(graph: nx.Graph, groups: Groups, *, weight: str | None = None) -> Mixing:
    """The Mixing of a graph. `weight` names the edge attribute to add up; without it every tie counts once.

    Loops are ignored. Raises ValueError for a weight that is negative or not finite.

    >>> found = mixing(nx.path_graph(4), {0: ("KR",), 1: ("KR",), 2: ("US",)})
    >>> found.groups, found.ties, found.unknown, found.overall_ei
    (('KR', 'US'), ((1.0, 1.0), (1.0, 0.0)), (0.0, 1.0), 0.0)
    """
    membership = Membership.of(tuple(graph), groups)
    shares, ties = share_matrix(membership), tie_matrix(graph, weight)
    ends: Floats = (shares.T @ ties @ shares).toarray()  # undirected, a tie is in it from both ends
    out, into, total = ends.sum(axis=1), ends.sum(axis=0), ends.sum()
    expected = np.outer(out, into) / (total or 1.0)
    without = out - np.diag(ends)
    if graph.is_directed():
        counts, without = ends, without + into - np.diag(ends)
    else:
        counts, expected = (matrix - np.diag(np.diag(matrix)) / 2 for matrix in (ends, expected))
    unknown, unplaced = _unknown(membership, shares, ties, graph.is_directed())
    return Mixing(
        groups=membership.names,
        ties=_matrix(counts),
        expected=_matrix(expected),
        unknown=tuple(unknown.tolist()),
        unplaced=unplaced,
        ei=tuple(_ei(e, i) for e, i in zip(without.tolist(), np.diag(counts).tolist(), strict=True)),
        overall_ei=_ei(float(total - np.trace(ends)), float(np.trace(ends))),
        assortativity=_assortativity(ends),
    )


def _unknown(membership: Membership, shares: Any, ties: Any, directed: bool) -> tuple[Floats, float]:
    """The ties of each group to nodes of unknown group, and those among such nodes."""
    missing = (~membership.placed).astype(float)
    among = float(missing @ (ties @ missing))
    leaving = shares.T @ (ties @ missing)
    return (leaving + shares.T @ (ties.T @ missing), among) if directed else (leaving, among / 2)


def _matrix(values: Floats) -> Matrix:
    return tuple(map(tuple, values.tolist()))


def _ei(external: float, internal: float) -> float | None:
    return (external - internal) / (external + internal) if external + internal else None


def _assortativity(ends: Floats) -> float | None:
    out, into, total = ends.sum(axis=1), ends.sum(axis=0), ends.sum()
    if np.count_nonzero(out + into) < 2:
        return None
    by_degree = float(out @ into)
    return float((total * np.trace(ends) - by_degree) / (total**2 - by_degree))
