"""Reads Korean documents: names first, then what noun phrases and clauses state about them."""

from __future__ import annotations

from biograph.extract import confidence, drafts
from biograph.extract.drafts import Draft, Names
from biograph.extract.entailment import entailed
from biograph.extract.korean import names
from biograph.extract.korean.clause import relations
from biograph.extract.watch import KoreanWatch
from biograph.model import Document, Extraction, Status
from biograph.vocabulary import Ontology


def extract(document: Document, ontology: Ontology, watch: KoreanWatch | None = None) -> Extraction:
    """Everything a Korean document states; `watch` is shown how each layer reads it."""
    found, stated = read(document, ontology, watch)
    stated = list(confidence.weigh(stated, found, "ko"))
    everything = [*stated, *entailed(stated, found.entities, ontology)]
    if watch:
        watch.drafted(everything)
    statements = drafts.statements(document, found.entities, everything, ontology)
    return Extraction(document, tuple(found.entities.values()), statements)


def read(document: Document, ontology: Ontology, watch: KoreanWatch | None = None) -> tuple[Names, list[Draft]]:
    """The names of a Korean document, and the relations that its phrases and clauses state, not yet weighed."""
    found, sentences, stated = names.find(document, ontology, watch)
    units = {frozenset((d.subject, d.object)) for d in stated if d.predicate == "unitOf"}
    clauses = relations.find(document, found, sentences, ontology, watch)
    # `A와 B가 A 연구소와 손잡았다`: nobody partners with a unit of its own.
    clauses = [d for d in clauses if d.predicate != "partnersWith" or {d.subject, d.object} not in units]
    return found, _hosts(_narrowest([*stated, *clauses]))


def _hosts(stated: list[Draft]) -> list[Draft]:
    """The drafts without what is said of a host at its own event: to hold it is more than to take part."""
    held = {(d.subject, d.object) for d in stated if d.predicate == "organizes" and d.status is not Status.NEGATED}
    return [d for d in stated if d.predicate != "participatesIn" or (d.subject, d.object) not in held]


def _narrowest(stated: list[Draft]) -> list[Draft]:
    """The drafts without the place in a name where the text tells another: `대전에 … 한국연구소를 세운다`."""
    places = ("locatedIn", "relocatesTo")
    told = {d.subject for d in stated if d.predicate in places and d.extractor != "np.inside"}
    return [d for d in stated if d.extractor != "np.inside" or d.subject not in told]
