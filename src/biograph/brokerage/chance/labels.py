"""The null model in which the ties stay and the groups are dealt out anew among the nodes that have any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from biograph.brokerage.arrays import Adjacency, Floats, Ints
from biograph.brokerage.chance import measures
from biograph.brokerage.chance.ahead import ahead
from biograph.brokerage.kinds import Kinds

_BLOCK = 1 << 20  # numbers in a block of draws, 8 MB


@dataclass(frozen=True)
class Labels:
    """Draws of groups for the figures of `nodes`; independent of each other, every deal equally likely."""

    adjacency: Adjacency
    kinds: Kinds
    nodes: Ints
    draws: int
    seed: int

    acceptance = None  # nothing is proposed that could be refused
    proposals = None

    @property
    def betweenness_steps(self) -> int:
        """In a draw, of about a nanosecond: one search serves many draws."""
        return len(self.adjacency.nodes) * len(self.adjacency.after.item)

    def counts(self) -> Iterator[Floats]:
        """Blocks of draws × `measures.COUNTED` × figures."""

        def block(deals: Ints) -> Floats:
            return measures.counted(self.adjacency, self.kinds, deals, self.nodes, times=-(-self.draws // len(deals)))

        return ahead(block, self._deals())

    def betweenness(self, weight: Floats, every: int) -> Iterator[Floats]:
        """Blocks of draws × 1 × nodes, for each `every`-th draw."""
        begin = 0
        for deals in self._deals():
            chosen = deals[(-begin - 1) % every :: every]
            begin += len(deals)
            if len(chosen):
                yield measures.betweenness(self.adjacency, chosen, weight, self.nodes)

    def _deals(self) -> Iterator[Ints]:
        """Blocks of draws × nodes: the kind of each node. Each block has a generator of its own."""
        size = max(1, _BLOCK // (6 * max(1, len(self.kinds.of))))
        placed = self.kinds.placed
        for begin in range(0, self.draws, size):
            count = min(size, self.draws - begin)
            deals = np.tile(self.kinds.of, (count, 1))
            deals[:, placed] = np.random.default_rng((self.seed, begin)).permuted(deals[:, placed], axis=1)
            yield deals
