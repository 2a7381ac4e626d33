"""Shortest paths from one source after another: the searches under betweenness.

Inside, a node is its place in the order in which the search reaches it: nodes of one distance then lie side by side in
memory, and one number says both whether a node was reached and how far away it is. Places and nodes are unsigned, which
spares the machine a look at whether they count from the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from biograph.brokerage.arrays import Adjacency, Floats, Ints
from biograph.brokerage.compiled import kernel

Indices = NDArray[np.uint32]


class Paths(NamedTuple):
    """The shortest paths from a source; arrays are valid up to `reached` and until the next search.

    `order` is the node of each place, the source first, `distance` how far it is, `sigma` the number of shortest paths
    to it; place p leads on to the places `onward[first[p]:first[p + 1]]`.
    """

    reached: int
    order: Indices
    distance: Floats
    sigma: Floats
    first: Indices
    onward: Indices


@kernel
def search(
    start: Indices, item: Indices, source: int, place: Indices,
    order: Indices, distance: Floats, sigma: Floats, first: Indices, onward: Indices,
) -> int:  # fmt: skip
    """Fill the arrays of `Paths`, and return how many nodes the source reaches, itself included."""
    nowhere = len(place)
    place[:] = nowhere
    place[source], order[0], distance[0], sigma[0] = 0, source, 0.0, 1.0
    reached, farther, found, here = 1, 0, 0, 0  # places from `farther` on lie one step beyond the place at hand
    while here < reached:
        if here == farther:
            farther = reached
        first[here] = found
        for tie in range(start[order[here]], start[order[here] + 1]):
            node = item[tie]
            if place[node] == nowhere:
                place[node], order[reached], sigma[reached] = reached, node, 0.0
                distance[reached] = distance[here] + 1.0
                reached += 1
            if place[node] >= farther:
                sigma[place[node]] += sigma[here]
                onward[found] = place[node]
                found += 1
        here += 1
    first[reached] = found
    return reached


def searches(adjacency: Adjacency, sources: Ints, steps: float) -> Iterator[Paths]:
    """The shortest paths from each source; `steps` are those of the whole work, by which it is compiled or not."""
    count, ties = len(adjacency.nodes), len(adjacency.after.item)
    start, item = adjacency.after.start.astype(np.uint32), adjacency.after.item.astype(np.uint32)
    place, order, onward = (np.empty(size, dtype=np.uint32) for size in (count, count, ties))
    distance, sigma, first = np.empty(count), np.empty(count), np.empty(count + 1, dtype=np.uint32)
    for source in sources:
        reached = search(start, item, source, place, order, distance, sigma, first, onward, steps=steps)
        yield Paths(reached, order, distance, sigma, first, onward)
