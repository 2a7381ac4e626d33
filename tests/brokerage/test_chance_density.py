"""Moments given size and density against R's sna (see fixtures/sna/README.md), and against all graphs of 3 nodes."""

import json
from itertools import product
from pathlib import Path

import networkx as nx
import pytest

from biograph.brokerage import by_density, roles

CASES = sorted((Path(__file__).parent / "fixtures" / "sna").glob("*.json"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_moments_equal_sna(path: Path) -> None:
    case = json.loads(path.read_text())
    graph = nx.DiGraph()
    graph.add_nodes_from(range(case["nodes"]))
    graph.add_edges_from(case["ties"])
    found = by_density(graph, {node: (group,) for node, group in enumerate(case["groups"])})
    members = [found.members[group].values() for group in case["groups"]]
    for ours, theirs in ((members, "nodes"), ([found.overall.values()], "overall")):
        rows = [case[f"{theirs}_{moment}"] for moment in ("expected", "sd")]
        expected, sd = rows if theirs == "nodes" else [[row] for row in rows]
        for mine, means, deviations in zip(ours, expected, sd, strict=True):
            assert [moments.expected for moments in mine] == pytest.approx(means, abs=1e-8)
            assert [moments.sd for moments in mine] == pytest.approx([value or 0.0 for value in deviations], abs=1e-8)


def test_an_undirected_graph_counts_as_its_symmetrised_twin() -> None:
    graph = nx.path_graph(5)
    graph.add_edge(1, 1)
    groups = {node: ("ab"[node % 2],) for node in graph}
    assert by_density(graph, groups) == by_density(nx.DiGraph(nx.path_graph(5)), groups)


def test_the_mean_is_that_of_all_graphs_weighted_by_their_density() -> None:
    arcs = [(a, b) for a in range(3) for b in range(3) if a != b]
    groups = {0: ("a",), 1: ("a",), 2: ("b",)}
    density, mean = 1 / 3, 0.0
    for there in product([False, True], repeat=6):
        graph = nx.empty_graph(3, create_using=nx.DiGraph)
        graph.add_edges_from(arc for arc, is_there in zip(arcs, there, strict=True) if is_there)
        mean += density ** sum(there) * (1 - density) ** (6 - sum(there)) * roles(graph, groups)[0].representative
    found = by_density(nx.DiGraph([(0, 1), (1, 2)]), groups)
    assert found.members["a"]["representative"].expected == pytest.approx(mean)


@pytest.mark.parametrize("groups", [{0: ("a",)}, {0: ("a",), 1: ("a", "b")}])
def test_only_single_groups_have_moments(groups: dict[int, tuple[str, ...]]) -> None:
    with pytest.raises(ValueError, match="without a group, or of several"):
        by_density(nx.path_graph(2), groups)


def test_where_nothing_varies_there_is_no_z() -> None:
    found = by_density(nx.empty_graph(3), dict.fromkeys(range(3), ("a",)))
    assert found.overall["total"].expected == 0
    assert found.overall["total"].z(0) is None
    assert by_density(nx.path_graph(4), dict.fromkeys(range(4), ("a",))).overall["total"].z(10**6) > 100
