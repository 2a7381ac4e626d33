"""Communities: that they are those of networkx, named by size, and that order decides nothing."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biograph.errors import NetworkError, NotFoundError
from biograph.groups import by_community
from biograph.network import project
from small_corpus import corpus

# A circle of four where each knows each, one of three, the tie between them, and somebody alone.
FOUR = [("a", "b"), ("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"), ("c", "d")]
THREE = [("x", "y"), ("x", "z"), ("y", "z")]
HAS_LEIDEN = tuple(map(int, nx.__version__.split(".")[:2])) >= (3, 7)


def circles() -> nx.Graph:
    graph = nx.Graph([*FOUR, *THREE, ("d", "x")])
    graph.add_node("alone")
    nx.set_node_attributes(graph, {node: node.upper() for node in graph}, "label")
    return graph


def test_communities_are_numbered_by_size_and_called_after_the_best_connected() -> None:
    found = by_community(circles())
    assert found.groups == {**dict.fromkeys("abcd", ("1",)), **dict.fromkeys("xyz", ("2",)), "alone": ()}
    assert list(found.groups) == sorted(circles())
    assert found.names == {"1": {"ko": "1: D, …", "en": "1: D, …"}, "2": {"ko": "2: X, …", "en": "2: X, …"}}
    assert (found.kind, found.derived) == ("louvain", True)


def test_the_largest_comes_first_whatever_its_ids() -> None:
    assert by_community(nx.Graph([("a", "b"), ("x", "y"), ("y", "z"), ("z", "x")])).groups["x"] == ("1",)


def test_communities_of_one_size_are_in_order_of_id() -> None:
    graph = nx.Graph([("p", "q"), ("c", "d"), ("c", "c"), ("z", "z")])
    assert by_community(graph).groups == {"c": ("1",), "d": ("1",), "p": ("2",), "q": ("2",), "z": ()}
    assert by_community(graph).label("1", "ko") == "1: c, …"


def test_the_weight_of_ties_counts() -> None:
    square = nx.Graph()
    square.add_weighted_edges_from([("a", "b", 9), ("b", "c", 1), ("c", "d", 9), ("d", "a", 1)])
    assert by_community(square).groups == {"a": ("1",), "b": ("1",), "c": ("2",), "d": ("2",)}


def test_directed_ties_make_communities_too() -> None:
    graph = nx.DiGraph([*FOUR, *THREE, ("d", "x")])
    assert by_community(graph).groups == {**dict.fromkeys("abcd", ("1",)), **dict.fromkeys("xyz", ("2",))}


def test_it_is_the_partition_of_networkx_on_numbered_nodes() -> None:
    graph = nx.karate_club_graph()
    names = {n: f"n{n:02}" for n in graph}
    expected = {frozenset(names[n] for n in part) for part in nx.community.louvain_communities(graph, seed=3)}
    found = by_community(nx.relabel_nodes(graph, names), seed=3).groups
    assert {
        frozenset(n for n in found if found[n] == (g,)) for g in {g for of in found.values() for g in of}
    } == expected


def test_a_corpus_without_ties_has_no_community() -> None:
    found = by_community(project(corpus("Company:A locatedIn City:Seoul")))
    assert (found.groups, found.names) == ({"Company/a": ()}, {})
    assert by_community(nx.Graph()).groups == {}


@given(st.data())
def test_order_of_nodes_and_edges_does_not_matter(data: st.DataObject) -> None:
    node = st.sampled_from("abcdefgh")
    ties = data.draw(st.dictionaries(st.frozensets(node, min_size=2, max_size=2), st.integers(1, 3), max_size=14))
    graph, turned = nx.Graph(), nx.Graph()
    for ends, weight in ties.items():
        graph.add_edge(*sorted(ends), weight=weight)
    turned.add_nodes_from(data.draw(st.permutations(list(graph))))
    turned.add_edges_from((b, a, of) for a, b, of in data.draw(st.permutations(list(graph.edges(data=True)))))
    assert by_community(graph, seed=1) == by_community(turned, seed=1)


@pytest.mark.skipif(HAS_LEIDEN, reason="this networkx has Leiden")
def test_a_networkx_without_leiden_says_what_to_install() -> None:
    with pytest.raises(
        NetworkError, match=r"networkx 3\.\S+ has no Leiden \(use louvain, or pip install 'networkx>=3\.7'"
    ):
        by_community(circles(), "leiden")


@pytest.mark.skipif(not HAS_LEIDEN, reason="this networkx has no Leiden")
def test_leiden_looks_for_modularity() -> None:
    found = by_community(circles(), "leiden")
    assert (found.groups, found.kind) == (by_community(circles()).groups, "leiden")


def test_leiden_is_asked_for_modularity(monkeypatch: pytest.MonkeyPatch) -> None:
    """Left to itself, it maximises something else, by which every node is a community of its own."""

    def leiden(graph: nx.Graph, *, metric: str, seed: int) -> list[set[int]]:
        assert (metric, seed) == ("modularity", 5)
        return [set(graph)]

    monkeypatch.setattr(nx.community, "leiden_communities", leiden)
    assert set(by_community(circles(), "leiden", seed=5).groups.values()) == {("1",), ()}


def test_another_method_is_unknown() -> None:
    with pytest.raises(NotFoundError, match=r"no method named 'walktrap' finds communities \(louvain or leiden\)"):
        by_community(circles(), "walktrap")  # type: ignore[arg-type]
