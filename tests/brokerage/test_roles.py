"""Role counts against R's sna (see fixtures/sna/README.md), their definition, and what must not change them."""

import json
import random
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biograph.brokerage import Groups, Roles, counting, open_two_paths, roles, shares, triangles
from biograph.brokerage.arrays import Adjacency

SNA = Path(__file__).parent / "fixtures" / "sna"
CASES = sorted(SNA.glob("*.json"))
KINDS: list[tuple[str, ...]] = [("a",), ("b",), ("c",), ("a", "b"), ("a", "b", "c"), ()]


def row(found: Roles) -> list[float]:
    return [
        found.coordinator,
        found.itinerant,
        found.representative,
        found.gatekeeper,
        found.liaison,
        found.total,
    ]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_counts_equal_sna(path: Path) -> None:
    case = json.loads(path.read_text())
    graph = nx.DiGraph()
    graph.add_nodes_from(range(case["nodes"]))
    graph.add_edges_from(case["ties"])
    groups = {node: (group,) for node, group in enumerate(case["groups"])}
    found = roles(graph, groups)
    assert [row(found[node]) for node in range(case["nodes"])] == case["nodes_raw"]
    assert [sum(column) for column in zip(*map(row, found.values()), strict=True)] == case["overall_raw"]


@pytest.mark.parametrize("name", ["florentine", "symmetrised-20", "symmetrised-26"])
def test_an_undirected_graph_counts_as_its_symmetrised_twin(name: str) -> None:
    case = json.loads((SNA / f"{name}.json").read_text())
    graph = nx.Graph(case["ties"])
    graph.add_nodes_from(range(case["nodes"]))
    found = roles(graph, {node: (group,) for node, group in enumerate(case["groups"])})
    assert [row(found[node]) for node in range(case["nodes"])] == case["nodes_raw"]


def by_definition(graph: nx.Graph, groups: Groups, between: frozenset[str] | None) -> dict[object, dict[str, float]]:
    """Node to column to count, path by path."""
    counts = {node: dict.fromkeys(counting.COLUMNS, 0.0) for node in graph}
    for path in open_two_paths(graph):
        found = shares(path, groups, between)
        if not all(groups[node] for node in path):
            found["unplaced"] = 1 - found.get("ungrouped", 0.0)
        for name, share in found.items():
            counts[path[1]][name] += share
    return counts


def some(seed: int, directed: bool, n: int = 14) -> tuple[nx.Graph, dict[int, tuple[str, ...]]]:
    chosen = random.Random(seed)
    graph = nx.gnp_random_graph(n, chosen.choice([0.1, 0.3, 0.6]), seed=seed, directed=directed)
    graph.add_edge(0, 0)
    return graph, {node: chosen.choice(KINDS) for node in graph}


@pytest.mark.parametrize("between", [None, frozenset("ab")])
@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(6))
def test_counts_equal_the_definition(seed: int, directed: bool, between: frozenset[str] | None) -> None:
    graph, groups = some(seed, directed)
    found = roles(graph, groups, between=between)
    for node, expected in by_definition(graph, groups, between).items():
        assert {name: getattr(found[node], name) for name in expected} == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("directed", [False, True])
def test_triangles_are_those_of_networkx_however_many_fit_at_once(
    directed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = nx.gnp_random_graph(30, 0.7, seed=5, directed=directed)
    groups = {node: KINDS[node % 6] for node in graph}
    whole = roles(graph, groups)
    adjacency = Adjacency.of(graph)
    (block,) = triangles.Triangles(adjacency)
    simple = nx.Graph(graph)
    assert len(block[0]) == sum(nx.triangles(simple).values()) / 3
    assert len({tuple(sorted(corners)) for corners in block[0].tolist()}) == len(block[0])
    monkeypatch.setattr(triangles, "BLOCK", 1)  # then as many fit as there are ties
    assert len(list(triangles.Triangles(adjacency))) > 1
    assert roles(graph, groups) == whole


@pytest.mark.parametrize("directed", [False, True])
def test_compiled_and_interpreted_counts_are_the_same(directed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numba")
    graph, groups = some(3, directed)
    plain = roles(graph, groups)
    monkeypatch.setattr("biograph.brokerage.compiled.WORTH", -1)
    assert roles(graph, groups) == plain


def test_no_nodes_no_counts() -> None:
    assert roles(nx.Graph(), {}) == {}


def test_fixtures_are_there() -> None:
    assert len(CASES) == 12


def test_a_node_of_two_groups_shares_its_roles() -> None:
    graph = nx.DiGraph([("a", "k"), ("k", "b")])
    found = roles(graph, {"a": ("KR",), "k": ("KR", "US"), "b": ("US",)})["k"]
    assert found == Roles(representative=0.5, gatekeeper=0.5)
    assert found.total == 1


def test_a_path_with_an_unknown_group_has_no_role() -> None:
    graph = nx.DiGraph([("a", "k"), ("k", "b")])
    assert roles(graph, {"a": ("KR",), "k": ("KR",), "b": ()})["k"] == Roles(unplaced=1.0)


def test_a_broker_of_unknown_group_brokers_between_groups_all_the_same() -> None:
    graph = nx.Graph([("k", "a"), ("k", "b"), ("k", "c"), ("k", "d")])
    groups = {"k": (), "a": ("KR",), "b": ("US",), "c": ("KR",), "d": ()}
    found = roles(graph, groups)["k"]
    assert found == Roles(ungrouped=4.0, unplaced=8.0), "a-b and c-b, both ways; a-c and all with d"
    assert (found.across, found.total) == (4, 0)
    assert roles(graph, groups, between=frozenset({"KR", "JP"}))["k"].across == 0


def test_only_between_two_groups() -> None:
    graph = nx.star_graph(3)
    groups = {0: ("KR",), 1: ("KR",), 2: ("US",), 3: ("UK",)}
    assert roles(graph, groups)[0].across == 6
    assert roles(graph, groups, between=frozenset({"KR", "US"}))[0] == Roles(representative=1.0, gatekeeper=1.0)


def test_a_direct_tie_closes_the_path_and_loops_are_ignored() -> None:
    assert not list(open_two_paths(nx.complete_graph(4)))
    assert not list(open_two_paths(nx.DiGraph([("a", "a"), ("a", "b"), ("b", "b")])))
    assert list(open_two_paths(nx.DiGraph([("a", "k"), ("k", "b"), ("b", "a")]))) != []


graphs = st.builds(
    lambda n, seed: nx.gnp_random_graph(n, 0.3, seed=seed, directed=True), st.integers(2, 9), st.integers(0, 10**6)
)


@given(graphs, st.integers(0, 10**6))
def test_names_and_isolates_do_not_matter(graph: nx.DiGraph, seed: int) -> None:
    groups = {node: ("abc"[(node * seed) % 3],) for node in graph}
    before = roles(graph, groups)
    renamed = nx.relabel_nodes(graph, {node: f"n{node}" for node in graph})
    renamed.add_node("alone")
    after = roles(renamed, {f"n{node}": group for node, group in groups.items()} | {"alone": ("a",)})
    assert all(after[f"n{node}"] == before[node] for node in graph)
    assert after["alone"] == Roles()


@given(graphs)
def test_reversing_the_ties_swaps_gatekeeper_and_representative(graph: nx.DiGraph) -> None:
    groups = {node: ("ab"[node % 2],) for node in graph}
    forward, backward = roles(graph, groups), roles(graph.reverse(), groups)
    assert all(forward[n].gatekeeper == backward[n].representative for n in graph)
    assert all(forward[n].total == backward[n].total for n in graph)
