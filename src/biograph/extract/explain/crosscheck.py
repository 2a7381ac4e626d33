"""A second opinion on Korean clauses: arguments that the trained parser hangs on another predicate than rules do."""

from __future__ import annotations

from biograph.extract.korean.clause.syntax.attachment import COMPLEMENTS
from biograph.extract.korean.clause.syntax.events import Event
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase
from biograph.extract.korean.clause.syntax.reading import Reading
from biograph.lang import parser
from biograph.model import Sentence, Span

# Of the parser's arcs that it gives at least this, 97 in 100 are right (models/klue-dp/README.md).
SURE = 0.9


class CrossCheck:
    """The dependency tree of a sentence beside its events."""

    def __init__(self, text: str, sentence: Sentence, reading: Reading) -> None:
        words = parser.eojeols(sentence.tokens)
        tree = parser.parse([words])[0]
        self._text = text
        self._words = [Span(word[0].span.start, word[-1].span.end) for word in words]
        self._arcs = list(zip(tree.heads, tree.confidence, strict=True))
        self._predicates = [event.phrase.span for event in (*reading.events, *reading.quoted)]

    def elsewhere(self, event: Event, argument: NounPhrase) -> str:
        """The other predicate of the sentence that surely governs an argument, as it stands; empty if none does."""
        at = next((i for i, word in enumerate(self._words) if word.overlaps(argument.phrases[-1].span)), None)
        if at is None or argument.case in COMPLEMENTS:
            return ""
        head, confidence = self._arcs[at]
        if confidence < SURE or head < 0 or self._words[head].overlaps(event.phrase.span):
            return ""
        governs = any(self._words[head].overlaps(predicate) for predicate in self._predicates)
        return self._words[head].of(self._text) if governs else ""
