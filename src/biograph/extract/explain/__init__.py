"""How a text is read, layer by layer: the extraction itself, watched; so that what was missed can be seen and added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from biograph.extract.drafts import Draft
from biograph.extract.english import extract as extract_english
from biograph.extract.explain.advice import advice
from biograph.extract.explain.english import Notes as EnglishNotes
from biograph.extract.explain.korean import Notes as KoreanNotes
from biograph.extract.explain.text import to_text
from biograph.extract.explain.values import Dropped, Explanation, Fact
from biograph.extract.korean import extract as extract_korean
from biograph.model import Document, Entity, Extraction, Span
from biograph.vocabulary import Ontology

__all__ = ["Explanation", "explain", "to_text"]


def explain(document: Document, ontology: Ontology) -> Explanation:
    """What each layer makes of a document. Raises OntologyError where the ontology's tables cannot be read."""
    notes: KoreanNotes | EnglishNotes
    if document.language == "ko":
        notes = KoreanNotes(ontology)
        extraction = extract_korean(document, ontology, notes)
    else:
        notes = EnglishNotes(document, ontology)
        extraction = extract_english(document, ontology, notes)
    facts, sentences = tuple(_facts(extraction)), tuple(notes.sentences)
    return Explanation(
        document.language,
        tuple(_left_out(document)),
        sentences,
        facts,
        tuple(_dropped(notes.drafts, extraction, ontology)),
        "" if facts else advice(sentences, document.language, ontology),
    )


def _left_out(document: Document) -> Iterator[str]:
    at = 0
    for span in (*sorted(document.body), Span(len(document.text), len(document.text))):
        if (piece := document.text[at : max(at, span.start)].strip()) != "":
            yield " ".join(piece.split())
        at = max(at, span.end)


def _facts(extraction: Extraction) -> Iterator[Fact]:
    names = {entity.id: entity.name for entity in extraction.entities}
    for s in extraction.statements:
        yield Fact(
            names[s.subject],
            s.predicate,
            names[s.object],
            str(s.status),
            s.qualifiers,
            names[s.speaker] if s.speaker else "",
            s.confidence,
            s.extractor,
            tuple(evidence.quote for evidence in s.evidence),
        )


def _dropped(drafts: Iterable[Draft], extraction: Extraction, ontology: Ontology) -> Iterator[Dropped]:
    """The relations that domain and range refuse, and those of a name with itself."""
    entities = {entity.id: entity for entity in extraction.entities}
    for subject, predicate, object_ in dict.fromkeys((d.subject, d.predicate, d.object) for d in drafts):
        one, other = entities[subject], entities[object_]
        if one is other:
            yield Dropped(one.name, predicate, other.name, "subject and object are the same")
        elif not ontology.admits(predicate, one.type, other.type):
            yield Dropped(one.name, predicate, other.name, _refusal(ontology, predicate, one, other))


def _refusal(ontology: Ontology, predicate: str, subject: Entity, object_: Entity) -> str:
    wanted = ontology.properties[predicate]
    domain, range_ = (" or ".join(types) for types in (wanted.domain, wanted.range))
    return f"{predicate} leads from {domain} to {range_}, not from {subject.type} to {object_.type}"
