"""The kinds of nodes of a graph: what nodes have in common that are in the same groups."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from biograph.brokerage.arrays import Floats, Ints, Rows


@dataclass(frozen=True)
class Kinds:
    """The distinct sets of groups that nodes have: `of` gives the kind of each node, `rows` the groups of each kind.

    A kind's share in each of its groups is `share`, a whole number out of `scale`; `end_share` is the same where the
    group counts as the end of a path, else 0. `names` and `groups` give kinds and groups by index, in order of name.
    """

    names: tuple[tuple[str, ...], ...]
    groups: tuple[str, ...]
    of: Ints
    rows: Rows
    share: Floats
    end_share: Floats
    scale: int
    between: frozenset[str] | None

    @classmethod
    def of_nodes(
        cls, nodes: Sequence[Any], groups: Mapping[Any, tuple[str, ...]], between: frozenset[str] | None = None
    ) -> Kinds:
        """The kinds of nodes in the order given; those without a group are of the empty kind."""
        sets = [tuple(sorted(set(groups.get(node, ())))) for node in nodes]
        names = tuple(sorted(set(sets)))
        every = tuple(sorted({group for name in names for group in name}))
        place, kind = {group: i for i, group in enumerate(every)}, {name: i for i, name in enumerate(names)}
        sizes = np.array([len(name) for name in names], dtype=np.int64)
        items = np.array([place[group] for name in names for group in name], dtype=np.int64)
        scale = math.lcm(*(len(name) for name in names if name))
        share = np.repeat(scale // np.maximum(sizes, 1), sizes).astype(float)
        counted = np.array([between is None or group in between for group in every], dtype=float)
        of = np.array([kind[name] for name in sets], dtype=np.int64)
        rows = Rows(np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64), items)
        return cls(names, every, of, rows, share, share * counted[items], scale, between)

    @property
    def placed(self) -> Ints:
        """The indices of the nodes that have a group."""
        return np.flatnonzero(np.diff(self.rows.start)[self.of])
