"""What breaks when a node goes, against counting the pairs before and after."""

from itertools import combinations

import networkx as nx
import pytest

from biograph.brokerage import Loss, removal_losses
from biograph.brokerage.group_betweenness import pair_weight


@pytest.mark.parametrize("seed", range(5))
def test_equals_counting_before_and_after(seed: int) -> None:
    graph = nx.gnp_random_graph(14, 0.13, seed=seed)
    groups = {node: [("a",), ("b",), ("a", "b"), ()][node % 4] for node in graph}
    for v, loss in removal_losses(graph, groups).items():
        rest = graph.subgraph(set(graph) - {v})
        lost = [(s, t) for s, t in combinations(rest, 2) if nx.has_path(graph, s, t) and not nx.has_path(rest, s, t)]
        assert loss.pairs == len(lost)
        assert loss.group_pairs == pytest.approx(sum(pair_weight(groups[s], groups[t]) for s, t in lost))


def test_only_pairs_between_the_named_groups() -> None:
    groups = dict(enumerate([("k",), ("a",), ("b",), ("c",)]))
    found = removal_losses(nx.star_graph(3), groups, between=frozenset({"a", "b"}))
    assert found == {0: Loss(3, 1.0, 2, 3), **dict.fromkeys((1, 2, 3), Loss(0, 0.0, 0, 1))}


def test_directions_are_ignored() -> None:
    assert removal_losses(nx.DiGraph([(0, 1), (2, 1)]), {})[1] == Loss(1, 0.0, 0, 2)
