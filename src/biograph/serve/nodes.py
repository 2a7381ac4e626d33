"""A part of the graph as plain values: the nodes of what was asked for, with their properties."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from biograph.namespaces import PREFIXES
from biograph.sparql.asking import Reply, Value

# Everything said of an entity: its own triples, the statements that it is in, and their evidence.
ABOUT = """{
  { ?entity ?p ?o BIND(?entity AS ?s) }
  UNION { { ?s rdf:subject ?entity } UNION { ?s rdf:object ?entity } ?s ?p ?o }
  UNION { { ?x rdf:subject ?entity } UNION { ?x rdf:object ?entity } ?x bg:evidence ?s . ?s ?p ?o }
}"""
# A node with what its evidence is, where it has any.
NODE = "{ { ?entity ?p ?o BIND(?entity AS ?s) } UNION { ?entity bg:evidence ?s . ?s ?p ?o } }"
# All that a document contributes.
GRAPH = "{ GRAPH ?entity { ?s ?p ?o } }"


@dataclass(frozen=True, slots=True)
class Node:
    """A node's address and, by the prefixed names of its properties, their values sorted."""

    iri: str
    values: Mapping[str, list[str]]

    def all(self, name: str) -> list[str]:
        """The values of a property."""
        return self.values.get(name, [])

    def one(self, name: str) -> str:
        """The first value of a property, "" where there is none."""
        return next(iter(self.all(name)), "")


def selected(pattern: str) -> str:
    """The query for the triples of a pattern as rows."""
    return f"SELECT ?entity ?s ?p ?o {pattern}"


def constructed(pattern: str) -> str:
    """The query for the triples of a pattern as RDF."""
    return f"CONSTRUCT {{ ?s ?p ?o }} WHERE {pattern}"


def binding(iri: str) -> dict[str, Value]:
    """The value of the variable that the patterns are about."""
    return {"entity": ("iri", iri, "", "")}


def nodes(reply: Reply) -> dict[str, Node]:
    """The nodes of the answer to a `selected` query, by address."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in json.loads(reply.body)["results"]["bindings"]:
        found[row["s"]["value"]][brief(row["p"]["value"])].add(row["o"]["value"])
    return {iri: Node(iri, {name: sorted(values) for name, values in by.items()}) for iri, by in found.items()}


def brief(iri: str) -> str:
    """An address with its prefix, as a whole where it has none."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
