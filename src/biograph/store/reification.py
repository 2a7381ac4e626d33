"""Statement nodes as reifiers of RDF 1.2 (https://www.w3.org/TR/rdf12-concepts/#dfn-reifying-triple), and back.

A statement node says its fact in three triples, `rdf:subject`, `rdf:predicate` and `rdf:object`; a reifier says it in
one, `rdf:reifies <<( subject predicate object )>>`. All else that is said of the node stays as it is, and neither
asserts the fact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import pyoxigraph as ox

_Graph: TypeAlias = ox.NamedNode | ox.BlankNode | ox.DefaultGraph

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_REIFIES, _TYPE, _STATEMENT = (ox.NamedNode(_RDF + name) for name in ("reifies", "type", "Statement"))
_PARTS = tuple(ox.NamedNode(_RDF + name) for name in ("subject", "predicate", "object"))


def reified(engine: ox.Store, graph: _Graph) -> Iterator[ox.Quad]:
    """The quads of a graph, with a triple term for each node that is a statement and has one of each part."""
    whole = {}
    for quad in engine.quads_for_pattern(None, _TYPE, _STATEMENT, graph):
        node = quad.subject
        found = [[part.object for part in engine.quads_for_pattern(node, name, None, graph)] for name in _PARTS]
        if all(len(values) == 1 for values in found):
            (subject,), (predicate,), (object_,) = found
            if isinstance(subject, ox.NamedNode | ox.BlankNode) and isinstance(predicate, ox.NamedNode):
                whole[node] = ox.Triple(subject, predicate, object_)
    for node, triple in whole.items():
        yield ox.Quad(node, _REIFIES, triple, graph)
    for quad in engine.quads_for_pattern(None, None, None, graph):
        if not _is_part(quad) or quad.subject not in whole:
            yield quad


def restore(engine: ox.Store) -> None:
    """Make a statement node of each node that reifies one triple in a graph; others stay as they are."""
    found = list(engine.quads_for_pattern(None, _REIFIES, None, None))
    several = Counter((quad.subject, quad.graph_name) for quad in found)
    for quad in found:
        if isinstance(quad.object, ox.Triple) and several[quad.subject, quad.graph_name] == 1:
            engine.remove(quad)
            engine.extend(_statement(quad, quad.object))


def _statement(quad: ox.Quad, triple: ox.Triple) -> Iterable[ox.Quad]:
    yield ox.Quad(quad.subject, _TYPE, _STATEMENT, quad.graph_name)
    for part, value in zip(_PARTS, (triple.subject, triple.predicate, triple.object), strict=True):
        yield ox.Quad(quad.subject, part, value, quad.graph_name)


def _is_part(quad: ox.Quad) -> bool:
    return quad.predicate in _PARTS or (quad.predicate == _TYPE and quad.object == _STATEMENT)
