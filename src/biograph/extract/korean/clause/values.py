"""Dates and amounts of a sentence: whose they are, and what is dated after the article."""

from __future__ import annotations

from collections.abc import Sequence

from biograph.extract import qualifiers
from biograph.extract.drafts import Named
from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.modality import past
from biograph.extract.korean.clause.syntax.events import Event
from biograph.model import Document, Span

Value = tuple[Span, str]


class Values:
    """The dates and amounts that a sentence gives outside its names.

    `embedded` are the dates of its relative clauses, which are nobody else's.
    """

    def __init__(self, document: Document, span: Span, names: Sequence[Named], grammar: Grammar) -> None:
        self.text, self.published, self.grammar = document.text, document.published, grammar
        self.dates = _outside(names, qualifiers.dates(document.text, span, document.published))
        self.amounts = _outside(names, qualifiers.amounts(document.text, span))
        self.embedded: list[Span] = []

    def embed(self, events: Sequence[Event]) -> None:
        """Tell apart the dates of the relative clauses among the events."""
        self.embedded = [np.span for event in events if event.head for np in event.args if np.case == "time"]

    def ahead(self, event: Event, *, occasion: bool) -> bool:
        """Whether a clause without a past tense puts what it says after the article: `다음 달 5일 공장을 연다`.

        `occasion`: it describes an event, `내년 3월 [부산에서 열리는] 포럼`, where the date stands before.
        """
        if past(event):
            return False
        if any(np.case == "time" and np.common in self.grammar.coming for np in event.args):
            return True
        if any(
            self.ahead(clause, occasion=True)
            for np in event.args
            if np.names
            for clause in np.modifiers
            if _takes_place(clause, self.grammar)
        ):
            return True  # `[내년 열리는] 포럼에 참가한다`
        foreign = [] if event.head else self.embedded
        own = [
            value
            for span, value in self.dates
            if (event.span.overlaps(span) or (occasion and self._before(span, event)))
            and not any(other.overlaps(span) for other in foreign)
            and not self.text.startswith("까지", span.end)
        ]
        return any(self._later(value) for value in own)

    def _before(self, date: Span, event: Event) -> bool:
        """Whether a date stands right before a relative clause in the present or future tense."""
        between = self.text[date.end : event.span.start]
        return event.head is not None and event.phrase.ending_form in _COMING and between in (" ", "에 ")

    def _later(self, value: str) -> bool:
        published = self.published or ""
        return published != "" and value[: len(published)] > published[: len(value)]

    def qualifiers(
        self, event: Event, *, lasting: bool, share: int | None, sharing: int
    ) -> tuple[tuple[str, str], ...]:
        """The date and the amount that stand nearest before the predicate, within the event if any does.

        A `lasting` state takes no date: that of the sentence is not its own. `share` is the place of the subject among
        `sharing`, each of whom has an amount of its own in `A와 B가 각각 10억원과 20억원을 투자했다`.
        """
        found = []
        for key, values in (("date", [] if lasting else self.dates), ("amount", self.amounts)):
            before = [(span, value) for span, value in values if span.end <= event.phrase.span.end]
            inside = [value for span, value in before if event.span.contains(span)]
            if key == "amount" and share is not None and len(inside) == sharing:
                found.append((key, inside[share]))
            elif inside:
                found.append((key, inside[-1]))
            elif key == "date" and (free := [v for s, v in before if not any(e.overlaps(s) for e in self.embedded)]):
                found.append((key, free[0]))
        return tuple(found)


_COMING = ("는", "ᆯ", "을")


def _takes_place(clause: Event, grammar: Grammar) -> bool:
    return clause.phrase.ending_form in _COMING and (clause.passive or clause.stem in grammar.intransitive)


def _outside(names: Sequence[Named], values: Sequence[Value]) -> list[Value]:
    """The values that are not part of a name: the year in `포럼 2026` is not the date of what is said of it."""
    return [(span, value) for span, value in values if not any(n.span.contains(span) for n in names)]
