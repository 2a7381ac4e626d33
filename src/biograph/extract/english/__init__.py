"""Reads English documents."""

from __future__ import annotations

from biograph.model import Document, Extraction
from biograph.vocabulary import Ontology


def extract(document: Document, ontology: Ontology) -> Extraction:
    """Everything a English document states."""
    return Extraction(document, (), ())
