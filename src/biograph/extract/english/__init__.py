"""Reads English documents: mentions, then clauses, then the frames that the ontology declares."""

from __future__ import annotations

from biograph.extract.drafts import statements
from biograph.extract.english import frames, places, relations, words
from biograph.extract.english import names as mention_layer
from biograph.extract.english.reference import Discourse
from biograph.extract.entailment import entailed
from biograph.extract.watch import EnglishWatch
from biograph.model import Document, Extraction, Status
from biograph.vocabulary import Ontology


def extract(document: Document, ontology: Ontology, watch: EnglishWatch | None = None) -> Extraction:
    """Everything an English document states; `watch` is shown how each layer reads it."""
    names, sentences = mention_layer.find(document, ontology)
    if watch:
        watch.named(names, sentences)
    discourse = Discourse(names.entities, ontology, words.load(ontology.directory))
    reading = relations.Reading(document, names, ontology, frames.load(ontology), sentences)
    drafts = [*places.drafts(document, names, sentences), *relations.drafts(reading, discourse, watch)]
    drafts += entailed(drafts, names.entities, ontology)
    drafts.sort(key=lambda draft: draft.status is not Status.ASSERTED)  # what happened leads
    if watch:
        watch.drafted(drafts)
    found = statements(document, names.entities, drafts, ontology)
    return Extraction(document, tuple(names.entities.values()), found)
