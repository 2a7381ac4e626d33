"""Text to entities and statements: one document in, one `Extraction` out."""

from __future__ import annotations

from biograph.model import Document, Extraction
from biograph.vocabulary import Ontology


def extract(document: Document, ontology: Ontology) -> Extraction:
    """Everything the document states, read by the extractor of its language (Korean or English)."""
    if document.language == "ko":
        from biograph.extract import korean

        return korean.extract(document, ontology)
    from biograph.extract import english

    return english.extract(document, ontology)
