"""Burt's measures of structural holes: how far a node's contacts are tied to each other, and so not its to broker.

Burt, R. S. (1992), Structural Holes, Harvard University Press, chapter 2. With a(i,j) the weight of the tie between i
and j (both directions added), p(i,j) = a(i,j) / Σ_k a(i,k), m(j,q) = a(j,q) / max_k a(j,k) and N(i) the contacts of i:

    c(i,j)            = (p(i,j) + Σ_q p(i,q) p(q,j))²
    constraint(i)     = Σ_{j ∈ N(i)} c(i,j)
    effective size(i) = Σ_{j ∈ N(i)} (1 - Σ_q p(i,q) m(j,q))
    efficiency(i)     = effective size(i) / |N(i)|
    hierarchy(i)      = Σ_{j ∈ N(i)} r(i,j) ln r(i,j) / (|N(i)| ln |N(i)|)    r(i,j) = c(i,j) |N(i)| / constraint(i)

the last being the Coleman-Theil index of how unequally the contacts share the constraint. Without weights and
directions effective size is |N(i)| - 2t / |N(i)|, t the ties among the contacts (Borgatti, S. P. (1997), Structural
holes: unpacking Burt's redundancy measures, Connections 20(1), 35-38). Constraint and effective size equal networkx's
and igraph's.

All sums over q run over triangles i, j, q. Each is found once, from its corner with the fewest contacts, which keeps
the work far below that of a matrix product where a hub has tens of thousands of contacts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from scipy.special import xlogy

from biograph.brokerage.arrays import Floats, Ints
from biograph.brokerage.matrices import contact_matrix
from biograph.brokerage.roles import Node

_AT_ONCE = 1_000_000  # pairs of contacts looked at together: some 100 MB


@dataclass(frozen=True, slots=True)
class Holes:
    """Burt's measures of one node, None where they have no value.

    `constraint`: small where contacts are many and apart, 1 for a single contact, above it where few contacts are tied
    closely. `effective_size`: how many contacts are not redundant, up to their number. `efficiency`: the same as a
    share of the contacts. All three are None without contacts. `hierarchy`: 0 where all contacts constrain alike,
    towards 1 where one of them does it all; None with fewer than two contacts, among whom nothing can be unequal.
    """

    constraint: float | None = None
    effective_size: float | None = None
    efficiency: float | None = None
    hierarchy: float | None = None


def holes(graph: nx.Graph, *, weight: str | None = None) -> dict[Node, Holes]:
    """Node to Holes, for every node. `weight` names the edge attribute that weighs ties (1 where it is missing).

    In a directed graph the weights of both directions add up, so a mutual tie is twice as strong as a single one.
    Loops and ties of weight 0 are ignored. Raises ValueError for a weight that is negative or not finite. Time grows
    with the sum over ties of the contacts of the end that has fewer.

    >>> holes(nx.star_graph(4))[0]
    Holes(constraint=0.25, effective_size=4.0, efficiency=1.0, hierarchy=0.0)
    >>> holes(nx.empty_graph(1))
    {0: Holes(constraint=None, effective_size=None, efficiency=None, hierarchy=None)}
    """
    ties = contact_matrix(graph, weight)
    degree = np.diff(ties.indptr)
    of = np.repeat(np.arange(len(degree)), degree)
    indirect, redundant = _through_triangles(ties, of)
    local = (_proportions(ties, of) + indirect) ** 2
    constraint = _sums(of, local, degree)
    size = degree - _sums(of, redundant, degree)
    efficiency = size / np.maximum(degree, 1)
    hierarchy = _hierarchy(of, local, constraint, degree)
    columns = (degree, constraint, size, efficiency, hierarchy)
    found = zip(graph, *(column.tolist() for column in columns), strict=True)
    return {i: Holes(c, s, e, h if d > 1 else None) if d else Holes() for i, d, c, s, e, h in found}


def _sums(of: Ints, values: Floats, degree: Ints) -> Floats:
    """The sums by node of values by tie."""
    return np.bincount(of, weights=values, minlength=len(degree)).astype(np.float64)


def _proportions(ties: Any, of: Ints) -> Floats:
    """p(i,j) for every entry (i,j) of the matrix."""
    return np.asarray(ties.data / _sums(of, ties.data, np.diff(ties.indptr))[of])


def _through_triangles(ties: Any, of: Ints) -> tuple[Floats, Floats]:
    """Σ_q p(i,q) p(q,j) and Σ_q p(i,q) m(j,q) for every entry (i,j) of the symmetric matrix."""
    invested = _proportions(ties, of)
    strongest = np.zeros(len(ties.indptr) - 1)
    np.maximum.at(strongest, of, ties.data)
    marginal = ties.data / strongest[of]
    twin = np.argsort(ties.indices, kind="stable")  # the place of (j,i) by that of (i,j)
    indirect, redundant = np.zeros(len(of)), np.zeros(len(of))
    for uv, uw, vw in _triangles(ties, of):
        vu, wu, wv = twin[uv], twin[uw], twin[vw]
        of_u, of_v = ((uv, uw, wv, vw), (uw, uv, vw, wv)), ((vu, vw, wu, uw), (vw, vu, uw, wu))
        of_w = ((wu, wv, vu, uv), (wv, wu, uv, vu))
        for ij, iq, qj, jq in (*of_u, *of_v, *of_w):
            indirect += np.bincount(ij, invested[iq] * invested[qj], minlength=len(of))
            redundant += np.bincount(ij, invested[iq] * marginal[jq], minlength=len(of))
    return indirect, redundant


def _triangles(ties: Any, of: Ints) -> Iterator[tuple[Ints, Ints, Ints]]:
    """The triangles u, v, w, each once, as the entries (u,v), (u,w) and (v,w) of the symmetric matrix, in batches."""
    count = len(ties.indptr) - 1
    to = ties.indices.astype(np.int64)
    keys = of * count + to
    degree = np.diff(ties.indptr)
    upwards = np.flatnonzero((degree[of] < degree[to]) | ((degree[of] == degree[to]) & (of < to)))
    ends = np.searchsorted(of[upwards], of[upwards], side="right")
    later = ends - np.arange(len(upwards)) - 1  # ties of the same node with which each makes a pair of contacts
    batch = np.cumsum(later) // _AT_ONCE
    for some in np.split(np.arange(len(upwards)), np.flatnonzero(np.diff(batch)) + 1):
        first = np.repeat(some, later[some])
        started = np.repeat(np.cumsum(later[some]) - later[some], later[some])
        second = first + 1 + np.arange(len(first)) - started
        uv, uw = upwards[first], upwards[second]
        wanted = to[uv] * count + to[uw]
        vw = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        closed = keys[vw] == wanted
        yield uv[closed], uw[closed], vw[closed]


def _hierarchy(of: Ints, local: Floats, constraint: Floats, degree: Ints) -> Floats:
    """The Coleman-Theil index of each node; without meaning where it has fewer than two contacts."""
    ratio = local * degree[of] / constraint[of]
    disorder = _sums(of, xlogy(ratio, ratio), degree)
    most = degree * np.log(np.maximum(degree, 2))
    return np.clip(disorder / np.maximum(most, 1), 0.0, 1.0)  # clipped: rounding can put equality just below 0
