"""The drawing: a node for each entity that a statement mentions, an edge for each pair and status, and coordinates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from biograph.page import layout, vis
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
CLAIM = "bridges"  # the relation of the founding question, drawn in the accent colour
FONT, LINE = 13, 1.25  # pixels, and the height of a line in ems
LABELLED = 80  # nodes up to which every label has its room; beyond, half as many have, in larger letters
LARGER = 1.7


def build(content: Mapping[str, Any], ontology: Ontology) -> dict[str, Any]:
    """Nodes, edges, bands of groups, clusters, and the relation that is the `claim`; ids are positions.

    An edge joins one subject and object with one status; entities without a statement are left to search and lists.
    """
    entities, statements = content["core"]["entities"], content["facts"]["statements"]
    edges = _edges(statements, ontology)
    nodes, edges = vis.network(_nodes(entities, edges, ontology), edges)
    return {"nodes": nodes, "edges": edges, "bands": [], "clusters": [], "claim": CLAIM}


def _edges(statements: Sequence[Mapping[str, Any]], ontology: Ontology) -> list[dict[str, Any]]:
    tied: dict[tuple[int, int, str], list[int]] = {}
    for n, statement in enumerate(statements):
        key = (statement["subject"], statement["object"], statement["status"])
        tied.setdefault(key, []).append(n)
    lanes: dict[tuple[int, int], int] = {}
    edges = []
    for n, ((subject, object_, status), members) in enumerate(sorted(tied.items())):
        lane = lanes[subject, object_] = lanes.get((subject, object_), 0) + 1
        predicates = sorted({statements[m]["predicate"] for m in members})
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
                "directed": not both_ways,
                "lane": lane,
            }
        )
    return edges


def _nodes(
    entities: Sequence[Mapping[str, Any]], edges: list[dict[str, Any]], ontology: Ontology
) -> list[dict[str, Any]]:
    neighbours: dict[int, set[int]] = {}
    for edge in edges:
        neighbours.setdefault(edge["from"], set()).add(edge["to"])
        neighbours.setdefault(edge["to"], set()).add(edge["from"])
    ranked = sorted(neighbours, key=lambda n: (-len(neighbours[n]), n))
    rank = {n: place for place, n in enumerate(ranked)}
    first = set(ranked if len(ranked) <= LABELLED else ranked[: LABELLED // 2])
    font = FONT if len(ranked) <= LABELLED else round(FONT * LARGER)
    names = {n: wrap(entities[n]["name"]) for n in ranked}
    sizes = {n: min(7 + 3.6 * len(neighbours[n]) ** 0.5, 30) for n in ranked}
    boxes = {_key(n): _box(names[n] if n in first else (), sizes[n], font) for n in ranked}
    places = layout.positions(boxes, [(_key(e["from"]), _key(e["to"])) for e in edges])
    return [
        {
            "id": n,
            "label": "\n".join(names[n]),
            "shape": _shape(entities[n]["type"], ontology),
            "degree": len(neighbours[n]),
            "rank": rank[n],
            "x": places[_key(n)][0],
            "y": places[_key(n)][1],
            "grouped": list(places[_key(n)]),
            "cluster": None,
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
