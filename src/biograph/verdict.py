"""When a network is too small to say who is a broker, and what may be said when it is not."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

import networkx as nx

from biograph import network
from biograph.brokerage import Chance, Groups, Roles
from biograph.model import Corpus

LEVEL = 0.05
FEWEST_DOCUMENTS = 2  # with one, "would it still be so without that article?" has no answer
FEWEST_DEALS = round(1 / LEVEL)  # ways to deal out the groups: with fewer, every outcome has p > LEVEL


class Verdict(StrEnum):
    """What may be said of a row."""

    TOO_SMALL = "too small to say"
    NONE = "no path between groups"
    EXPECTED = "no more than chance"
    MORE = "more than chance"


class Reason(StrEnum):
    """Why nothing can be said."""

    NO_TIES = "nothing is tied"
    ONE_DOCUMENT = "a single document"
    ONE_GROUP = "fewer than two groups"
    FEW_PLACED = "too few nodes with a group"
    UNPLACED = "groups of the contacts unknown"


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


def judge(roles: Roles, chance: Chance | None, reasons: Sequence[Reason]) -> tuple[Verdict, tuple[Reason, ...]]:
    """The verdict on one node, and why nothing can be said; `reasons` are those of its network."""
    if reasons:
        return Verdict.TOO_SMALL, tuple(reasons)
    if not roles.across:
        return (Verdict.TOO_SMALL, (Reason.UNPLACED,)) if roles.unplaced else (Verdict.NONE, ())
    return (Verdict.MORE if chance and chance.p <= LEVEL else Verdict.EXPECTED), ()


def _deals(hand: Sequence[tuple[str, ...]]) -> int:
    """In how many ways the groups can be dealt out among the nodes: n! / (n_1! n_2! …)."""
    if len(hand) > 2 * FEWEST_DEALS and len(set(hand)) > 1:
        return len(hand)  # at least that many, and the factorials grow large
    return math.factorial(len(hand)) // math.prod(map(math.factorial, Counter(hand).values()))
