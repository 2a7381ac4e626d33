"""Communities: nodes with more ties among them than their degrees alone would give."""

from __future__ import annotations

import networkx as nx
import numpy as np

from biograph.page.layout.net import Array, Indices

SEED = 0


def louvain(nodes: int, edges: Indices) -> Indices:
    """The community of each node, by modularity (Blondel et al. 2008).

    networkx moves a node for any gain, and a gain of nothing but rounding lets nodes of a long path move in circles for
    minutes. With a total weight that is a power of two all gains are exact: one more node makes up for what is missing,
    a resolution in 1024ths for that node.
    """
    if not len(edges):
        return np.arange(nodes)
    graph = nx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(edges.tolist())
    total = 1 << len(edges).bit_length()
    graph.add_edge(nodes, nodes, weight=total - len(edges))
    resolution = round(1024 * total / len(edges)) / 1024
    found = nx.community.louvain_communities(graph, resolution=resolution, seed=SEED)
    labels = np.zeros(nodes + 1, dtype=np.intp)
    for label, members in enumerate(sorted(map(sorted, found))):
        labels[members] = label
    return labels[:nodes]


def ties(labels: Indices, edges: Indices, count: int) -> Array:
    """The number of edges between each two labels (count, count), 0 on the diagonal; the label -1 is left out."""
    pairs = labels[edges]
    found = np.zeros((count, count))
    np.add.at(found, tuple(pairs[(pairs >= 0).all(axis=1)].T), 1.0)
    np.fill_diagonal(found, 0.0)
    return found + found.T


def joined(labels: Indices, edges: Indices, counted: Indices, least: int, most: int) -> Indices:
    """`labels`, joined until none with ties to others is smaller than `least`, and at most `most` of these are left.

    The smallest always joins the one that has most ties with it for its size. Sizes are those among the `counted`
    nodes; a community without any is neither joined nor left out.
    """
    sizes = np.bincount(labels[counted], minlength=labels.max(initial=0) + 1).astype(float)
    pairs = labels[edges]
    open_ = np.unique(pairs[(pairs[:, 0] != pairs[:, 1]) & (sizes[pairs] > 0).all(axis=1)])
    at = np.full(len(sizes), -1)
    at[open_] = np.arange(len(open_))
    into = np.arange(len(sizes))
    into[open_] = open_[_merged(ties(at[labels], edges, len(open_)), sizes[open_], least, most)]
    return into[labels]


def _merged(tied: Array, sizes: Array, least: int, most: int) -> Indices:
    """What each community has become, all of which have a size and some tie: they lose both when they join another."""
    into = np.arange(len(sizes))
    strength = tied.sum(axis=1)
    while strength.any():
        small = int(np.argmin(np.where(strength > 0, sizes, np.inf)))
        if sizes[small] >= least and (sizes >= least).sum() <= most:
            break
        other = int(np.argmax(tied[small] / np.maximum(sizes, 1.0)))
        into[into == small] = other
        strength[other] += strength[small] - 2 * tied[small, other]
        tied[other] += tied[small]
        tied[:, other] += tied[:, small]
        tied[small] = tied[:, small] = tied[other, other] = 0.0
        sizes[other] += sizes[small]
        sizes[small] = strength[small] = 0.0
    return into
