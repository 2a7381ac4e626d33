"""Relations that clauses state: every sentence read, every event held against the frames."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from operator import attrgetter

from biograph.extract.drafts import Draft, Named, Names
from biograph.extract.korean.clause import grammar as grammars
from biograph.extract.korean.clause.discourse.discourse import Discourse
from biograph.extract.korean.clause.discourse.occasion import NAMED_AT, Occasion
from biograph.extract.korean.clause.frames import compiling, matching, outcomes
from biograph.extract.korean.clause.frames.frames import ANY, Frame, Slot
from biograph.extract.korean.clause.frames.matching import Implied, Match
from biograph.extract.korean.clause.syntax.events import Event
from biograph.extract.korean.clause.syntax.noun_phrases import Setting
from biograph.extract.korean.clause.syntax.reading import Reading, read
from biograph.extract.korean.clause.values import Values
from biograph.extract.watch import KoreanWatch
from biograph.model import Document, Sentence, Span, Status
from biograph.vocabulary import Ontology


def find(
    document: Document,
    names: Names,
    sentences: Sequence[Sentence],
    ontology: Ontology,
    watch: KoreanWatch | None = None,
) -> list[Draft]:
    """The relations that the clauses of a document state."""
    discourse = Discourse(names, grammars.load(ontology.directory), ontology, document.body)
    kinds = {e.id: _kind(e.type, ontology) for e in names.entities.values()}
    people = frozenset(id_ for id_, kind in kinds.items() if kind == "Person")
    found = [
        _Sentence(document, names, sentence, ontology, kinds, people, first=not i)
        for i, sentence in enumerate(sentences)
    ]
    if found:
        discourse.meet([s.reading for s in found], found[0].setting())
    spans = sorted(s.span for s in sentences)
    return [draft for s in found for draft in s.drafts(discourse, spans, watch)]


# A quote longer than this is no longer one that a reader would point at.
LONGEST_QUOTE = 600
# `A는 B, C와 각각 협약했다`: words that tell of an agreement with each.
_APART = ("각각", "따로", "잇달아", "잇따라", "차례로", "연이어", "연달아", "과도", "와도")
# What can say something.
SPEAKERS = ("Person", "Organization", "Publication")
# States rather than events: the date of the sentence is not theirs.
LASTING = frozenset({"locatedIn", "unitOf", "subsidiaryOf", "partOf", "affiliatedWith", "memberOf", "about"})


def _kind(type_: str, ontology: Ontology) -> str:
    """The sort of thing that can stand in a list with another."""
    return next((kind for kind in ("Person", "Organization", "Place") if ontology.is_a(type_, kind)), type_)


class _Sentence:
    """One sentence of a document, with all that its clauses are held against."""

    def __init__(
        self,
        document: Document,
        names: Names,
        sentence: Sentence,
        ontology: Ontology,
        kinds: Mapping[str, str],
        people: frozenset[str],
        *,
        first: bool,
    ) -> None:
        self.document, self.names, self.sentence, self.ontology, self.first = document, names, sentence, ontology, first
        self.kinds = kinds
        self.grammar = grammars.load(ontology.directory)
        self.outermost = names.outermost(sentence.span)
        self.values = Values(document, sentence.span, self.outermost, self.grammar)
        self.people = people

    def drafts(self, discourse: Discourse, sentences: Sequence[Span], watch: KoreanWatch | None = None) -> list[Draft]:
        """What the sentence states; `sentences` are those of the document, in order."""
        index = compiling.load(self.ontology.directory)
        reading = self.reading
        discourse.carry(reading)
        setting = self.setting(discourse.refer)
        implied = partial(discourse.implied, before=self.sentence.span, setting=setting)
        self.values.embed((*reading.events, *reading.quoted))
        if watch:
            speaking = partial(self._speakers, reading=reading, setting=setting)
            watch.read(self.sentence, reading, setting, self.fits, speaking, implied)
        events = (*reading.events, *reading.quoted, *reading.nominal)
        held = [(event, matching.matches(event, index, setting, self.fits)) for event in events]
        found = [
            draft if not speakers or draft.subject in speakers else replace(draft, speaker=speakers[0])
            for event, matches in matching.believed(held)
            if matches
            for speakers in [self._speakers(event, reading, setting)]
            for match in matches
            for draft in self._drafts(match, sentences, self._implied(match, discourse.occasion, implied))
        ]
        discourse.hear(reading, setting)
        for draft in (d for d in found if d.predicate in index.elliptic):
            discourse.remember(draft.subject, Named(self.sentence.span, draft.object))
        return found

    def _implied(self, match: Match, occasion: Occasion, implied: Implied) -> tuple[Named, ...]:
        """What a frame takes for left out: what the sentence itself named before, else what the text implies."""
        kinds = match.frame.implied
        named = occasion.in_sentence(kinds, match.event, self.reading) if kinds in NAMED_AT else ()
        return named or (implied(kinds) if kinds else ())

    def setting(self, refer: Callable[[str, int], tuple[Named, ...]] = lambda words, at: ()) -> Setting:
        """What its noun phrases are read against."""
        return Setting(self.grammar, self.people, refer)

    @cached_property
    def reading(self) -> Reading:
        """The sentence as events."""
        times = [span for span, _ in self.values.dates]
        stems = compiling.load(self.ontology.directory)
        return read(self.document.text, self.sentence, self.outermost, times, self.grammar, self.kinds, stems)

    def _speakers(self, event: Event, reading: Reading, setting: Setting) -> list[str]:
        """Who says so, if not the article: the subject of 밝혔다 around the clause, or `A에 따르면`."""
        if event in reading.quoted or (event.nominal and event.phrase in [e.phrase for e in reading.quoted]):
            sayings = [e.subject for e in reversed(reading.events)]
        elif event.matrix is not None and any(np.case == "said" for np in event.matrix.args):
            sayings = [event.matrix.subject]
        else:
            sayings = [np for e in reading.events for np in e.args if np.case == "따르"]
        named = (h.entity for np in sayings if np is not None for h in np.heads(setting))
        return [entity for entity in named if self.kinds[entity] in SPEAKERS]

    def fits(self, frame: Frame, slot: Slot, entity: str) -> bool:
        return self.names.entities[entity].type in self.ontology.taking(frame.predicate, slot.name, slot.type)

    def _drafts(self, match: Match, sentences: Sequence[Span], implied: tuple[Named, ...]) -> Iterator[Draft]:
        status = outcomes.matched(match, self.grammar)
        if status is Status.ASSERTED and self.values.ahead(match.event, occasion=self._occasion(match)):
            status = Status.PLANNED
        extra = tuple(("product", self.names.entities[n.entity].name) for n in match.fillers.get("P", ())[:1])
        subjects = match.fillers["S"]
        objects = implied if match.frame.implied else match.fillers["O"]
        for subject, object_ in (*self._pairs(match.event, subjects, objects), *self._among(match, objects)):
            if subject.entity != object_.entity:
                share = subjects.index(subject) if len(subjects) > 1 and subject in subjects else None
                yield Draft(
                    subject.entity,
                    match.frame.predicate,
                    object_.entity,
                    self._evidence((subject, object_), sentences),
                    f"frame.{match.frame.predicate}",
                    status,
                    extra
                    + self.values.qualifiers(
                        match.event, lasting=self._lasting(match, subject), share=share, sharing=len(subjects)
                    ),
                    signs=tuple(self._signs(match, subject, object_)),
                )

    def _occasion(self, match: Match) -> bool:
        """Whether what a clause describes is an event."""
        head = match.event.head
        return head is not None and any(self.names.entities[n.entity].type == "Event" for n in head.names)

    def _signs(self, match: Match, subject: Named, object_: Named) -> Iterator[str]:
        """How the relation was read: where its arguments stand, who shares their place, what the frame asked for."""
        event, frame = match.event, match.frame
        for name, argument in (("subject", subject), ("object", object_)):
            yield f"{name} {self._place(event, argument)}"
            if len(match.fillers.get(name[0].upper(), ())) > 1:
                yield f"{name} one of several"
        if not frame.fixed and not any(slot.common for slot in frame.slots):
            yield "verb alone"
        marks = {"nominal": event.nominal, "implied": bool(frame.implied), "any verb": frame.stem == ANY}
        marks |= {"headline": self.first, "relative clause": event.head is not None, "agreement": frame.agreement}
        yield from (mark for mark, holds in marks.items() if holds)
        if event in self.reading.quoted:
            yield "quoted"

    def _place(self, event: Event, argument: Named) -> str:
        """Where an argument stands, from the clause's own to another sentence's."""
        if not self.sentence.span.contains(argument.span):
            return "in another sentence"
        if event.head is not None and event.head.span.contains(argument.span):
            return "described"
        return "in the clause" if any(np.span.contains(argument.span) for np in event.args) else "in the sentence"

    def _pairs(
        self, event: Event, subjects: Sequence[Named], objects: Sequence[Named]
    ) -> Iterable[tuple[Named, Named]]:
        """Who does it to whom: each to each, but one to one in `A와 B가 각각 C와 D를 인수했다`."""
        respective = "각각" in event.span.of(self.document.text)
        if respective and min(len(subjects), len(objects)) > 1:
            # A name that was missed leaves it open who goes with what.
            return zip(subjects, objects, strict=True) if len(subjects) == len(objects) else ()
        together = not set(subjects).isdisjoint(objects)  # `A와 B의 합병`: the first of them does it
        pairs = itertools.product(subjects, objects)
        return ((one, other) for one, other in pairs if not together or one < other)

    def _among(self, match: Match, objects: Sequence[Named]) -> Iterable[tuple[Named, Named]]:
        """`A는 B, C와 협약했다`: one agreement binds B and C, too, unless each of them has its own."""
        event, properties = match.event, self.ontology.properties
        asked = match.frame.agreement and any(slot.case == "with" for slot in match.frame.slots)
        if not asked or event.aspect or not properties[match.frame.predicate].symmetric:
            return ()
        paper = any(np.common.endswith(tuple(self.grammar.papers)) for np in event.args if np.case in ("obj", "to"))
        each = any(word in event.span.of(self.document.text) for word in _APART)
        listed = len(objects) > 1 and "," in self.document.text[objects[0].span.end : objects[-1].span.start]
        return itertools.combinations(objects, 2) if paper and listed and not each else ()

    def _lasting(self, match: Match, subject: Named) -> bool:
        return match.frame.predicate in LASTING and self.names.entities[subject.entity].type != "Event"

    def _evidence(self, names: Sequence[Named], sentences: Sequence[Span]) -> Span:
        """The sentence, with those before it back to where its arguments are named."""
        quote = self.sentence.span
        for name in names:
            at = bisect_right(sentences, name.span.start, key=attrgetter("start")) - 1
            named = at >= 0 and name.span.start < sentences[at].end
            wider = sentences[at].cover(quote) if named else quote
            quote = wider if len(wider) <= LONGEST_QUOTE else quote
        return quote
