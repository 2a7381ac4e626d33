"""The W3C's protocol tests for queries, as a table, and what they leave open."""

from __future__ import annotations

import json
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

import pytest
import rdflib

from .conftest import KASEI, Served

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
D0, D1, D2, D3 = (KASEI.format(n) for n in range(4))
TYPED = f"ASK {{ <{D1}> a ?type . <{D2}> a ?type . }}"
NAMED = f"ASK {{ GRAPH ?g1 {{ <{D1}> a ?type }} GRAPH ?g2 {{ <{D2}> a ?type }} }}"
FULL = f"ASK {{ <{D3}> a ?type GRAPH ?g1 {{ <{D1}> a ?type }} GRAPH ?g2 {{ <{D2}> a ?type }} }}"
DEFAULTS = {"default-graph-uri": [D1, D2]}
NAMEDS = {"named-graph-uri": [D1, D2]}
ALONE = {"default-graph-uri": D0}

RDFLIB = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its own reader of JSON-LD warns of itself

# method, parameters of the address, body, its type
GOOD = {
    "query_post_form": ("POST", ALONE, urlencode({"query": "ASK {}"}), FORM),
    "query_dataset_default_graphs_get": ("GET", {"query": TYPED} | DEFAULTS, None, None),
    "query_dataset_default_graphs_post": ("POST", DEFAULTS, TYPED, QUERY),
    "query_dataset_named_graphs_post": ("POST", NAMEDS, NAMED, QUERY),
    "query_dataset_named_graphs_get": ("GET", {"query": NAMED} | NAMEDS, None, None),
    "query_dataset_full": ("POST", {"default-graph-uri": D3} | NAMEDS, FULL, QUERY),
    "query_multiple_dataset": ("POST", NAMEDS, NAMED.replace("ASK", f"ASK FROM <{D3}>"), QUERY),
    "query_get": ("GET", {"query": "ASK {}"} | ALONE, None, None),
    "query_post_direct": ("POST", {}, "ASK {}", QUERY),
}
BAD = {
    "bad_query_method": ("PUT", {"query": "ASK {}"}, None, FORM, 405),
    "bad_multiple_queries": ("GET", {"query": ["ASK {}", "SELECT * {}"]}, None, None, 400),
    "bad_query_wrong_media_type": ("POST", {}, "ASK {}", "text/plain", 415),
    "bad_query_missing_form_type": ("POST", {}, "query=ASK%20%7B%7D", None, 415),
    "bad_query_missing_direct_type": ("POST", {}, "ASK {}", None, 415),
    "bad_query_non_utf8": ("POST", {}, "ASK {}".encode("utf-16"), f"{QUERY}; charset=UTF-16", 415),
    "bad_query_syntax": ("GET", {"query": "ASK {"}, None, None, 400),
    "bad_update_get": ("GET", {"update": "CLEAR ALL"}, None, None, 400),
    "bad_multiple_updates": ("POST", {}, "update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", FORM, 400),
    "bad_update_wrong_media_type": ("POST", {}, "CLEAR NAMED", "text/plain", 415),
    "bad_update_missing_form_type": ("POST", {}, "update=CLEAR%20NAMED", None, 415),
    "bad_update_non_utf8": ("POST", {}, "CLEAR NAMED".encode("utf-16"), f"{UPDATE}; charset=UTF-16", 415),
    "bad_update_syntax": ("POST", {}, "update=CLEAR%20XYZ", FORM, 400),
    "an update as it should be": ("POST", {}, "CLEAR ALL", UPDATE, 415),
    "an update in the place of a query": ("POST", {}, "DROP ALL", QUERY, 400),
    "bytes that are not UTF-8": ("POST", {}, b"ASK { ?s ?p '\xff' }", QUERY, 400),
    "a form that is not UTF-8": ("POST", {}, b"query=ASK%20%FF", FORM, 400),
}


def send(served: Served, method: str, parameters: dict, body: str | bytes | None, kind: str | None):
    headers = {"content-type": kind} if kind else {}
    return served.client.request(method, "/sparql/", params=parameters, content=body, headers=headers)


@pytest.mark.parametrize("name", GOOD)
def test_what_the_protocol_allows_is_answered(served: Served, name: str) -> None:
    answer = send(served, *GOOD[name])
    assert answer.status_code == 200, answer.text
    assert answer.json()["boolean"] is True


@pytest.mark.parametrize("name", BAD)
def test_what_the_protocol_forbids_is_refused_in_words(served: Served, name: str) -> None:
    *sent, status = BAD[name]
    answer = send(served, *sent)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["title"]
    assert problem["status"] == status


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("SELECT (1 AS ?value) {}", {"application/sparql-results+json"}),
        ("ASK {}", {"application/sparql-results+json"}),
        ("DESCRIBE <http://example.org/>", {"text/turtle; charset=utf-8"}),
        ("CONSTRUCT { <s> <p> 1 } WHERE {}", {"text/turtle; charset=utf-8"}),
    ],
)
def test_an_answer_has_the_type_of_its_form(served: Served, query: str, kinds: set[str]) -> None:
    answer = send(served, "POST", ALONE, query, QUERY)
    assert answer.status_code == 200
    assert answer.headers["content-type"] in kinds


def read_xml(text: str) -> list[str]:
    space = "{http://www.w3.org/2005/sparql-results#}"
    return [node.text or "" for node in ElementTree.fromstring(text).iter(f"{space}literal")]


NAMES = 'SELECT ?n { ?s skos:prefLabel ?n FILTER(STR(?n) = "한빛바이오") } LIMIT 1'


@pytest.mark.parametrize(
    ("accept", "kind", "read"),
    [
        ("", "application/sparql-results+json", lambda t: [json.loads(t)["results"]["bindings"][0]["n"]["value"]]),
        ("application/json", "application/sparql-results+json", lambda t: ["한빛바이오"] if "한빛" in t else []),
        ("application/sparql-results+xml", "application/sparql-results+xml", read_xml),
        ("text/xml;q=0.5, text/html", "application/sparql-results+xml", read_xml),
        ("text/csv", "text/csv; charset=utf-8", lambda t: t.split()[1:]),
        ("text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values; charset=utf-8", None),
        ("text/*", "text/csv; charset=utf-8", None),
    ],
)
def test_rows_come_as_the_client_likes_them(served: Served, accept: str, kind: str, read) -> None:
    answer = served.ask(NAMES, accept=accept)
    assert answer.headers["content-type"] == kind
    assert "Accept" in answer.headers["vary"]
    if read:
        assert read(answer.text) == ["한빛바이오"]


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
@RDFLIB
def test_triples_come_as_the_client_likes_them(served: Served, accept: str) -> None:
    answer = served.ask("CONSTRUCT WHERE { ?s bg:bridges ?o }", accept=f"{accept}, */*;q=0.1")
    kind = answer.headers["content-type"].partition(";")[0]
    assert kind == accept
    assert len(rdflib.Graph().parse(data=answer.content, format=kind)) == 2


@pytest.mark.parametrize("accept", ["image/png", "text/turtle", "application/sparql-results+json;q=0, text/turtle"])
def test_what_cannot_be_given_is_not_given_in_another_form(served: Served, accept: str) -> None:
    answer = served.ask("ASK {}", accept=accept)
    assert answer.status_code == 406
    assert "text/csv" in answer.json()["hint"]


def test_an_error_says_where_in_the_query_it_stands(served: Served) -> None:
    problem = served.ask("SELECT * {\n  ?s ?p ?o )").json()
    assert problem["line"] == 2
    assert problem["where"] == f"query, line 2, column {problem['column']}"
    assert served.ask("SELECT * { SERVICE <http://x/> {} }").json()["title"].startswith("SERVICE is refused")
    assert "no graph <http://x/>" in served.ask("ASK FROM <http://x/> {}").json()["title"]


def test_head_gives_the_head_alone(served: Served) -> None:
    answer = served.client.head("/sparql", params={"query": "ASK {}"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/sparql-results+json"
    assert answer.content == b""


@RDFLIB
def test_the_service_describes_itself(served: Served) -> None:
    space = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    for accept in ("", "application/rdf+xml", "application/n-triples", "application/ld+json"):
        answer = served.get("/sparql", accept)
        kind = answer.headers["content-type"].partition(";")[0]
        assert kind == (accept or "text/turtle")
        graph = rdflib.Graph().parse(data=answer.content, format=kind)
        assert (None, space.endpoint, rdflib.URIRef(f"{served.url}/sparql")) in graph
        assert (None, space.feature, space.UnionDefaultGraph) in graph
    assert served.get("/sparql", "text/csv").status_code == 406


def test_a_browser_without_a_query_gets_the_page_to_write_one(served: Served) -> None:
    answer = served.get("/sparql", "text/html,application/xhtml+xml,*/*;q=0.8")
    assert answer.headers["content-type"].startswith("text/html")
    assert "/static/query.js" in answer.text


def test_a_parameter_in_hangul_may_be_sent_as_it_is(served: Served) -> None:
    query = 'ASK { ?s skos:prefLabel "한빛바이오"@ko }'
    assert send(served, "POST", {}, f"query={query}".encode(), FORM).json()["boolean"]
    assert send(served, "POST", {}, f"query={quote(query)}", FORM).json()["boolean"]
