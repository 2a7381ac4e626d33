"""GEXF 1.3 (https://gexf.net), the format of Gephi, with the days from which facts hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias
from xml.etree.ElementTree import Element, SubElement

from biograph.exports import colours
from biograph.exports.facts import EDGE_FIELDS, NODE_FIELDS, Facts, Row, first_day, plain
from biograph.exports.xml import DECLARATION, line, text
from biograph.model import Status

Interval: TypeAlias = dict[str, str]  # `start` and `end`, days that are part of it; without one it is open there

_TYPES = {str: "string", tuple: "string", int: "integer", float: "double"}
_OWN = ("label", "weight")  # GEXF has attributes of its own for these
_ROOT = '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
_GRAPH = '<graph mode="dynamic" timeformat="date" timerepresentation="interval" defaultedgetype="directed">\n'


def write(facts: Facts) -> Iterator[str]:
    """One directed graph over time, element by element; each edge has the id of its statement.

    Parallel facts are parallel edges, told apart by `kind`, their predicate: Gephi merges those of one kind and adds
    up their weights. Nodes are coloured by type.
    """
    yield DECLARATION + _ROOT + _GRAPH
    yield _declared("node", NODE_FIELDS)
    yield _declared("edge", EDGE_FIELDS)
    shades, intervals = colours.by_type(facts.nodes), _node_intervals(facts.edges)
    yield f'<nodes count="{len(facts.nodes)}">\n'
    for row in facts.nodes:
        own = {name: text(plain(row[name])) for name in ("id", "label")} | intervals.get(str(row["id"]), {})
        element = _element("node", own, row, NODE_FIELDS)
        red, green, blue = map(str, shades[str(row["type"])])
        SubElement(element, "viz:color", r=red, g=green, b=blue)
        yield line(element)
    yield f'</nodes>\n<edges count="{len(facts.edges)}">\n'
    for row in facts.edges:
        own = {name: text(plain(row[name])) for name in ("id", "source", "target", "label", "weight")}
        own |= {"kind": text(plain(row["predicate"]))} | interval(row)
        yield line(_element("edge", own, row, EDGE_FIELDS))
    yield "</edges>\n</graph>\n</gexf>\n"


def interval(edge: Row) -> Interval:
    """When a fact holds: from its date on, or until then if it has ended; always where nothing tells.

    A fact without a date of its own holds from the day on which the earliest article behind it appeared.
    """
    day = first_day(str(edge["date"])) or first_day(str(edge["published"]))
    return {"end" if edge["status"] == Status.ENDED else "start": day} if day else {}


def _node_intervals(edges: Iterable[Row]) -> dict[str, Interval]:
    """The shortest interval of each node that holds those of all its edges."""
    found: dict[str, list[Interval]] = defaultdict(list)
    for edge in edges:
        for end in ("source", "target"):
            found[str(edge[end])].append(interval(edge))
    return {
        node: {
            bound: outermost(each[bound] for each in intervals)
            for bound, outermost in (("start", min), ("end", max))
            if all(bound in each for each in intervals)
        }
        for node, intervals in found.items()
    }


def _declared(kind: str, fields: Mapping[str, type]) -> str:
    declared = Element("attributes", {"class": kind})
    for name, type_ in fields.items():
        if name not in _OWN:
            SubElement(declared, "attribute", id=name, title=name, type=_TYPES[type_])
    return line(declared)


def _element(kind: str, own: dict[str, str], row: Row, fields: Mapping[str, type]) -> Element:
    element = Element(kind, own)
    values = SubElement(element, "attvalues")
    for name in fields:
        if name not in _OWN and row[name] not in ("", ()):
            SubElement(values, "attvalue", {"for": name, "value": text(plain(row[name]))})
    return element
