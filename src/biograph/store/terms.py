"""Terms between pyoxigraph and rdflib."""

from __future__ import annotations

from typing import TypeAlias

import pyoxigraph as ox
from rdflib import XSD, BNode, Literal, URIRef

from biograph.errors import DatasetError
from biograph.sparql.asking import Value

Term: TypeAlias = URIRef | BNode | Literal
Triple: TypeAlias = tuple[Term, URIRef, Term]
Quad: TypeAlias = tuple[Term, URIRef, Term, URIRef | None]
OxTerm: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def node(term: Term) -> ox.NamedNode | ox.BlankNode:
    """The engine's IRI or blank node."""
    return ox.BlankNode(term) if isinstance(term, BNode) else ox.NamedNode(term)


def to_ox(term: Term | str) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    """The engine's term; a `str` becomes a plain literal."""
    if isinstance(term, URIRef | BNode):
        return node(term)
    if isinstance(term, Literal) and term.language:
        return ox.Literal(str(term), language=term.language)
    if isinstance(term, Literal) and term.datatype:
        return ox.Literal(str(term), datatype=ox.NamedNode(term.datatype))
    return ox.Literal(str(term))


def from_ox(term: OxTerm) -> Term:
    """The rdflib term, plain strings without a datatype as rdflib has them. Raises DatasetError for a triple."""
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.Triple):
        raise DatasetError("triples about triples (RDF 1.2) are not read here", hint="use statement nodes")
    if term.language:
        return Literal(term.value, lang=term.language)
    datatype = URIRef(term.datatype.value)
    return Literal(term.value, datatype=None if datatype == XSD.string else datatype, normalize=False)


def to_value(term: Term | str) -> Value:
    """A term as a query's request carries it; a `str` becomes a plain literal."""
    if isinstance(term, URIRef | BNode):
        return ("iri" if isinstance(term, URIRef) else "node", str(term), "", "")
    if isinstance(term, Literal):
        return "literal", str(term), term.language or "", str(term.datatype or "")
    return "literal", term, "", ""
