"""Noun phrases: phrases that belong together, the names that head them, and the common nouns in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from biograph.extract.drafts import Named
from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.phrases import Phrase
from biograph.model import Span

if TYPE_CHECKING:
    from biograph.extract.korean.clause.events import Event

_DOTS = ("·", "ㆍ", "‧", "∙", "▲", "△")


@dataclass(slots=True)
class NounPhrase:
    """A noun with all that leads up to it: genitives, compounds, coordinated members, relative clauses."""

    phrases: list[Phrase]
    case: str
    modifiers: list[Event] = field(default_factory=list)

    @property
    def span(self) -> Span:
        return Span(self.phrases[0].span.start, self.phrases[-1].span.end)

    @property
    def comma(self) -> bool:
        return self.phrases[-1].comma

    @property
    def names(self) -> list[Named]:
        """Every name in the phrase, in order."""
        return [m for p in self.phrases for m in p.mentions]

    @property
    def common(self) -> str:
        """The common nouns in one string, without blanks."""
        named = [m.span for m in self.names]
        return "".join(
            t.form for p in self.phrases for t in p.nouns if not any(s.overlaps(t.span) for s in named)
        )

    def heads(self, grammar: Grammar, people: frozenset[str]) -> list[Named]:
        """The names that the phrase as a whole stands for; empty when a common noun heads it.

        `A와 B` → both; `A, B 등 세 곳` → both; `A 측` → A; `홍길동 A 회장` → the person; `A의 대표` → none.
        """
        elements = self._elements()
        found: list[Named] = []
        for position, element in enumerate(reversed(elements)):
            head = _element_head(element, grammar, people)
            if head is None and position == 0 and not _closes(element, grammar):
                break
            found += [head] if head else []
        for event in self.modifiers:
            if event.stem in grammar.inclusion:
                found += [h for np in event.args for h in np.heads(grammar, people)]
        return sorted(set(found))

    def _elements(self) -> list[list[Phrase]]:
        elements: list[list[Phrase]] = [[]]
        for phrase in self.phrases:
            elements[-1].append(phrase)
            if phrase.case in ("with", "conj") or phrase.comma or phrase.tokens[-1].form in _DOTS:
                elements.append([])
        return [e for e in elements if e]


def _element_head(element: list[Phrase], grammar: Grammar, people: frozenset[str]) -> Named | None:
    names = [m for p in element for m in p.mentions]
    persons = [m for m in names if m.entity in people]
    if persons:
        return persons[-1]
    last = element[-1]
    if name := last.closing_name():
        return name
    before: Named | None = None
    for token in (t for p in element for t in p.nouns):
        named = next((m for m in names if m.span.contains(token.span)), None)
        if named:
            before = named
        elif before and token.form in grammar.closers:
            return before
    closing = last.nouns[-1].form if last.nouns else ""
    return before if closing in grammar.deputies else None


def _closes(element: list[Phrase], grammar: Grammar) -> bool:
    return any(t.form in grammar.closers for p in element for t in p.nouns)
