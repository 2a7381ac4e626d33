"""The clusters of a graph too large to draw: columns, communities in them, and communities in those."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from biograph.page.layout.communities import joined, louvain
from biograph.page.layout.net import Indices, Net, groups

LEAF = 200  # nodes up to which a cluster is not divided: several of that size may be open at once
USUAL = 80  # nodes in a cluster that another is divided into, on average
TINY = 8  # nodes below which a community is no cluster of its own
TOP = 64  # clusters of the first level, shared out to the columns by their nodes
CHILDREN = 16  # clusters that another is divided into at most


@dataclass(frozen=True)
class Branch:
    """A cluster: its nodes, and the clusters that share them out, if any."""

    members: Indices
    children: tuple[Branch, ...] = ()


def branches(net: Net, columns: Indices, count: int) -> list[list[Branch]]:
    """The clusters of the first level, column by column, each list the largest first but for what is left over."""
    found = []
    for column in range(count):
        own = np.flatnonzero(columns == column)
        found.append(_divided(net, own, round(TOP * len(own) / len(net))))
    return found


def _divided(net: Net, members: Indices, most: int) -> list[Branch]:
    """About `most` branches, and one of all that is tied to nothing else here; even parts where ties tell nothing."""
    if len(members) <= LEAF:
        return [Branch(members)]
    parts = [members[part] for part in groups(_communities(net, members, max(2, min(most, len(members) // USUAL))))]
    large = [part for part in parts if len(part) >= TINY]
    rest = parts[len(large) :]
    if rest:
        large.append(np.concatenate(rest))
    if len(large) == 1:
        return [Branch(chunk) for chunk in np.array_split(large[0], -(-len(members) // LEAF))]
    return [_branch(net, part) for part in large]


def _branch(net: Net, members: Indices) -> Branch:
    children = _divided(net, members, CHILDREN)
    return children[0] if len(children) == 1 else Branch(members, tuple(children))


def _communities(net: Net, members: Indices, most: int) -> Indices:
    """A label for each member. Who is tied to several from elsewhere counts, too, so that those are together."""
    inside = np.zeros(len(net), dtype=bool)
    inside[members] = True
    touching = net.edges[inside[net.edges].any(axis=1)]
    among = np.bincount(touching.ravel(), minlength=len(net)) > 1
    known = np.concatenate([members, np.flatnonzero(among & ~inside)])
    at = np.full(len(net), -1)
    at[known] = np.arange(len(known))
    edges = at[touching]
    edges = edges[(edges >= 0).all(axis=1)]
    labels = louvain(len(known), edges)
    return joined(labels, edges, np.arange(len(members)), TINY, most)[: len(members)]
