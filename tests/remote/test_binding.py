"""Values in the text of a query mean what bindings mean to the engine in memory."""

from __future__ import annotations

import pytest

from biograph.errors import QueryError
from biograph.remote.binding import bind, prefixed
from biograph.sparql.asking import TABLES, Request, Value
from biograph.store import Store, exchange

TRIPLES = """
<http://x/a> <http://x/name> "가" .
<http://x/a> <http://x/size> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://x/b> <http://x/name> "나\\" } #" .
<http://x/b> <http://x/size> "2"^^<http://www.w3.org/2001/XMLSchema#integer> .
<http://x/c> <http://x/name> "가" .
<http://x/c> <http://x/size> "2"^^<http://www.w3.org/2001/XMLSchema#integer> .
"""
NAME, SIZE = "<http://x/name>", "<http://x/size>"


def literal(text: str) -> Value:
    return "literal", text, "", ""


@pytest.fixture(scope="module")
def store() -> Store:
    return exchange.load([("http://x/g", [TRIPLES.encode()])])


@pytest.mark.parametrize("value", ["가", '나" } #', "없음", "?s", "\\", "a\nb", "'''", "😀"])
@pytest.mark.parametrize(
    "text",
    [
        f"SELECT ?s ?v {{ ?s {NAME} ?n FILTER(?n = ?v) }} ORDER BY ?s ?v",
        f"SELECT ?s $v {{ ?s {NAME} $v }} ORDER BY ?s",
        f"SELECT DISTINCT ?v {{ ?s {NAME} ?v }}",
        f"SELECT * {{ ?s {NAME} ?v FILTER(STR(?v) != str( ?s )) }} ORDER BY DESC(?s)",
        f"SELECT ?n (COUNT(*) AS ?c) ?v {{ ?s {NAME} ?n FILTER(?n != ?v) }} GROUP BY ?n ?v ORDER BY ?v ?n",
        f"SELECT (COUNT(?s) AS ?c) ?v {{ ?s {NAME} ?n FILTER(?n != ?v) }} GROUP BY ?v",
        f"SELECT ?s ?v {{ ?s {SIZE} 2 {{ SELECT ?s ?v {{ ?s {NAME} ?n FILTER(?n = ?v) }} GROUP BY ?s ?v }} }}",
        f'SELECT ?s ?v {{ ?s {SIZE} 1 {{ SELECT ?s {{ ?s {NAME} ?v FILTER(?v = "가") }} }} }}',
        f"SELECT ?s (CONCAT(?v, '?v') AS ?t) ?v {{ ?s {SIZE} 1 FILTER(!bound( ?none )) }} # ?v",
        f"SELECT ?n ?v {{ ?s {NAME} ?n }} GROUP BY ?n ?v HAVING (MIN(?n) = ?v) ORDER BY LCASE(?v) ?n",
        f"SELECT ?s ?v {{ ?s {SIZE} ?z FILTER EXISTS {{ ?s {NAME} ?v }} }} ORDER BY ?s LIMIT 1",
        f"ASK {{ ?s {NAME} ?v }}",
        f"CONSTRUCT {{ ?s <http://x/is> ?v }} {{ ?s {NAME} ?v }}",
    ],
)
def test_a_bound_query_gives_what_the_engine_gives_with_bindings(store: Store, text: str, value: str) -> None:
    values = {"v": literal(value)}
    here = Request(text, values, table=TABLES["tsv"], triples=exchange.NTRIPLES, hidden=("v",))
    there = Request(
        bind(text, {"v": exchange.syntax(values["v"])}), table=here.table, triples=here.triples, hidden=("v",)
    )
    assert store.ask(there).body == store.ask(here).body


def test_addresses_and_numbers_can_be_bound(store: Store) -> None:
    text = f"SELECT ?s ?z ?n {{ ?s {SIZE} ?z ; {NAME} ?n }} ORDER BY ?n"
    number = "literal", "2", "", "http://www.w3.org/2001/XMLSchema#integer"
    terms = {"s": exchange.syntax(("iri", "http://x/b", "", "")), "z": exchange.syntax(number)}
    assert store.ask(Request(bind(text, terms), table=TABLES["csv"])).rows == 1


@pytest.mark.parametrize(
    "value", [("iri", "http://x/> } DROP ALL #", "", ""), ("literal", "x", "ko> ", ""), ("node", "b", "", "")]
)
def test_what_is_no_term_is_refused(value: Value) -> None:
    with pytest.raises(QueryError, match="bound"):
        exchange.syntax(value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"SELECT ?s {{ ?s {NAME} ?v }}", "SELECT does not name it"),
        (f"SELECT ?s ?v {{ ?s {NAME} ?n BIND(?n AS ?v) }}", "the query computes it"),
        (f"SELECT ?v ?s (STR(?n) AS ?v) {{ ?s {NAME} ?n }}", "the query computes it"),
        (f'SELECT ?s ?v {{ VALUES (?x ?v) {{ (1 "가") }} ?s {NAME} ?v }}', "VALUES lists it"),
    ],
)
def test_what_cannot_be_bound_is_refused_with_the_reason(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        bind(text, {"v": '"가"'})


def test_a_bound_variable_is_bound(store: Store) -> None:
    text = f"SELECT ?s ?v {{ ?s {SIZE} 1 FILTER(BOUND( ?v ) && ! bound(?none)) }}"
    assert store.ask(Request(bind(text, {"v": '"x"'}))).rows == 1


def test_strings_comments_and_names_that_look_like_the_variable_stay() -> None:
    text = 'SELECT ?v ?value { ?s ?p \'?v\', """$v""" ; <http://x/?v> ?value } # ?v'
    bound = bind(text, {"v": '"1"'})
    assert bound == text.replace("SELECT ?v ", "SELECT  ")


def test_only_prefixes_that_are_used_and_not_declared_are_added() -> None:
    text = "PREFIX bg: <http://mine/> SELECT * { ?s a bg:X ; skos:prefLabel 'rdfs:label' ; other:p ?o }"
    added = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
    assert prefixed(text) == f"{added}\n{text}"
    assert prefixed(text, "http://base/") == f"BASE <http://base/>\n{added}\n{text}"
