"""Quads in and out, SPARQL over all graphs, files that are the same bytes each time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, XSD, BNode, Literal, URIRef

from biograph.errors import DatasetError, QueryError
from biograph.sparql.asking import Request
from biograph.store import Store
from biograph.vocabulary import BG

A, B, G, H = (URIRef(f"https://example.org/{name}") for name in "abgh")
QUADS = [
    (A, RDF.type, BG.Company, G),
    (A, BG.extractor, Literal('따옴표 " 와 \\ 줄\n바꿈\t\x00'), G),
    (A, BG.confidence, Literal("0.9", datatype=XSD.decimal), G),
    (A, BG.role, Literal("회장", lang="ko"), H),
    (A, BG.date, Literal("2021-10", datatype=XSD.gYearMonth), None),
    (BNode("x"), BG.keeps, B, H),
]


# rdflib 7.6 warns of its own use of names that it deprecates.
RDFLIB_ITSELF = pytest.mark.filterwarnings(r"ignore:\w+(\.\w+)? is deprecated:DeprecationWarning:rdflib")


@RDFLIB_ITSELF
@pytest.mark.parametrize("name", ["d.trig", "d.nq"])
def test_a_file_holds_what_was_added(tmp_path: Path, name: str) -> None:
    store = Store.memory(QUADS)
    store.write(tmp_path / name)
    again = Store.read(tmp_path / name)
    assert list(again.quads()) == list(store.quads())
    assert set(again.quads()) == set(QUADS)
    assert [p.name for p in tmp_path.iterdir()] == [name], "nothing is left aside"
    foreign = rdflib.Dataset()
    foreign.parse(tmp_path / name)
    assert len(foreign) == len(QUADS)


def test_a_folder_is_its_dataset(tmp_path: Path) -> None:
    Store.memory(QUADS).write(tmp_path)
    assert (tmp_path / "dataset.trig").is_file()
    assert len(Store.read(tmp_path)) == len(QUADS)


@pytest.mark.parametrize("name", ["d.trig", "d.nq"])
def test_the_same_quads_are_the_same_bytes(tmp_path: Path, name: str, store: Store) -> None:
    """Whatever the order of adding, and in another process, where hashes fall otherwise."""
    store.write(tmp_path / name)
    Store.memory(reversed(list(store.quads()))).write(tmp_path / f"other-{name}")
    code = "import sys; from biograph.store import Store; Store.read(sys.argv[1]).write(sys.argv[2])"
    for number in range(3):
        command = [sys.executable, "-c", code, str(tmp_path / name), str(tmp_path / f"{number}-{name}")]
        subprocess.run(command, check=True)
    assert len({path.read_bytes() for path in tmp_path.iterdir()}) == 1


def test_trig_is_for_reading(tmp_path: Path, store: Store) -> None:
    store.write(tmp_path / "d.trig")
    text = (tmp_path / "d.trig").read_text("utf-8")
    assert "association:한빛바이오협회 a bg:Association ;\n" in text
    assert "document:ko {\n" in text


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("bad.trig", "<a:b> <c:d> .", "line 1 column 13"),
        ("bad.nq", "<a:b> <c:d> <e f> .", "line 1"),
        ("bad.xyz", "", "use .trig, .nq, .ttl, .nt"),
        ("bytes.trig", b"\xff\xfe\x00", "bytes.trig"),
        ("none.trig", None, "biograph build"),
    ],
    ids=["trig", "nquads", "extension", "bytes", "none"],
)
def test_a_bad_file_is_one_line(tmp_path: Path, name: str, content: str | bytes | None, words: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(DatasetError) as caught:
        Store.read(tmp_path / name)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


def test_turtle_can_be_read_but_not_hold_a_dataset(tmp_path: Path) -> None:
    (tmp_path / "one.ttl").write_text("<https://example.org/a> a <https://example.org/b> .")
    assert len(Store.read(tmp_path / "one.ttl")) == 1
    with pytest.raises(DatasetError, match="one graph only"):
        Store.memory(QUADS).write(tmp_path / "two.ttl")


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store.memory(QUADS).write(tmp_path / "d.nq")
    before = (tmp_path / "d.nq").read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DatasetError, match="No space left"):
        Store.memory(QUADS[:1]).write(tmp_path / "d.nq")
    assert (tmp_path / "d.nq").read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_graphs_can_be_listed_and_dropped() -> None:
    store = Store.memory(QUADS)
    assert store.graphs() == (G, H)
    assert len(list(store.quads(str(G)))) == 3
    store.drop_graph(str(G))
    store.drop_graph("https://example.org/none")
    assert store.graphs() == (H,)
    assert len(store) == 3


def test_queries_see_all_graphs_and_know_the_prefixes() -> None:
    found = Store.memory(QUADS).select(
        "SELECT ?c ?r ?none { ?s bg:confidence ?c ; bg:role ?r OPTIONAL { ?s bg:amount ?none } }"
    )
    assert found == [{"c": Literal("0.9", datatype=XSD.decimal), "r": Literal("회장", lang="ko"), "none": None}]


def test_plain_strings_compare_as_rdflib_has_them() -> None:
    (row,) = Store.memory([(A, BG.role, Literal("회장"), G)]).select("SELECT ?r { ?s bg:role ?r }")
    assert row["r"] == Literal("회장")


def test_values_are_bound_never_spliced() -> None:
    store = Store.memory([(A, BG.role, Literal('" } ; DROP ALL #'), G), (B, BG.role, Literal("회장"), G)])
    found = store.select("SELECT ?s ?role { ?s bg:role ?role }", role='" } ; DROP ALL #')
    assert [row["s"] for row in found] == [A]
    assert store.select("SELECT ?s ?role { ?s bg:role ?role }", s=B)[0]["role"] == Literal("회장")
    assert store.answer("ASK { ?s bg:role ?role }", role=Literal("사장")).truth is False
    with pytest.raises(QueryError, match=r"\?other"):
        store.select("SELECT ?s { ?s bg:role ?r }", other="x")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT", "line 1"),
        ("SELECT * {\n ?s ?p ?o .\n FILTER(?o = }", "line 3, column 15"),
        ("SELECT * { ?s foo:x ?o }", "prefix is not declared"),
        ("INSERT DATA { <a:b> <c:d> 1 }", "INSERT is refused"),
        ("LOAD <https://example.org/x>", "LOAD is refused"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { service silent ?x { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { ?s ?p ?o FILTER(?p<?o)SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o } }", "SERVICE is refused"),
        ("ASK " + "{" * 9000 + "}" * 9000, "more than 200 deep"),
        ("PREFIX e: <http://127.0.0.1:9/> SELECT * { SERVICEe:x { ?s ?p ?o } }", "SERVICE is refused"),
        ("PREFIX e: <http://127.0.0.1:9/> SELECT * { ?s ?p e:.SERVICE e:x { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { ?s ?p ?o #\rSERVICE <http://127.0.0.1:9/> { ?s ?p ?o }\n}", "SERVICE is refused"),
        ("SELECT * { ?s ?p ?o FILTER(?o < 3) SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
        ("SELECT * { ?s ?p 'it''s' SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE is refused"),
    ],
)
def test_a_wrong_query_is_one_line(query: str, words: str) -> None:
    with pytest.raises(QueryError, match=words) as caught:
        Store.memory(QUADS).answer(query)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?s ?p ?o FILTER(?o != 'SERVICE') } # SERVICE",
        'ASK { ?service ?p ?o FILTER(?o != """a "SERVICE" b""") }',
        "ASK { ?s ?p ?o FILTER(?p != <https://example.org/SERVICE>) }",
        "ASK { ?s ?p ?o FILTER(?o != 'it\\'s SERVICE') }",
        "ASK { ?s ?p ?o FILTER(?o != '" + "(" * 999 + "') }",
    ],
)
def test_the_word_may_stand_where_it_asks_nothing(query: str) -> None:
    assert Store.memory(QUADS).answer(query).truth


def test_an_answer_is_terms_or_bytes_in_the_formats_of_the_w3c() -> None:
    store = Store.memory(QUADS)
    select, construct = "SELECT ?r { ?s bg:role ?r }", "CONSTRUCT { ?s bg:role ?r } WHERE { ?s bg:role ?r }"
    rows = store.answer(select)
    assert (rows.kind, rows.variables, rows.rows) == ("select", ("r",), ((Literal("회장", lang="ko"),),))
    assert store.answer(construct).triples == ((A, BG.role, Literal("회장", lang="ko")),)

    def written(query: str, media_type: str) -> str:
        return store.ask(Request(query, table=media_type, triples=media_type)).body.decode()

    assert written(select, "text/csv") == "r\r\n회장\r\n"
    assert written(select, "text/tab-separated-values") == '?r\n"회장"@ko\n'
    assert '"xml:lang":"ko"' in written(select, "application/sparql-results+json")
    assert "<sparql" in written(select, "application/sparql-results+xml")
    assert "bg:role" in written(construct, "text/turtle")
    assert "true" in written("ASK {}", "application/sparql-results+json")
    for query, media_type in ((select, "text/turtle"), (select, "no/such"), (construct, "text/csv"), ("ASK {}", "a/b")):
        with pytest.raises(QueryError, match=media_type):
            written(query, media_type)


@RDFLIB_ITSELF
def test_the_dataset_is_rdflibs() -> None:
    copy = Store.memory(QUADS).dataset()
    assert len(copy) == len(QUADS)
    assert (A, BG.role, Literal("회장", lang="ko")) in copy
    assert len(copy.graph(G)) == 3


def test_the_union_counts_a_triple_of_two_graphs_once() -> None:
    triple = (URIRef("http://example.org/s"), URIRef("http://example.org/p"), URIRef("http://example.org/o"))
    store = Store.memory([(*triple, URIRef("http://example.org/g1")), (*triple, URIRef("http://example.org/g2"))])
    assert [str(row["n"]) for row in store.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")] == ["1"]
    assert [str(row["n"]) for row in store.select("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")] == ["2"]
    store.drop_graph("http://example.org/g1")
    assert len(store.select("SELECT ?g { GRAPH ?g { ?s ?p ?o } }")) == 1


def test_a_variable_may_have_the_name_of_a_parameter() -> None:
    store = Store.memory([])
    assert store.select("SELECT ?sparql { VALUES ?x { 1 } }", sparql="a")[0]["sparql"] is not None


def test_a_text_that_the_engine_cannot_hold_is_told_in_a_line(tmp_path: Path) -> None:
    file = tmp_path / "long.nq"
    file.write_text(f'<http://a/s> <http://a/p> "{"x" * (17 << 20)}" .\n', "utf-8")
    with pytest.raises(DatasetError, match="cannot be read"):
        Store.read(file)
