"""The W3C's tests of SPARQL through biograph's own path, and the comparison of answers that they rest on."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from w3c.answers import Rows, graph, is_same, table
from w3c.evaluation import FAILED, NOT_APPLICABLE, PASSED
from w3c.manifests import Suite
from w3c.reasons import REASONS
from w3c.running import asked, served

if TYPE_CHECKING:
    from w3c.evaluation import Outcome

SUITE = os.environ.get("BIOGRAPH_RDF_TESTS", "")
NEEDS_SUITE = pytest.mark.skipif(
    not SUITE, reason="no copy of https://github.com/w3c/rdf-tests: set BIOGRAPH_RDF_TESTS to one"
)
XSD = "http://www.w3.org/2001/XMLSchema#"


def rows(*lines: str) -> Rows:
    found = table("\n".join(["?x\t?y", *lines, ""]).encode(), "tsv")
    assert isinstance(found, Rows)
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["1\t2", "3\t4"], ["3\t4", "1\t2"]),
        ([f'"01"^^<{XSD}integer>\t1.50'], ["1\t1.5"]),
        ([f'"1e3"^^<{XSD}double>\t"1"^^<{XSD}boolean>'], [f'"1000.0"^^<{XSD}double>\ttrue']),
        ([f'"0.1"^^<{XSD}float>\t'], [f'"1.0e-1"^^<{XSD}float>\t']),
        ([f'"2006-08-23+00:00"^^<{XSD}date>\t"a"@EN'], [f'"2006-08-23Z"^^<{XSD}date>\t"a"@en']),
        (["_:a\t_:b", "_:a\t_:a"], ["_:c\t_:c", "_:c\t_:a"]),
        ([f'"x"^^<{XSD}integer>\t<x:a>'], [f'"x"^^<{XSD}integer>\t<x:a>']),
    ],
)
def test_answers_are_the_same_by_value(one: list[str], other: list[str]) -> None:
    assert is_same(rows(*one), rows(*other))
    assert is_same(rows(*one), rows(*one), ordered=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["1\t2"], ["1\t2", "1\t2"]),
        (["1\t2"], ["1\t"]),
        (["1\t2"], ["1\t2.0"]),
        (['"a"\t'], ['"a"@en\t']),
        (["_:a\t_:b", "_:a\t_:a"], ["_:c\t_:d", "_:a\t_:a"]),
        (["_:a\t_:a"], ["_:a\t_:b"]),
        ([f'"x"^^<{XSD}integer>\t1'], [f'"y"^^<{XSD}integer>\t1']),
    ],
)
def test_answers_differ_by_value(one: list[str], other: list[str]) -> None:
    assert not is_same(rows(*one), rows(*other))


def test_order_and_duplicates_matter_where_they_are_asked_for() -> None:
    assert not is_same(rows("1\t1", "2\t2"), rows("2\t2", "1\t1"), ordered=True)
    assert is_same(rows("1\t1", "1\t1", "2\t2"), rows("1\t1", "2\t2"), lax=True)
    assert not is_same(rows("1\t1", "2\t2"), rows("1\t1", "1\t1", "2\t2"), lax=True)
    assert not is_same(rows(), Rows(frozenset("x"), ()))
    assert not is_same(rows(), table(b'{"head":{},"boolean":true}', "srj"))


def test_csv_tells_terms_by_their_looks() -> None:
    assert is_same(table(b"x,y\r\n1.0E6,_:a\r\n", "csv"), table(b"x,y\r\n1000000,_:b\r\n", "csv"))
    assert not is_same(table(b"x\r\n1.0E6 \r\n", "csv"), table(b"x\r\n1000000\r\n", "csv"))


def test_a_graph_may_describe_rows() -> None:
    described = (
        "@prefix rs: <http://www.w3.org/2001/sw/DataAccess/tests/result-set#> ."
        ' [] a rs:ResultSet ; rs:resultVariable "x", "y"'
        ' ; rs:solution [ rs:index 2 ; rs:binding [ rs:variable "x" ; rs:value 2 ] ],'
        ' [ rs:index 1 ; rs:binding [ rs:variable "x" ; rs:value 1 ], [ rs:variable "y" ; rs:value <a> ] ] .'
    )
    assert is_same(graph(described.encode(), "ttl", "http://x/"), rows("1\t<http://x/a>", "2\t"), ordered=True)
    assert is_same(graph(b"<a> <b> 01, [] .", "ttl", "x:"), graph(b"<a> <b> 1, _:n .", "ttl", "x:"))
    assert not is_same(graph(b"<a> <b> 1 .", "ttl", "x:"), graph(b"<a> <b> 2 .", "ttl", "x:"))


@pytest.fixture(scope="module")
def found() -> list[Outcome]:
    return asked(Suite(Path(SUITE).resolve()))


def share(found: list[Outcome]) -> float:
    verdicts = [outcome.verdict for outcome in found]
    return verdicts.count(PASSED) / (verdicts.count(PASSED) + verdicts.count(FAILED))


@NEEDS_SUITE
@pytest.mark.slow
def test_queries_find_what_the_w3c_expects(found: list[Outcome]) -> None:
    evaluated = [o for o in found if o.case.kind.startswith(("Query", "CSV")) and o.case.suite.startswith("sparql11")]
    assert len(evaluated) > 300
    assert share([outcome for outcome in evaluated if outcome.case.approved]) >= 0.97
    assert share(evaluated) >= 0.95


@NEEDS_SUITE
@pytest.mark.slow
def test_every_test_of_syntax_passes(found: list[Outcome]) -> None:
    syntax = [o for o in found if "Syntax" in o.case.kind]
    assert len(syntax) > 350
    assert share(syntax) == 1


@NEEDS_SUITE
@pytest.mark.slow
def test_failures_are_the_engines_own_and_known(found: list[Outcome]) -> None:
    failed = [outcome for outcome in found if outcome.verdict == FAILED]
    assert [o.case.name for o in failed if not o.why.endswith("as of the engine alone")] == []
    assert {o.case.name for o in failed} <= set(REASONS)


@NEEDS_SUITE
@pytest.mark.slow
def test_only_what_is_refused_on_purpose_is_left_out(found: list[Outcome]) -> None:
    left_out = [outcome for outcome in found if outcome.verdict == NOT_APPLICABLE]
    assert {o.case.suite for o in left_out if o.why.startswith("SERVICE")} == {
        "sparql11/service",
        "sparql11/syntax-fed",
    }
    changes = [o for o in left_out if "Update" in o.case.kind or o.case.suite == "sparql11/delete-insert"]
    rest = [o for o in left_out if o not in changes and not o.why.startswith("SERVICE")]
    assert {o.case.suite for o in rest} == {"sparql11/entailment"}


@NEEDS_SUITE
@pytest.mark.slow
def test_every_test_of_reading_by_protocol_passes() -> None:
    pytest.importorskip("starlette", reason="no server: pip install 'biograph[serve]'")
    found = served(Suite(Path(SUITE).resolve()))
    assert [(outcome.case.name, outcome.why) for outcome in found if outcome.verdict == FAILED] == []
    passed = [outcome.case.suite for outcome in found if outcome.verdict == PASSED]
    assert passed.count("sparql11/protocol") == 27
    assert passed.count("sparql11/graph-store-protocol") == 5
    assert passed.count("sparql11/service-description") == 3
    left_out = {outcome.case.name for outcome in found if outcome.verdict == NOT_APPLICABLE}
    assert all(name.startswith(("update_", "put_", "post_")) or name.endswith("_direct") for name in left_out)
