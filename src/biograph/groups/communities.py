"""Groups by community: who is tied more to each other than to the rest, by Louvain or Leiden.

Both look for the partition of largest modularity (Newman and Girvan 2004): the share of the ties' weight within
communities, less what the degrees alone would put there. Louvain: Blondel et al. 2008. Leiden, whose communities always
hang together: Traag, Waltman and van Eck 2019.
"""

from __future__ import annotations

from typing import Literal

import networkx as nx

from biograph.errors import NetworkError, NotFoundError
from biograph.groups.grouping import Grouping, Membership
from biograph.naming import LANGUAGES


def by_community(graph: nx.Graph, method: Literal["louvain", "leiden"] = "louvain", seed: int = 0) -> Grouping:
    """The community of every node of a graph of `network.project`, by the ties' `weight` (1 where there is none).

    Communities are "1", "2", … by size, equals by the id that sorts first, and called after their member with the most
    ties: "3: KHIDI, …". A node that nothing ties is in none. Which of several good partitions is found depends on the
    seed; on the order of nodes and edges it does not.

    Raises NotFoundError for another method, NetworkError where the installed networkx has no Leiden.

    >>> found = by_community(nx.Graph([("a", "b"), ("x", "y"), ("y", "z")]))
    >>> found.groups
    {'a': ('2',), 'b': ('2',), 'x': ('1',), 'y': ('1',), 'z': ('1',)}
    >>> found.label("1", "en")
    '1: y, …'
    """
    if method not in ("louvain", "leiden"):
        raise NotFoundError(f"no method named {method!r} finds communities", hint="louvain or leiden")
    nodes = sorted(node for node in graph if any(other != node for other in nx.all_neighbors(graph, node)))
    found = [sorted(nodes[n] for n in part) for part in _partition(_plain(graph, nodes), method, seed)]
    members = {str(n): part for n, part in enumerate(sorted(found, key=lambda part: (-len(part), part)), 1)}
    of = {node: group for group, part in members.items() for node in part}
    memberships = {node: (Membership(of[node]),) if node in of else () for node in sorted(graph)}
    names = {group: dict.fromkeys(LANGUAGES, _name(graph, group, part)) for group, part in members.items()}
    return Grouping(method, memberships, names, derived=True)


def _plain(graph: nx.Graph, nodes: list[str]) -> nx.Graph:
    """The ties among these nodes, numbered: the order of numbers in a set is the same in every process."""
    at = {node: n for n, node in enumerate(nodes)}
    plain = nx.DiGraph() if graph.is_directed() else nx.Graph()
    plain.add_nodes_from(range(len(nodes)))
    ties = [(at[a], at[b], weight) for a, b, weight in graph.edges(data="weight", default=1) if a != b]
    if not graph.is_directed():
        ties = [(min(a, b), max(a, b), weight) for a, b, weight in ties]
    plain.add_weighted_edges_from(sorted(ties))
    return plain


def _partition(graph: nx.Graph, method: str, seed: int) -> list[set[int]]:
    if not graph:
        return []
    if method == "louvain":
        return list(nx.community.louvain_communities(graph, seed=seed))
    try:  # networkx 3.5 and 3.6 only pass Leiden on to backends; without the metric, 3.7 does not look for modularity
        return list(nx.community.leiden_communities(graph, metric="modularity", seed=seed))
    except (AttributeError, NotImplementedError) as error:
        hint = "use louvain, or pip install 'networkx>=3.7', which needs Python 3.12"
        raise NetworkError(f"networkx {nx.__version__} has no Leiden", hint=hint) from error


def _name(graph: nx.Graph, group: str, part: list[str]) -> str:
    first = min(part, key=lambda node: (-graph.degree(node), node))
    label = graph.nodes[first].get("label", first)
    return f"{group}: {label}, …" if len(part) > 1 else f"{group}: {label}"
