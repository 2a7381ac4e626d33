"""Graph formats, each read back by another program."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree
from nasty_texts import NASTY, SHOWN

from biograph.exports import cytoscape, dot, gexf, graphml, pajek
from biograph.exports.facts import Facts, first_day
from biograph.exports.selection import Selection

HANBIT, HARBOR, KIM = "Company/한빛바이오", "Company/하버시약", "Person/김가온"
GEXF = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
IN_XML = NASTY.translate({8: None, 0x1F: None})
Write = Callable[[Facts], Iterator[str]]


def with_networkx(name: str, facts: Facts) -> nx.MultiDiGraph:
    if name == "graphml":
        graph = nx.parse_graphml("".join(graphml.write(facts)), force_multigraph=True)
        return nx.relabel_nodes(graph, nx.get_node_attributes(graph, "entity"))
    if name == "gexf":
        return nx.read_gexf(io.BytesIO("".join(gexf.write(facts)).encode()))
    return nx.cytoscape_graph(json.loads("".join(cytoscape.write(facts))))


@pytest.mark.parametrize("name", ["graphml", "gexf", "cytoscape"])
def test_networkx_reads_the_same_nodes_and_edges(news: Selection, name: str) -> None:
    graph = with_networkx(name, news.facts)
    assert graph.is_directed()
    assert set(graph) == {node["id"] for node in news.facts.nodes}
    assert graph.number_of_edges() == len(news.facts.edges) == 11
    assert graph.nodes[HARBOR]["label"] == "하버시약"
    assert graph.nodes[HARBOR]["documents"] == 2
    assert graph.nodes[HANBIT]["type"] == "Company"
    assert "Harbor Reagents" in graph.nodes[HARBOR]["aliases"]
    assert "KR" in graph.nodes[HANBIT]["country"]
    found = {(data["predicate"], data["status"]): data for *_, data in graph.edges(HANBIT, data=True)}
    pact = found["partnersWith", "asserted"]
    assert pact["label"] == "와 협력한다"
    assert (pact["date"], pact["weight"], pact["confidence"]) == ("2024-03-01", 2, 0.9)
    assert pact["published"] == "2024-03-02"
    assert found["investsIn", "planned"]["amount"] == "1000000 USD"
    assert found["acquires", "negated"]["speaker"] == "김가온"


def test_lists_are_joined_where_a_format_has_none_and_stay_lists_elsewhere(news: Selection) -> None:
    def pact(graph: nx.MultiDiGraph) -> Any:
        return next(data["documents"] for *_, data in graph.edges(data=True) if data["predicate"] == "partnersWith")

    assert pact(with_networkx("graphml", news.facts)) == "en | ko"
    assert pact(with_networkx("gexf", news.facts)) == "en | ko"
    assert pact(with_networkx("cytoscape", news.facts)) == ["en", "ko"]


@pytest.mark.parametrize(("name", "shown"), [("graphml", IN_XML), ("gexf", IN_XML), ("cytoscape", NASTY)])
def test_texts_stay_texts(nasty: Facts, name: str, shown: str) -> None:
    graph = with_networkx(name, nasty)
    assert graph.nodes["Company/a"]["label"] == shown
    assert {data["role"] for *_, data in graph.edges(data=True)} == {shown}


def test_graphml_ids_are_tokens_and_no_two_become_one() -> None:
    schema = etree.XMLSchema(
        etree.XML(
            '<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema"><s:element name="i" type="s:NMTOKEN"/></s:schema>'
        )
    )
    ids = [
        "Company/가람제약",
        "Company:가람제약",
        "Company_가람제약",
        "City/½km²",
        "http://x/y?z#1",
        "Person/a-1b",
        "a_3A_b",
        "a:b",
    ]
    for id_ in ids:
        element = etree.Element("i")
        element.text = graphml.token(id_)
        schema.assertValid(element)
    assert len({graphml.token(id_) for id_ in ids}) == len(ids)
    assert graphml.token("Company/가람제약") == "Company:가람제약"


def test_igraph_reads_graphml(news: Selection, tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph", reason="igraph is not installed: pip install igraph")
    file = tmp_path / "graph.graphml"
    file.write_text("".join(graphml.write(news.facts)), "utf-8")
    graph = igraph.Graph.Read_GraphML(str(file))
    assert (graph.vcount(), graph.ecount(), graph.is_directed()) == (9, 11, True)
    assert set(graph.vs["entity"]) == {node["id"] for node in news.facts.nodes}
    assert sorted(graph.es["quotes"]) == sorted(" | ".join(edge["quotes"]) for edge in news.facts.edges)


def gexf_tree(facts: Facts) -> etree._Element:
    return etree.XML("".join(gexf.write(facts)).encode())


def test_graphology_reads_gexf(news: Selection, node_packages: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "graph.gexf"
    file.write_text("".join(gexf.write(news.facts)), "utf-8")
    script = """
    const { MultiDirectedGraph } = require('graphology'), gexf = require('graphology-gexf');
    const graph = gexf.parse(MultiDirectedGraph, require('fs').readFileSync(process.argv[1], 'utf8'));
    console.log(JSON.stringify(graph.export()));
    """
    graph = node_packages(script, str(file))
    labels = {node["key"]: node["attributes"]["label"] for node in graph["nodes"]}
    assert labels == {node["id"]: node["label"] for node in news.facts.nodes}
    kinds = {edge["key"]: (edge["source"], edge["attributes"]["kind"], edge["target"]) for edge in graph["edges"]}
    assert kinds == {edge["id"]: (edge["source"], edge["predicate"], edge["target"]) for edge in news.facts.edges}
    assert all(re.fullmatch(r"rgb\(\d+,\d+,\d+\)", node["attributes"]["color"]) for node in graph["nodes"])


def test_gexf_dates_are_days_of_a_dynamic_graph(news: Selection) -> None:
    tree = gexf_tree(news.facts)
    graph = tree.find("g:graph", GEXF)
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    starts = {edge.get("kind"): edge.get("start") for edge in tree.iterfind(".//g:edge", GEXF)}
    assert starts["partnersWith"] == "2024-03-01"  # the date of the pact, not of the articles
    assert starts["memberOf"] == "2024-03-02"  # no date of its own: that of the article
    assert starts["unitOf"] == "2024-04-05"


@pytest.mark.parametrize(
    ("status", "date", "published", "found"),
    [
        ("asserted", "2021-10-18", "2022-01-02", {"start": "2021-10-18"}),
        ("planned", "2025", "2022-01-02", {"start": "2025-01-01"}),
        ("asserted", "", "2022-01", {"start": "2022-01-01"}),
        ("asserted", "soon", "2022-01-02", {"start": "2022-01-02"}),
        ("ended", "2021-10", "2022-01-02", {"end": "2021-10-01"}),
        ("asserted", "", "", {}),
    ],
)
def test_a_fact_holds_from_its_date_or_until_it_ended(
    status: str, date: str, published: str, found: dict[str, str]
) -> None:
    assert gexf.interval({"status": status, "date": date, "published": published}) == found


def test_gexf_nodes_are_there_as_long_as_their_edges(nasty: Facts) -> None:
    first, second = ({**edge, "target": "Company/b", "source": "Company/a"} for edge in nasty.edges)

    def bounds(*edges: dict[str, Any]) -> tuple[str | None, str | None]:
        node = gexf_tree(Facts(nasty.nodes, edges)).find(".//g:node", GEXF)
        return node.get("start"), node.get("end")

    earlier, ended = second | {"date": "2019"}, second | {"date": "2020", "status": "ended"}
    assert bounds(first, earlier) == ("2019-01-01", None)
    assert bounds(first, ended) == (None, None)
    assert bounds(ended, ended | {"date": "2021"}) == (None, "2021-01-01")
    assert bounds(first, second | {"date": "", "published": ""}) == (None, None)
    assert bounds() == (None, None)


def test_gexf_nodes_of_one_type_have_one_colour(news: Selection) -> None:
    colours = {
        node.get("id").split("/")[0]: tuple(node.find("viz:color", GEXF).attrib.values())
        for node in gexf_tree(news.facts).iterfind(".//g:node", GEXF)
    }
    assert len(set(colours.values())) == len(colours) == 6


def test_first_day_is_a_day_or_nothing() -> None:
    texts = ["2021", "2021-10", "2021-10-18", "2021-13", "2021-10-18T10:00", "내년", ""]
    assert [first_day(text) for text in texts] == ["2021-01-01", "2021-10-01", "2021-10-18", "", "", "", ""]


def test_cytoscape_reads_its_json(news: Selection, node_packages: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "graph.cyjs"
    file.write_text("".join(cytoscape.write(news.facts)), "utf-8")
    script = """
    const graph = JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8'));
    const cy = require('cytoscape')({ headless: true, ...graph });
    console.log(JSON.stringify({ nodes: cy.nodes().map(n => n.data()), edges: cy.edges().map(e => e.data()) }));
    """
    graph = node_packages(script, str(file))
    assert [node["name"] for node in graph["nodes"]] == [node["label"] for node in news.facts.nodes]
    quotes = {edge["id"]: tuple(edge["quotes"]) for edge in graph["edges"]}
    assert quotes == {edge["id"]: edge["quotes"] for edge in news.facts.edges}


def pajek_files(facts: Facts) -> dict[str, str]:
    return {name: "".join(chunks) for name, chunks in pajek.write(facts)}


def test_networkx_reads_pajek(news: Selection) -> None:
    network = pajek_files(news.facts)["graph.net"]
    assert network.startswith("\ufeff*Vertices 9\n")  # Pajek knows Hangul by this mark
    graph = nx.parse_pajek(network.removeprefix("\ufeff"))
    assert set(graph) == {node["label"] for node in news.facts.nodes}
    assert graph.number_of_edges() == 11
    weights = {data["l"]: data["weight"] for *_, data in graph.edges("한빛바이오", data=True)}
    assert (weights["partnersWith"], weights["memberOf"]) == (2, 1)


def test_pajek_partitions_number_the_vertices_in_order(news: Selection) -> None:
    files = pajek_files(news.facts)
    classes = {tuple(line.split("\t")[:2]): line.split("\t")[2] for line in files["classes.tsv"].splitlines()}
    for name in ("type", "country"):
        head, *numbers = files[f"{name}.clu"].splitlines()
        assert head == "*Vertices 9"
        found = [classes.get((name, number), "") for number in numbers]
        assert found == ["".join(node[name]) for node in news.facts.nodes]
    assert files["documents.vec"].split()[2:] == [str(node["documents"]) for node in news.facts.nodes]


def test_pajek_keeps_namesakes_apart_and_quotations_whole(nasty: Facts) -> None:
    graph = nx.parse_pajek(pajek_files(nasty)["graph.net"].removeprefix("\ufeff"))
    assert len(graph) == 2
    assert all(name.endswith(f" (Company/{id_})") for name, id_ in zip(graph, "ab", strict=True))
    assert graph.number_of_edges() == 2


def graphviz(text: str) -> dict[str, Any]:
    if not (program := shutil.which("dot")):
        pytest.skip("Graphviz is not installed: apt-get install graphviz")
    found = subprocess.run([program, "-Tdot_json"], input=text, capture_output=True, text=True, check=True)
    assert not found.stderr
    return json.loads(found.stdout)


def test_graphviz_reads_dot(news: Selection) -> None:
    graph = graphviz("".join(dot.write(news.facts)))
    assert graph["directed"]
    ids = [node["name"] for node in graph["objects"]]
    assert ids == [node["id"] for node in news.facts.nodes]
    edges = {edge["id"]: edge for edge in graph["edges"]}
    assert {id_: ids[edge["tail"]] for id_, edge in edges.items()} == {e["id"]: e["source"] for e in news.facts.edges}
    assert {edge["predicate"] for edge in edges.values()} == {edge["predicate"] for edge in news.facts.edges}
    assert {edge["weight"] for edge in edges.values()} == {"1", "2"}


def test_graphviz_shows_texts_as_they_stand(nasty: Facts) -> None:
    nasty_id = Facts(({**nasty.nodes[0], "id": 'a"]; b -> "c'},), ())
    (node,) = graphviz("".join(dot.write(nasty_id)))["objects"]
    assert node["name"] == 'a"]; b -> "c'
    assert node["label"] == SHOWN.replace("\\", "\\\\")  # as Graphviz keeps it; it draws one of the two
