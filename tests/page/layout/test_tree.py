"""A column is divided into communities, and what is tied to nothing in it is gathered."""

from __future__ import annotations

import numpy as np
import pytest

from biograph.page.layout import tree
from biograph.page.layout.net import Net
from biograph.page.layout.tree import Branch

from .graphs import Ties, clique, nodes, planted, star


def divided(ties: Ties, alone: int = 0) -> tuple[list[str], list[list[Branch]]]:
    """Names and branches; what begins with "x" is in another column; those alone have no tie."""
    names = sorted([*nodes(ties), *(f"~{n:04d}" for n in range(alone))])
    at = {name: n for n, name in enumerate(names)}
    edges = np.array([(at[a], at[b]) for a, b in ties], dtype=np.intp).reshape(-1, 2)
    columns = np.array([int(name.startswith("x")) for name in names])
    net = Net(np.ones((len(names), 2)), edges, np.arange(len(names)))
    return names, tree.branches(net, columns, int(columns.max()) + 1)


def leaves(branch: Branch) -> list[Branch]:
    return [leaf for child in branch.children for leaf in leaves(child)] if branch.children else [branch]


def test_a_small_column_is_one_cluster() -> None:
    _, (own, other) = divided([*planted(2, 30), *clique("x", 3)])
    assert [len(branch.members) for branch in own] == [60]
    assert [len(branch.members) for branch in other] == [3]


def test_a_large_column_is_divided_and_nobody_is_lost() -> None:
    names, (own,) = divided(planted(30, 60))
    assert 10 < len(own) <= tree.TOP
    for branch in own:
        assert sorted(np.concatenate([leaf.members for leaf in leaves(branch)])) == sorted(branch.members)
        assert all(len(leaf.members) <= tree.LEAF for leaf in leaves(branch))
    assert sorted(np.concatenate([branch.members for branch in own])) == list(range(len(names)))


def test_a_large_community_is_divided_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "TOP", 3)
    _, (own,) = divided(planted(24, 40))
    assert len(own) == 3
    assert [1 < len(branch.children) <= tree.CHILDREN for branch in own] == [True] * 3


def test_what_is_tied_to_nothing_is_gathered() -> None:
    names, (own,) = divided([*planted(8, 40), *((f"pair{n}a", f"pair{n}b") for n in range(20))], alone=30)
    rest = own[-1]
    assert {names[n][:4] for n in rest.members if names[n][0] in "p~"} >= {"pair"}
    assert {names[n][0] for n in rest.members} == {"p", "~"}
    assert len(rest.members) == 70


def test_where_ties_tell_nothing_parts_are_even() -> None:
    for ties, alone in ((star("hub", 449), 0), ([], 450)):
        names, (own,) = divided(ties, alone)
        assert [len(branch.members) for branch in own] == [150, 150, 150]
        assert names[own[0].members[0]] == names[0]


def test_those_tied_to_one_body_elsewhere_are_together() -> None:
    """Nobody here has a tie in the own column."""
    names, (own, _) = divided([(f"x{hub}", f"{hub}-{n:02d}") for hub in range(6) for n in range(50)])
    assert len(own) > 2
    for branch in own:
        assert len({names[n][0] for n in branch.members}) < 6
    split = sum(len({names[n][0] for n in branch.members}) for branch in own)
    assert split == 6
