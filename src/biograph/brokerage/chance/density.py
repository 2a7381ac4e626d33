"""The mean and standard deviation of role counts in a random network of the same size and density.

Gould and Fernandez's own approximation (1989, see `roles`), as `sna::brokerage` in R gives it: each of the N (N - 1)
possible arcs is there with the same probability d, independently. With e = d² (1 - d), the chance that three given
nodes make an open two-path, T such triples hold a role

    expected T e        variance T e (1 - e) + S d³ (1 - d)³ - C d⁴ (1 - d)² + B d⁵ (1 - d)

times, where S of the pairs of triples share an arc that both need, C one that closes one and is needed by the other,
and B one that would close both. `sna` permutes nothing, and neither does this.

Limits. Undirected ties are arcs that always come in pairs, hence not independent: the deviations are too small there.
For the whole network `sna` leaves some of C out, and so does this: coordinator and total lack the pairs of triples on
the same three nodes, representative and gatekeeper all. Their deviations are therefore somewhat too large.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from operator import mul

import networkx as nx

from biograph.brokerage.roles import Groups


@dataclass(frozen=True, slots=True)
class Moments:
    """Mean and standard deviation of a count."""

    expected: float
    sd: float

    def z(self, observed: float) -> float | None:
        """How many standard deviations a count lies above the mean; None where there is no deviation."""
        return (observed - self.expected) / self.sd if self.sd else None


@dataclass(frozen=True)
class Density:
    """Measure (the five roles and `total`) to Moments: `members` for one node of each group, `overall` for the sum."""

    members: Mapping[str, Mapping[str, Moments]]
    overall: Mapping[str, Moments]


def by_density(graph: nx.Graph, groups: Groups) -> Density:
    """The moments of role counts given the size and density of a graph and the sizes of its groups.

    An undirected tie counts as two arcs. Time: the square of the number of groups. Raises ValueError where a node has
    no group or several: the formulas count whole nodes.

    >>> graph = nx.DiGraph([(0, 1), (1, 2), (2, 3)])
    >>> by_density(graph, {0: ("KR",), 1: ("KR",), 2: ("US",), 3: ("US",)}).overall["total"].expected
    1.125
    """
    if any(len(groups.get(node, ())) != 1 for node in graph):
        raise ValueError("a node without a group, or of several: only single groups have these moments")
    sizes = Counter(groups[node][0] for node in graph)
    arcs = (1 if graph.is_directed() else 2) * sum(a != b for a, b in graph.edges())
    d = arcs / max(1, len(graph) * (len(graph) - 1))
    counts = sorted(sizes.values())
    members = {group: _moments(_of_member(sizes[group], counts), d) for group in sorted(sizes)}
    return Density(members, _moments(_overall(counts), d))


_Overlaps = tuple[float, float, float, float]  # T, S, C, B


def _moments(roles: Mapping[str, _Overlaps], d: float) -> dict[str, Moments]:
    chance = d**2 * (1 - d)
    found = {}
    for role, (triples, shared, crossed, closed) in roles.items():
        covariances = shared * d**3 * (1 - d) ** 3 - crossed * d**4 * (1 - d) ** 2 + closed * d**5 * (1 - d)
        found[role] = Moments(triples * chance, math.sqrt(triples * chance * (1 - chance) + covariances))
    return found


def _of_member(n: int, counts: list[int]) -> dict[str, _Overlaps]:
    """The overlaps of the triples around one node of a group of n; two of them share an arc if they share one end."""
    everyone = sum(counts)
    others = counts.copy()
    others.remove(n)
    out = everyone - n
    bridging = ((n - 1) * out, (n - 1) * out * (everyone - 3), 0, 0)
    return {
        "coordinator": ((n - 1) * (n - 2), 2 * (n - 1) * (n - 2) * (n - 3), 0, 0),
        "itinerant": (sum(m * (m - 1) for m in others), 2 * sum(m * (m - 1) * (m - 2) for m in others), 0, 0),
        "representative": bridging,
        "gatekeeper": bridging,
        "liaison": (
            sum(m * (out - m) for m in others),
            2 * sum(m * (out - m) * (out - m - 1) for m in others),
            *(0, 0),
        ),
        "total": ((everyone - 1) * (everyone - 2), 2 * (everyone - 1) * (everyone - 2) * (everyone - 3), 0, 0),
    }


def _overall(counts: list[int]) -> dict[str, _Overlaps]:
    """The overlaps of all triples; each sum has the number of triples of one sort, times what one overlaps with."""
    everyone = sum(counts)
    pairs = [(x, y) for i, x in enumerate(counts) for j, y in enumerate(counts) if i != j]
    bridging = _sum([(n * (n - 1) * (everyone - n), everyone - 3, 0, n - 2) for n in counts])
    return {
        "coordinator": _sum([_among(n) for n in counts]),
        "itinerant": _sum([(x * (x - 1) * y, 2 * (x + y) - 6, 0, everyone - x - 1) for x, y in pairs]),
        "representative": bridging,
        "gatekeeper": bridging,
        "liaison": _liaison(counts, pairs),
        "total": _sum([_among(everyone)]),
    }


def _among(n: int) -> _Overlaps:
    return n * (n - 1) * (n - 2), 4 * n - 10, 4 * n - 12, n - 3


def _sum(sorts: list[_Overlaps]) -> _Overlaps:
    triples, shared, crossed, closed = zip(*sorts, strict=True) if sorts else ((), (), (), ())
    return (
        sum(triples),
        sum(map(mul, triples, shared)),
        sum(map(mul, triples, crossed)),
        sum(map(mul, triples, closed)),
    )


def _liaison(counts: list[int], pairs: list[tuple[int, int]]) -> _Overlaps:
    """Over the groups x and y of the ends and, within, all groups of the broker at once: Σ m and Σ m² of the others."""
    everyone, squares = sum(counts), sum(m * m for m in counts)
    triples = shared = closed = 0
    for x, y in pairs:
        once, twice = everyone - x - y, squares - x * x - y * y
        triples += x * y * once
        shared += x * y * ((4 * everyone - 2 * (x + y + 1)) * once - 4 * twice)
        closed += x * y * once * (everyone - x - y - 1)
    return triples, shared, shared, closed
