"""The one door to pyvis: nodes, edges and options in its Network, and the vis-network source that it ships."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from typing import Any

from biograph.page import layout
from biograph.page.label import width, wrap
from biograph.vocabulary import ORGANIZATION, PLACE, Ontology

# A class and the shape of its instances; the first class that a type belongs to decides.
SHAPES = {
    "Person": "triangle",
    ORGANIZATION: "dot",
    PLACE: "square",
    "Product": "hexagon",
    "Publication": "triangleDown",
    "Event": "diamond",
    "Program": "diamond",
}
DASHES: dict[str, bool | list[int]] = {
    "asserted": False,
    "planned": [9, 6],
    "possible": [4, 6],
    "rumoured": [4, 6],
    "negated": [1, 6],
    "ended": [1, 6],
}
CLAIM = "bridges"  # the relation of the founding question, drawn in the accent colour
FONT, LINE = 13, 1.25  # pixels, and the height of a line in ems
LABELLED = 80  # nodes up to which every label is drawn at any zoom; beyond, half as many are, in larger letters
LARGER = 1.7
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "tooltipDelay": 250, "keyboard": False, "selectConnectedEdges": False},
    "nodes": {"borderWidth": 2, "borderWidthSelected": 3},
    "edges": {"arrowStrikethrough": False, "hoverWidth": 0.6, "selectionWidth": 0.8},
}


def graph(content: Mapping[str, Any], ontology: Ontology) -> dict[str, Any]:
    """`nodes`, `edges` and `options` for vis-network, and the relation that is the `claim`; ids are positions.

    An edge joins one subject and object with one status; entities without a statement are left to search and lists.
    """
    from pyvis.network import Network  # imports IPython, which takes half a second

    edges = _edges(content, ontology)
    network = Network(directed=True)
    network.nodes = _nodes(content, edges, ontology)
    network.edges = edges  # pyvis's own add_edge compares each new edge with all others
    network.options = OPTIONS
    nodes, edges, *_ = network.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": OPTIONS, "claim": CLAIM}


def vendored() -> str:
    """The source of vis-network 9.1.2 with its licence note, as it can stand inside a script element."""
    source = resources.files("pyvis") / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    text = source.read_text(encoding="utf-8").replace("\r\n", "\n")
    kept = [line for line in text.split("\n") if not line.startswith("//# sourceMappingURL")]
    return "\n".join(kept).replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _edges(content: Mapping[str, Any], ontology: Ontology) -> list[dict[str, Any]]:
    tied: dict[tuple[int, int, str], list[int]] = {}
    for n, statement in enumerate(content["statements"]):
        key = (statement["subject"], statement["object"], statement["status"])
        tied.setdefault(key, []).append(n)
    lanes: dict[tuple[int, int], int] = {}
    edges = []
    for n, ((subject, object_, status), members) in enumerate(sorted(tied.items())):
        lane = lanes[subject, object_] = lanes.get((subject, object_), 0) + 1
        predicates = sorted({content["statements"][m]["predicate"] for m in members})
        both_ways = all(p in ontology.properties and ontology.properties[p].symmetric for p in predicates)
        edges.append(
            {
                "id": n,
                "from": subject,
                "to": object_,
                "status": status,
                "predicates": predicates,
                "statements": members,
                "claim": CLAIM in predicates,
                "arrows": "" if both_ways else "to",
                "dashes": DASHES[status],
                "smooth": {"enabled": True, "type": "curvedCW", "roundness": round(0.12 * lane, 2)},
            }
        )
    return edges


def _nodes(content: Mapping[str, Any], edges: list[dict[str, Any]], ontology: Ontology) -> list[dict[str, Any]]:
    neighbours: dict[int, set[int]] = {}
    for edge in edges:
        neighbours.setdefault(edge["from"], set()).add(edge["to"])
        neighbours.setdefault(edge["to"], set()).add(edge["from"])
    ranked = sorted(neighbours, key=lambda n: (-len(neighbours[n]), n))
    first = set(ranked if len(ranked) <= LABELLED else ranked[: LABELLED // 2])
    names = {n: wrap(content["entities"][n]["name"]) for n in ranked}
    sizes = {n: round(min(7 + 3.6 * len(neighbours[n]) ** 0.5, 30), 1) for n in ranked}
    font = FONT if len(ranked) <= LABELLED else round(FONT * LARGER)
    boxes = {_key(n): _box(names[n] if n in first else (), sizes[n], font) for n in ranked}
    places = layout.positions(boxes, [(_key(e["from"]), _key(e["to"])) for e in edges])
    return [
        {
            "id": n,
            "label": "\n".join(names[n]),
            "shape": _shape(content["entities"][n]["type"], ontology),
            "size": sizes[n],
            "degree": len(neighbours[n]),
            "x": places[_key(n)][0],
            "y": places[_key(n)][1],
            # vis-network leaves out a label that would be drawn smaller than this many pixels
            "scaling": {"label": {"drawThreshold": 6 if n in first else FONT}},
            "font": {"size": font if n in first else FONT},
        }
        for n in sorted(ranked)
    ]


def _key(n: int) -> str:
    return f"{n:09d}"


def _box(lines: tuple[str, ...], size: float, font: int) -> tuple[float, float]:
    """Width and height of a node with its label, which vis-network sets below it."""
    text = max(map(width, lines), default=0.0) * font
    return max(2 * size, text) + 18, 2 * size + LINE * font * len(lines) + 20


def _shape(type_: str, ontology: Ontology) -> str:
    return next((shape for class_, shape in SHAPES.items() if ontology.is_a(type_, class_)), "dot")
