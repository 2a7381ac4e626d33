"""What each node carries of the shortest paths from one source after another: the sums under betweenness.

Brandes, U. (2001), A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25(2), 163-177.
After a search from s, one walks back from the farthest node. With b(v) the nodes one step farther that v leads to, σ(v)
the number of shortest paths from s to v and w(t) the weight of an end t, the dependency of s on v is

    Σ_t w(t) · σ(s,t|v) / σ(s,t) = σ(v) · c(v),        c(v) = Σ_{u ∈ b(v)} (c(u) + w(u) / σ(u)).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from biograph.brokerage.arrays import Adjacency, Floats, Ints, Membership
from biograph.brokerage.compiled import kernel
from biograph.brokerage.shortest_paths import Indices, searches

CHUNKS = 4  # of sources, one thread each; fixed, so that sums add up in one order however many cores there are
THREADED = 1_000_000  # steps, some milliseconds, below which to start threads takes longer than they save
CELLS = 320_000  # of draws carried at a time: 2.5 MB, near what a core keeps at hand; 999 draws fastest with these
MEASURES = ("plain", "between", "within", "local", "square of between")  # the columns of `carry_groups`


@kernel
def carry_groups(
    reached: int, order: Indices, distance: Floats, sigma: Floats, first: Indices, onward: Indices,
    start: Indices, group: NDArray[np.int32], share: Floats, admitted: Floats, by_distance: bool,
    carried: Floats, between: Floats, total: Floats,
) -> None:  # fmt: skip
    """Add the `MEASURES` of each node to `total` (nodes × 5) for each reading of the source's group.

    Node i is in the groups `group[start[i]:start[i + 1]]` with `share[i]` each; those that are no ends are negative,
    `admitted[i]` is the share of the others. `carried` (nodes × 4) and `between` (nodes) need not be cleared.
    `by_distance` counts each pair of ends, but for 'local', by the share of the way from the source at which a node
    lies, twice: all sources together give the same, and a few give it with less error.
    """
    source = order[0]
    readings = start[source + 1] - start[source]
    between[:reached] = 0.0
    for reading in range(max(readings, 1)):
        own = group[start[source] + reading] if readings else -1
        for here in range(reached - 1, 0, -1):
            node = order[here]
            plain = across = within = local = 0.0
            for way in range(first[here], first[here + 1]):
                plain += carried[onward[way], 0]
                across += carried[onward[way], 1]
                within += carried[onward[way], 2]
                local += carried[onward[way], 3]
            alike = 0.0
            for place in range(start[node], start[node + 1]):
                if own >= 0 and group[place] == own:
                    alike = share[node]
            other = admitted[node] - alike if own >= 0 else 0.0
            each, times = 1.0 / sigma[here], share[source] * sigma[here]
            carried[here, 3] = local + each * other
            if by_distance:
                each /= distance[here]
            carried[here, 0] = plain + each
            carried[here, 1] = across + each * other
            carried[here, 2] = within + each * alike
            if first[here] < first[here + 1]:  # else it ends all ways, as near half of all nodes do, and adds nothing
                total[node, 3] += times * local * alike
                if by_distance:
                    times *= 2.0 * distance[here]
                total[node, 0] += times * plain
                total[node, 2] += times * within
                between[here] += times * across
    for here in range(1, reached):
        if between[here] > 0.0:
            total[order[here], 1] += between[here]
            total[order[here], 4] += between[here] * between[here]


@kernel
def carry_draws(
    reached: int, order: Indices, distance: Floats, sigma: Floats, first: Indices, onward: Indices,
    kinds: Indices, weight: Floats, carried: Floats, total: Floats,
) -> None:  # fmt: skip
    """Add to `total` (nodes × draws) what each node carries where ends weigh `weight[kind of source, kind of end]`."""
    source = order[0]
    draws = kinds.shape[1]
    for here in range(reached - 1, 0, -1):
        node, each = order[here], 1.0 / sigma[here]
        if first[here] == first[here + 1]:  # it ends all ways, as near half of all nodes do, and adds nothing
            for draw in range(draws):
                carried[here, draw] = each * weight[kinds[source, draw], kinds[node, draw]]
            continue
        for draw in range(draws):
            carried[here, draw] = 0.0
        for way in range(first[here], first[here + 1]):
            place = onward[way]
            for draw in range(draws):
                carried[here, draw] += carried[place, draw]
        for draw in range(draws):
            total[node, draw] += sigma[here] * carried[here, draw]
            carried[here, draw] += each * weight[kinds[source, draw], kinds[node, draw]]


def carried_in_groups(
    adjacency: Adjacency,
    membership: Membership,
    admitted: NDArray[np.bool_],
    sources: Ints,
    *,
    by_distance: bool = False,
) -> Floats:
    """Nodes × `MEASURES`, over ordered pairs of ends that begin at the sources.

    `admitted` says which groups may be ends. 'local' has the first end in the group of the node itself. `by_distance`
    estimates all other sums with less error where not all nodes of an undirected graph are sources.
    """
    sources = _with_paths(adjacency, sources)
    start, n = membership.rows.start, len(adjacency.nodes)
    group = np.where(admitted[membership.rows.item], membership.rows.item, -1).astype(np.int32)
    share = 1 / np.maximum(np.diff(start), 1)
    ends = np.bincount(np.repeat(np.arange(n), np.diff(start)), group >= 0, minlength=n) * share
    rows, steps = start.astype(np.uint32), _steps(adjacency, sources)

    def of(chunk: Ints) -> Floats:
        total, carried, between = np.zeros((n, len(MEASURES))), np.empty((n, 4)), np.empty(n)
        for paths in searches(adjacency, chunk, steps):
            carry_groups(*paths, rows, group, share, ends, by_distance, carried, between, total, steps=steps)
        return total

    return _in_chunks(of, sources, steps)


def carried_in_draws(adjacency: Adjacency, kinds: Ints, weight: Floats, sources: Ints, times: int = 1) -> Floats:
    """Nodes × draws, over ordered pairs of ends that begin at the sources; see `carry_draws`.

    `times` is how often the caller does this: small work that is repeated is worth compiling, too.
    """
    sources = _with_paths(adjacency, sources)
    total = np.zeros(kinds.shape)
    width = max(1, CELLS // max(1, len(kinds)))
    for left in range(0, kinds.shape[1], width):
        some = np.ascontiguousarray(kinds[:, left : left + width], dtype=np.uint32)
        once = _steps(adjacency, sources) * some.shape[1]
        steps = once * times

        def of(chunk: Ints, some: Indices = some, steps: float = steps) -> Floats:
            part, carried = np.zeros(some.shape), np.empty(some.shape)
            for paths in searches(adjacency, chunk, steps):
                carry_draws(*paths, some, weight, carried, part, steps=steps)
            return part

        total[:, left : left + width] = _in_chunks(of, sources, once)
    return total


def _with_paths(adjacency: Adjacency, sources: Ints) -> Ints:
    """The sources from which some path goes through another node: without ties, or in a pair apart, there is none."""
    degree = np.diff(adjacency.after.start)
    onward = degree[adjacency.after.item] > (not adjacency.directed)  # undirected, one tie only leads back
    tails = np.repeat(np.arange(len(degree)), degree)
    return sources[np.bincount(tails[onward], minlength=len(degree))[sources] > 0]


def _steps(adjacency: Adjacency, sources: Ints) -> float:
    return 2.0 * len(sources) * (len(adjacency.nodes) + len(adjacency.after.item))


def _in_chunks(of: Callable[[Ints], Floats], sources: Ints, steps: float) -> Floats:
    chunks = np.array_split(sources, max(1, min(CHUNKS, len(sources))))
    if steps < THREADED:
        parts = list(map(of, chunks))
    else:
        of(sources[:1])  # compiles what is to be compiled once, before all threads ask for it
        with ThreadPoolExecutor(min(CHUNKS, os.cpu_count() or 1)) as pool:
            parts = list(pool.map(of, chunks))
    total = parts[0]
    for part in parts[1:]:
        total += part
    return total
