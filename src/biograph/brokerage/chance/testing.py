"""Every node's, group's and the whole network's brokerage tested against one null model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from biograph.brokerage.arrays import Adjacency, Floats, Ints
from biograph.brokerage.chance import measures
from biograph.brokerage.chance.comparing import Chance, compare
from biograph.brokerage.chance.labels import Labels
from biograph.brokerage.chance.rewiring import Rewired
from biograph.brokerage.kinds import Kinds
from biograph.brokerage.roles import Groups, Node

NULLS = ("labels", "degrees", "mixing")

_BETWEENNESS = 1e10  # the most steps of betweenness, some ten seconds; what a draw takes is said by its null model
_FEWEST = 100  # draws and the observed network: below that no p is as small as 0.01


@dataclass(frozen=True)
class AgainstChance:
    """What one null model says: node, group, or nothing more, to measure to Chance.

    The measures are `chance.MEASURES`; groups and the whole have the counts alone. `nodes` holds those that could
    broker at all, see `by_chance`. `draws` were made; `betweenness_draws` of them had betweenness worked out, which
    takes long in large networks: fewer, or 0 where it was left out. Where ties are swapped, `proposals` lie between two
    draws, of which `acceptance` (0 to 1) were made; None where the ties stay.
    """

    null: str
    draws: int
    betweenness_draws: int
    proposals: int | None
    acceptance: float | None
    nodes: Mapping[Node, Mapping[str, Chance]]
    groups: Mapping[str, Mapping[str, Chance]]
    overall: Mapping[str, Chance]


def by_chance(
    graph: nx.Graph,
    groups: Groups,
    *,
    null: str,
    between: frozenset[str] | None = None,
    draws: int = 999,
    seed: int = 0,
) -> AgainstChance:
    """Role counts and betweenness between groups against `draws` draws from a null model of `NULLS`.

    Nodes are tested that can have a two-path in some draw: two ties or more, with directions one in and one out among
    them. These are one family for each measure, and `Chance.p_adjusted` is corrected within it: if the null model holds
    for all of them, the chance that any has a p_adjusted of 0.05 or less is at most 0.05. Measures, null models, groups
    and the whole are not corrected for each other. A group's count is that of its nodes by their shares in it.

    Same seed, same result. Raises ValueError for another null model, or less than one draw.

    >>> graph = nx.star_graph(4)
    >>> found = by_chance(graph, {0: ("KR",), 1: ("KR",), 2: ("KR",), 3: ("US",), 4: ("US",)}, null="labels", draws=99)
    >>> found.nodes[0]["across"].observed, found.nodes[0]["total"].sd
    (8.0, None)
    """
    if null not in NULLS or draws < 1:
        raise ValueError(f"{draws} draws from {null!r}: the null models are {', '.join(NULLS)}, with 1 draw or more")
    adjacency = Adjacency.of(graph)
    kinds = Kinds.of_nodes(adjacency.nodes, groups, between)
    tested = _tested(adjacency)
    model = (
        Labels(adjacency, kinds, tested, draws, seed)
        if null == "labels"
        else Rewired(adjacency, kinds, tested, draws, seed, keep_mixing=null == "mixing")
    )
    observed = measures.counted(adjacency, kinds, kinds.of[None], tested, times=1)[0]
    counts = compare(observed, model.counts, draws, len(tested))
    every = _every(model.betweenness_steps * draws, draws)
    paths = _betweenness(adjacency, kinds, model, every) if every else []
    nodes = [adjacency.nodes[i] for i in tested]
    return AgainstChance(
        null=null,
        draws=draws,
        betweenness_draws=(draws + 1) // every - 1 if every else 0,
        proposals=model.proposals,
        acceptance=model.acceptance,
        nodes=_named(nodes, [of[: len(nodes)] for of in counts] + paths),
        groups=_named(kinds.groups, [of[len(nodes) : -1] for of in counts]),
        overall={name: of[-1] for name, of in zip(measures.COUNTED, counts, strict=True)},
    )


def _tested(adjacency: Adjacency) -> Ints:
    after, before = np.diff(adjacency.after.start), np.diff(adjacency.before.start)
    return np.flatnonzero((after > 0) & (before > 0) & (after + before > 2 - adjacency.directed))


def _every(steps: int, draws: int) -> int:
    """Of how many draws one has betweenness worked out, 0 for none.

    It divides draws + 1, so that the observed network is one of equally many among those chosen (see `rewiring`).
    """
    for every in range(1, (draws + 1) // min(_FEWEST, draws + 1) + 1):
        if (draws + 1) % every == 0 and steps / every <= _BETWEENNESS:
            return every
    return 0


def _betweenness(adjacency: Adjacency, kinds: Kinds, model: Labels | Rewired, every: int) -> list[list[Chance]]:
    weight = measures.pair_weights(kinds)
    observed: Floats = measures.betweenness(adjacency, kinds.of[None], weight, model.nodes)[0]
    return compare(observed, lambda: model.betweenness(weight, every), (model.draws + 1) // every - 1, len(model.nodes))


def _named(keys: Sequence[Node], columns: Sequence[Sequence[Chance]]) -> dict[Node, dict[str, Chance]]:
    """Key to measure to Chance; betweenness is the last column where there is one."""
    return {
        key: dict(zip(measures.MEASURES, row, strict=False))
        for key, row in zip(keys, zip(*columns, strict=True), strict=True)
    }
