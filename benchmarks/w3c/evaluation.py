"""Queries of the tests, asked of a pool of processes that holds the data of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from biograph.errors import BiographError, QueryError
from biograph.sparql import vet
from biograph.sparql.asking import TABLES, Request
from biograph.sparql.vetting import resolved
from biograph.workers import Pool

from .answers import Answer, Rows, graph, is_same, table
from .manifests import Case, Suite

PASSED, FAILED, NOT_APPLICABLE = "passed", "failed", "not applicable"
_ENDINGS = {"json": "srj", "xml": "srx", "tsv": "tsv", "csv": "csv"}
_ORDER = re.compile(r"\border\s+by\b", re.IGNORECASE)
_WRONG = ("not SPARQL", "a prefix is not declared")  # how errors of syntax begin


@dataclass(frozen=True)
class Outcome:
    """What became of a test, and why, unless it passed."""

    case: Case
    verdict: str
    why: str = ""


@dataclass
class Run:
    """Tests that are asked of one pool. `pool` holds what `write` has written, `there` are the graphs in it."""

    suite: Suite
    pool: Pool
    there: frozenset[str] = field(default_factory=frozenset)

    def outcome(self, case: Case) -> Outcome:
        """What became of a test. What is refused on purpose is told apart, by what the refusal says."""
        if case.suite.endswith("/entailment"):
            return Outcome(case, NOT_APPLICABLE, "asks for what follows from the data, by RDFS, OWL and others")
        try:
            why = self._failure(case)
        except BiographError as error:
            if isinstance(error, QueryError) and ("is refused" in error.what or "Update" in case.kind):
                return Outcome(case, NOT_APPLICABLE, error.what)
            why = "" if _is_expected(error, case) else str(error)
        return Outcome(case, FAILED, f"{why}, {self._whose(case)}") if why else Outcome(case, PASSED)

    def _whose(self, case: Case) -> str:
        """Whose failure it is: the engine's, if alone and with the test's data as its only data it fails, too."""
        data = {ox.DefaultGraph(): case.data, **{ox.NamedNode(self.suite.address(f)): (f,) for f in case.graphs}}
        engine = ox.Store()
        for to, files in data.items():
            engine.extend(quad for file in files for quad in _quads(file, self.suite.address(file), to))
        try:
            found = engine.query(case.text, base_iri=self.suite.address(case.query) if case.query else None)
            written = found.serialize(format=ox.QueryResultsFormat.JSON)
        except (SyntaxError, RuntimeError):
            return "as of the engine alone"
        same = case.result and is_same(_expected(self.suite, case), table(written, "srj"))
        return "but not of the engine alone" if same else "as of the engine alone"

    def _failure(self, case: Case) -> str:
        if not case.result:
            self._ask(case, "json")
            return "accepted" if case.kind.startswith(("Negative", "PositiveUpdate", "Update")) else ""
        expected = _expected(self.suite, case)
        for media_type in _media_types(case, expected):
            found = self._ask(case, media_type)
            if not is_same(expected, found, ordered=bool(_ORDER.search(case.text)), lax=case.lax):
                return f"another answer in {media_type}"
        return ""

    def _ask(self, case: Case, media_type: str) -> Answer:
        default, named = self._graphs(case)
        base = self.suite.address(case.query) if case.query else ""
        wanted = TABLES.get(media_type, TABLES["json"])
        request = Request(case.text, table=wanted, default_graphs=default, named_graphs=named, base=base)
        reply = self.pool.ask(request)
        if reply.form in ("CONSTRUCT", "DESCRIBE"):
            return graph(reply.body, "ttl", base)
        return table(reply.body, _ENDINGS[media_type])

    def _graphs(self, case: Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The default graphs and the named ones, unless the query says its own by FROM. Empty files are no graphs."""
        if _from(self.suite, case):
            return (), ()
        default = [address for file in case.data if (address := self.suite.address(file)) in self.there]
        return tuple(default), tuple(a for file in case.graphs if (a := self.suite.address(file)) in self.there)


def _is_expected(error: BiographError, case: Case) -> bool:
    """Whether an error is what a test of syntax wants: that it is one of syntax, or that it comes after parsing."""
    wrong = isinstance(error, QueryError) and error.what.startswith(_WRONG)
    return wrong if case.kind.startswith("Negative") else not wrong and not case.result


def write(suite: Suite, cases: Iterable[Case], to: Path) -> frozenset[str]:
    """Write all that queries are asked of as N-Quads, each file a graph by its address; return these.

    A graph that only a FROM names, as in tests of syntax, has one triple.
    """
    cases = list(cases)
    files = {suite.address(file): file for case in cases for file in (*case.data, *case.graphs)}
    files |= {graph: suite.file(graph) for case in cases for graph in _from(suite, case)}
    quads = []
    for address, file in sorted(files.items()):
        node = ox.NamedNode(address)
        quads += _quads(file, address, node) if file.is_file() else [ox.Quad(node, node, node, node)]
    ox.serialize(quads, to, ox.RdfFormat.N_QUADS)
    return frozenset(quad.graph_name.value for quad in quads)


def _quads(file: Path, base: str, graph: ox.NamedNode | ox.DefaultGraph) -> list[ox.Quad]:
    triples = ox.parse(path=file, base_iri=base, rename_blank_nodes=True)
    return [ox.Quad(t.subject, t.predicate, t.object, graph) for t in triples]


def _from(suite: Suite, case: Case) -> tuple[str, ...]:
    with suppress(QueryError):
        return (
            tuple(resolved(graph, suite.address(case.query)) for graph in vet(case.text).graphs) if case.query else ()
        )
    return ()


def _media_types(case: Case, expected: Answer) -> tuple[str, ...]:
    """All that tell values in full; CSV, which does not, where the test asks for it."""
    if case.result and case.result.suffix == ".csv":
        return ("csv",)
    return ("json", "xml", "tsv") if isinstance(expected, Rows) else ("json", "xml")[: 1 + isinstance(expected, bool)]


def _expected(suite: Suite, case: Case) -> Answer:
    assert case.result
    body, ending = case.result.read_bytes(), case.result.suffix[1:]
    return graph(body, ending, suite.address(case.result)) if ending in ("ttl", "rdf", "nt") else table(body, ending)
