"""What is refused before it runs, and what is not, though it looks alike."""

from __future__ import annotations

import pytest

from biograph.errors import QueryError
from biograph.sparql import vet

END = "<http://127.0.0.1:9/>{?a ?b ?c}"
NAMES = "PREFIX e: <http://127.0.0.1:9/> "


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT * {{ SERVICE {END} }}",
        "SELECT * { service silent ?x { ?s ?p ?o } }",
        f"SELECT * {{ \\u0053ERVICE {END} }}",
        f"SELECT * {{ ?s ?p ?o #\rSERVICE {END}\n}}",
        f"SELECT * {{ ?s ?p 'it''s' SERVICE {END} }}",
        f"SELECT * {{ ?s ?p 1SERVICE {END} }}",
        f"SELECT * {{ ?s ?p trueSERVICE {END} }}",
        f"SELECT * {{ ?s ?p 'a'@en.SERVICE {END} }}",
        f"SELECT * {{ ?s ?p '\\\\'SERVICE {END} }} #'",
        f"SELECT * {{ ?s ?p '''a\\''''SERVICE {END} }} #'''",
        f"SELECT * {{ ?s ?p '''a'''''SERVICE {END} }} #'",
        f"SELECT * {{ FILTER(?o < 3) SERVICE {END} }}",
        # what the engine reads as a comparison, though the longest token is an address
        f"SELECT * {{ ?s ?p ?o FILTER(?p<?o)SERVICE{END} }}",
        f"SELECT * {{ ?s ?p ?o FILTER(?o<'>')SERVICE{END} }} #'",
        f"SELECT * {{ ?s ?p ?o FILTER(?o<STR('>'))SERVICE{END} }} #'",
        f"SELECT * {{ ?s ?p ?o FILTER(?o<?p#>'''\n)SERVICE{END} }} #'''",
        f"SELECT * {{ ?s ?p ?o FILTER(?o<<http://x/'>)SERVICE{END} }} #'",
        f"SELECT * {{ ?s ?p ?o FILTER(?o<<http://x/#>)SERVICE{END}}}",
        f"SELECT * {{ ?s ?p ?o FILTER(?o<?p)SERVICE#>'''\n{END} }} #'''",
        # where the engine ends a name before its second dot
        f"{NAMES}SELECT * {{ ?s ?p e:a.b.SERVICE e:x {{ ?a ?b ?c }} }}",
        f"{NAMES}SELECT * {{ ?s ?p e:a.%41.SERVICEe:x {{ ?a ?b ?c }} }}",
        f"{NAMES}SELECT * {{ ?s ?p e:.SERVICE e:x {{ ?a ?b ?c }} }}",
        f"{NAMES}SELECT * {{ SERVICEe:x {{ ?a ?b ?c }} }}",
        f"{NAMES}SELECT * {{ ?s ?p _:a.b.SERVICE e:x {{ ?a ?b ?c }} }}",
    ],
)
def test_no_query_asks_elsewhere(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        vet(query)


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?s ?p ?o FILTER(?o != 'SERVICE') } # SERVICE",
        'ASK { ?service ?p ?o FILTER(?o != """a "SERVICE" b""") }',
        "ASK { ?s ?p ?o FILTER(?p != <https://example.org/SERVICE>) }",
        "ASK { ?s ?p ?o FILTER(?p != <https://example.org/it's#SERVICE>) }",
        "ASK { ?s ?p ?o FILTER(?o != 'it\\'s SERVICE') }",
        "ASK { ?s ?p ?o FILTER(?o != '" + "(" * 999 + "') }",
        "ASK { ?s e:SERVICE e:web.service, 'x'@service, _:SERVICE }",
        "ASK { ?s <#service> <#x>, 'SERVICE' }",
        "SELECT * { ?s ?p ?o FILTER(?o<3&&?o>1) } # LOAD, CLEAR, DROP",
        "SELECT (1 AS ?insert) { ?delete e:drop 'CLEAR ALL' }",
    ],
)
def test_a_word_may_stand_where_it_means_nothing(query: str) -> None:
    assert vet(query).form in ("ASK", "SELECT")


@pytest.mark.parametrize(
    "text",
    [
        *("LOAD <http://x/>", "CLEAR ALL", "DROP GRAPH <x:g>", "CREATE GRAPH <x:g>", "ADD <x:a> TO <x:b>"),
        *("MOVE <x:a> TO <x:b>", "COPY <x:a> TO <x:b>", "WITH <x:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }"),
        *("insert data { <x:a> <x:b> 1 }", "# a\nPREFIX e: <x:> DELETE WHERE { ?s ?p ?o }", "BASE <x:> Load <y>"),
    ],
)
def test_nothing_is_changed(text: str) -> None:
    with pytest.raises(QueryError, match="is refused: queries only read"):
        vet(text)


@pytest.mark.parametrize("opening", ["{", "(", "[", "<<", "<<("])
def test_brackets_are_not_nested_without_end(opening: str) -> None:
    vet("ASK { ?s ?p " + f"{opening} " * 199)
    with pytest.raises(QueryError, match="more than 200 deep"):
        vet("ASK { ?s ?p " + f"{opening} " * 200)
    with pytest.raises(QueryError, match="more than 200 deep"):
        vet("ASK { ?s ?p ?o FILTER(?o<" + "(" * 200 + "1" + ")" * 200 + ">) }")


def test_what_is_long_is_refused_before_it_is_read() -> None:
    vet(f"ASK {{ ?s ?p '{'x' * 99_000}' }}")
    with pytest.raises(QueryError, match="longer than 100,000 characters"):
        vet("ASK {}" + " " * 100_000)


def test_a_comparison_that_reads_as_an_address_asks_for_blanks() -> None:
    """By the standard it is one, and no query; the engine would compare."""
    with pytest.raises(QueryError, match=r"not SPARQL: “<\?a&&\?b>” is read as an address .*blanks"):
        vet("SELECT * { ?x ?y ?z FILTER (?x<?a&&?b>?y) }")
    assert vet("SELECT * { ?x ?y ?z FILTER (?x < ?a&&?b > ?y) }").form == "SELECT"


def test_what_can_be_read_in_many_ways_is_refused() -> None:
    vet("ASK { ?s ?p " + "<#a>, " * 500 + "1 }")
    with pytest.raises(QueryError, match="can be read in two ways"):
        vet("ASK { ?s ?p " + "<#a>, " * 501 + "1 }")


@pytest.mark.parametrize(
    ("query", "form", "graphs"),
    [
        ("select * {}", "SELECT", ()),
        ("PREFIX e: <x:> BASE <http://x/> VERSION '1.2' ASK FROM <g> FROM NAMED e:h {}", "ASK", ("http://x/g", "x:h")),
        ("BASE <http://x/a/b> BASE <../c/> PREFIX e: <d/> ASK FROM e:g\\#1 {}", "ASK", ("http://x/c/d/g#1",)),
        (
            "BASE <http://b/> CONSTRUCT FROM <http://x/g#> FROM <\\u0068> WHERE { ?s ?p ?o }",
            "CONSTRUCT",
            ("http://x/g#", "http://b/h"),
        ),
        ("DESCRIBE <x:a> FROM NAMED <urn:g>", "DESCRIBE", ("urn:g",)),
        ("ASK { ?s ?p 'FROM <x:g>' } # FROM <x:h>", "ASK", ()),
        ("", "", ()),
        ("HELLO", "", ()),
    ],
)
def test_the_form_and_the_graphs_are_known(query: str, form: str, graphs: tuple[str, ...]) -> None:
    assert (vet(query).form, vet(query).graphs) == (form, graphs)
