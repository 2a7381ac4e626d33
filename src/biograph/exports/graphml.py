"""GraphML 1.0 (http://graphml.graphdrawing.org), read by yEd, igraph, networkx, Cytoscape and Gephi."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from biograph.exports.facts import EDGE_FIELDS, NODE_FIELDS, Facts, Row, xml_document, xml_text

_TYPES = {str: "string", int: "int", float: "double"}


def write(facts: Facts) -> Iterator[str]:
    """One directed graph; parallel facts are parallel edges, each with the id of its statement."""
    root = Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for kind, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        for name, type_ in fields.items():
            attributes = {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": _TYPES[type_]}
            SubElement(root, "key", attributes)
    graph = SubElement(root, "graph", id="biograph", edgedefault="directed")
    for node in facts.nodes:
        _data(SubElement(graph, "node", id=xml_text(node["id"])), "node", node, NODE_FIELDS)
    for edge in facts.edges:
        ends = {name: xml_text(edge[name]) for name in ("id", "source", "target")}
        _data(SubElement(graph, "edge", ends), "edge", edge, EDGE_FIELDS)
    yield xml_document(root)


def _data(element: Element, kind: str, row: Row, fields: Mapping[str, type]) -> None:
    for name in fields:
        if row[name] != "":
            SubElement(element, "data", key=f"{kind}-{name}").text = xml_text(row[name])
