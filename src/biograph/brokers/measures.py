"""All measures of one network, worked out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from biograph import brokerage, verdict
from biograph.brokerage import Chance, Loss, Roles

_MOST_WORK = 2_000_000  # draws times two-paths: a second or two; a larger network gets fewer draws
_FEWEST_DRAWS = round(1 / verdict.LEVEL) - 1  # p is at least 1 / (draws + 1), so fewer could never reach the level


@dataclass(frozen=True)
class Measures:
    """Each by node; those of groups keep to the ends asked for."""

    two_paths: Mapping[str, list[brokerage.TwoPath]]
    roles: Mapping[str, Roles]
    group_betweenness: Mapping[str, float]
    betweenness: Mapping[str, float]
    constraint: Mapping[str, float | None]
    effective_size: Mapping[str, float | None]
    losses: Mapping[str, Loss]
    chance: Mapping[str, Chance]


def measure(graph: nx.Graph, of: brokerage.Groups, ends: frozenset[str] | None, draws: int, seed: int) -> Measures:
    """The measures of a graph for nodes of these groups, between two of them if `ends` are given."""
    two_paths: dict[str, list[brokerage.TwoPath]] = defaultdict(list)
    for path in brokerage.open_two_paths(graph):
        two_paths[path[1]].append(path)
    every = [path for paths in two_paths.values() for path in paths]
    draws = min(draws, _MOST_WORK // max(1, len(every)))
    enough = draws >= _FEWEST_DRAWS
    return Measures(
        two_paths=two_paths,
        roles=brokerage.roles(graph, of, between=ends, two_paths=every),
        group_betweenness=brokerage.group_betweenness(graph, of, between=ends),
        betweenness=nx.betweenness_centrality(graph),
        constraint=brokerage.constraint(graph),
        effective_size=brokerage.effective_size(graph),
        losses=brokerage.removal_losses(graph, of, between=ends),
        chance=brokerage.by_chance(graph, of, between=ends, draws=draws, seed=seed) if enough else {},
    )
