"""What SHACL cannot say: quotes stand word for word in their texts, and facts agree with their direct triples."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TypeAlias

import rdflib
from rdflib import PROV, RDF
from rdflib.term import Node

from biograph.vocabulary import BG, OA, SCHEMA, Ontology

Fault: TypeAlias = tuple[Node, str]


def faults(graph: rdflib.Graph, name: Node, ontology: Ontology) -> Iterator[Fault]:
    """The nodes of one named graph that are at fault, each with what is wrong."""
    yield from _texts(graph)
    yield from _quotes(graph, name)
    yield from _evidence(graph)
    yield from _direct_triples(graph, ontology)


def _texts(graph: rdflib.Graph) -> Iterator[Fault]:
    for document, text in graph.subject_objects(SCHEMA.text):
        digest = hashlib.sha256(str(text).encode()).hexdigest()
        if any(str(stored) != digest for stored in graph.objects(document, BG.sha256)):
            yield document, "its text is not the one that was read: the SHA-256 differs"


def _quotes(graph: rdflib.Graph, name: Node) -> Iterator[Fault]:
    for node, exact in graph.subject_objects(OA.exact):
        for document in graph.objects(node, PROV.wasQuotedFrom):
            text = graph.value(document, SCHEMA.text)
            if text is None or document != name:
                yield node, "is quoted from a document outside the graph that it stands in"
                continue
            start, end = graph.value(node, OA.start), graph.value(node, OA.end)
            if start is None or end is None or not str(start).isdigit() or not str(end).isdigit():
                continue  # the shapes tell it
            found = str(text)[int(str(start)) : int(str(end))]
            if found != str(exact):
                yield node, f"the document does not say this at {start} to {end}, but “{found[:80]}”"


def _evidence(graph: rdflib.Graph) -> Iterator[Fault]:
    for statement, evidence in graph.subject_objects(BG.evidence):
        if (evidence, RDF.type, BG.Evidence) not in graph:
            yield statement, "its evidence is not in the graph of the document that states it"


def _direct_triples(graph: rdflib.Graph, ontology: Ontology) -> Iterator[Fault]:
    """Only what is asserted is a direct triple, and all that is."""
    told: dict[tuple[Node, Node, Node], Node] = {}
    asserted = set()
    for statement in sorted(graph.subjects(RDF.type, BG.Statement), key=str):
        subject, predicate, object_ = (
            graph.value(statement, part) for part in (RDF.subject, RDF.predicate, RDF.object)
        )
        if subject is None or predicate is None or object_ is None:
            continue  # the shapes tell it
        triple = (subject, predicate, object_)
        told[triple] = statement
        if (statement, BG.status, BG.asserted) in graph:
            asserted.add(triple)
            if triple not in graph:
                yield statement, "is asserted, but the direct triple that says so is missing"
    for name in sorted(ontology.properties):
        for subject, object_ in graph.subject_objects(BG[name]):
            triple = (subject, BG[name], object_)
            if triple in told and triple not in asserted:
                yield told[triple], "is a direct triple although no text asserts it"
            elif triple not in told:
                yield (
                    subject,
                    f"“{ontology.label(name, 'en')}” <{object_}> is a direct triple without a statement behind it",
                )
