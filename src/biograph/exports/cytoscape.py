"""Cytoscape's JSON (https://js.cytoscape.org/#notation/elements-json), for Cytoscape, Cytoscape.js and networkx."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from biograph.exports.facts import Facts, Row

_HEAD = '{"data":{"name":"biograph"},"directed":true,"multigraph":true,"elements":{\n"nodes":[\n'


def write(facts: Facts) -> Iterator[str]:
    """One directed graph, a line an element; lists stay lists.

    `name` and `interaction` are what Cytoscape shows of nodes and edges; `value` and `key` are networkx's ids of them.
    """
    yield _HEAD
    yield from _elements({**node, "name": node["label"], "value": node["id"]} for node in facts.nodes)
    yield '],\n"edges":[\n'
    yield from _elements({**edge, "interaction": edge["predicate"], "key": edge["id"]} for edge in facts.edges)
    yield "]}}\n"


def _elements(rows: Iterable[Row]) -> Iterator[str]:
    for n, row in enumerate(rows):
        yield ("," if n else "") + json.dumps({"data": row}, ensure_ascii=False, separators=(",", ":")) + "\n"
