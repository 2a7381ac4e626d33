"""The RDF store, and the one door to pyoxigraph: quads go in and out as rdflib terms, SPARQL sees all graphs."""

from biograph.store.files import DATASET_FILE
from biograph.store.memory import Answer, Store
from biograph.store.terms import Quad, Term, Triple

__all__ = ["DATASET_FILE", "Answer", "Quad", "Store", "Term", "Triple"]
