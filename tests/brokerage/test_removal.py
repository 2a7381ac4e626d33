"""What breaks when a node goes, against counting before and after."""

import random
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biograph.brokerage.removal import Loss, removal_losses, separated
from biograph.brokerage.roles import Groups, Node

KINDS: tuple[tuple[str, ...], ...] = (("a",), ("b",), ("c",), ("a", "b"), ("a", "b", "c"), ())


def weight(a: tuple[str, ...], b: tuple[str, ...], between: frozenset[str] | None) -> float:
    """The share of readings in which two nodes are a pair between groups."""
    apart = [g != h and (between is None or {g, h} <= between) for g in a for h in b]
    return sum(apart) / len(apart) if apart else 0.0


def twin(graph: nx.Graph, groups: Groups, between: frozenset[str] | None, v: Node) -> Loss:
    """The loss by its definition."""
    graph = nx.Graph(graph)
    rest = graph.subgraph(set(graph) - {v})
    lost = [(s, t) for s, t in combinations(rest, 2) if nx.has_path(graph, s, t) and not nx.has_path(rest, s, t)]

    def joined(network: nx.Graph, s: Node) -> bool:
        others = nx.node_connected_component(network, s) - {s, v}
        return any(weight(groups[s], groups[t], between) for t in others)

    return Loss(
        pairs=len(lost),
        group_pairs=pytest.approx(sum(weight(groups[s], groups[t], between) for s, t in lost)),
        cut_off=sum(joined(graph, s) and not joined(rest, s) for s in rest),
        parts=nx.number_connected_components(rest.subgraph(nx.node_connected_component(graph, v) - {v})),
    )


def sample(seed: int) -> tuple[nx.Graph, dict[Node, tuple[str, ...]]]:
    """A sparse graph of up to 14 nodes; every third has groups that are nearly all the same."""
    dice = random.Random(seed)
    graph = nx.gnp_random_graph(dice.randint(1, 14), dice.choice([0.1, 0.15, 0.2]), seed=seed, directed=bool(seed % 2))
    kinds = KINDS if seed % 3 else (("a",), ("a",), ("a", "b"), ())
    return graph, {node: dice.choice(kinds) for node in graph}


@pytest.mark.parametrize("between", [None, frozenset({"a", "b"})])
@pytest.mark.parametrize("seed", range(40))
def test_equals_counting_before_and_after(seed: int, between: frozenset[str] | None) -> None:
    graph, groups = sample(seed)
    found = removal_losses(graph, groups, between=between)
    assert list(found) == list(graph)
    assert found == {v: twin(graph, groups, between, v) for v in graph}


def test_only_pairs_between_the_named_groups() -> None:
    groups = dict(enumerate([("k",), ("a",), ("b",), ("c",)]))
    found = removal_losses(nx.star_graph(3), groups, between=frozenset({"a", "b"}))
    assert found == {0: Loss(3, 1.0, 2, 3), **dict.fromkeys((1, 2, 3), Loss(0, 0.0, 0, 1))}


def test_known_graphs() -> None:
    assert removal_losses(nx.Graph(), {}) == {}
    assert removal_losses(nx.empty_graph(1), {0: ("a",)}) == {0: Loss(0, 0.0, 0, 0)}
    assert removal_losses(nx.Graph([(0, 0)]), {}) == {0: Loss(0, 0.0, 0, 0)}
    assert set(removal_losses(nx.complete_graph(5), dict.fromkeys(range(5), ("a",))).values()) == {Loss(0, 0.0, 0, 1)}
    assert removal_losses(nx.DiGraph([(0, 1), (2, 1)]), {})[1] == Loss(1, 0.0, 0, 2)


def test_who_keeps_some_node_of_another_group_is_not_cut_off() -> None:
    """0 and 1 of group a keep each other and nothing else; of 3 and 4 each is the other's other group."""
    groups = dict(enumerate([("a",), ("a",), ("b",), ("b",), ("c",)]))
    assert removal_losses(nx.path_graph(5), groups)[2] == Loss(4, 4.0, 2, 2)


def test_thirds_leave_nothing_behind() -> None:
    """All in the same three groups: 2/3 of each pair, and exactly none between groups that are asked for elsewhere."""
    groups = dict.fromkeys(range(4), ("a", "b", "c"))
    assert removal_losses(nx.star_graph(3), groups)[0].group_pairs == 2.0
    assert removal_losses(nx.star_graph(3), groups, between=frozenset({"a", "x"}))[0] == Loss(3, 0.0, 0, 3)


def test_separated_are_the_parts() -> None:
    graph = nx.Graph([("c", "v"), ("a", "b"), ("b", "v"), ("x", "y")])
    assert separated(graph, "v") == [["c"], ["a", "b"]]
    assert separated(graph, "c") == [["v", "a", "b"]]
    assert separated(nx.DiGraph([(0, 1), (2, 1)]), 1) == [[0], [2]]
    assert separated(nx.empty_graph(1), 0) == []
    with pytest.raises(KeyError):
        separated(graph, "nobody")


@pytest.mark.parametrize("seed", range(10))
def test_separated_agree_with_the_losses(seed: int) -> None:
    graph, groups = sample(seed)
    for v, loss in removal_losses(graph, groups).items():
        parts = separated(graph, v)
        assert len(parts) == loss.parts
        assert sum(len(a) * len(b) for a, b in combinations(parts, 2)) == loss.pairs


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_names_and_isolates_do_not_matter(seed: int, dice: random.Random) -> None:
    graph, groups = sample(seed)
    names = [f"n{i}" for i in graph]
    dice.shuffle(names)
    name = dict(zip(graph, names, strict=True))
    other = nx.Graph()
    other.add_nodes_from([*sorted(names), "alone"])
    other.add_edges_from(sorted((name[a], name[b]) for a, b in graph.edges))
    found = removal_losses(other, {name[v]: groups[v] for v in graph} | {"alone": ("z",)})
    assert found == {
        **{name[v]: loss for v, loss in removal_losses(graph, groups).items()},
        "alone": Loss(0, 0.0, 0, 0),
    }
