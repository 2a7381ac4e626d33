"""The drawing: what becomes a node, what an edge."""

from __future__ import annotations

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
