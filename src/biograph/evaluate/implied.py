"""What follows from gold without being annotated, and is therefore not punished when it is found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from biograph.evaluate.annotation import Article, Triple

CONTAINMENT = ("locatedIn", "partOf")
PARENTHOOD = ("unitOf", "subsidiaryOf")
BELONGING = ("affiliatedWith", "memberOf")


def implied(gold: Article) -> set[Triple]:
    """What follows from gold: containment along chains, and belonging to the parents of an organisation."""
    inside, above, belongs = (_graph(gold, predicates) for predicates in (CONTAINMENT, PARENTHOOD, BELONGING))
    found = {(s, p, place) for s in inside for place in _reach(inside, s) for p in CONTAINMENT}
    for member, bodies in belongs.items():
        found |= {(member, p, parent) for body in bodies for parent in _reach(above, body) for p in BELONGING}
    return found


def _graph(gold: Article, predicates: tuple[str, ...]) -> dict[str, set[str]]:
    graph: dict[str, set[str]] = defaultdict(set)
    for s, p, o in _stated(gold):
        if p in predicates:
            graph[s].add(o)
    return dict(graph)


def _stated(gold: Article) -> Iterator[Triple]:
    for edge in gold.edges:
        if edge.status != "negated":
            yield from edge.readings


def _reach(graph: Mapping[str, set[str]], start: str) -> set[str]:
    """Everything reachable from a node, without the node itself."""
    reached: set[str] = set()
    todo = list(graph.get(start, ()))
    while todo:
        node = todo.pop()
        if node not in reached:
            reached.add(node)
            todo.extend(graph.get(node, ()))
    return reached - {start}
