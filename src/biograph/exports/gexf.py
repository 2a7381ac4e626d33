"""GEXF 1.2 (https://gexf.net), the format of Gephi."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from biograph.exports.facts import EDGE_FIELDS, NODE_FIELDS, Facts, Row, xml_document, xml_text

_TYPES = {str: "string", int: "integer", float: "double"}
_OWN = ("label", "weight")  # GEXF has attributes of its own for these


def write(facts: Facts) -> Iterator[str]:
    """One directed graph; parallel facts are parallel edges, each with the id of its statement."""
    root = Element("gexf", xmlns="http://www.gexf.net/1.2draft", version="1.2")
    graph = SubElement(root, "graph", mode="static", defaultedgetype="directed")
    for kind, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        declared = SubElement(graph, "attributes", {"class": kind})
        for name, type_ in fields.items():
            if name not in _OWN:
                SubElement(declared, "attribute", id=name, title=name, type=_TYPES[type_])
    nodes = SubElement(graph, "nodes")
    for row in facts.nodes:
        _add(nodes, "node", row, ("id", "label"), NODE_FIELDS)
    edges = SubElement(graph, "edges")
    for row in facts.edges:
        _add(edges, "edge", row, ("id", "source", "target", "label", "weight"), EDGE_FIELDS)
    yield xml_document(root)


def _add(parent: Element, kind: str, row: Row, own: tuple[str, ...], fields: Mapping[str, type]) -> None:
    element = SubElement(parent, kind, {name: xml_text(row[name]) for name in own})
    values = SubElement(element, "attvalues")
    for name in fields:
        if name not in own and row[name] != "":
            SubElement(values, "attvalue", {"for": name, "value": xml_text(row[name])})
