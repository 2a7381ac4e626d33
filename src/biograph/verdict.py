"""When a network is too small to say who is a broker, and what may be said when it is not.

A body brokers more than chance when it has more two-paths between groups than the strictest null model drawn from
leads one to expect, corrected for all bodies tested, or for those alone that texts call a bridge if it is one of them.
With the mixing of the groups kept, that is: as many ties as it has, in a network where as many ties cross, seldom make
so many paths. The other null models answer other questions. Where groups keep to themselves, nearly everybody lies on
more shortest paths between them than with labels or ties shuffled, brokers or not (docs/brokerage.md has the figures),
so no verdict rests on that.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

import networkx as nx

from biograph import network
from biograph.brokerage import Chance, Groups, Roles
from biograph.model import Corpus

LEVEL = 0.05
FEWEST_DOCUMENTS = 2  # with one, "would it still be so without that article?" has no answer
FEWEST_DEALS = round(1 / LEVEL)  # ways to deal out the groups: with fewer, every outcome has p > LEVEL
STRICTEST = ("mixing", "degrees", "labels")  # the first of these that was drawn from decides


class Verdict(StrEnum):
    """What may be said of a row."""

    TOO_SMALL = "too small to say"
    NONE = "no path between groups"
    UNTESTED = "not tested"
    EXPECTED = "no more than chance"
    MORE = "more than chance"


class Reason(StrEnum):
    """Why nothing can be said."""

    NO_TIES = "nothing is tied"
    ONE_DOCUMENT = "a single document"
    ONE_GROUP = "fewer than two groups"
    FEW_PLACED = "too few nodes with a group"
    UNPLACED = "groups of the contacts unknown"
    RIGID = "no other network is like it"
    COMMON = "no count would be rare"
    DERIVED = "the groups come from the ties themselves"


def smallness(corpus: Corpus, graph: nx.Graph, groups: Groups, ends: frozenset[str] | None = None) -> list[Reason]:
    """Why no node of this network can be judged; empty where it can.

    Groups count where a tied node is in them. `ends` are groups that must be there.
    """
    tied = [groups[node] for node in graph if graph.degree(node) and groups.get(node)]
    there = {group for of_node in tied for group in of_node}
    reasons = []
    if not graph.number_of_edges():
        reasons.append(Reason.NO_TIES)
    if len(network.documents(corpus, corpus.statements)) < FEWEST_DOCUMENTS:
        reasons.append(Reason.ONE_DOCUMENT)
    if len(there) < 2 or (ends and not ends <= there):
        reasons.append(Reason.ONE_GROUP)
    elif _deals(tied) < FEWEST_DEALS:
        reasons.append(Reason.FEW_PLACED)
    return reasons


def judge(
    roles: Roles,
    betweenness: float,
    tests: Mapping[str, Mapping[str, Chance]],
    p: float | None,
    reasons: Sequence[Reason],
) -> tuple[Verdict, tuple[Reason, ...]]:
    """The verdict on one node, and why nothing can be said.

    `betweenness` is that between groups, `tests` what each null model says of the node (see `brokerage.by_chance`), `p`
    its `decisive_p`, `reasons` are those of its network.
    """
    if reasons and reasons != [Reason.DERIVED]:
        return Verdict.TOO_SMALL, tuple(reasons)
    if not roles.across and roles.unplaced:
        return Verdict.TOO_SMALL, (Reason.UNPLACED,)
    if not roles.across and not betweenness:
        return Verdict.NONE, ()
    if not tests:
        return Verdict.UNTESTED, tuple(reasons)
    chance = _decisive(tests)
    if chance is None or p is None:
        return Verdict.TOO_SMALL, (Reason.RIGID,)
    if chance.p_least > LEVEL:
        return Verdict.TOO_SMALL, (Reason.COMMON,)
    return (Verdict.MORE if p <= LEVEL else Verdict.EXPECTED), ()


def decisive_null(nulls: Collection[str]) -> str | None:
    """The strictest of some null models; None of none."""
    return next((null for null in STRICTEST if null in nulls), None)


def decisive_p(tests: Mapping[str, Mapping[str, Chance]], claimed: int = 0) -> float | None:
    """The p on which the verdict rests; None where nothing was tested, or the null model leaves no room to differ.

    `claimed` is how many bodies texts claim to be bridges, if this is one of them, else 0. Texts, not the network, have
    picked these for the question, so they are corrected for each other alone, by Bonferroni.

    >>> found = Chance(observed=6, expected=1, sd=2, z=2.5, p=0.01, p_low=1, p_least=0.01, p_adjusted=0.03, draws=99)
    >>> decisive_p({"labels": {}, "mixing": {"across": found}})
    0.03
    >>> decisive_p({"mixing": {"across": found}}, claimed=2)
    0.02
    """
    chance = _decisive(tests)
    if chance is None or chance.p_adjusted is None:
        return None
    return min(chance.p_adjusted, claimed * chance.p) if claimed else chance.p_adjusted


def _decisive(tests: Mapping[str, Mapping[str, Chance]]) -> Chance | None:
    """What the strictest null model says of the two-paths between groups; None where it can say nothing."""
    chance = tests.get(decisive_null(tests) or "", {}).get("across")
    return chance if chance and chance.z is not None else None


def _deals(hand: Sequence[tuple[str, ...]]) -> int:
    """In how many ways the groups can be dealt out among the nodes: n! / (n_1! n_2! …)."""
    if len(hand) > 2 * FEWEST_DEALS and len(set(hand)) > 1:
        return len(hand)  # at least that many, and the factorials grow large
    return math.factorial(len(hand)) // math.prod(map(math.factorial, Counter(hand).values()))
