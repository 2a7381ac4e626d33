"""When a network is too small to say who is a broker, and what may be said when it is not.

A body brokers more than chance when one and the same measure, its two-paths between groups or its betweenness between
groups, exceeds every null model that was drawn from. The p of that is the largest over the null models, each already
adjusted for all bodies tested, and doubled because two measures were looked at; of the two measures the smaller counts.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

import networkx as nx

from biograph import network
from biograph.brokerage import Chance, Groups, Roles
from biograph.model import Corpus

LEVEL = 0.05
FEWEST_DOCUMENTS = 2  # with one, "would it still be so without that article?" has no answer
FEWEST_DEALS = round(1 / LEVEL)  # ways to deal out the groups: with fewer, every outcome has p > LEVEL
DECISIVE = ("across", "group_betweenness")  # the measures whose excess makes a broker


class Verdict(StrEnum):
    """What may be said of a row."""

    TOO_SMALL = "too small to say"
    NONE = "no path between groups"
    UNTESTED = "not tested"
    EXPECTED = "no more than chance"
    MIXED = "more than some null models"
    MORE = "more than chance"


class Reason(StrEnum):
    """Why nothing can be said."""

    NO_TIES = "nothing is tied"
    ONE_DOCUMENT = "a single document"
    ONE_GROUP = "fewer than two groups"
    FEW_PLACED = "too few nodes with a group"
    UNPLACED = "groups of the contacts unknown"
    RIGID = "no other network is like it"
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
    roles: Roles, betweenness: float, tests: Mapping[str, Mapping[str, Chance]], reasons: Sequence[Reason]
) -> tuple[Verdict, tuple[Reason, ...]]:
    """The verdict on one node, and why nothing can be said.

    `betweenness` is that between groups, `tests` what each null model says of the node (see `brokerage.by_chance`),
    `reasons` are those of its network.
    """
    if reasons and reasons != [Reason.DERIVED]:
        return Verdict.TOO_SMALL, tuple(reasons)
    if not roles.across and not betweenness:
        return (Verdict.TOO_SMALL, (Reason.UNPLACED,)) if roles.unplaced else (Verdict.NONE, ())
    if not tests:
        return Verdict.UNTESTED, tuple(reasons)
    if (p := decisive_p(tests)) is None:
        return Verdict.TOO_SMALL, (Reason.RIGID,)
    if p <= LEVEL:
        return Verdict.MORE, ()
    some = min(p for of_measure in _adjusted(tests).values() for p in of_measure)
    return (Verdict.MIXED if _for_two(some) <= LEVEL else Verdict.EXPECTED), ()


def decisive_p(tests: Mapping[str, Mapping[str, Chance]]) -> float | None:
    """The p on which the verdict rests; None where no null model can vary what the node has.

    >>> def chance(p): return Chance(expected=1, sd=1, z=1, p=p, p_adjusted=p, draws=99)
    >>> decisive_p({"labels": {"across": chance(0.01)}, "degrees": {"across": chance(0.02)}})
    0.04
    """
    adjusted = _adjusted(tests)
    return min((_for_two(max(found)) for found in adjusted.values()), default=None)


def _adjusted(tests: Mapping[str, Mapping[str, Chance]]) -> dict[str, list[float]]:
    """Each decisive measure's adjusted p under the null models that can vary it."""
    found = {
        measure: [
            chance.p_adjusted
            for of_null in tests.values()
            if (chance := of_null.get(measure)) and chance.z is not None and chance.p_adjusted is not None
        ]
        for measure in DECISIVE
    }
    return {measure: values for measure, values in found.items() if values}


def _for_two(p: float) -> float:
    """Bonferroni's correction for the two decisive measures."""
    return min(1.0, len(DECISIVE) * p)


def _deals(hand: Sequence[tuple[str, ...]]) -> int:
    """In how many ways the groups can be dealt out among the nodes: n! / (n_1! n_2! …)."""
    if len(hand) > 2 * FEWEST_DEALS and len(set(hand)) > 1:
        return len(hand)  # at least that many, and the factorials grow large
    return math.factorial(len(hand)) // math.prod(map(math.factorial, Counter(hand).values()))
