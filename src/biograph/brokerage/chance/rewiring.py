"""The null models in which every node keeps its groups and its number of ties, and the ties are drawn anew.

Two ties a - b and c - d, chosen at random, become a - d and c - b, unless that makes a loop or a tie that is there.
Each such swap is as likely as the one back, so a chain of them has the uniform distribution over the graphs it can
reach. A refused proposal leaves the graph as it is, and counts. For `mixing` the second tie is chosen among those that
end in the same kind of node as the first, one of two ends at random: just these swaps leave the ties between kinds as
they are.

How long a chain takes to forget its start is not known for most graphs. So it is not asked to: the observed graph is
given a random place among draws + 1 states of one chain, which is run from it both ways (it looks the same run
backwards). If the observed graph is itself one that the null model may give, all places are equally likely for it, and
p is valid however slowly the chain moves: the serial method of Besag, J. and Clifford, P. (1989), Generalized Monte
Carlo significance tests, Biometrika 76(4), 633-642. Successive states resemble each other where few proposals are
accepted; `expected` and `sd` are then less exact than the number of draws suggests, and p larger than it need be.

Swaps reach every undirected graph of the same degrees (Taylor 1981). With directions, or with mixing kept, some graphs
may be out of reach (a cycle of three in the other direction); p then compares with those in reach, and remains valid.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from biograph.brokerage.arrays import Adjacency, Floats, Ints, Rows
from biograph.brokerage.chance import measures
from biograph.brokerage.chance.ahead import ahead
from biograph.brokerage.compiled import kernel
from biograph.brokerage.counting import Indices
from biograph.brokerage.kinds import Kinds

_MANY = 10_000  # ties; from here on the swaps take longer than what is counted


@dataclass
class Rewired:
    """Draws of ties for the figures of `nodes`: states of one chain, `proposals` swaps apart.

    `acceptance` is the share of proposals that were made so far.
    """

    adjacency: Adjacency
    kinds: Kinds
    nodes: Ints
    draws: int
    seed: int
    keep_mixing: bool

    accepted = 0
    proposed = 0

    @property
    def proposals(self) -> int:
        """Between two states: as many as there are ties, or half of many, so that each is chosen twice, or once."""
        ties = len(self.adjacency.ties)
        return ties if ties < _MANY else ties // 2

    @property
    def betweenness_steps(self) -> int:
        """In a draw, of about a nanosecond: 8 for each tie in each search, and some 50,000 to begin one."""
        searched = int((np.diff(self.adjacency.after.start) > 0).sum())
        return 8 * searched * (len(self.adjacency.after.item) + 6000)

    @property
    def acceptance(self) -> float:
        """The share of proposals that were made, 0 where there were none."""
        return self.accepted / self.proposed if self.proposed else 0.0

    def counts(self) -> Iterator[Floats]:
        """Blocks of draws × `measures.COUNTED` × figures."""
        deal = self.kinds.of[None]

        def count(state: tuple[int, Adjacency]) -> Floats:
            return measures.counted(state[1], self.kinds, deal, self.nodes, times=self.draws)

        return ahead(count, self.states())

    def betweenness(self, weight: Floats, every: int) -> Iterator[Floats]:
        """Blocks of draws × 1 × nodes, for each `every`-th state from the observed one on."""
        deal = self.kinds.of[None]
        for distance, state in self.states():
            if distance % every == 0:
                yield measures.betweenness(state, deal, weight, self.nodes, times=self.draws // every)

    def states(self) -> Iterator[tuple[int, Adjacency]]:
        """The other states of the chain, and how many states each is from the observed one, one way or the other."""
        place = int(np.random.default_rng((self.seed, 2)).integers(self.draws + 1))
        for way, length in enumerate((place, self.draws - place)):
            chain = _Chain.of(self.adjacency, self.kinds, self.keep_mixing)
            generator = np.random.default_rng((self.seed, way))
            for distance in range(1, length + 1):
                self.accepted += chain.run(self.proposals, generator, self.draws)
                self.proposed += self.proposals
                yield distance, chain.adjacency()


@dataclass
class _Chain:
    """A graph that swaps change.

    Position p of `item` holds one end of a tie, in the row of its other end `owner[p]`; a tie stands in two rows. With
    directions, row v holds what comes after v, as n + w, and row n + w what comes before w, as v; so all swaps are of
    one sort. Tie t has the positions `place[2t]` and `place[2t + 1]`. `pool` gives each of these the class among which
    its partner is chosen: the members of class c are `member[pool_start[c]:pool_start[c + 1]]`. No swap changes them.
    """

    graph: Adjacency
    row_start: Indices
    owner: Indices
    item: Indices
    place: Indices
    pool: Indices
    pool_start: Indices
    member: Indices

    @classmethod
    def of(cls, graph: Adjacency, kinds: Kinds, keep_mixing: bool) -> _Chain:
        """A chain that stands at a graph."""
        n, size = len(graph.nodes), len(graph.after.item)
        start, item = graph.after.start, graph.after.item.copy()
        if graph.directed:
            start = np.concatenate([start[:-1], size + graph.before.start])
            item = np.concatenate([item + n, graph.before.item])
        owner = np.repeat(np.arange(len(start) - 1), np.diff(start))
        place = np.empty(len(item), dtype=np.int64)
        place[0::2], place[1::2] = np.flatnonzero(owner < item), np.flatnonzero(owner > item)
        place[1::2] = place[1::2][np.lexsort((owner[place[1::2]], item[place[1::2]]))]
        pool = kinds.of[item[place] % n] if keep_mixing else np.zeros(len(place), dtype=np.int64)
        if graph.directed:
            pool = 2 * pool + np.arange(len(place)) % 2
        member = np.argsort(pool, kind="stable")
        pool_start = np.concatenate([[0], np.cumsum(np.bincount(pool))])
        return cls(graph, *(of.astype(np.uint32) for of in (start, owner, item, place, pool, pool_start, member)))

    def run(self, proposals: int, generator: np.random.Generator, times: int) -> int:
        """Propose so many swaps; how many were made. `times`: how often the caller means to do this."""
        first = generator.integers(max(1, len(self.place)), size=proposals, dtype=np.uint32)
        second = generator.random(proposals)
        nodes = len(self.graph.nodes)
        pools = (self.pool, self.pool_start, self.member)
        steps = 10 * proposals * times
        return int(_swap(self.row_start, self.owner, self.item, self.place, *pools, nodes, first, second, steps=steps))

    def adjacency(self) -> Adjacency:
        """The graph as it stands, the items of a row in no order: who counts does not mind, and sorting takes long."""
        graph, n, size = self.graph, len(self.graph.nodes), len(self.graph.after.item)
        item = self.item.astype(np.int64)
        if not graph.directed:
            rows = Rows(graph.after.start, item)
            return Adjacency(graph.nodes, rows, rows, False)
        before = Rows(graph.before.start, item[size:])
        return Adjacency(graph.nodes, Rows(graph.after.start, item[:size] - n), before, True)


@kernel
def _swap(
    row_start: Ints,
    owner: Ints,
    item: Ints,
    place: Ints,
    pool: Ints,
    pool_start: Ints,
    member: Ints,
    nodes: int,
    first: Indices,
    second: Floats,
) -> int:
    """Propose a swap for each pair of random numbers: a position, and a place in its pool from 0 to 1."""
    made = 0
    for p in range(len(first)):
        one = first[p]
        begin, end = pool_start[pool[one]], pool_start[pool[one] + 1]
        two = member[begin + int(second[p] * (end - begin))]
        ab, cd = place[one], place[two]
        a, b, c, d = owner[ab], item[ab], owner[cd], item[cd]
        possible = one >> 1 != two >> 1 and a != d and c != b
        possible = possible and a + nodes != d and d + nodes != a and c + nodes != b and b + nodes != c
        for x, y in ((a, d), (c, b)):
            if not possible:
                break
            if row_start[x + 1] - row_start[x] > row_start[y + 1] - row_start[y]:
                x, y = y, x  # look in the shorter row
            for t in range(row_start[x], row_start[x + 1]):
                if item[t] == y:
                    possible = False
                    break
        if possible:
            ba, dc = place[one ^ 1], place[two ^ 1]
            item[ab], item[cd], item[ba], item[dc] = d, b, c, a
            place[one ^ 1], place[two ^ 1] = dc, ba
            made += 1
    return made
