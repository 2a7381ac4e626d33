"""All measures of one network, each worked out once, when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import networkx as nx

from biograph import brokerage
from biograph.brokerage import Betweenness, Context, Groups, Holes, Loss, Roles

_WEIGHT = "weight"  # of ties, see `network.Projection`; what counts paths takes every tie for one step


@dataclass(frozen=True)
class Measures:
    """The measures of a graph whose nodes have these groups, by node; between two of them if `ends` are given."""

    graph: nx.Graph
    groups: Groups
    ends: frozenset[str] | None

    @cached_property
    def roles(self) -> Mapping[str, Roles]:
        return brokerage.roles(self.graph, self.groups, between=self.ends)

    @cached_property
    def betweenness(self) -> Betweenness:
        return brokerage.betweenness(self.graph, self.groups, between=self.ends)

    @cached_property
    def holes(self) -> Mapping[str, Holes]:
        return brokerage.holes(self.graph, weight=_WEIGHT)

    @cached_property
    def bridging(self) -> Mapping[str, float | None]:
        return brokerage.bridging_centrality(self.graph, self.betweenness.plain)

    @cached_property
    def bridges(self) -> Mapping[str, tuple[str, ...]]:
        return brokerage.bridges(self.graph)

    @cached_property
    def losses(self) -> Mapping[str, Loss]:
        return brokerage.removal_losses(self.graph, self.groups, between=self.ends)

    @cached_property
    def context(self) -> Mapping[str, Context]:
        return brokerage.context(self.graph, weight=_WEIGHT)

    def keys(self, by: str) -> dict[str, tuple[float, float]]:
        """Node to what ranks it, larger first: the measure asked for (see `question.MEASURES`), and one for equals.

        Equals in two-paths between groups are parted by betweenness between groups, all others by those two-paths.
        """
        across = {node: roles.across for node, roles in self.roles.items()}
        if by == "across":
            return {node: (count, self.betweenness.between[node]) for node, count in across.items()}
        first: Mapping[str, float | None]
        match by:
            case "group_betweenness":
                first = self.betweenness.between
            case "betweenness":
                first = self.betweenness.plain
            case "bridging":
                first = self.bridging
            case "effective_size":
                first = {node: holes.effective_size for node, holes in self.holes.items()}
            case _:
                first = {node: loss.group_pairs for node, loss in self.losses.items()}
        return {node: (first[node] or 0.0, count) for node, count in across.items()}
