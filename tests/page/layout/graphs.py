"""Graphs to draw: names of nodes, their ties, and the box that each has here."""

from __future__ import annotations

import itertools
import random

BOX = (80.0, 50.0)
SMALL = (34.0, 34.0)

Ties = list[tuple[str, str]]


def clique(prefix: str, size: int) -> Ties:
    return list(itertools.combinations([f"{prefix}{n:02d}" for n in range(size)], 2))


def star(hub: str, leaves: int) -> Ties:
    return [(hub, f"{hub}-{n:03d}") for n in range(leaves)]


def planted(communities: int, size: int, seed: int = 0) -> Ties:
    """Communities "00", "01", … of nodes "00-000", …: new nodes follow hubs in their own, and some in another."""
    chance = random.Random(seed)
    ties = set()
    for community in range(communities):
        ends = [f"{community:02d}-000"]
        for n in range(1, size):
            node = f"{community:02d}-{n:03d}"
            for other in sorted({chance.choice(ends) for _ in range(chance.choice((1, 1, 2, 4)))}):
                ties.add((other, node))
                ends += [other, node]
            if chance.random() < 0.1:
                ties.add((node, f"{chance.randrange(communities):02d}-{chance.randrange(size):03d}"))
    return sorted(tie for tie in ties if tie[0] != tie[1])


def nodes(ties: Ties) -> list[str]:
    return sorted({node for tie in ties for node in tie})
