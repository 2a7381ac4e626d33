"""How a query is read: its form, its graphs, and what each pattern finds alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from biograph import query
from biograph.errors import LimitError, QueryError
from biograph.query.explain import Pattern, explain, unknown
from biograph.sparql.asking import Limits, Reply, Request
from biograph.store import Store
from biograph.vocabulary import load

NEWS = Path(__file__).parents[1] / "news.trig"
ONTOLOGY = load()


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.read(NEWS)


def test_each_pattern_is_counted_alone_in_the_graph_it_stands_in(store: Store) -> None:
    text = """
      SELECT ?name FROM <https://w3id.org/biograph/id/document/ko> {
        ?who bg:bridges/skos:prefLabel "한국"@ko .
        OPTIONAL { GRAPH ?g { ?who bg:nope id:Country\\/한국 } }
        { ?who a bg:Association } UNION { ?who a bg:Company }
        { SELECT ?who { ?who skos:prefLabel ?name } }
      }"""
    plan = explain(store, text)
    assert (plan.form, plan.graphs) == ("SELECT", ("https://w3id.org/biograph/id/document/ko",))
    companies = len(store.select("SELECT ?s { ?s a bg:Company }"))
    names = len(store.select("SELECT ?s ?n { ?s skos:prefLabel ?n }"))
    assert set(plan.patterns) == {
        Pattern('?who bg:bridges/skos:prefLabel "한국"@ko', 1),
        Pattern("GRAPH ?g { ?who bg:nope id:Country/한국 }", 0),
        Pattern("?who rdf:type bg:Association", 1),
        Pattern("?who rdf:type bg:Company", companies),
        Pattern("?who skos:prefLabel ?name", names),
    }


@pytest.mark.parametrize("named", query.named(ONTOLOGY), ids=lambda named: named.name)
def test_every_named_query_is_explained_with_its_values(store: Store, named: query.NamedQuery) -> None:
    values = {"name": "GBA"} if named.name == "about" else {}
    plan = explain(store, named, values)
    assert plan.form == "SELECT"
    assert plan.patterns
    assert set(plan.values) == {parameter.name for parameter in named.parameters}


def test_a_pattern_that_takes_too_long_to_count_has_no_count(store: Store) -> None:
    class Slow:
        def ask(self, request: Request, limits: Limits | None = None) -> Reply:
            raise LimitError("took longer")

    assert explain(Slow(), "ASK { ?s ?p ?o }").patterns == (Pattern("?s ?p ?o", None),)


def test_what_is_refused_is_refused_here_too(store: Store) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        explain(store, "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }")


def test_names_that_the_ontology_lacks_come_with_the_nearest() -> None:
    text = 'ASK { ?a bg:partnerWith ?b ; bg:status bg:planned ; a bg:Company ; bg:confidence ?c ; bg:x "bg:y" }'
    assert unknown(text, ONTOLOGY) == {"bg:partnerWith": ["bg:partnersWith"], "bg:x": []}
    for named in query.named(ONTOLOGY):
        assert unknown(named.text, ONTOLOGY) == {}, named.name
