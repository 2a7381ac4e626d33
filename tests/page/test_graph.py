"""The drawing: what becomes a node, what an edge."""

from __future__ import annotations

import pytest

from biograph.model import Corpus, Document, Entity, Evidence, Span, Statement, entity_id
from biograph.page import data, graph
from biograph.vocabulary import load


def test_an_edge_joins_one_pair_with_one_status(corpus):
    content = data.build(corpus, load())
    edges = graph.build(content, load())["edges"]
    assert sorted(n for edge in edges for n in edge["statements"]) == list(range(len(content["facts"]["statements"])))
    keys = [(edge["from"], edge["to"], edge["status"]) for edge in edges]
    assert len(set(keys)) == len(keys)
    assert {edge["status"] for edge in edges} == {"asserted", "planned", "negated"}
    assert not any(edge["directed"] for edge in edges if edge["predicates"] == ["partnersWith"])


def test_shape_by_class_and_rank_by_degree(corpus):
    content = data.build(corpus, load())
    nodes = graph.build(content, load())["nodes"]
    shapes = {content["core"]["entities"][node["id"]]["type"]: node["shape"] for node in nodes}
    assert (shapes["Company"], shapes["City"], shapes["Person"]) == ("dot", "square", "triangle")
    by_degree = sorted(nodes, key=lambda node: node["degree"])
    assert by_degree[0]["rank"] > by_degree[-1]["rank"] == 0


def countries(*rows: tuple[str, str | None, str]) -> Corpus:
    """Companies by name, seat and name of the next, with which they are partners."""
    text = "협력했다."
    document = Document("a1", text, "협력", (Span(0, len(text)),))
    evidence = (Evidence.cut(document, Span(0, len(text))),)
    bodies = [Entity(entity_id("Company", name), "Company", name, country=seat) for name, seat, _ in rows]
    ids = {body.name: body.id for body in bodies}
    statements = tuple(Statement(ids[name], "partnersWith", ids[other], evidence) for name, _, other in rows)
    return Corpus({"a1": document}, {body.id: body for body in bodies}, statements)


@pytest.fixture
def drawn():
    def build(*rows: tuple[str, str | None, str]):
        content = data.build(countries(*rows), load())
        names = [entity["name"] for entity in content["core"]["entities"]]
        return graph.build(content, load()), names

    return build


def test_the_two_largest_groups_have_a_column_and_all_others_one_between_them(drawn):
    rows = [("가", "KR", "나"), ("나", "KR", "다"), ("다", "KR", "라"), ("라", "US", "마"), ("마", "US", "바")]
    built, names = drawn(*rows, ("바", "JP", "사"), ("사", None, "가"))
    assert [band["group"] for band in built["bands"]] == ["KR", "*", "US", ""]
    seats = dict(zip("가나다라마바사", ["KR", "KR", "KR", "US", "US", "*", ""], strict=True))
    for node in built["nodes"]:
        band = next(band for band in built["bands"] if band["group"] == seats[names[node["id"]]])
        assert band["left"] < node["grouped"][0] < band["right"]
        assert band["top"] < node["grouped"][1] < band["bottom"]


def test_columns_that_nothing_belongs_to_are_left_out(drawn):
    built, _ = drawn(("가", "KR", "나"), ("나", "KR", "가"))
    assert [band["group"] for band in built["bands"]] == ["KR"]


def test_a_small_graph_has_no_clusters(corpus):
    built = graph.build(data.build(corpus, load()), load())
    assert built["clusters"] == []
    assert {node["cluster"] for node in built["nodes"]} == {None}


def test_clusters_of_a_large_graph_hold_each_node_once(drawn):
    names = [f"기업{n}" for n in range(1400)]
    seats = ["KR" if n % 2 else "US" for n in range(1400)]
    built, _ = drawn(*zip(names, seats, (names[n // 7] for n in range(1400)), strict=True))
    clusters = built["clusters"]
    held = [sum(node["cluster"] == n for node in built["nodes"]) for n in range(len(clusters))]
    below = [held[n] + sum(c["size"] for c in clusters if c["parent"] == n) for n in range(len(clusters))]
    assert below == [cluster["size"] for cluster in clusters]
    assert sum(c["size"] for c in clusters if c["parent"] is None) == 1400
    for node in built["nodes"]:
        cluster = clusters[node["cluster"]]
        assert (node["x"] - cluster["x"]) ** 2 + (node["y"] - cluster["y"]) ** 2 <= cluster["radius"] ** 2
    ids = {node["id"] for node in built["nodes"]}
    assert all(cluster["names"] and ids.issuperset(cluster["names"]) for cluster in clusters)
