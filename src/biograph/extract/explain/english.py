"""Notes how each layer reads an English document."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from biograph.extract import lexicon
from biograph.extract.drafts import Draft, Named, Names
from biograph.extract.english import relations
from biograph.extract.english.clauses import Event
from biograph.extract.english.constituents import Phrase
from biograph.extract.english.frames import Frame
from biograph.extract.english.reference import Discourse
from biograph.extract.english.relations import Lack, Reading
from biograph.extract.english.tagging import Unit
from biograph.extract.explain.values import CLOSE, Argument, Attempt, Clause, Name, Read, Refused, Word
from biograph.model import Document, Sentence
from biograph.vocabulary import Ontology


class Notes:
    """A watch that keeps what it is shown as `values`."""

    def __init__(self, document: Document, ontology: Ontology) -> None:
        self._text = document.text
        self._lexicon = lexicon.load(ontology.directory)
        self.sentences: list[Read] = []
        self.drafts: tuple[Draft, ...] = ()
        self._names: Names

    def named(self, names: Names, sentences: Sequence[Sentence]) -> None:
        self._names = names

    def tagged(self, sentence: Sentence, units: Sequence[Unit]) -> None:
        mentions = self._names.within(sentence.span)
        self.sentences.append(
            Read(
                sentence.span.of(self._text),
                tuple(Word(u.span.of(self._text), (f"{u.form}/{u.tag}",)) for u in units if u.form),
                tuple(map(self._name, mentions)),
                tuple(self._refused(sentence, units)),
                (),
            )
        )

    def read(self, event: Event, sentence: Sentence, reading: Reading, discourse: Discourse) -> None:
        clause = _clause(event, reading, discourse)
        # Every noun and every name is an event to English; those that state nothing would hide the verbs.
        if clause.matched or (clause.names and event.predicate is None) or len(clause.names) > 1:
            last = self.sentences[-1]
            self.sentences[-1] = replace(last, clauses=(*last.clauses, clause))

    def drafted(self, drafts: Sequence[Draft]) -> None:
        self.drafts = tuple(drafts)

    def _name(self, mention: Named) -> Name:
        entity, text = self._names.entities[mention.entity], mention.span.of(self._text)
        known = any(entry.type == entity.type for entry in self._lexicon.named(text))
        rule = "known name" if known else "its words and those around it"
        return Name(text, mention.span.start, mention.span.end, entity.type, entity.name, rule)

    def _refused(self, sentence: Sentence, units: Sequence[Unit]) -> Iterator[Refused]:
        mentions = [m.span for m in self._names.within(sentence.span)]
        for unit in units[1:]:  # the first word of a sentence has a capital whatever it is
            if unit.form[:1].isupper() and len(unit.form) > 1 and not any(m.overlaps(unit.span) for m in mentions):
                yield Refused(unit.form, "has a capital, but no layer knows it as a name")


def _clause(event: Event, reading: Reading, discourse: Discourse) -> Clause:
    known = sorted(reading.frames.synonyms.meanings(event) & reading.frames.by_lemma.keys())
    attempts = tuple(
        _attempts(event, [f for lemma in known for f in reading.frames.by_lemma[lemma]], reading, discourse)
    )
    return Clause(
        event.lemma or "(a name and what stands around it)",
        event.span.of(reading.document.text),
        str(event.status),
        (),
        (),
        tuple(_arguments(event, reading, discourse)),
        attempts,
        () if known else tuple(_nearest(event, reading)),
        tuple(_suggested(event, reading, discourse)) if event.predicate is None and not known else (),
    )


def _arguments(event: Event, reading: Reading, discourse: Discourse) -> Iterator[Argument]:
    for role, phrases in event.roles.items():
        yield from (_argument(role, phrase, reading, discourse) for phrase in phrases)
    if event.predicate is not None:
        yield _argument("predicate", event.predicate, reading, discourse)


def _argument(role: str, phrase: Phrase, reading: Reading, discourse: Discourse) -> Argument:
    def names(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(reading.names.entities[id_].name for id_ in ids)

    heads = discourse.heads(phrase)[0]
    inside = (*discourse.owners(phrase)[0], *phrase.modifiers)
    return Argument(role, phrase.span.of(reading.document.text), names(heads), names(inside))


def _attempts(event: Event, frames: Sequence[Frame], reading: Reading, discourse: Discourse) -> Iterator[Attempt]:
    """The frames that match; then, of every other property, the frame that lacks least."""
    lacking = [(frame, tuple(relations.lacks(event, frame, reading, discourse))) for frame in frames]
    done = {frame.property for frame, lacks in lacking if not lacks}
    for property_ in sorted(done):
        example = next(f.example for f, lacks in lacking if f.property == property_ and not lacks)
        yield Attempt(property_, example, str(event.status))
    nearest: dict[str, tuple[Frame, tuple[Lack, ...]]] = {}
    for frame, lacks in lacking:
        if frame.property not in done and (
            frame.property not in nearest or _cost(lacks) < _cost(nearest[frame.property][1])
        ):
            nearest[frame.property] = frame, lacks
    for frame, lacks in sorted(nearest.values(), key=lambda pair: _cost(pair[1])):
        yield Attempt(frame.property, frame.example, "", tuple(_told(lack, frame, reading) for lack in lacks))


def _cost(lacks: Sequence[Lack]) -> tuple[int, int]:
    """A name of the wrong type is nearer than none."""
    missing = sum(not lack.misfits for lack in lacks)
    return len(lacks) + missing, missing


def _told(lack: Lack, frame: Frame, reading: Reading) -> str:
    if lack.nouns:
        return f"none of the words {', '.join(sorted(lack.nouns))} is there as {lack.role}"
    if not lack.misfits:
        return f"{lack.slot}: no name as {lack.role}"
    entities = [reading.names.entities[id_] for id_ in lack.misfits]
    who = ", ".join(f"{entity.name} ({entity.type})" for entity in entities)
    return f"{lack.slot}: {who} stands there, which {frame.property} does not take"


def _nearest(event: Event, reading: Reading) -> Iterator[str]:
    lemmas = reading.frames.by_lemma
    for other in difflib.get_close_matches(event.lemma, list(lemmas), n=CLOSE):
        yield f"{other} ({', '.join(sorted({f.property for f in lemmas[other]}))})"


def _suggested(event: Event, reading: Reading, discourse: Discourse) -> Iterator[str]:
    """The properties that a frame of another predicate would state of these arguments, the most frequent first."""
    counts: dict[str, int] = {}
    for frame in (f for group in reading.frames.by_lemma.values() for f in group if not f.required and f.lemma):
        if not any(relations.lacks(event, frame, reading, discourse)):
            counts[frame.property] = counts.get(frame.property, 0) + 1
    yield from sorted(counts, key=lambda name: (-counts[name], name))[:CLOSE]
