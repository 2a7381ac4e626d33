"""Measures of brokerage as pure functions on networkx graphs; `docs/brokerage.md` gives the formulas in one place.

Groups are given as a mapping from node to a tuple of group names: empty where unknown, several where a node belongs to
several. A node of n groups is in each of them with the share 1/n, so each pair or path of nodes counts once in all.
"""

from biograph.brokerage.chance import Chance, by_chance
from biograph.brokerage.group_betweenness import group_betweenness
from biograph.brokerage.holes import constraint, effective_size
from biograph.brokerage.removal import Loss, removal_losses
from biograph.brokerage.roles import ROLES, Groups, Roles, TwoPath, open_two_paths, role, roles, shares

__all__ = [
    "ROLES",
    "Chance",
    "Groups",
    "Loss",
    "Roles",
    "TwoPath",
    "by_chance",
    "constraint",
    "effective_size",
    "group_betweenness",
    "open_two_paths",
    "removal_losses",
    "role",
    "roles",
    "shares",
]
