"""Notes how each layer reads a Korean document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from biograph.extract.drafts import Draft, Named, Names
from biograph.extract.explain.crosscheck import CrossCheck
from biograph.extract.explain.korean_clauses import Clauses
from biograph.extract.explain.values import Name, Read, Refused, Word
from biograph.extract.korean.clause.frames.filling import Fits
from biograph.extract.korean.clause.frames.matching import Implied
from biograph.extract.korean.clause.syntax.events import Event
from biograph.extract.korean.clause.syntax.noun_phrases import Setting
from biograph.extract.korean.clause.syntax.reading import Reading
from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found
from biograph.model import Sentence, Span
from biograph.vocabulary import Ontology

RULES = {
    "lexicon": "known name",
    "acting": "known place, acting as a body",
    "place": "place",
    "sign": "sign for a country",
    "quoted": "quotation marks",
    "head": "class noun",
    "bracket": "bracket",
    "defined": "bracket",
    "title": "title of a person",
    "actor": "predicate",
    "list": "list",
    "code": "code",
    "apposition": "class noun before it",
    "thing": "class noun of a thing",
    "tagged": "trained tagger",
}
_REPEATED = "named so elsewhere"


class Notes:
    """A watch that keeps what it is shown as `values`."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology
        self.sentences: list[Read] = []
        self.drafts: tuple[Draft, ...] = ()
        self._context: Context
        self._candidates: Mapping[Span, list[Found]]
        self._names: Names

    def named(self, context: Context, candidates: Sequence[Found], names: Names) -> None:
        by_span: dict[Span, list[Found]] = {}
        for found in candidates:
            by_span.setdefault(found.span, []).append(found)
        self._context, self._candidates, self._names = context, by_span, names

    def read(
        self,
        sentence: Sentence,
        reading: Reading,
        setting: Setting,
        fits: Fits,
        speakers: Callable[[Event], Sequence[str]],
        implied: Implied,
    ) -> None:
        check = CrossCheck(self._context.text, sentence, reading)
        clauses = Clauses(self._context.text, self._names, self._ontology, setting, fits, implied, check)
        self.sentences.append(
            Read(
                sentence.span.of(self._context.text),
                tuple(_words(self._context.text, sentence)),
                tuple(self._name(m) for m in self._names.within(sentence.span)),
                tuple(self._refused(sentence)),
                tuple(clauses.clause(event, speakers(event)) for event in clauses.shown(reading)),
            )
        )

    def drafted(self, drafts: Sequence[Draft]) -> None:
        self.drafts = tuple(drafts)

    def _name(self, mention: Named) -> Name:
        entity = self._names.entities[mention.entity]
        found = self._candidates.get(mention.span, [])
        rule = next((f.rule for f in found if f.type == entity.type), found[0].rule if found else "")
        layer = RULES.get(rule.partition(".")[0], rule) or _REPEATED
        text = mention.span.of(self._context.text)
        return Name(text, mention.span.start, mention.span.end, entity.type, entity.name, layer)

    def _refused(self, sentence: Sentence) -> Iterator[Refused]:
        """Words that end in a class noun or are proper nouns to the analyser, and lie in no name."""
        mentions = [m.span for m in self._names.within(sentence.span)]
        for word in self._context.words:
            if not (word.nominal and sentence.span.contains(word.span)) or any(m.overlaps(word.span) for m in mentions):
                continue
            heads = self._context.tables.head_of(word.text)
            proper = any(t.tag in ("NNP", "SL") and len(t.form) > 1 for t in word.tokens)
            if heads and heads[0].text != word.text:
                yield Refused(word.text, f"ends in {heads[0].text} ({heads[0].type}), but names none in particular")
            elif proper and not heads and not self._context.generic(word.text):
                yield Refused(word.text, "a proper noun to the analyser, but no layer knows it as a name")


def _words(text: str, sentence: Sentence) -> Iterator[Word]:
    """The eojeols of a sentence, as blanks part them."""
    at = sentence.span.start
    for piece in sentence.span.of(text).split():
        at = text.index(piece, at)
        span = Span(at, at + len(piece))
        at = span.end
        tokens = (t for t in sentence.tokens if span.start <= t.span.start < span.end)
        yield Word(piece, tuple(f"{t.form}/{t.tag}" for t in tokens))
