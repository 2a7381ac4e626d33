"""One sentence through phrases and clauses: what frames are compiled from and matched against."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from biograph.extract.drafts import Named
from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.syntax import attachment, complexes, verbal_nouns
from biograph.extract.korean.clause.syntax.events import Event
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase
from biograph.extract.korean.clause.syntax.phrases import Phrase, phrases
from biograph.lang import korean
from biograph.model import Sentence, Span, Token

_MARKS = {'"': '"', "“": "”"}
_SPEECH = 12  # characters: a shorter quotation is a name or a word, not a clause


@dataclass(frozen=True)
class Reading:
    """A sentence as events. `quoted` are the events inside quotation marks, which the sentence's subject speaks.

    `nominal` are those that verbal nouns among their arguments stand for.
    """

    span: Span
    events: tuple[Event, ...]
    quoted: tuple[Event, ...]
    nominal: tuple[Event, ...] = ()


def read(
    text: str,
    sentence: Sentence,
    names: Sequence[Named],
    times: Sequence[Span],
    grammar: Grammar,
    kinds: Mapping[str, str],
    stems: Container[str] = (),
) -> Reading:
    """Read a sentence whose outermost names are known; `kinds` says what sort of thing each entity is.

    Verbal nouns are read as events if their verb is among the `stems`.
    """
    tokens = _with_names(text, sentence, names)
    outer, speeches = _split_speech(text, tokens)
    outside, *inside = (
        attachment.events(complexes.join(phrases(part, names, times, text, grammar), grammar), grammar, kinds, stems)
        for part in (outer, *speeches)
    )
    spoken = [e for speech in inside for e in speech]
    if (speaker := _speaker(outside, kinds)) is not None:
        for event in spoken:
            if event.subject is None and event.head is None:
                event.inherited = speaker  # "공장을 세웠다"고 A 대표가 말했다
    nominal = verbal_nouns.events([*outside, *spoken], stems, grammar)
    return Reading(sentence.span, tuple(outside), tuple(spoken), tuple(nominal))


def _speaker(events: Sequence[Event], kinds: Mapping[str, str]) -> NounPhrase | None:
    """For whom a sentence's subject speaks: A where it is A, or `홍길동 A 대표`; None where that cannot be told."""
    subject = next((np for e in reversed(events) if (np := e.arg("topic") or e.arg("subj")) and np.names), None)
    if subject is None or subject.modifiers or any(p.case in ("gen", "with") or p.comma for p in subject.phrases[:-1]):
        return None
    bodies = [(p, m) for p in subject.phrases for m in p.mentions if kinds.get(m.entity) == "Organization"]
    if len(bodies) != 1:
        return None
    phrase, body = bodies[0]
    own = [t for t in phrase.nouns if body.span.contains(t.span)]
    return NounPhrase([Phrase(own, own, [body])], "topic") if own else None


def _with_names(text: str, sentence: Sentence, names: Sequence[Named]) -> tuple[Token, ...]:
    """The sentence's tokens with each name as one proper noun; read again only where a name cuts a token."""
    spans = [n.span for n in names]
    if not spans:
        return sentence.tokens
    found: list[Token] = []
    ends, at = {span.end for span in spans}, 0
    for token in sentence.tokens:
        start, end = token.span.start, token.span.end
        while at < len(spans) and spans[at].end <= start:
            at += 1
        name = spans[at] if at < len(spans) and spans[at].start < end else None
        # A name cuts the token, or the token clings to one and was taken for a verb's ending.
        if (name and not name.contains(token.span)) or (start in ends and token.tag.startswith(("E", "VV", "VA"))):
            return korean.tokens(text, sentence.span, spans)
        if name is None or start == end:
            found.append(token)
        elif not found or found[-1].span != name:
            found.append(Token(name.of(text), "NNP", name, name.of(text)))
    return tuple(found)


def _split_speech(text: str, tokens: Sequence[Token]) -> tuple[list[Token], list[list[Token]]]:
    """The tokens outside quotation marks, and those of each quotation long enough to be a clause."""
    outer: list[Token] = []
    speeches: list[list[Token]] = []
    current: list[Token] | None = None
    closing = ""
    for token in tokens:
        if current is None and token.form in _MARKS:
            current, closing = [], _MARKS[token.form]
        elif current is not None and token.form == closing:
            if len(current) >= _SPEECH / 2 and any(t.tag.startswith(("VV", "XSV", "VA", "XSA")) for t in current):
                speeches.append(current)
            else:
                outer += current
            current = None
        elif current is not None:
            current.append(token)
        elif token.tag not in ("JKQ", "VCP") or (outer and outer[-1].span.end == token.span.start):
            outer.append(token)
    return outer + (current or []), speeches
