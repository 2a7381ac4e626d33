"""Checking a store: SHACL over the union of its graphs, the quote test graph by graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pyshacl
import rdflib
from rdflib import RDF, SH, BNode, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from biograph.errors import DatasetError, OntologyError
from biograph.shapes import quotes, words
from biograph.store import Store
from biograph.vocabulary import BG, OA, SCHEMA, Ontology, default_directory, load

_ONTOLOGY_GRAPH = "/graph/ontology"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One thing that is wrong: the fact or name at fault, what is wrong, and the sentence and document it rests on."""

    document: str
    fact: str
    problem: str
    quote: str

    def __str__(self) -> str:
        where = f"{self.document}: " if self.document else ""
        sentence = f" — “{self.quote}”" if self.quote else ""
        return f"{where}{self.fact}: {self.problem}{sentence}"


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. The counts say how much was checked."""

    violations: tuple[Violation, ...]
    documents: int
    statements: int
    quotes: int

    @property
    def conforms(self) -> bool:
        """Whether nothing is wrong."""
        return not self.violations


def check(store: Store, ontology: Ontology | None = None) -> Report:
    """Prove that a dataset has the shapes of the ontology and that every quote stands in its text.

    Raises DatasetError when there is no document to check or the shapes cannot be run.
    """
    terms = ontology or load()
    graphs = _graphs(store)
    data = rdflib.Graph()
    for graph in graphs:
        data += graph
    counts = [
        len(set(data.subjects(*of))) for of in ((RDF.type, SCHEMA.NewsArticle), (RDF.type, BG.Statement), (OA.exact,))
    ]
    if not counts[0]:
        raise DatasetError("there is no document in this dataset", hint="make one with: biograph build")
    found = [*_shape_faults(data, terms)]
    for graph in graphs:
        found += quotes.faults(graph, graph.identifier, terms)
    violations = {
        Violation(words.document(data, node), words.fact(data, node, terms), problem, words.quote(data, node))
        for node, problem in found
    }
    return Report(tuple(sorted(violations)), *counts)


def _graphs(store: Store) -> list[rdflib.Graph]:
    """A copy of each graph but the ontology's, the default graph last."""
    copies: dict[URIRef | None, rdflib.Graph] = {}
    for s, p, o, name in store.quads():
        if not str(name).endswith(_ONTOLOGY_GRAPH):
            copies.setdefault(name, rdflib.Graph(identifier=name)).add((s, p, o))
    return [copies[name] for name in sorted(copies, key=lambda name: (name is None, str(name)))]


def _shape_faults(data: rdflib.Graph, ontology: Ontology) -> Iterator[quotes.Fault]:
    shapes = _written(ontology) + generated(ontology)
    try:
        _, results, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=True, inplace=True)
    except Exception as error:  # pyshacl raises many kinds
        raise DatasetError(f"the shapes cannot be run: {error}", where=str(ontology.directory / "shapes")) from error
    if not isinstance(results, rdflib.Graph):
        raise DatasetError(f"the shapes cannot be run: {results}", where=str(ontology.directory / "shapes"))
    for result in results.subjects(RDF.type, SH.ValidationResult):
        node, value = results.value(result, SH.focusNode), results.value(result, SH.value)
        message = str(results.value(result, SH.resultMessage))
        if node is not None:
            yield node, message if value is None else f"{message}; it has {words.value(data, value, ontology)}"


def generated(ontology: Ontology) -> rdflib.Graph:
    """The shapes that follow from the ontology: types of entities, domain and range of statements."""
    shapes = rdflib.Graph()
    _constrain(
        shapes, BG.EntityShape, [RDF.type], ontology.types, "must have exactly one type of the ontology", once=True
    )
    predicates = tuple(sorted(ontology.properties))
    _constrain(
        shapes, BG.StatementShape, [RDF.predicate], predicates, "has a predicate that the ontology does not know"
    )
    for p in ontology.properties.values():
        shape, target = BG[f"{p.name}Shape"], BNode()
        shapes.add((shape, RDF.type, SH.NodeShape))
        shapes.add((shape, SH.target, target))
        shapes.add((target, RDF.type, SH.SPARQLTarget))
        shapes.add((target, SH.select, Literal(f"SELECT ?this WHERE {{ ?this <{RDF.predicate}> <{BG[p.name]}> }}")))
        label = ontology.label(p.name, "en")
        for end, classes, side in ((RDF.subject, p.domain, "subject"), (RDF.object, p.range, "object")):
            types = tuple(t for t in ontology.types if any(ontology.is_a(t, class_) for class_ in classes))
            allowed = ", ".join(ontology.label(class_, "en") for class_ in classes)
            _constrain(shapes, shape, [end, RDF.type], types, f"the {side} of “{label}” must be one of: {allowed}")
    return shapes


def _constrain(
    shapes: rdflib.Graph, shape: URIRef, path: list[Node], values: tuple[str, ...], message: str, *, once: bool = False
) -> None:
    """Add to a shape that a path leads to own terms of this list only (and to exactly one)."""
    node, allowed, way = BNode(), BNode(), BNode()
    Collection(shapes, allowed, [BG[value] for value in values])
    shapes.add((shape, SH.property, node))
    shapes.add((node, SH["in"], allowed))
    shapes.add((node, SH.message, Literal(message)))
    if len(path) > 1:
        Collection(shapes, way, path)
    shapes.add((node, SH.path, way if len(path) > 1 else path[0]))
    if once:
        shapes.add((node, SH.minCount, Literal(1)))
        shapes.add((node, SH.maxCount, Literal(1)))


def _written(ontology: Ontology) -> rdflib.Graph:
    """The shapes of the ontology's folder, those that ship with the package where it has none."""
    shapes = rdflib.Graph()
    own = sorted((ontology.directory / "shapes").glob("*.ttl"))
    for path in own or sorted((default_directory() / "shapes").glob("*.ttl")):
        try:
            shapes.parse(path, format="turtle")
        except Exception as error:  # rdflib's parser raises many kinds
            raise OntologyError(f"not Turtle: {error}", where=str(path)) from error
    return shapes
