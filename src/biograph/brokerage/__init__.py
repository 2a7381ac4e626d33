"""Measures of brokerage as pure functions on networkx graphs; `docs/brokerage.md` gives the formulas in one place.

Groups are given as a mapping from node to a tuple of group names: empty where unknown, several where a node belongs to
several. A node of n groups is in each of them with the share 1/n, so each pair or path of nodes counts once in all.
"""

from biograph.brokerage.betweenness import Betweenness, betweenness
from biograph.brokerage.bridging import bridges, bridging_centrality, bridging_coefficient
from biograph.brokerage.chance import NULLS, AgainstChance, Chance, Density, Moments, by_chance, by_density
from biograph.brokerage.context import Context, context
from biograph.brokerage.holes import Holes, holes
from biograph.brokerage.mixing import Mixing, mixing
from biograph.brokerage.removal import Loss, removal_losses, separated
from biograph.brokerage.roles import ROLES, Groups, Roles, TwoPath, open_two_paths, role, roles, shares

__all__ = [
    "NULLS",
    "ROLES",
    "AgainstChance",
    "Betweenness",
    "Chance",
    "Context",
    "Density",
    "Groups",
    "Holes",
    "Loss",
    "Mixing",
    "Moments",
    "Roles",
    "TwoPath",
    "betweenness",
    "bridges",
    "bridging_centrality",
    "bridging_coefficient",
    "by_chance",
    "by_density",
    "context",
    "holes",
    "mixing",
    "open_two_paths",
    "removal_losses",
    "role",
    "roles",
    "separated",
    "shares",
]
