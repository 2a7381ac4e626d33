"""The drawing: a node for each entity that a statement mentions, an edge for each pair and status, and coordinates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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
OTHERS, UNKNOWN = "*", ""  # columns of those that belong to another group or to several, and to none that is known

Row = dict[str, Any]


def build(content: Mapping[str, Any], ontology: Ontology) -> dict[str, Any]:
    """Nodes, edges, bands of groups, clusters, and the relation that is the `claim`; ids are positions.

    An edge joins one subject and object with one status; entities without a statement are left to search and lists.
    """
    entities, statements = content["core"]["entities"], content["facts"]["statements"]
    edges = _edges(statements, ontology)
    neighbours = _neighbours(edges)
    columns = _columns({n: [m["group"] for m in entities[n]["groups"]] for n in neighbours})
    arrangement = layout.arrange(
        _boxes(entities, neighbours),
        [(_key(e["from"]), _key(e["to"])) for e in edges],
        {_key(n): column for n, column in columns.items()},
        _order(columns.values()),
        {_key(n): float(len(near)) for n, near in neighbours.items()},
    )
    at = {cluster.key: i for i, cluster in enumerate(arrangement.clusters)}
    leaf = {int(key): at[cluster.key] for cluster in arrangement.clusters for key in cluster.nodes}
    placed = [_placed(row, arrangement, leaf) for row in _nodes(entities, neighbours, ontology)]
    nodes, edges = vis.network(placed, edges)
    return {
        "nodes": nodes,
        "edges": edges,
        "bands": [_band(band) for band in arrangement.bands],
        "clusters": [_cluster(cluster, at) for cluster in arrangement.clusters],
        "claim": CLAIM,
    }


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


def _neighbours(edges: Iterable[Row]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = {}
    for edge in edges:
        found.setdefault(edge["from"], set()).add(edge["to"])
        found.setdefault(edge["to"], set()).add(edge["from"])
    return found


def _columns(groups: Mapping[int, Sequence[str]]) -> dict[int, str]:
    """The column of each node when groups stand apart: its group if that is its only one and one of the two largest."""
    sizes = Counter(group for belongs in groups.values() for group in belongs)
    largest = sorted(sizes, key=lambda group: (-sizes[group], group))[:2]
    found = {}
    for n, belongs in groups.items():
        known = set(belongs)
        found[n] = next(iter(known)) if len(known) == 1 and known <= set(largest) else OTHERS if known else UNKNOWN
    return found


def _order(columns: Iterable[str]) -> list[str]:
    """From left to right: the two largest groups with all that lies between them in the middle, then the unknown."""
    sizes = Counter(columns)
    groups = sorted(sizes.keys() - {OTHERS, UNKNOWN}, key=lambda group: (-sizes[group], group))
    return [column for column in [*groups[:1], OTHERS, *groups[1:], UNKNOWN] if column in sizes]


def _boxes(entities: Sequence[Row], neighbours: Mapping[int, set[int]]) -> dict[str, tuple[float, float]]:
    ranked = _ranked(neighbours)
    first = set(ranked if len(ranked) <= LABELLED else ranked[: LABELLED // 2])
    font = FONT if len(ranked) <= LABELLED else round(FONT * LARGER)
    sizes = {n: min(7 + 3.6 * len(neighbours[n]) ** 0.5, 30) for n in ranked}
    return {_key(n): _box(wrap(entities[n]["name"]) if n in first else (), sizes[n], font) for n in ranked}


def _ranked(neighbours: Mapping[int, set[int]]) -> list[int]:
    return sorted(neighbours, key=lambda n: (-len(neighbours[n]), n))


def _nodes(entities: Sequence[Row], neighbours: Mapping[int, set[int]], ontology: Ontology) -> list[Row]:
    rank = {n: place for place, n in enumerate(_ranked(neighbours))}
    return [
        {
            "id": n,
            "label": "\n".join(wrap(entities[n]["name"])),
            "shape": _shape(entities[n]["type"], ontology),
            "degree": len(neighbours[n]),
            "rank": rank[n],
        }
        for n in sorted(neighbours)
    ]


def _placed(row: Row, arrangement: layout.Arrangement, leaf: Mapping[int, int]) -> Row:
    key = _key(row["id"])
    x, y = arrangement.free[key]
    return row | {"x": x, "y": y, "grouped": list(arrangement.grouped[key]), "cluster": leaf.get(row["id"])}


def _band(band: layout.Band) -> Row:
    extent = {"left": band.left, "right": band.right, "top": band.top, "bottom": band.bottom}
    return {"group": band.column, **extent}


def _cluster(cluster: layout.Cluster, at: Mapping[str, int]) -> Row:
    return {
        "parent": None if cluster.parent is None else at[cluster.parent],
        "group": cluster.column,
        "size": cluster.size,
        "names": [int(key) for key in cluster.names],
        "x": cluster.x,
        "y": cluster.y,
        "grouped": list(cluster.grouped),
        "radius": cluster.radius,
    }


def _key(n: int) -> str:
    return f"{n:09d}"


def _box(lines: tuple[str, ...], size: float, font: int) -> tuple[float, float]:
    """Width and height of a node with its label, which vis-network sets below it."""
    text = max(map(width, lines), default=0.0) * font
    return max(2 * size, text) + 18, 2 * size + LINE * font * len(lines) + 20


def _shape(type_: str, ontology: Ontology) -> str:
    return next((shape for class_, shape in SHAPES.items() if ontology.is_a(type_, class_)), "dot")
