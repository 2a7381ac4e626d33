"""The one door to pyvis, whose Network holds what vis-network draws."""

from __future__ import annotations

from typing import Any

Rows = list[dict[str, Any]]


def network(nodes: Rows, edges: Rows) -> tuple[Rows, Rows]:
    """Nodes and edges as pyvis hands them to vis-network."""
    from pyvis.network import Network  # imports IPython, which takes half a second

    held = Network(directed=True)
    held.nodes, held.edges = nodes, edges  # pyvis's own add_edge compares each new edge with all others
    kept_nodes, kept_edges, *_ = held.get_network_data()
    return kept_nodes, kept_edges
