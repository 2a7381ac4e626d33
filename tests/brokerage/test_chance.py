"""Figures against chance: exact expectations, valid p, planted brokers, and what must not change anything."""

from collections.abc import Iterator
from itertools import permutations, product

import networkx as nx
import numpy as np
import pytest

from biograph.brokerage import NULLS, AgainstChance, Groups, betweenness, by_chance, roles
from biograph.brokerage.arrays import Adjacency
from biograph.brokerage.chance import MEASURES, comparing, testing
from biograph.brokerage.chance.comparing import compare
from biograph.brokerage.chance.rewiring import Rewired
from biograph.brokerage.kinds import Kinds


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is compiled, however small, where numba is there."""
    monkeypatch.setattr("biograph.brokerage.compiled.WORTH", -1)


def communities(seed: int, across: float = 0.01, size: int = 30) -> tuple[nx.Graph, dict[object, tuple[str, ...]]]:
    """Two groups tied mostly within; ties that cross are few."""
    graph = nx.stochastic_block_model([size, size], [[0.12, across], [across, 0.12]], seed=seed)
    return nx.Graph(graph.edges), {node: ("AB"[node >= size],) for node in graph}


def values(found: AgainstChance, node: object, measure: str) -> tuple[float, float]:
    return found.nodes[node][measure].p, found.nodes[node][measure].p_adjusted or 0.0


# Exact values


@pytest.mark.parametrize("directed", [False, True])
def test_labels_have_the_moments_and_p_of_all_permutations(directed: bool) -> None:
    graph = nx.gnp_random_graph(6, 0.5, seed=3, directed=directed)
    kinds: list[tuple[str, ...]] = [("a",), ("a",), ("b",), ("a", "b"), ("c",), ()]
    groups = dict(enumerate(kinds))
    drawn = []
    for deal in permutations(kinds[:5]):
        dealt = dict(enumerate([*deal, ()]))
        across, paths = roles(graph, dealt), betweenness(graph, dealt)
        drawn.append([[across[node].across, across[node].itinerant, paths.between[node]] for node in graph])
    every = np.array(drawn)
    found = by_chance(graph, groups, null="labels", draws=1999)
    assert len(found.nodes) > 3
    for node, of_measure in found.nodes.items():
        for column, measure in enumerate(("across", "itinerant", "group_betweenness")):
            exact, chance = every[:, node, column], of_measure[measure]
            assert chance.observed == pytest.approx(exact[0])
            assert chance.expected == pytest.approx(exact.mean(), abs=4 * exact.std() / 2000**0.5 + 1e-6)
            assert (chance.sd or 0.0) == pytest.approx(exact.std(), rel=0.1)
            assert chance.p == pytest.approx((exact >= exact[0] - 1e-9).mean(), abs=0.045)
            assert chance.p_low == pytest.approx((exact <= exact[0] + 1e-9).mean(), abs=0.045)


def test_sums_by_group_and_of_all() -> None:
    graph, groups = communities(2, across=0.05)
    groups[next(iter(graph))] = ("A", "B")
    counted = roles(graph, groups)
    for null in NULLS:
        found = by_chance(graph, groups, null=null, draws=19)
        assert found.overall["liaison"].observed == pytest.approx(sum(of.liaison for of in counted.values()))
        for group in "AB":
            own = sum(of.across / len(groups[node]) for node, of in counted.items() if group in groups[node])
            assert found.groups[group]["across"].observed == pytest.approx(own)
        whole, parts = found.overall["gatekeeper"], [found.groups[group]["gatekeeper"] for group in "AB"]
        assert whole.expected == pytest.approx(sum(part.expected for part in parts))


def test_observed_figures_are_those_of_the_measures_alone() -> None:
    graph, groups = communities(3)
    counted, paths = roles(graph, groups, between=frozenset("AB")), betweenness(graph, groups, between=frozenset("AB"))
    found = by_chance(graph, groups, null="degrees", between=frozenset("AB"), draws=3)
    for node, of_measure in found.nodes.items():
        for measure in MEASURES[:-1]:
            assert of_measure[measure].observed == getattr(counted[node], measure)
        assert of_measure["group_betweenness"].observed == pytest.approx(paths.between[node])


def reference(rows: np.ndarray) -> np.ndarray:
    """Single-step min-P, one row for each draw, the observed one first: by ranks alone, where z does not decide."""
    p = (rows[:, None, :] <= rows[None, :, :]).mean(axis=1)
    return (p.min(axis=1)[:, None] <= p[0] + 1e-12).mean(axis=0)


@pytest.mark.parametrize("kept", [comparing._KEPT, 1])
def test_corrected_p_is_by_the_smallest_p_of_the_family(kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "_KEPT", kept)
    drawn = np.random.default_rng(1).poisson(2, size=(60, 2, 9)).astype(float)
    drawn[:, 0, 3] = 4.0  # nothing varies
    drawn[0, 0, 0] = 9.0
    found = compare(drawn[0], lambda: iter([drawn[1:20], drawn[20:]]), 59, 7)
    for m in range(2):
        by_rank = reference(drawn[:, m, :7])
        for f, chance in enumerate(found[m]):
            assert chance.expected == pytest.approx(drawn[1:, m, f].mean())
            assert (chance.sd or 0.0) == pytest.approx(drawn[1:, m, f].std(ddof=1))
            assert chance.p == (drawn[:, m, f] >= drawn[0, m, f]).mean()
            assert chance.p_low == (drawn[:, m, f] <= drawn[0, m, f]).mean()
            if f < 7:
                assert chance.p <= (chance.p_adjusted or 0.0) <= by_rank[f]
            else:
                assert chance.p_adjusted is None
    assert found[0][0].p_adjusted == 1 / 60
    assert (found[0][3].sd, found[0][3].z, found[0][3].p, found[0][3].p_adjusted) == (None, None, 1.0, 1.0)


def test_of_equal_p_the_larger_z_comes_first() -> None:
    drawn = np.zeros((10, 1, 2))
    drawn[0, 0], drawn[1, 0] = (1.0, 0.0), (0.0, 1.0)
    drawn[2:, 0, 1] = np.arange(8) / 10  # the draw that tops the second figure lies closer to the others
    ((first, second),) = compare(drawn[0], lambda: iter([drawn[1:]]), 9, 2)
    assert (first.p, first.p_adjusted) == (0.1, 0.1)
    assert second.p_adjusted == 1.0


def test_betweenness_of_fewer_draws_has_the_observed_network_among_as_many() -> None:
    for draws, steps, expected in ((999, 0, 1), (999, 3e10, 4), (999, 1e11, 10), (999, 1.1e11, 0), (99, 1e9, 1)):
        assert testing._every(int(steps), draws) == expected
    assert testing._every(10**12, 4) == 0


def test_betweenness_is_thinned_or_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    graph, groups = communities(1, size=10)
    for null in NULLS:
        for limit, draws in ((1e3, 0), (1e10, 199)):
            monkeypatch.setattr(testing, "_BETWEENNESS", limit)
            found = by_chance(graph, groups, null=null, draws=199)
            assert found.betweenness_draws == draws
            assert all(("group_betweenness" in of) == bool(draws) for of in found.nodes.values())
        monkeypatch.setattr(testing, "_every", lambda steps, draws: 4)
        found = by_chance(graph, groups, null=null, draws=199)
        assert {of["group_betweenness"].draws for of in found.nodes.values()} == {49} == {found.betweenness_draws}
        assert {of["across"].draws for of in found.nodes.values()} == {199}
        monkeypatch.undo()


# What a null model keeps


def test_what_cannot_differ_has_no_z() -> None:
    graph, groups = communities(4)
    labels = by_chance(graph, groups, null="labels", draws=19)
    assert all(of["total"].sd is None and of["total"].z is None for of in labels.nodes.values())
    alone = by_chance(graph, dict.fromkeys(graph, ("A",)), null="mixing", draws=9)
    assert all(of["across"].p == of["across"].p_adjusted == 1.0 for of in alone.nodes.values())


def test_a_family_is_the_nodes_that_can_have_a_two_path() -> None:
    star = by_chance(nx.star_graph(3), {}, null="degrees", draws=3)
    assert set(star.nodes) == {0}
    ways = nx.DiGraph([(0, 1), (1, 2), (2, 1), (3, 4), (4, 3)])
    assert set(by_chance(ways, {}, null="labels", draws=3).nodes) == {1, 2, 3, 4}
    for empty, null in product((nx.Graph(), nx.empty_graph(3), nx.DiGraph([(0, 1)])), NULLS):
        found = by_chance(empty, {0: ("a",)}, null=null, draws=3)
        assert found.nodes == {}
        assert found.overall["total"].observed == 0


@pytest.mark.parametrize(("null", "draws"), [("chance", 9), ("labels", 0)])
def test_unknown_null_models_and_no_draws_are_refused(null: str, draws: int) -> None:
    with pytest.raises(ValueError, match="labels, degrees, mixing"):
        by_chance(nx.path_graph(3), {}, null=null, draws=draws)


@pytest.mark.parametrize("null", NULLS)
def test_seeds_names_and_isolates(null: str) -> None:
    graph, groups = communities(5, size=8)
    found = by_chance(graph, groups, null=null, draws=30, seed=7)
    assert by_chance(graph, groups, null=null, draws=30, seed=7) == found
    assert by_chance(graph, groups, null=null, draws=30, seed=8) != found
    named = nx.relabel_nodes(graph, "n{}".format)
    named.add_node("alone")  # without a group, which would else be dealt out with the others
    again = by_chance(named, {f"n{node}": group for node, group in groups.items()}, null=null, draws=30, seed=7)
    if null == "labels":  # swaps draw their random numbers alike as well, but pool by kind, of which there is one more
        assert {f"n{node}": of for node, of in found.nodes.items()} == again.nodes
    assert {f"n{node}" for node in found.nodes} == set(again.nodes)


@pytest.mark.parametrize("null", NULLS)
def test_compiled_and_interpreted_are_the_same(null: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numba")
    graph, groups = communities(6, size=8)
    groups[0] = ("A", "B", "C")
    plain = by_chance(graph, groups, null=null, draws=9)
    monkeypatch.setattr("biograph.brokerage.compiled.WORTH", -1)
    assert by_chance(graph, groups, null=null, draws=9) == plain


# Planted: one node holds the ties between two groups


def planted(kind: str, seed: int = 1) -> tuple[nx.Graph, dict[object, tuple[str, ...]]]:
    graph, groups = communities(seed)
    if kind == "nobody":
        return graph, groups
    if kind == "gatekeeper":  # the sole link
        graph.remove_edges_from([(a, b) for a, b in graph.edges if groups[a] != groups[b]])
    sides = {"broker": (6, 6), "hub": (12, 0), "gatekeeper": (5, 5)}[kind]
    graph.add_edges_from(
        ("k", contact) for side, many in enumerate(sides) for contact in range(30 * side, 30 * side + many)
    )
    return graph, groups | {"k": ("A",)}


@pytest.mark.parametrize(("null", "measure"), [("mixing", "across"), ("degrees", "group_betweenness")])
def test_a_planted_broker_is_found_before_all_others(null: str, measure: str, at_once: None) -> None:
    graph, groups = planted("broker")
    found = by_chance(graph, groups, null=null, draws=199)
    p, adjusted = values(found, "k", measure)
    assert p == 1 / 200
    assert adjusted <= 0.05
    others = [of[measure].p_adjusted or 0.0 for node, of in found.nodes.items() if node != "k"]
    assert min(others) >= adjusted
    assert sum(p <= 0.05 for p in others) <= 3  # they lie on the paths that the planted ties shorten


def test_a_planted_gatekeeper_is_found_in_that_role_and_nobody_else() -> None:
    found = by_chance(*planted("gatekeeper"), null="mixing", draws=199)
    for measure in ("across", "gatekeeper", "representative"):
        assert values(found, "k", measure)[1] <= 0.05
        assert all((of[measure].p_adjusted or 0.0) > 0.05 for node, of in found.nodes.items() if node != "k")
    assert values(found, "k", "liaison")[0] == 1


def test_where_nobody_is_planted_nobody_is_found() -> None:
    found = by_chance(*planted("nobody"), null="mixing", draws=199)
    assert all((of["across"].p_adjusted or 0.0) > 0.05 for of in found.nodes.values())


@pytest.mark.parametrize("null", NULLS)
def test_a_planted_hub_in_its_own_group_is_no_broker(null: str, at_once: None) -> None:
    found = by_chance(*planted("hub"), null=null, draws=199)
    assert values(found, "k", "across")[0] > 0.5
    assert values(found, "k", "group_betweenness")[0] > 0.3


# The nulls have the size they claim


def size(found: list[tuple[float, float]], level: float) -> tuple[float, float]:
    """The share of p at or below a level, and of families with any corrected p there."""
    p, adjusted = np.array(found).T
    return float((p <= level).mean()), float((adjusted <= level).mean())


def from_the_null(null: str, repeats: int) -> Iterator[tuple[nx.Graph, Groups]]:
    """Networks that the null model may give, each as likely."""
    graph, groups = communities(7, across=0.08, size=12)
    adjacency = Adjacency.of(graph)
    kinds = Kinds.of_nodes(adjacency.nodes, groups)
    if null == "labels":
        for seed in range(repeats):
            order = np.random.default_rng((99, seed)).permutation(len(graph))
            yield graph, {node: groups[adjacency.nodes[place]] for node, place in zip(graph, order, strict=True)}
        return
    chain = Rewired(adjacency, kinds, np.arange(1), 10 * repeats, 5, null == "mixing")
    for distance, state in chain.states():
        if distance % 10 == 0:
            drawn = nx.empty_graph(len(graph))
            drawn.add_edges_from(state.ties.tolist())
            yield nx.relabel_nodes(drawn, dict(enumerate(adjacency.nodes))), groups


@pytest.mark.slow
@pytest.mark.parametrize("null", NULLS)
def test_under_the_null_p_is_uniform_and_families_hold_their_level(null: str, at_once: None) -> None:
    """Bounds: three standard errors of a share of 200; counts are discrete, so only betweenness has a lower one."""
    found: dict[str, list[tuple[float, float]]] = {"across": [], "group_betweenness": []}
    for seed, (graph, groups) in enumerate(from_the_null(null, 200)):
        of_nodes = by_chance(graph, groups, null=null, draws=39, seed=seed).nodes
        busiest = max(of_nodes, key=graph.degree)
        for measure, p in found.items():
            smallest = min(of[measure].p_adjusted or 0.0 for of in of_nodes.values())
            p.append((of_nodes[busiest][measure].p, smallest))
    for level in (0.05, 0.1, 0.25, 0.5):
        error = 3 * (level * (1 - level) / 200) ** 0.5
        for p in found.values():
            assert max(size(p, level)) <= level + error
        assert size(found["group_betweenness"], level)[0] >= level - error
