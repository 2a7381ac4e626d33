"""Reads Korean documents: names first, then what noun phrases and clauses state about them."""

from __future__ import annotations

from biograph.extract import drafts
from biograph.extract.entailment import entailed
from biograph.extract.korean import names
from biograph.extract.korean.clause import relations
from biograph.model import Document, Extraction
from biograph.vocabulary import Ontology


def extract(document: Document, ontology: Ontology) -> Extraction:
    """Everything a Korean document states."""
    found, sentences, stated = names.find(document, ontology)
    units = {frozenset((d.subject, d.object)) for d in stated if d.predicate == "unitOf"}
    clauses = relations.find(document, found, sentences, ontology)
    # `A와 B가 A 연구소와 손잡았다`: nobody partners with a unit of its own.
    stated = (*stated, *(d for d in clauses if d.predicate != "partnersWith" or {d.subject, d.object} not in units))
    everything = [*stated, *entailed(stated, found.entities, ontology)]
    statements = drafts.statements(document, found.entities, everything, ontology)
    return Extraction(document, tuple(found.entities.values()), statements)
