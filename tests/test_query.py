from __future__ import annotations

import csv
import io
import json
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import pytest
import rdflib
from rdflib.query import Result

from biograph import dataset, query
from biograph.errors import NotFoundError, QueryError
from biograph.model import Document, Entity, Evidence, Extraction, Mention, Span, Statement
from biograph.store import Store
from biograph.table import width
from biograph.vocabulary import load

NEWS = Path(__file__).parent / "news.trig"
ONTOLOGY = load()

BRIDGE = "가교바이오협회(GBA)는 한국과 미국을 잇는 가교다."
SEOUL = "한빛바이오는 서울에 있다."
PACT = "한빛바이오는 지난 1일 하버시약과 협약을 맺었다."
PACT_EN = "Hanbit Bio and Harbor Reagents signed a pact on March 1."
INVEST = "한빛바이오는 하버시약에 100만 달러를 투자할 계획이다."
NO_MERGER = '김가온 한빛바이오 대표는 "합병은 하지 않는다"고 말했다.'
MEMBER = "한빛바이오는 협회 회원사다."
LAB = "The Boston lab of Harbor Reagents opened in 2019."
BOUGHT = "Hanbit Bio acquired Harbor Reagents in April."
KO, EN = "id:document/ko", "id:document/en"
FACTS = [
    (EN, "Boston lab", "bg:locatedIn", "Boston", "bg:asserted", LAB),
    (EN, "Boston lab", "bg:unitOf", "하버시약", "bg:asserted", LAB),
    (EN, "한빛바이오", "bg:acquires", "하버시약", "bg:asserted", BOUGHT),
    (EN, "한빛바이오", "bg:partnersWith", "하버시약", "bg:asserted", PACT_EN),
    (KO, "가교바이오협회", "bg:bridges", "미국", "bg:asserted", BRIDGE),
    (KO, "가교바이오협회", "bg:bridges", "한국", "bg:asserted", BRIDGE),
    (KO, "김가온", "bg:affiliatedWith", "한빛바이오", "bg:asserted", NO_MERGER),
    (KO, "한빛바이오", "bg:acquires", "하버시약", "bg:negated", NO_MERGER),
    (KO, "한빛바이오", "bg:investsIn", "하버시약", "bg:planned", INVEST),
    (KO, "한빛바이오", "bg:locatedIn", "서울", "bg:asserted", SEOUL),
    (KO, "한빛바이오", "bg:memberOf", "가교바이오협회", "bg:asserted", MEMBER),
    (KO, "한빛바이오", "bg:partnersWith", "하버시약", "bg:asserted", PACT),
]
ANSWERS = {
    "about": [
        ("가교바이오협회", "bg:bridges", "미국", "", "bg:asserted", "", "", "", BRIDGE, KO),
        ("가교바이오협회", "bg:bridges", "한국", "", "bg:asserted", "", "", "", BRIDGE, KO),
        ("한빛바이오", "bg:memberOf", "가교바이오협회", "", "bg:asserted", "", "", "", MEMBER, KO),
    ],
    "bridges": [("가교바이오협회", "미국 ~ 한국", "bg:asserted", BRIDGE, KO)],
    "by-country": [("미국", "Boston lab", "bg:OrganizationalUnit"), ("한국", "한빛바이오", "bg:Company")],
    "contested": [("한빛바이오", "bg:acquires", "하버시약", BOUGHT, EN, NO_MERGER, KO)],
    "documents": [
        (KO, "2024-03-02", "다리 놓는 협회", "가상일보", "8"),
        (EN, "2024-04-05", "Harbor and its friends", "", "4"),
    ],
    "facts-by-document": FACTS,
    "investments": [("한빛바이오", "하버시약", "bg:planned", "1000000 USD", "", INVEST, KO)],
    "members": [("한빛바이오", "가교바이오협회", "bg:asserted", MEMBER, KO)],
    "negated": [("한빛바이오", "bg:acquires", "하버시약", "김가온", NO_MERGER, KO)],
    "partners": [
        ("한빛바이오", "하버시약", "bg:asserted", "2024-03-01", PACT_EN, EN),
        ("한빛바이오", "하버시약", "bg:asserted", "2024-03-01", PACT, KO),
    ],
    "people": [("김가온", "한빛바이오", "bg:asserted", "대표", NO_MERGER, KO)],
    "planned": [("한빛바이오", "bg:investsIn", "하버시약", "", "", "1000000 USD", INVEST, KO)],
    "sources": [
        ("2", "한빛바이오", "bg:partnersWith", "하버시약", "bg:asserted"),
        *(("1", *row) for row in sorted({fact[1:5] for fact in FACTS}) if row[1] != "bg:partnersWith"),
    ],
    "timeline": [
        ("2024-03-01", "한빛바이오", "bg:partnersWith", "하버시약", "bg:asserted", PACT_EN, EN),
        ("2024-03-01", "한빛바이오", "bg:partnersWith", "하버시약", "bg:asserted", PACT, KO),
        ("2024-04", "한빛바이오", "bg:acquires", "하버시약", "bg:asserted", BOUGHT, EN),
    ],
}


@pytest.fixture(scope="module")
def store() -> Store:
    news = Store.read(NEWS)
    news.add(Store.read(ONTOLOGY.directory / "biograph.ttl").quads())
    return news


def rows(store: Store, which: str, /, **values: str) -> list[tuple[str, ...]]:
    text = query.run(store, query.find(which, ONTOLOGY), format="csv", values=values)
    cells = list(csv.reader(io.StringIO(text)))[1:]
    return [tuple(query.brief(rdflib.URIRef(c)) if c.startswith("https://") else c for c in row) for row in cells]


@pytest.mark.parametrize("name", ANSWERS)
def test_named_query_gives_its_exact_answer(store: Store, name: str) -> None:
    values = {"name": "gba"} if name == "about" else {}
    assert rows(store, name, **values) == ANSWERS[name]


def test_named_queries_fit_the_dataset_that_a_build_writes() -> None:
    text = "가온협회(GA)는 일본과의 가교다."
    document = Document("news/1", text, "ko", (Span(0, len(text)),), title="가교")
    mentions = (Mention(Span(0, 4), "가온협회"), Mention(Span(5, 7), "GA"))
    entities = (
        Entity("Association/가온협회", "Association", "가온협회", ("GA",), mentions),
        Entity("Country/일본", "Country", "일본", (), (Mention(Span(10, 12), "일본"),), country="JP"),
    )
    evidence = (Evidence.cut(document, Span(0, len(text))),)
    fact = Statement("Association/가온협회", "bridges", "Country/일본", evidence, extractor="x")
    extraction = Extraction(document, entities, (fact,))
    built = Store.memory([*dataset.quads(extraction), *dataset.gazetteer_quads(entities, ONTOLOGY)])
    expected = [("가온협회", "일본", "bg:asserted", text, "id:document/news/1")]
    assert rows(built, "bridges", **{"from": "Japan"}) == expected
    assert [row[0] for row in rows(built, "about", name="ga")] == ["가온협회"]
    assert [row[-1] for row in rows(built, "documents")] == ["1"]


def test_every_named_query_is_tested_and_says_what_it_is_for() -> None:
    queries = query.named(ONTOLOGY)
    assert {q.name for q in queries} == set(ANSWERS)
    for q in queries:
        for language in ("ko", "en"):
            assert q.titles[language]
            assert q.descriptions[language]
        assert q.title("de") == q.title("en")


def test_the_documentation_names_every_query_with_its_parameters() -> None:
    lines = (Path(__file__).parents[1] / "docs" / "queries.md").read_text("utf-8").splitlines()
    documented = {line.split("`")[1]: line.rpartition("| ")[2] for line in lines if line.startswith("| `")}
    for q in query.named(ONTOLOGY):
        assert all(f"`{p.name}`" in documented[q.name] for p in q.parameters if p.name != "language"), q.name


@pytest.mark.parametrize("q", query.named(ONTOLOGY), ids=lambda q: q.name)
def test_named_queries_run_elsewhere_without_bindings(store: Store, q: query.NamedQuery) -> None:
    store.answer(q.text)


def test_names_come_in_the_language_asked_for(store: Store) -> None:
    assert rows(store, "bridges", language="en")[0][1] == "South Korea ~ United States"
    assert {row[1] for row in rows(store, "partners", language="en")} == {"Harbor Reagents"}


def test_bridges_can_be_asked_for_two_sides_by_any_of_their_names(store: Store) -> None:
    assert len(rows(store, "bridges", **{"from": "south korea", "to": "미국"})) == 1
    assert rows(store, "bridges", **{"from": "한국", "to": "일본"}) == []


def test_parameters_narrow_the_answer(store: Store) -> None:
    assert rows(store, "by-country", country="United States") == ANSWERS["by-country"][:1]
    assert rows(store, "facts-by-document", only="다리") == FACTS[4:]
    assert rows(store, "facts-by-document", only="document/en") == FACTS[:4]


def test_what_was_planned_and_then_done_is_no_longer_planned(store: Store) -> None:
    invests = (
        "<https://w3id.org/biograph/id/Company/한빛바이오> bg:investsIn <https://w3id.org/biograph/id/Company/하버시약>"
    )
    done = Store.memory(
        [*store.quads(), *((*t, None) for t in store.answer(f"CONSTRUCT {{ {invests} }} {{}}").triples)]
    )
    assert rows(done, "planned") == []


def test_a_unit_without_a_place_follows_its_parent_and_one_with_a_place_does_not(store: Store) -> None:
    facts = """
      id:lab bg:unitOf id:hq ; a bg:OrganizationalUnit ; skos:prefLabel "Lab" .
      id:desk bg:unitOf id:lab ; a bg:OrganizationalUnit ; skos:prefLabel "Desk" .
      id:branch bg:unitOf id:hq ; a bg:OrganizationalUnit ; skos:prefLabel "Branch" ;
        bg:locatedIn <https://w3id.org/biograph/id/City/보스턴> .
      id:hq a bg:Company ; skos:prefLabel "HQ" ; bg:locatedIn id:park .
      id:park bg:locatedIn <https://w3id.org/biograph/id/City/서울> ."""
    added = [(*t, None) for t in store.answer(f"CONSTRUCT {{ {facts} }} {{}}").triples]
    found = {row[:2] for row in rows(Store.memory([*store.quads(), *added]), "by-country")}
    new = {("한국", "Lab"), ("한국", "Desk"), ("한국", "HQ"), ("미국", "Branch")}
    assert found == new | {row[:2] for row in ANSWERS["by-country"]}


def test_the_seat_of_a_known_body_counts_wherever_texts_place_it(store: Store) -> None:
    korea = "<https://w3id.org/biograph/id/Country/한국>"
    facts = f"id:known a bg:Company ; skos:prefLabel 'Known' ; bg:homeCountry {korea} ."
    added = [(*t, None) for t in store.answer(f"CONSTRUCT {{ {facts} }} {{}}").triples]
    assert ("한국", "Known", "bg:Company") in rows(Store.memory([*store.quads(), *added]), "by-country")


def test_a_fact_of_many_documents_is_found_in_each_and_counted_once_a_document(store: Store) -> None:
    article = "https://w3id.org/biograph/id/document/ko"

    def copied(term: object, i: int) -> object:
        own = isinstance(term, rdflib.URIRef) and (str(term) == article or "/evidence/" in term)
        return rdflib.URIRef(f"{term}{i}") if own else term

    copies = [tuple(copied(term, i) for term in quad) for i in range(30) for quad in store.quads(article)]
    many = Store.memory([*store.quads(), *copies])  # type: ignore[list-item]
    assert ("31", "가교바이오협회", "bg:bridges", "한국", "bg:asserted") in rows(many, "sources")
    for name in ("about", "bridges", "members", "negated", "people", "planned"):
        expected = {row[:-1] for row in ANSWERS[name]}
        found = rows(many, name, **({"name": "gba"} if name == "about" else {}))
        assert {row[:-1] for row in found} == expected, name
        assert len(found) == 31 * len(expected), name
    assert rows(many, "by-country") == ANSWERS["by-country"]


@pytest.mark.parametrize(
    ("value", "found"),
    [('GBA" } #', True), ("GBA\\", True), (" g.b A", True), ("?called", False), ("<x>", False), ("GBAs", False)],
)
def test_values_are_bound_never_formatted_into_the_text(store: Store, value: str, found: bool) -> None:
    if found:
        assert rows(store, "about", name=value) == ANSWERS["about"]
    else:
        with pytest.raises(NotFoundError, match="no entity named"):
            rows(store, "about", name=value)


def test_nobody_of_that_name_is_told_with_the_nearest_and_nothing_said_is_an_answer() -> None:
    silent = Entity("Company/나래", "Company", "나래바이오", mentions=(Mention(Span(0, 5), "나래바이오"),))
    document = Document("d", "나래바이오", "ko", (Span(0, 5),))
    quiet = Store.memory(dataset.quads(Extraction(document, (silent,), ())))
    about = query.find("about", ONTOLOGY)
    assert query.run(quiet, about, values={"name": "나래 바이오"}, format="csv").count("\n") == 1
    with pytest.raises(NotFoundError, match=r"no entity named '나래' \(nearest: 나래바이오\)"):
        query.run(quiet, about, values={"name": "나래"})


def test_decomposed_hangul_finds_composed_names(store: Store) -> None:
    assert rows(store, "about", name=unicodedata.normalize("NFD", "가교바이오협회")) == ANSWERS["about"]


def test_a_wrong_name_gives_the_nearest(store: Store) -> None:
    with pytest.raises(NotFoundError, match="bridges"):
        query.resolve("bridge", ONTOLOGY)


def test_a_word_is_a_name_and_the_rest_is_sparql() -> None:
    assert query.resolve(" planned\n", ONTOLOGY).name == "planned"
    assert query.resolve("ASK {}", ONTOLOGY).name == ""


def test_missing_and_unknown_values_are_told_by_name(store: Store) -> None:
    about = query.find("about", ONTOLOGY)
    with pytest.raises(QueryError, match="name must be given"):
        query.run(store, about)
    with pytest.raises(NotFoundError, match=r"no such parameter: nmae.*name, language"):
        query.run(store, about, values={"nmae": "GBA"})


def test_bad_sparql_is_one_line_with_line_and_column(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        query.run(store, "SELECT ?s\nWHERE { ?s bg:bridges }")
    assert "line 2, column" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_prefixes_need_no_declaration_and_may_be_declared(store: Store) -> None:
    assert query.run(store, "ASK { ?s a bg:Company ; skos:prefLabel ?l }") == "true\n"
    assert query.run(store, "PREFIX bg: <http://elsewhere/> ASK { ?s a bg:Company }") == "false\n"


def test_a_file_may_have_parameters(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text(
        "\ufeff# param city = 서울: where\nSELECT ?who ?city { ?w bg:locatedIn/skos:prefLabel ?c ; skos:prefLabel ?who "
        "FILTER(STR(?c) = ?city && LANG(?who) = 'ko') }",
        "utf-8",
    )
    assert query.run(store, query.read(file), format="csv").split() == ["who", "한빛바이오"]
    with pytest.raises(QueryError, match=r"other\.rq"):
        query.read(tmp_path / "other.rq")
    file.write_bytes(b"\xff\xfe ASK {}")
    with pytest.raises(QueryError, match="UTF-8"):
        query.read(file)


SELECT = "SELECT ?label ?issued ?none { id:document\\/ko dcterms:title ?label ; dcterms:issued ?issued }"
TRICKY = 'SELECT ("a\\tb\\n\\"c\\"\\\\" AS ?x) ("예"@ko AS ?y) (12 AS ?z) {}'


def test_results_are_read_back_by_another_library(store: Store) -> None:
    row = (rdflib.Literal("다리 놓는 협회", lang="ko"), rdflib.Literal("2024-03-02", datatype=rdflib.XSD.date), None)
    for form in ("json", "xml", "tsv"):
        back = Result.parse(io.BytesIO(query.run(store, SELECT, format=form).encode()), format=form)
        assert [str(v) for v in back.vars or []] == ["label", "issued", "none"]
        assert [tuple(r) for r in back] == [row]
        back = Result.parse(io.BytesIO(query.run(store, TRICKY, format=form).encode()), format=form)
        assert tuple(next(iter(back))) == (
            rdflib.Literal('a\tb\n"c"\\'),
            rdflib.Literal("예", lang="ko"),
            rdflib.Literal(12),
        )


def test_csv_has_one_record_a_row(store: Store) -> None:
    records = list(csv.reader(io.StringIO(query.run(store, TRICKY, format="csv"))))
    assert records == [["x", "y", "z"], ['a\tb\n"c"\\', "예", "12"]]


def test_ask_in_every_format(store: Store) -> None:
    asks = {form: query.run(store, "ASK {}", format=form) for form in ("table", "csv", "tsv", "json", "xml")}
    assert asks["table"] == asks["csv"] == asks["tsv"] == "true\n"
    assert json.loads(asks["json"])["boolean"] is True
    assert ElementTree.fromstring(asks["xml"]).findtext("{*}boolean") == "true"


def test_constructed_triples_are_turtle_or_a_table(store: Store) -> None:
    construct = "CONSTRUCT { ?s bg:bridges ?o } { ?s bg:bridges ?o }"
    graph = rdflib.Graph().parse(data=query.run(store, construct), format="turtle")
    assert len(graph) == 2
    assert query.run(store, construct, format="table").splitlines()[2].split() == [
        "id:Association/가교바이오협회",
        "bg:bridges",
        "id:Country/미국",
    ]
    assert len(rdflib.Graph().parse(data=query.run(store, "DESCRIBE id:Country\\/미국"), format="turtle")) == 6


@pytest.mark.parametrize(
    ("text", "form"), [("CONSTRUCT WHERE { ?s bg:bridges ?o }", "csv"), ("ASK {}", "turtle"), ("ASK {}", "yaml")]
)
def test_a_format_that_does_not_fit_is_refused(store: Store, text: str, form: str) -> None:
    with pytest.raises(QueryError, match=r"try|there is"):
        query.run(store, text, format=form)


def test_a_table_stays_within_the_terminal(store: Store) -> None:
    for name in ANSWERS:
        values = {"name": "GBA"} if name == "about" else {}
        out = query.run(store, query.find(name, ONTOLOGY), values=values, columns=60)
        assert max(map(width, out.splitlines())) <= 60, name
