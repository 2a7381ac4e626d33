"""Reads Korean documents: names first, then what noun phrases and clauses state about them."""

from __future__ import annotations

from biograph.extract import drafts
from biograph.extract.korean import names
from biograph.extract.korean.clause import relations
from biograph.model import Document, Extraction
from biograph.vocabulary import Ontology


def extract(document: Document, ontology: Ontology) -> Extraction:
    """Everything a Korean document states."""
    found, sentences, stated = names.find(document, ontology)
    clauses = relations.find(document, found, sentences, ontology)
    statements = drafts.statements(document, found.entities, [*stated, *clauses], ontology)
    return Extraction(document, tuple(found.entities.values()), statements)
