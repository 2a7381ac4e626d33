"""Gould and Fernandez's five brokerage roles, counted on open two-paths.

A node k brokers from i to j when i → k → j and not i → j. With the groups of i, k and j the role is one of

    coordinator     w_I   A → A → A   all in one group
    itinerant       w_O   A → B → A   between two of one group to which k does not belong (consultant)
    representative  b_IO  A → A → B   out of k's group
    gatekeeper      b_OI  A → B → B   into k's group
    liaison         b_O   A → B → C   three groups

Gould, R. V. and Fernandez, R. M. (1989), Structures of mediation: a formal approach to brokerage in transaction
networks, Sociological Methodology 19, 89-126. Counts equal `sna::brokerage` in R (Butts), which is where the short
names come from.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

import networkx as nx

from biograph.brokerage.arrays import Adjacency
from biograph.brokerage.counting import count
from biograph.brokerage.kinds import Kinds

Node = Any  # anything hashable: networkx graphs are not typed by their nodes
Groups = Mapping[Node, tuple[str, ...]]
TwoPath = tuple[Node, Node, Node]
ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison")


@dataclass(frozen=True, slots=True)
class Roles:
    """How often a node holds each role. Shares of nodes with several groups make the counts fractional.

    `ungrouped` counts the open two-paths between different groups whose broker has no known group: it brokers, in which
    role cannot be said. `unplaced` counts all others in which a group is unknown.
    """

    coordinator: float = 0.0
    itinerant: float = 0.0
    representative: float = 0.0
    gatekeeper: float = 0.0
    liaison: float = 0.0
    ungrouped: float = 0.0
    unplaced: float = 0.0

    @property
    def total(self) -> float:
        """The sum of the five roles (`t` in sna)."""
        return self.coordinator + self.itinerant + self.representative + self.gatekeeper + self.liaison

    @property
    def across(self) -> float:
        """The two-paths whose ends are in different groups: representative, gatekeeper, liaison and ungrouped."""
        return self.representative + self.gatekeeper + self.liaison + self.ungrouped


def role(i: str, k: str, j: str) -> str:
    """The role of k on the path i → k → j, given the three groups.

    >>> role("KR", "KR", "US"), role("KR", "US", "US"), role("KR", "UK", "US"), role("KR", "US", "KR")
    ('representative', 'gatekeeper', 'liaison', 'itinerant')
    """
    if i == j:
        return "coordinator" if i == k else "itinerant"
    if i == k:
        return "representative"
    return "gatekeeper" if k == j else "liaison"


def open_two_paths(graph: nx.Graph) -> Iterator[TwoPath]:
    """All (i, k, j) with i → k → j, i ≠ j and no i → j; loops are ignored.

    An undirected tie runs both ways, as in `sna` on the symmetrised graph: every path comes twice, once from each end.

    >>> list(open_two_paths(nx.path_graph(3)))
    [(0, 1, 2), (2, 1, 0)]
    """
    after = {node: set(graph.adj[node]) for node in graph}
    before = graph.pred if graph.is_directed() else graph.adj
    for k in graph:
        for i in before[k]:
            for j in graph.adj[k]:
                if i != j and k not in (i, j) and j not in after[i]:
                    yield i, k, j


def shares(two_path: TwoPath, groups: Groups, between: frozenset[str] | None = None) -> dict[str, float]:
    """The roles of k on one two-path and their shares, which sum to 1; to less if `between` leaves readings out.

    `between` counts only readings whose ends lie in two different groups of that set. Empty where the group of an end
    is unknown; where that of k is, only what is between different groups is told, as 'ungrouped'.

    >>> shares((0, 1, 2), {0: ("KR",), 1: ("KR", "US"), 2: ("US",)})
    {'representative': 0.5, 'gatekeeper': 0.5}
    >>> shares((0, 1, 2), {0: ("KR",), 2: ("US",)})
    {'ungrouped': 1.0}
    """
    found: dict[str, float] = {}
    first, own, last = (groups.get(node, ()) for node in two_path)
    readings = list(product(first, own or ("",), last))
    for i, k, j in readings:
        held = role(i, k, j) if own else "ungrouped"
        if (own or i != j) and (between is None or (i != j and i in between and j in between)):
            found[held] = found.get(held, 0.0) + 1 / len(readings)
    return found


def roles(graph: nx.Graph, groups: Groups, *, between: frozenset[str] | None = None) -> dict[Node, Roles]:
    """Node to Roles, for every node of the graph: the sums of `shares` over its open two-paths.

    In an undirected graph each pair of ends counts twice (see `open_two_paths`), so that coordinator, itinerant and
    liaison are even with single groups, and gatekeeper equals representative. `between`: see `shares`. Counted
    without listing the paths, see `counting`.

    >>> graph = nx.DiGraph([("Seoul lab", "KABIC"), ("KABIC", "Boston lab")])
    >>> place = {"Seoul lab": ("KR",), "KABIC": ("US",), "Boston lab": ("US",)}
    >>> roles(graph, place)["KABIC"].gatekeeper
    1.0
    """
    kinds = Kinds.of_nodes(tuple(graph), groups, between)
    (counts,) = count(Adjacency.of(graph), kinds, kinds.of[None])
    return {node: Roles(*column) for node, column in zip(graph, counts.T.tolist(), strict=True)}
