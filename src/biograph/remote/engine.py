"""One engine elsewhere: asked in SPARQL, and given or relieved of whole graphs."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from biograph.errors import DatasetError, QueryError
from biograph.namespaces import ONTOLOGY
from biograph.remote.binding import bind, prefixed
from biograph.remote.endpoint import Endpoint
from biograph.remote.http import Client, Response
from biograph.sparql import tokens, vet
from biograph.sparql.asking import TABLES, Limits, Reply, Request
from biograph.sparql.vetting import FORMS
from biograph.store import exchange

log = logging.getLogger(__name__)

PUBLISHED = f"{ONTOLOGY}PublishedDataset"
_BATCH = 1000  # triples of one INSERT; Virtuoso 7 compiles 2,000 and refuses 5,000
_TURTLE = f"@prefix bg: <{ONTOLOGY}> .\n"  # Virtuoso 7 looks at the content: a long text alone is no Turtle to it
_FEWEST = 900  # triples that are worth the question whether there are more; duplicates are not among them
# The type of a publication stands in its own graph alone: the default graph has it where it is the union of all.
_PROBE = f"""SELECT ?publication ?union {{
  GRAPH ?publication {{ ?publication a <{PUBLISHED}> }} OPTIONAL {{ ?publication a ?union }}
}}"""


class Remote:
    """An engine at an endpoint; `sparql.asking.Engine` by its `ask`.

    `publications` are the graphs in which `publish` keeps account, `union` is whether queries see all graphs as one.
    """

    def __init__(self, endpoint: Endpoint) -> None:
        """Asks the engine once, for its name and what is published there. Raises DatasetError where none answers."""
        self._client = Client(endpoint.user, endpoint.password)
        response = self._query(_PROBE, endpoint, dict(endpoint.parameters))
        self.server = response.headers.get("Server", "")
        self.endpoint = endpoint.of_server(self.server)
        if self.endpoint.parameters != endpoint.parameters:
            response = self._query(_PROBE, self.endpoint, dict(self.endpoint.parameters))
        self._learn(response)

    def _learn(self, response: Response) -> None:
        found = _cells(response, self.endpoint)
        self.publications = tuple(sorted({row["publication"] for row in found}))
        self.union = all("union" in row for row in found)

    def look_again(self) -> None:
        """Learn anew what is published there, after that has changed. Raises DatasetError where it does not answer."""
        self._learn(self._query(_PROBE, self.endpoint, dict(self.endpoint.parameters)))

    def ask(self, request: Request, limits: Limits | None = None) -> Reply:
        """The engine's answer, its values bound in the text. `cut` tells where the engine ended it early, and says so.

        Limits are the engine's own; those given here change nothing.

        Raises QueryError where the query is wrong, refused, or would not see all graphs, DatasetError where the engine
        does not answer.
        """
        start, form = time.monotonic(), vet(request.text).form
        if not form:
            raise QueryError("not SPARQL", where="query", hint=f"a query begins with {', '.join(FORMS)}")
        chosen = bool(request.default_graphs or request.named_graphs or vet(request.text).graphs)
        if not self.union and not chosen:
            hint = "start it so that it does (oxigraph: --union-default-graph), or name graphs with FROM"
            raise QueryError("queries there do not see all graphs as one", where=self.endpoint.query, hint=hint)
        if "virtuoso" in self.server.lower() and _repeats(request.text):
            log.warning("Virtuoso 7 loses rows of some property paths with + or *: ask a copy here, to be sure")
        text = bind(request.text, {name: exchange.syntax(value) for name, value in request.values.items()})
        graphs = {"default-graph-uri": request.default_graphs, "named-graph-uri": request.named_graphs}
        parameters: dict[str, object] = dict(graphs if chosen else self.endpoint.parameters)
        accept = exchange.NTRIPLES if form in ("CONSTRUCT", "DESCRIBE") else TABLES["json"]
        response = self._query(prefixed(text, request.base), self.endpoint, parameters, accept)
        found = exchange.reply(form, response.body, request, "")
        if cut := self._cut(response, form, found.rows):
            found = exchange.reply(form, response.body, request, cut)
        return replace(found, seconds=time.monotonic() - start)

    def rows(self, query: str) -> list[dict[str, str]]:
        """The rows of a SELECT of our own, as texts. Raises DatasetError where the answer is none."""
        return _cells(self._query(query, self.endpoint, {}), self.endpoint)

    def triples(self, query: str) -> bytes:
        """The answer to a CONSTRUCT of our own as N-Triples."""
        return self._query(query, self.endpoint, {}, exchange.NTRIPLES).body

    def put(self, graph: str, lines: Sequence[str]) -> None:
        """Make these lines of N-Triples all that a graph holds. Without a Graph Store readers see it grow."""
        if self.endpoint.graphs:
            headers = {"Content-Type": "text/turtle; charset=utf-8"}  # which N-Triples are, too
            body = "".join([_TURTLE, *lines]).encode()
            self._client.write("PUT", self.endpoint.graphs, params={"graph": graph}, data=body, headers=headers)
            return
        self._update(f"DROP SILENT GRAPH <{graph}>")
        for start in range(0, len(lines), _BATCH):
            batch = lines[start : start + _BATCH]
            self._update(f"INSERT DATA {{ GRAPH <{graph}> {{\n{''.join(batch)}}} }}")

    def drop(self, graph: str) -> None:
        """Remove a graph, which need not be there."""
        self._update(f"DROP SILENT GRAPH <{graph}>")

    def _cut(self, response: Response, form: str, rows: int) -> str:
        """Which limit of the engine ended an answer: rows, time or none; what Virtuoso says of it in its headers.

        Of triples it says nothing: where they are many, its limit is asked for, and as many count as cut.
        """
        if "S1TAT" in response.headers.get("X-SQL-State", ""):  # what it had after the time that it is allowed
            return "time"
        if form in ("CONSTRUCT", "DESCRIBE") and rows >= _FEWEST and "virtuoso" in self.server.lower():
            response = self._query("SELECT ?s { ?s ?p ?o }", self.endpoint, {})
        most = response.headers.get("X-SPARQL-MaxRows", "")
        return "rows" if most.isdigit() and rows >= int(most) > 0 else ""

    def _update(self, text: str) -> None:
        headers = {"Content-Type": "application/sparql-update; charset=utf-8"}
        self._client.write("POST", self.endpoint.update, data=text.encode(), headers=headers)

    def _query(
        self, text: str, endpoint: Endpoint, parameters: dict[str, object], accept: str = TABLES["json"]
    ) -> Response:
        form = {"query": text} | parameters
        return self._client.read("POST", endpoint.query, data=form, headers={"Accept": accept})


def _repeats(sparql: str) -> bool:
    """Whether a query has a property path with + or *; a sign that follows a name at once is taken for one."""
    found = list(tokens(sparql))
    return any(
        after.text in ("+", "*")
        and before.end == after.start
        and (before.kind in ("name", "iri") or before.text == ")")
        for before, after in pairwise(found)
    )


def _cells(response: Response, endpoint: Endpoint) -> list[dict[str, str]]:
    try:
        bindings = json.loads(response.body)["results"]["bindings"]
        return [{name: cell["value"] for name, cell in row.items()} for row in bindings]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        hint = "give the address of queries, such as http://HOST/sparql"
        raise DatasetError("no SPARQL engine answers here", where=endpoint.query, hint=hint) from error
