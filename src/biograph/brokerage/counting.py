"""Role counts of every node from tallies of its contacts by group, less the two-paths that a tie closes.

For a broker k with shares s, over the pairs of a contact i before it and a contact j after it, with shares x and y:

    pairs P = Σ_ij Σ_gh x_g y_h        first F = Σ_ij Σ_gh s_g x_g y_h
    alike S = Σ_ij Σ_g x_g y_g         last  L = Σ_ij Σ_gh s_h x_g y_h
                                       three C = Σ_ij Σ_g s_g x_g y_g

    coordinator C    itinerant S - C    representative F - C    gatekeeper L - C    liaison P - S - F - L + 2C

Summed over all pairs, each is one pass over the contacts, whatever the degree; the pairs with i = j or i → j are taken
off one by one, the latter from the triangles of the graph. So a count costs ties + triangles, not the squares of
degrees. Shares are scaled to whole numbers, which makes the sums exact as long as they stay below 2^53.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from biograph.brokerage.arrays import Adjacency, Floats, Ints
from biograph.brokerage.compiled import kernel
from biograph.brokerage.kinds import Kinds
from biograph.brokerage.triangles import CLOSED, Triangles

Indices = NDArray[np.uint32]  # unsigned, which spares the machine a look at whether they count from the end

COLUMNS = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "ungrouped", "unplaced")


def count(adjacency: Adjacency, kinds: Kinds, deals: Ints, *, times: int = 1) -> Floats:
    """Draws × 7 × nodes: the `COLUMNS` of each node where `deals` (draws × nodes) gives each node a kind.

    Where the broker is of the empty kind, the two-paths with ends in different groups are ungrouped; all others with a
    node of the empty kind are unplaced. `times`: how often the caller means to do this in all.
    """
    terms = np.zeros((len(deals), len(COLUMNS), len(adjacency.nodes)))
    after, before = adjacency.after, adjacency.before
    rows = [of.astype(np.uint32) for of in (after.start, after.item, before.start, before.item)]
    start, group, dealt = (of.astype(np.uint32) for of in (kinds.rows.start, kinds.rows.item, deals))
    of_kinds = (start, group, kinds.share, kinds.end_share, kinds.scale)
    steps = 6 * len(deals) * (len(after.item) + len(before.item)) * times
    _tally(*rows, dealt, *of_kinds, len(kinds.groups), terms, steps=steps)
    for corners, ties in Triangles(adjacency, times):
        _close(
            corners, ties, CLOSED.astype(np.uint32), dealt, *of_kinds, terms, steps=50 * len(deals) * len(ties) * times
        )
    _to_roles(terms, kinds, (np.diff(kinds.rows.start) == 0)[deals])
    return terms


def _to_roles(terms: Floats, kinds: Kinds, empty: NDArray[np.bool_]) -> None:
    """Put the columns in place of the terms they are made of; `empty` marks the brokers without a group."""
    three, alike, first, last, pairs = (terms[:, i] for i in range(5))
    pairs -= alike + first + last - 2 * three
    for term in (alike, first, last):
        term -= three
    if kinds.between is not None:
        terms[:, :2] = 0.0  # the ends are in one group
    if kinds.scale > 1:
        terms[:, :5] /= float(kinds.scale) ** 3
    terms[:, 5] = np.where(empty, pairs, 0.0)  # without shares of the broker, P - S is all that is left of the terms
    terms[:, 6] -= terms[:, 5]
    terms[:, :5] *= ~empty[:, None]


@kernel
def _tally(
    after_start: Indices,
    after_item: Indices,
    before_start: Indices,
    before_item: Indices,
    deals: Indices,
    start: Indices,
    group: Indices,
    share: Floats,
    end_share: Floats,
    scale: int,
    groups: int,
    terms: Floats,
) -> None:
    """Add the terms of all pairs of two different contacts, i before and j after each node."""
    own, tally = np.zeros(groups), np.zeros(groups)
    met = np.full(deals.shape[1], -1, dtype=np.int64)
    for d in range(deals.shape[0]):
        met[:] = -1
        for k in range(deals.shape[1]):
            kind = deals[d, k]
            for a in range(start[kind], start[kind + 1]):
                own[group[a]] = share[a]
            pairs = alike = first = last = three = ending = last_own = 0.0
            placed_after = placed = mutual = 0
            for t in range(after_start[k], after_start[k + 1]):
                met[after_item[t]] = k
                other = deals[d, after_item[t]]
                placed_after += start[other + 1] > start[other]
                for a in range(start[other], start[other + 1]):
                    tally[group[a]] += end_share[a]
                    ending += end_share[a]
                    last_own += own[group[a]] * end_share[a]
            for t in range(before_start[k], before_start[k + 1]):
                other = deals[d, before_item[t]]
                same = met[before_item[t]] == k
                mutual += same
                if start[other + 1] > start[other]:
                    placed += placed_after - same
                mass = mass_own = 0.0
                for a in range(start[other], start[other + 1]):
                    g, x = group[a], end_share[a]
                    mass += x
                    mass_own += own[g] * x
                    among = tally[g] - x if same else tally[g]  # the node itself is no other end
                    alike += x * among
                    three += own[g] * x * among
                pairs += mass * (ending - mass if same else ending)
                first += mass_own * (ending - mass if same else ending)
                last += mass * (last_own - mass_own if same else last_own)
            terms[d, 4, k] = pairs * scale
            terms[d, 1, k] = alike * scale
            terms[d, 2, k] = first
            terms[d, 3, k] = last
            terms[d, 0, k] = three
            if start[kind + 1] == start[kind]:
                placed = 0
            contacts = float(after_start[k + 1] - after_start[k]), float(before_start[k + 1] - before_start[k])
            terms[d, 6, k] = contacts[0] * contacts[1] - mutual - placed
            for a in range(start[kind], start[kind + 1]):
                own[group[a]] = 0.0
            for t in range(after_start[k], after_start[k + 1]):
                other = deals[d, after_item[t]]
                for a in range(start[other], start[other + 1]):
                    tally[group[a]] = 0.0


@kernel
def _close(
    corners: Indices,
    ties: Indices,
    closed: Indices,
    deals: Indices,
    start: Indices,
    group: Indices,
    share: Floats,
    end_share: Floats,
    scale: int,
    terms: Floats,
) -> None:
    """Take off the terms of the pairs that a tie joins: i → k → j with i → j, up to six in a triangle."""
    for d in range(deals.shape[0]):
        for t in range(ties.shape[0]):
            for c in range(6):
                if ties[t] & closed[c, 3] != closed[c, 3]:
                    continue
                k = corners[t, closed[c, 1]]
                before, own, after = deals[d, corners[t, closed[c, 0]]], deals[d, k], deals[d, corners[t, closed[c, 2]]]
                known = start[before] < start[before + 1] and start[after] < start[after + 1]
                if not known or start[own] == start[own + 1]:
                    terms[d, 6, k] -= 1
                if not known:
                    continue
                first = last = alike = three = mass = ending = 0.0
                for b in range(start[after], start[after + 1]):
                    ending += end_share[b]
                    for o in range(start[own], start[own + 1]):
                        if group[b] == group[o]:
                            last += share[o] * end_share[b]
                for a in range(start[before], start[before + 1]):
                    mass += end_share[a]
                    mine = 0.0
                    for o in range(start[own], start[own + 1]):
                        if group[a] == group[o]:
                            mine = share[o]
                    first += mine * end_share[a]
                    for b in range(start[after], start[after + 1]):
                        if group[a] == group[b]:
                            alike += end_share[a] * end_share[b]
                            three += mine * end_share[a] * end_share[b]
                terms[d, 4, k] -= mass * ending * scale
                terms[d, 1, k] -= alike * scale
                terms[d, 2, k] -= first * ending
                terms[d, 3, k] -= last * mass
                terms[d, 0, k] -= three
