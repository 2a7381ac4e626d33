"""Reads English documents."""

from __future__ import annotations

from biograph.extract.english import names as mention_layer
from biograph.model import Document, Extraction
from biograph.vocabulary import Ontology


def extract(document: Document, ontology: Ontology) -> Extraction:
    """Everything an English document states."""
    names, _ = mention_layer.find(document, ontology)
    return Extraction(document, tuple(names.entities.values()), ())
