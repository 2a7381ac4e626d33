"""What is written as RDF, other programs read as the same facts."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib import RDF, RDFS, SKOS, XSD, BNode, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import DCTERMS

from biograph import exports
from biograph.errors import DatasetError
from biograph.store import Store
from biograph.vocabulary import BG, OA

NEWS = Path(__file__).parents[1] / "news.trig"
# rdflib's own Dataset.parse uses what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings(r"ignore:(Dataset\.\w+|ConjunctiveGraph) is deprecated:DeprecationWarning")

A, G, H = URIRef("https://w3id.org/biograph/id/Company/가람?a=b&c='d'"), URIRef("https://x/g"), URIRef("https://x/h")
TAGGED = Literal("예", lang="ko")
# A kind of value for each way that a format could lose it.
ODD = [
    (A, RDF.type, BG.Company, None),
    (A, RDF.type, BNode("type"), G),
    (A, RDFS.label, Literal("no language"), G),
    (A, RDFS.label, TAGGED, G),
    (A, RDFS.label, Literal("네", lang="ko"), G),
    (A, RDFS.label, URIRef("https://x/label"), G),
    (A, RDFS.comment, TAGGED, G),
    (A, RDFS.comment, Literal(" \t\"<&>\\'\r\n@id  {} "), G),
    (A, SKOS.prefLabel, TAGGED, H),
    (A, DCTERMS.issued, Literal("2021", datatype=XSD.gYear), G),
    (A, DCTERMS.issued, Literal("2021-10-18", datatype=XSD.date), G),
    (A, DCTERMS.issued, Literal("soon"), G),
    (A, DCTERMS.identifier, Literal("true", datatype=XSD.boolean), G),
    (A, DCTERMS.identifier, Literal("0.50", datatype=XSD.decimal, normalize=False), G),
    (A, BG.confidence, Literal("0.50", datatype=XSD.decimal, normalize=False), G),
    (A, OA.start, Literal("7", datatype=XSD.integer), G),
    (A, OA.start, Literal("seven", datatype=XSD.integer), G),
    (A, OA.start, Literal("123456789012345678901", datatype=XSD.integer), G),
    (A, OA.start, Literal("7"), G),
    (A, BG.status, BG.planned, G),
    (A, BG.status, URIRef("https://x/status"), G),
    (A, BG.evidence, Literal("not an address"), G),
    (A, BG.evidence, BNode("1b"), G),
    (BNode("1b"), BG.names, A, G),
    (BNode("1b"), URIRef("https://x/말/이름"), Literal(""), G),
    (BNode("1b"), URIRef("urn:a:b"), A, H),
]


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.read(NEWS)


def text(store: Store, name: str) -> str:
    """A format's one file."""
    return b"".join(exports.stream(store, name)).decode()


def union(store: Store) -> rdflib.Graph:
    graph = rdflib.Graph()
    graph += ((s, p, o) for s, p, o, _ in store.quads())
    return graph


def as_triples(quads: Any) -> rdflib.Graph:
    """Quads as triples about them, which can be compared where there are blank nodes."""
    graph = rdflib.Graph()
    for s, p, o, g in quads:
        node = BNode()
        for name, value in zip("spog", (s, p, o, g or URIRef("urn:default")), strict=True):
            graph.add((node, URIRef(f"urn:{name}"), value))
    return graph


def read_quads(data: str, format: str) -> list[tuple[Any, ...]]:
    quads = rdflib.Dataset().parse(data=data, format=format).quads()
    return [(s, p, o, None if g == DATASET_DEFAULT_GRAPH_ID else g) for s, p, o, g in quads]


def by_pyld(data: str) -> list[tuple[Any, ...]]:
    pyld = pytest.importorskip("pyld", reason="PyLD is not installed: pip install PyLD")
    return read_quads(pyld.jsonld.to_rdf(json.loads(data), {"format": "application/n-quads"}), "nquads")


READERS: dict[str, tuple[str, Callable[[str], list[tuple[Any, ...]]]]] = {
    "trig": ("trig", lambda data: read_quads(data, "trig")),
    "nquads": ("nquads", lambda data: read_quads(data, "nquads")),
    "jsonld": ("jsonld", lambda data: read_quads(data, "json-ld")),
    "jsonld by PyLD": ("jsonld", by_pyld),
}


@pytest.mark.parametrize("reader", READERS)
def test_formats_with_graphs_are_read_as_the_same_quads(store: Store, reader: str) -> None:
    name, read = READERS[reader]
    found = read(text(store, name))
    assert len(found) == len(store)
    assert set(found) == set(store.quads())


@pytest.mark.parametrize("reader", READERS)
def test_no_value_is_lost_on_the_way(reader: str) -> None:
    name, read = READERS[reader]
    odd = Store.memory(ODD)
    found = read(text(odd, name))
    assert len(found) == len(odd) == len(ODD)
    assert isomorphic(as_triples(found), as_triples(odd.quads()))


@pytest.mark.parametrize(("name", "format"), [("turtle", "turtle"), ("rdfxml", "xml")])
def test_formats_without_graphs_are_read_as_the_union(store: Store, name: str, format: str) -> None:
    graph = rdflib.Graph().parse(data=text(store, name), format=format)
    assert set(graph) == set(union(store))
    assert len(graph) < len(store)  # two documents state the partnership
    odd = Store.memory(ODD)
    assert isomorphic(rdflib.Graph().parse(data=text(odd, name), format=format), union(odd))


@pytest.mark.parametrize(("name", "format"), [("turtle", "turtle"), ("rdfxml", "rdfxml")])
def test_raptor_reads_the_same_triples(store: Store, name: str, format: str, tmp_path: Path) -> None:
    rapper = shutil.which("rapper")
    if not rapper:
        pytest.skip("rapper is not installed: Debian's raptor2-utils")
    for quads in (store.quads(), ODD):
        written = Store.memory(quads)
        (file,) = exports.export(written, name, tmp_path / "dataset")
        command = [rapper, "-q", "-i", format, "-o", "ntriples", str(file)]
        found = subprocess.run(command, capture_output=True, text=True, check=True)
        assert found.stderr == ""
        assert isomorphic(rdflib.Graph().parse(data=found.stdout, format="nt"), union(written))


N3 = """
const { Parser, Writer } = require("n3");
const [file, format] = process.argv.slice(1);
const quads = new Parser({ format }).parse(require("fs").readFileSync(file, "utf8"));
console.log(JSON.stringify(new Writer({ format: "n-quads" }).quadsToString(quads)));
"""


@pytest.mark.parametrize("name", ["turtle", "trig", "nquads"])
def test_n3_reads_as_many_statements(
    store: Store, name: str, tmp_path: Path, node_packages: Callable[..., Any]
) -> None:
    (file,) = exports.export(store, name, tmp_path)
    found = read_quads(node_packages(N3, str(file), exports.FORMATS[name].media_type), "nquads")
    assert set(found) == ({(*triple, None) for triple in union(store)} if name == "turtle" else set(store.quads()))


def test_pieces_of_a_large_graph_are_one_graph(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    whole = {name: text(store, name) for name in ("turtle", "trig", "nquads", "rdf12")}
    monkeypatch.setattr("biograph.store.serialisation._BATCH", 3)
    for name, content in whole.items():
        pieces = list(store.serialise(exports.FORMATS[name].media_type))
        assert b"".join(pieces).decode() == content
        assert len(pieces) > 20


def test_jsonld_reads_like_a_record(store: Store) -> None:
    graphs = json.loads(text(store, "jsonld"))["@graph"]
    nodes = {node["@id"]: node for graph in graphs for node in graph["@graph"]}
    plan = next(node for node in nodes.values() if node.get("status") == "planned")
    assert plan["subject"] == "id:Company/한빛바이오"
    assert (plan["predicate"], plan["amount"], plan["confidence"]) == ("investsIn", "1000000 USD", "0.7")
    quote = nodes[plan["evidence"]]
    assert quote["quote"] == "한빛바이오는 하버시약에 100만 달러를 투자할 계획이다."
    assert (quote["start"], quote["end"], quote["document"]) == (82, 113, "id:document/ko")
    assert nodes["id:Association/가교바이오협회"]["name"] == {"ko": "가교바이오협회"}
    assert nodes["id:document/en"]["issued"] == "2024-04-05"


def test_a_number_that_javascript_would_round_is_text() -> None:
    (graph,) = json.loads(text(Store.memory(ODD[14:20]), "jsonld"))["@graph"]
    (node,) = graph["@graph"]
    assert sorted(map(repr, node["start"])) == ["'123456789012345678901'", "'seven'", "7", "{'@value': '7'}"]


# ---- RDF/XML


def test_xml_tells_once_what_two_documents_tell(store: Store) -> None:
    assert text(store, "rdfxml").count("<bg:partnersWith ") == 1


@pytest.mark.parametrize("property_", ["https://x/1", "https://x/", str(RDF) + "li", str(RDF) + "Description"])
def test_a_property_that_xml_cannot_name_is_refused(property_: str) -> None:
    with pytest.raises(DatasetError, match="RDF/XML has no name") as caught:
        text(Store.memory([(A, URIRef(property_), A, G)]), "rdfxml")
    assert property_ in str(caught.value)


def test_xml_leaves_out_what_it_cannot_hold() -> None:
    odd = Store.memory([(A, RDFS.label, Literal("가\x00\x08\ufffe나"), G)])
    (found,) = rdflib.Graph().parse(data=text(odd, "rdfxml"), format="xml").objects()
    assert str(found) == "가나"


# ---- RDF 1.2


def test_a_statement_reifies_its_fact_and_asserts_nothing(
    store: Store, tmp_path: Path, node_packages: Callable[..., Any]
) -> None:
    """N3.js reads RDF 1.2: as many triple terms as statements, their status beside them, and no triple for a plan."""
    (file,) = exports.export(store, "rdf12", tmp_path)
    lines = node_packages(N3, str(file), "application/trig").splitlines()
    reifying = [line for line in lines if f"<{RDF}reifies> <<( " in line]
    statements = {(s, g) for s, p, o, g in store.quads() if o == BG.Statement}
    assert len(reifying) == len(statements) == 12
    assert len(lines) == len(store) - 3 * len(statements)
    plain = read_quads("\n".join(line for line in lines if line not in reifying), "nquads")
    parts = (RDF.subject, RDF.predicate, RDF.object)
    kept = {q for q in store.quads() if (q[0], q[3]) not in statements or (q[1] not in parts and q[2] != RDF.Statement)}
    assert set(plain) == kept
    (planned,) = (s for s, p, o, _ in plain if (p, o) == (BG.status, BG.planned))
    (term,) = (line for line in reifying if line.startswith(f"<{planned}>"))
    assert "/한빛바이오> <https://w3id.org/biograph/ontology#investsIn> <" in term
    assert not any(p == BG.investsIn for _, p, _, _ in plain)


def test_reifiers_are_read_back_as_statement_nodes(store: Store, tmp_path: Path) -> None:
    (file,) = exports.export(store, "rdf12", tmp_path)
    assert " rdf:reifies <<( " in file.read_text("utf-8")
    assert "rdf:subject" not in file.read_text("utf-8")
    assert list(Store.read(file).quads()) == list(store.quads())


def test_a_node_that_is_no_whole_statement_stays_as_it_is() -> None:
    node = [(A, RDF.type, RDF.Statement), (A, RDF.subject, G), (A, RDF.subject, H), (A, RDF.predicate, BG.acquires)]
    half = Store.memory((*triple, G) for triple in [*node, (A, RDF.object, G)])
    assert b"".join(half.serialise("application/trig; version=1.2")) == b"".join(half.serialise("application/trig"))


def test_the_short_syntax_for_reifiers_is_read(tmp_path: Path) -> None:
    (tmp_path / "own.trig").write_text(
        "PREFIX bg: <https://w3id.org/biograph/ontology#> PREFIX : <https://x/>\n"
        ":g { << :a bg:acquires :b ~ :s >> bg:status bg:planned }"
    )
    found = {(p, o) for s, p, o, _ in Store.read(tmp_path / "own.trig").quads() if s == URIRef("https://x/s")}
    assert (RDF.subject, URIRef("https://x/a")) in found
    assert (RDF.predicate, BG.acquires) in found


def test_a_dataset_is_not_written_in_an_unknown_format(store: Store) -> None:
    with pytest.raises(DatasetError, match=r"text/csv.*application/trig"):
        store.serialise("text/csv")
