"""Betweenness against its definition path by path, networkx, gefura's published values, and itself where it must agree.

Expected values come from `by_definition` below, from networkx, or from `fixtures/gefura.json`, which says its source.
"""

import importlib
import json
import os
from collections import Counter
from dataclasses import astuple
from fractions import Fraction
from itertools import combinations, permutations, product
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biograph.brokerage import compiled, dependencies
from biograph.brokerage.arrays import Adjacency, Membership
from biograph.brokerage.betweenness import Betweenness, betweenness, estimate, group_betweenness_draws
from biograph.brokerage.pairs import group_pairs, pair_weight

module = importlib.import_module("biograph.brokerage.betweenness")  # the package gives the function of this name
MEASURES = ("plain", "between", "local", "within")
GEFURA = json.loads((Path(__file__).parent / "fixtures" / "gefura.json").read_text(encoding="utf-8"))["cases"]


def pair_counts(s: tuple, t: tuple, v: tuple, between: frozenset | None) -> Counter:
    """How much an ordered pair of ends counts in each measure, by every reading of the groups of s, t and v."""
    found = Counter(plain=1.0)
    for g, h in product(s, t):
        share = 1 / len(s) / len(t)
        if between is None or {g, h} <= between:
            found["between"] += share * (g != h)
            found["within"] += share * (g == h)
            found["local"] += share * sum((g == own) + (h == own) for own in v if g != h) / max(len(v), 1)
    return found


def by_definition(graph: nx.Graph, groups: dict, between: frozenset | None = None, normalized: bool = True) -> dict:
    """Measure to node to value, by listing every shortest path between every two nodes."""
    found = {measure: {} for measure in MEASURES}
    for v in graph:
        above, below = Counter(), Counter()
        for s, t in permutations(set(graph) - {v}, 2):
            counts = pair_counts(groups[s], groups[t], groups[v], between)
            paths = list(nx.all_shortest_paths(graph, s, t)) if nx.has_path(graph, s, t) else [()]
            through = sum(v in path for path in paths) / len(paths)
            for measure in MEASURES:
                above[measure] += counts[measure] * through
                below[measure] += counts[measure]
        for measure in MEASURES:
            pairs = below[measure] if normalized else 1 if graph.is_directed() else 2
            found[measure][v] = above[measure] / pairs if pairs else 0.0
    return found


def by_measure(found: Betweenness) -> dict:
    return {measure: dict(getattr(found, measure)) for measure in MEASURES}


def mixed(n: int) -> dict[int, tuple[str, ...]]:
    """Groups of one, of several, and none."""
    kinds = [("a",), ("b",), ("c",), ("a", "b"), (), ("a", "b", "c")]
    return {node: kinds[node * 7 % 6] for node in range(n)}


@st.composite
def networks(draw: st.DrawFn) -> tuple[nx.Graph, dict]:
    """A small graph, directed or not, and groups of all sorts."""
    n = draw(st.integers(1, 8))
    graph = nx.empty_graph(n, create_using=draw(st.sampled_from([nx.Graph, nx.DiGraph])))
    ties = st.tuples(st.integers(0, n - 1), st.integers(0, n - 1))
    graph.add_edges_from(draw(st.lists(ties, max_size=3 * n)))
    kinds = st.lists(st.sampled_from("abc"), max_size=2, unique=True)
    return graph, {node: tuple(draw(kinds)) for node in graph}


@pytest.mark.parametrize("normalized", [True, False])
@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("between", [None, frozenset({"a", "b"}), frozenset({"a"}), frozenset({"a", "elsewhere"})])
@pytest.mark.parametrize("seed", range(2))
def test_equals_the_definition(seed: int, between: frozenset | None, directed: bool, normalized: bool) -> None:
    graph = nx.gnp_random_graph(12, 0.2, seed=seed, directed=directed)
    found = by_measure(betweenness(graph, mixed(12), between=between, normalized=normalized))
    expected = by_definition(graph, mixed(12), between, normalized)
    for measure in MEASURES:
        assert found[measure] == pytest.approx(expected[measure]), measure


@given(networks())
@settings(max_examples=60, deadline=None)
def test_equals_the_definition_anywhere(network: tuple[nx.Graph, dict]) -> None:
    graph, groups = network
    found, expected = by_measure(betweenness(graph, groups)), by_definition(graph, groups)
    for measure in MEASURES:
        assert found[measure] == pytest.approx(expected[measure], abs=1e-12), measure


@pytest.mark.parametrize("case", GEFURA, ids=lambda case: case["name"])
def test_equals_what_gefura_publishes(case: dict) -> None:
    graph = nx.DiGraph() if case.get("directed") else nx.Graph()
    graph.add_edges_from(tie.split("-") for tie in case["ties"].split())
    groups = {node: (node[0],) for node in graph}
    found = by_measure(betweenness(graph, groups, normalized=case.get("normalized", True)))
    for measure in {"between", "local"} & set(case):
        expected = {node: float(Fraction(value)) for node, value in case[measure].items()}
        assert found[measure] == pytest.approx(expected), measure


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("normalized", [False, True])
def test_plain_is_that_of_networkx_and_groups_of_one_give_it_too(directed: bool, normalized: bool) -> None:
    graph = nx.gnp_random_graph(40, 0.07, seed=9, directed=directed)
    found = betweenness(graph, {node: (str(node),) for node in graph}, normalized=normalized)
    expected = nx.betweenness_centrality(graph, normalized=normalized)
    assert found.plain == pytest.approx(expected)
    assert found.between == pytest.approx(expected)
    assert set(found.within.values()) == set(found.local.values()) == {0.0}


def test_loops_parallels_and_weights_do_not_count() -> None:
    graph = nx.gnp_random_graph(15, 0.2, seed=4)
    more = nx.MultiGraph(graph)
    more.add_edges_from([(3, 3), *list(graph.edges())[:9]])
    nx.set_edge_attributes(more, 2.0, "weight")
    assert betweenness(more, mixed(15)) == betweenness(graph, mixed(15))


@given(networks(), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_names_and_order_do_not_count(network: tuple[nx.Graph, dict], random: object) -> None:
    graph, groups = network
    names = [f"n{node}" for node in graph]
    random.shuffle(names)  # type: ignore[attr-defined]
    other = graph.__class__()
    other.add_nodes_from(sorted(names))
    other.add_edges_from((names[a], names[b]) for a, b in graph.edges())
    found = by_measure(betweenness(other, {names[node]: of for node, of in groups.items()}))
    for measure, expected in by_measure(betweenness(graph, groups)).items():
        assert found[measure] == pytest.approx({names[node]: value for node, value in expected.items()}, abs=1e-12)


@pytest.mark.parametrize("directed", [False, True])
def test_isolates_without_a_group_change_no_measure_of_groups(directed: bool) -> None:
    graph = nx.gnp_random_graph(14, 0.2, seed=2, directed=directed)
    before = betweenness(graph, mixed(14))
    graph.add_nodes_from(["x", "y"])
    after = betweenness(graph, mixed(14))
    for measure in ("between", "local", "within"):
        values = dict(getattr(after, measure))
        assert values.pop("x") == values.pop("y") == 0.0
        assert values == pytest.approx(getattr(before, measure))


@pytest.mark.parametrize("directed", [False, True])
def test_between_and_within_share_out_plain_where_all_are_placed(directed: bool) -> None:
    graph = nx.gnp_random_graph(30, 0.1, seed=8, directed=directed)
    groups = {node: of or ("c",) for node, of in mixed(30).items()}
    found = betweenness(graph, groups, normalized=False)
    assert {node: found.between[node] + found.within[node] for node in graph} == pytest.approx(found.plain)


def test_where_no_pair_of_ends_exists_all_is_zero() -> None:
    path = nx.path_graph(4)
    one = betweenness(path, dict.fromkeys(path, ("a",)))
    assert set(one.between.values()) == set(one.local.values()) == {0.0}
    assert one.within == pytest.approx(one.plain)
    unknown = betweenness(path, {})
    assert set(unknown.between.values()) == set(unknown.local.values()) == set(unknown.within.values()) == {0.0}
    thirds = betweenness(path, {0: ("a", "b", "c"), 1: ("a", "b", "c")})  # the only pair of ends has 1 in it
    assert thirds.between == {0: 0.0, 1: 0.0, 2: 0.0, 3: 0.0}
    assert betweenness(nx.Graph(), {}) == Betweenness({}, {}, {}, {}, None, 0)
    assert betweenness(nx.empty_graph(1), {0: ("a",)}).plain == {0: 0.0}
    assert set(betweenness(nx.empty_graph(3), {0: ("a",), 1: ("b",)}).between.values()) == {0.0}


@pytest.mark.parametrize("directed", [False, True])
def test_an_estimate_is_unbiased_and_so_is_its_error(directed: bool) -> None:
    """Over all ways to choose 3 of 9 sources, the mean is the exact sum, and the mean squared error the variance."""
    graph = nx.gnp_random_graph(9, 0.3, seed=6, directed=directed)
    adjacency, membership = Adjacency.of(graph), Membership.of(range(9), mixed(9))
    admitted = np.ones(3, dtype=bool)
    drawn = [estimate(adjacency, membership, admitted, np.array(some)) for some in combinations(range(9), 3)]
    sums, errors = np.array([sums for sums, _ in drawn]), np.array([error for _, error in drawn])
    exact, none = estimate(adjacency, membership, admitted, np.arange(9))
    assert sums.mean(axis=0) == pytest.approx(exact)
    assert (errors**2).mean(axis=0) == pytest.approx(sums[:, :, 1].var(axis=0))
    assert errors.max() > 1
    assert not none.any()


@pytest.mark.parametrize("normalized", [True, False])
def test_an_estimate_lies_within_its_stated_error(normalized: bool) -> None:
    graph = nx.barabasi_albert_graph(300, 2, seed=5)
    exact = betweenness(graph, mixed(300), normalized=normalized)
    found = betweenness(graph, mixed(300), normalized=normalized, sources=100, seed=3)
    assert exact.error is None
    assert (exact.sources, found.sources) == (300, 100)
    busy = sorted(graph, key=exact.between.get, reverse=True)[:30]
    off = [abs(found.between[node] - exact.between[node]) / found.error[node] for node in busy]
    assert sum(value < 2 for value in off) > 25
    assert max(off) > 1  # or the error would be far too large
    for measure in ("plain", "between", "within"):
        busiest = max(graph, key=getattr(exact, measure).get)
        assert getattr(found, measure)[busiest] == pytest.approx(getattr(exact, measure)[busiest], rel=0.2), measure


def test_an_estimate_depends_on_its_seed_alone() -> None:
    graph = nx.gnp_random_graph(40, 0.1, seed=1)
    found = betweenness(graph, mixed(40), sources=10, seed=1)
    assert found == betweenness(graph, mixed(40), sources=10, seed=1)
    assert found != betweenness(graph, mixed(40), sources=10, seed=2)
    assert (
        betweenness(graph, mixed(40), sources=40)
        == betweenness(graph, mixed(40))
        == betweenness(graph, mixed(40), sources=99)
    )
    with pytest.raises(ValueError, match="at least 2"):
        betweenness(graph, mixed(40), sources=1)


def test_large_networks_are_estimated(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = nx.gnm_random_graph(200, 300, seed=1)  # 200 nodes × (200 + 300) = 100,000
    monkeypatch.setattr(module, "EXACT", 100_000)
    assert betweenness(graph, mixed(200)).sources == 200
    monkeypatch.setattr(module, "EXACT", 99_999)
    monkeypatch.setattr(module, "SOURCES", 50)
    assert betweenness(graph, mixed(200)).sources == 50
    assert betweenness(graph, mixed(200), sources=70).sources == 70


@pytest.mark.parametrize("directed", [False, True])
def test_compiled_or_not_and_on_one_core_or_many_the_figures_are_the_same(
    directed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("numba")
    graph = nx.gnp_random_graph(60, 0.06, seed=3, directed=directed)
    kinds, weight = np.random.default_rng(0).integers(0, 3, (60, 5)), 1 / (1 + np.arange(9).reshape(3, 3))

    def figures() -> tuple:
        found = betweenness(graph, mixed(60), sources=50)
        return astuple(found), group_betweenness_draws(Adjacency.of(graph), kinds, weight).tobytes()

    monkeypatch.setattr(compiled, "_numba", lambda slow: False)
    interpreted = figures()
    monkeypatch.setattr(compiled, "_numba", lambda slow: True)
    monkeypatch.setattr(compiled, "WORTH", -1)
    monkeypatch.setattr(compiled, "CALL", -1)
    assert figures() == interpreted
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    assert figures() == interpreted


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("cells", [1, 50, dependencies.CELLS])
def test_draws_are_what_one_run_each_gives(cells: int, directed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dependencies, "CELLS", cells)
    graph = nx.gnp_random_graph(20, 0.15, seed=7, directed=directed)
    names = [("a",), ("b",), (), ("a", "b", "c")]
    weight = np.array([[pair_weight(one, other) for other in names] for one in names])
    kinds = np.random.default_rng(5).integers(0, 4, (20, 7))
    sums = group_betweenness_draws(Adjacency.of(graph), kinds, weight)
    shares = np.divide(sums, group_pairs(kinds, weight))
    for draw in range(7):
        groups = {node: names[kinds[node, draw]] for node in graph}
        assert shares[:, draw] == pytest.approx(list(betweenness(graph, groups).between.values()))


def test_draws_from_some_sources_add_up() -> None:
    graph, kinds = nx.gnp_random_graph(20, 0.15, seed=7), np.random.default_rng(5).integers(0, 3, (20, 4))
    adjacency, weight = Adjacency.of(graph), np.arange(9.0).reshape(3, 3)
    parts = [group_betweenness_draws(adjacency, kinds, weight, sources=some) for some in np.split(np.arange(20), [7])]
    assert parts[0].any()
    assert sum(parts) == pytest.approx(group_betweenness_draws(adjacency, kinds, weight))
    assert not group_betweenness_draws(adjacency, kinds, weight, sources=np.arange(0)).any()
