"""Groups by SPARQL: what may be bound, and what is said of queries that group nothing."""

import logging
from pathlib import Path

import pytest
from rdflib import RDF, URIRef

from biograph.dataset.read import read
from biograph.errors import QueryError
from biograph.groups import Membership, by_query, resolve
from biograph.store import Store
from biograph.vocabulary import BASE, BG

NEWS = Store.read(Path(__file__).parents[1] / "news.trig")
CORPUS = read(NEWS)
HANBIT, HARBOR, KIM = "Company/한빛바이오", "Company/하버시약", "Person/김가온"
GBA = "Association/가교바이오협회"
URL = "https://example.org/regions/%EB%B6%81%EC%AA%BD/"


def test_a_group_that_is_an_entity_has_its_id_and_names() -> None:
    found = by_query(NEWS, "SELECT ?node ?group { ?node bg:memberOf ?group }", CORPUS)
    assert found.memberships[HANBIT] == (Membership(GBA),)
    assert found.memberships[HARBOR] == ()
    assert list(found.memberships) == sorted(CORPUS.entities)
    assert found.names == {GBA: {"ko": "가교바이오협회", "en": CORPUS.labels[GBA].get("en", "가교바이오협회")}}
    assert (found.kind, found.derived) == ("query", False)
    assert resolve(CORPUS, found, "GBA") == GBA


def test_a_literal_is_its_own_name_and_several_rows_are_several_groups() -> None:
    values = f"(id:{HARBOR} 'b') (id:{HARBOR} 'a') (id:{KIM} 7) (id:{KIM} '7'@ko)".replace("/", "\\/")
    found = by_query(NEWS, f"SELECT * {{ VALUES (?node ?group) {{ {values} }} }}", CORPUS)
    assert found.groups[HARBOR] == ("a", "b")
    assert found.groups[KIM] == ("7",)
    assert found.label("b", "en") == "b"


def test_a_type_has_the_label_of_the_ontology_and_another_address_its_end() -> None:
    found = by_query(NEWS, "SELECT ?node ?group { ?node a ?group FILTER(?group = bg:Person) }", CORPUS)
    (group,) = found.names
    assert found.groups[KIM] == (group,) == ("https://w3id.org/biograph/ontology#Person",)
    assert (found.label(group, "ko"), found.label(group, "en")) == ("인물", "person")
    assert resolve(CORPUS, found, "인물") == group
    away = by_query(NEWS, f"SELECT * {{ BIND(<{URL}> AS ?group) ?node a bg:Person }}", CORPUS)
    assert away.names == {URL: {"ko": "북쪽", "en": "북쪽"}}


def test_rows_that_group_no_entity_are_counted_and_left_out(caplog: pytest.LogCaptureFixture) -> None:
    query = "SELECT ?node ?group { ?node a bg:Company } VALUES (?group) {('x')}"
    with caplog.at_level(logging.WARNING):
        by_query(NEWS, query, CORPUS)
    assert not caplog.messages
    members = "{ ?node a bg:Company OPTIONAL { ?node bg:memberOf ?group } }"
    articles = "{ ?node a schema:NewsArticle BIND('press' AS ?group) }"
    strangers = f"SELECT * {{ {members} UNION {articles} }}"
    with caplog.at_level(logging.WARNING):
        found = by_query(NEWS, strangers, CORPUS)
    assert {id_ for id_, groups in found.groups.items() if groups} == {HANBIT}
    assert caplog.messages == ["3 of the query's 4 rows name no entity or no group, and are left out"]


def test_a_dataset_with_another_base_is_grouped_alike(tmp_path: Path) -> None:
    text = (Path(__file__).parents[1] / "news.trig").read_text("utf-8")
    (tmp_path / "moved.trig").write_text(
        text.replace("https://w3id.org/biograph/id/", "https://example.org/kg/"), "utf-8"
    )
    moved = Store.read(tmp_path / "moved.trig")
    query = "SELECT ?node ?group { ?node bg:memberOf ?group }"
    assert by_query(moved, query, read(moved)) == by_query(NEWS, query, CORPUS)


def test_entities_alone_are_found_below_the_usual_base() -> None:
    entities = Store.memory([(URIRef(f"{BASE}{HANBIT}"), RDF.type, BG.Company, None)])
    found = by_query(entities, "SELECT ?node ?group { ?node a bg:Company BIND('x' AS ?group) }", CORPUS)
    assert found.groups[HANBIT] == ("x",)


WRONG = [
    ("SELECT ?node { ?node a bg:Company }", r"the query binds no \?group \(it must be like SELECT"),
    ("SELECT ?a ?b { ?a bg:memberOf ?b }", r"the query binds no \?node and no \?group"),
    ("ASK { ?node a ?group }", r"the query binds no \?node"),
    (
        "SELECT ?node ?group { ?node bg:acquires ?group . ?group a bg:Event }",
        r"makes no groups: it finds nothing \(try SELECT",
    ),
    ("SELECT ?node ?group { ?group bg:nothing* ?node . ?node a bg:Nobody }", r"it finds nothing"),
    (
        "SELECT ?node ?group { ?x a schema:NewsArticle BIND(?x AS ?node) BIND('n' AS ?group) }",
        r"none of the 2 rows groups",
    ),
    ("SELECT ?node ?group { SERVICE <https://example.org/> { ?node a ?group } }", "SERVICE is refused"),
    ("SELECT ?node ?group {", "not SPARQL"),
]


@pytest.mark.parametrize(("query", "told"), WRONG)
def test_a_query_that_makes_no_groups_says_what_is_wrong(query: str, told: str) -> None:
    with pytest.raises(QueryError, match=told):
        by_query(NEWS, query, CORPUS)
