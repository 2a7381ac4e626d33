"""Pairs of ends, worked out from masses, against counting them one by one."""

from itertools import permutations

import numpy as np
import pytest

from biograph.brokerage.arrays import Membership
from biograph.brokerage.pairs import group_pairs, pair_weight, pairs_without

KINDS = [("a",), ("b",), ("a", "b"), ("a", "b", "c"), ()]


@pytest.mark.parametrize("between", [None, frozenset({"a", "b"})])
def test_the_weight_of_a_pair_is_the_share_of_its_readings(between: frozenset[str] | None) -> None:
    assert pair_weight(("a",), ("b",), between) == 1
    assert pair_weight(("a",), ("a",), between) == 0
    assert pair_weight(("a",), (), between) == 0
    assert pair_weight(("a", "b"), ("a", "b"), between) == 1 / 2
    assert pair_weight(("a", "c"), ("b", "d"), between) == (1 if between is None else 1 / 4)


def test_pairs_of_draws_are_counted_without_the_node() -> None:
    generator = np.random.default_rng(2)
    kinds, weight = generator.integers(0, 3, (6, 4)), generator.random((3, 3))  # not symmetric
    found = group_pairs(kinds, weight)
    for node in range(6):
        for draw in range(4):
            others = [kind for other, kind in enumerate(kinds[:, draw]) if other != node]
            assert found[node, draw] == pytest.approx(sum(weight[pair] for pair in permutations(others, 2)))


def test_what_rounding_leaves_of_no_pair_is_none() -> None:
    """Thirds do not add up to the last digit; each of these nodes leaves no pair of ends in different groups."""
    membership = Membership.of(range(3), {0: ("a", "b", "c"), 1: ("a",), 2: ("a",)})
    found = pairs_without(membership, np.ones(3, dtype=bool))
    assert found[0].tolist() == pytest.approx([2, 0, 2, 0])
    assert found[0, [1, 3]].tolist() == [0.0, 0.0]
    assert (found[1:] > 0).all()
    weight = np.array([[pair_weight(one, other) for other in KINDS] for one in KINDS])
    assert group_pairs(np.array([[3], [0], [0]]), weight)[0].tolist() == [0.0]
    two = pairs_without(Membership.of(range(2), {0: ("a",), 1: ("a", "b", "c")}), np.ones(3, dtype=bool))
    assert two.tolist() == [[0.0] * 4] * 2
