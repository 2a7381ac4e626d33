"""Tools that ask in SPARQL: a query of the model's own, vetted and limited, or a named one with values."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Annotated

from mcp.types import CallToolResult
from pydantic import Field

from biograph import query as asking
from biograph import why
from biograph.agents import text
from biograph.agents.answer import answer
from biograph.agents.held import Held
from biograph.agents.values import Found
from biograph.sparql.asking import TABLES, TRIPLES, Limits, Reply, Request
from biograph.vocabulary import load

Rows = Annotated[int, Field(ge=1, le=1000, description="Rows (or triples) at most.")]

_SECONDS = 10.0
_BYTES = 4 << 20  # of an answer before its long cells are cut
_CELL = 1000  # characters; the text of a whole article is what read_document is for


class Querying:
    """The tools that ask in SPARQL; docstrings of methods are what a model reads."""

    def __init__(self, held: Held) -> None:
        self._held = held

    def sparql(
        self,
        query: Annotated[
            str, Field(description="SPARQL 1.1 SELECT, ASK, CONSTRUCT or DESCRIBE; usual prefixes known.")
        ],
        limit: Rows = 100,
    ) -> Annotated[CallToolResult, Found]:
        """Ask the graph in SPARQL 1.1, read-only, within 10 seconds; call describe_data before you write a query.

        A plain triple is a fact that some text asserts; planned, denied and other facts are statement nodes alone.
        For quotes, read statement and evidence inside GRAPH ?document { … }. Write SELECT DISTINCT and
        COUNT(DISTINCT …). Errors say line and column: mend the query and ask again.
        """
        request = Request(query, table=TABLES["json"], triples=TRIPLES["ntriples"])
        return _told(self._held.pool().ask(request, _limits(limit)))

    def named_query(
        self,
        name: Annotated[str, Field(description="A query's name, e.g. bridges, planned, timeline, sources.")],
        parameters: Annotated[
            dict[str, str] | None, Field(description='Values by parameter, e.g. {"from": "한국", "to": "미국"}.')
        ] = None,
        limit: Rows = 100,
    ) -> Annotated[CallToolResult, Found]:
        """Run a query that is there by name, with values for its parameters; describe_data lists names and parameters.

        Among them: about, bridges, by-country, contested, documents, investments, members, negated, partners, people,
        planned, sources, timeline.
        """
        asked, pool = asking.find(name, load()), self._held.pool()
        language = {p.name: self._held.language for p in asked.parameters if p.name == "language"}
        values = language | (parameters or {})
        request = replace(asking.request_of(asked, None, values), table=TABLES["json"], triples=TRIPLES["ntriples"])
        reply = pool.ask(request, _limits(limit))
        if not reply.rows:
            for parameter in asked.parameters:
                if parameter.entity:
                    self._expect_known(values[parameter.name])
        return _told(reply)

    def _expect_known(self, name: str) -> None:
        """That nothing is said of somebody is an answer, that nobody bears the name is not."""
        now = self._held.now()
        if not now.index.knows(name):
            why.find(now.corpus, name)


def _limits(rows: int) -> Limits:
    return Limits(seconds=_SECONDS, rows=rows, bytes=_BYTES)


def _told(reply: Reply) -> CallToolResult:
    variables, rows, triples, truth = (), [], [], None
    cut = reply.cut
    if reply.form in ("CONSTRUCT", "DESCRIBE"):
        lines = reply.body.decode().split("\n")[:-1]  # splitlines would part a literal at other line ends
        triples = text.within(lines, text.quoted)
        cut = cut or ("size" if len(triples) < len(lines) else "")
    else:
        found = json.loads(reply.body)
        variables, truth = tuple(found["head"].get("vars", ())), found.get("boolean")
        every = [_row(row) for row in found.get("results", {"bindings": []})["bindings"]]
        rows = text.within(every, text.row)
        cut = cut or ("size" if len(rows) < len(every) else "")
    result = Found(reply.form, variables, tuple(rows), truth, tuple(triples), cut or None, round(reply.seconds, 3))
    return answer(text.found(result), result)


def _row(bindings: dict[str, dict[str, object]]) -> dict[str, str]:
    cells = {name: str(term["value"]) for name, term in bindings.items()}
    return {
        name: cell if len(cell) <= _CELL else f"{cell[:_CELL]}… ({len(cell)} characters)"
        for name, cell in cells.items()
    }
