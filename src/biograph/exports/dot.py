"""DOT, the language of Graphviz (https://graphviz.org/doc/info/lang.html)."""

from __future__ import annotations

from collections.abc import Iterator

from biograph.exports import colours
from biograph.exports.facts import EDGE_FIELDS, NODE_FIELDS, Facts, Row, Value, one_line, plain

_NODE = 'node [shape=box, style="rounded,filled"]'


def write(facts: Facts) -> Iterator[str]:
    """One directed graph, a line an element, nodes filled with the colour of their type.

    Attributes that Graphviz does not know are there for other readers; quotes are the tooltips of edges.
    """
    yield f"digraph biograph {{\n  {_NODE}\n"
    shades = colours.by_type(facts.nodes)
    for node in facts.nodes:
        red, green, blue = shades[str(node["type"])]
        drawn = {"fillcolor": f"#{red:02x}{green:02x}{blue:02x}80", "tooltip": node["type"]}
        yield f"  {_quoted(node['id'])} {_attributes(node, tuple(NODE_FIELDS), drawn)}\n"
    for edge in facts.edges:
        ends = f"{_quoted(edge['source'])} -> {_quoted(edge['target'])}"
        yield f"  {ends} {_attributes(edge, ('id', *EDGE_FIELDS), {'tooltip': edge['quotes']})}\n"
    yield "}\n"


def _attributes(row: Row, names: tuple[str, ...], drawn: Row) -> str:
    values = {name: row[name] for name in names if row[name] not in ("", ())}
    return f"[{', '.join(f'{name}={_quoted(value)}' for name, value in {**values, **drawn}.items())}]"


def _quoted(value: Value) -> str:
    """Text as it stands: what Graphviz would take for an escape of its own is doubled."""
    text = one_line(str(plain(value)))
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
