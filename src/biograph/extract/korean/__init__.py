"""Reads Korean documents: names first, then what noun phrases and clauses state about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from biograph.extract import drafts
from biograph.extract.drafts import Draft
from biograph.extract.entailment import entailed
from biograph.extract.korean import names
from biograph.extract.korean.clause import relations
from biograph.extract.watch import KoreanWatch
from biograph.model import Document, Extraction
from biograph.vocabulary import Ontology

# How often each kind of rule is right on articles that nobody tuned for: benchmarks/confidence.py, half `kept`.
CONFIDENCE = {"np": 0.8, "frame": 0.7}


def extract(document: Document, ontology: Ontology, watch: KoreanWatch | None = None) -> Extraction:
    """Everything a Korean document states; `watch` is shown how each layer reads it."""
    found, sentences, stated = names.find(document, ontology, watch)
    units = {frozenset((d.subject, d.object)) for d in stated if d.predicate == "unitOf"}
    clauses = relations.find(document, found, sentences, ontology, watch)
    # `A와 B가 A 연구소와 손잡았다`: nobody partners with a unit of its own.
    clauses = [d for d in clauses if d.predicate != "partnersWith" or {d.subject, d.object} not in units]
    stated = tuple(_weighed([*stated, *clauses]))
    everything = [*stated, *entailed(stated, found.entities, ontology)]
    if watch:
        watch.drafted(everything)
    statements = drafts.statements(document, found.entities, everything, ontology)
    return Extraction(document, tuple(found.entities.values()), statements)


def _weighed(found: Iterable[Draft]) -> Iterator[Draft]:
    for draft in found:
        yield replace(draft, confidence=CONFIDENCE[draft.extractor.partition(".")[0]])
