"""GraphML 1.0 (http://graphml.graphdrawing.org), read by yEd, igraph, networkx, Cytoscape and Gephi."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from biograph.exports.facts import EDGE_FIELDS, NODE_FIELDS, Facts, Row, Value, plain
from biograph.exports.xml import DECLARATION, line, text

_TYPES = {str: "string", tuple: "string", int: "int", float: "double"}
# The schema wants NMTOKEN for ids (https://www.w3.org/TR/xml/#NT-Nmtoken); `_` is left over for the escapes.
_NOT_IN_TOKEN = re.compile(
    "[^-.0-9A-Za-z\xb7\xc0-\xd6\xd8-\xf6\xf8-\u037d\u037f-\u1fff\u200c\u200d\u203f\u2040\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff]"
)


def write(facts: Facts) -> Iterator[str]:
    """One directed graph, element by element; parallel facts are parallel edges, each with the id of its statement.

    The id of a node stands in its attribute `entity`: as an element's id it is written as a `token`.
    """
    yield DECLARATION + '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for kind, fields in (("node", {"entity": str, **NODE_FIELDS}), ("edge", EDGE_FIELDS)):
        for name, type_ in fields.items():
            attributes = {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": _TYPES[type_]}
            yield line(Element("key", attributes))
    yield '<graph id="biograph" edgedefault="directed">\n'
    for node in facts.nodes:
        yield _line("node", {"id": token(node["id"])}, {"entity": node["id"], **{n: node[n] for n in NODE_FIELDS}})
    for edge in facts.edges:
        ends = {name: token(edge[name]) for name in ("id", "source", "target")}
        yield _line("edge", ends, {name: edge[name] for name in EDGE_FIELDS})
    yield "</graph>\n</graphml>\n"


def token(id_: Value) -> str:
    """An id as XML's NMTOKEN: a slash becomes a colon, whatever else may not stand in one its code point.

    >>> token("Company/가람제약"), token("http://x")
    ('Company:가람제약', 'http_3A_::x')
    """
    return _NOT_IN_TOKEN.sub(lambda found: ":" if found[0] == "/" else f"_{ord(found[0]):X}_", str(id_))


def _line(kind: str, attributes: dict[str, str], values: Row) -> str:
    element = Element(kind, attributes)
    for name, value in values.items():
        if value not in ("", ()):
            SubElement(element, "data", key=f"{kind}-{name}").text = text(plain(value))
    return line(element)
