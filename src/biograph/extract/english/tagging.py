"""Word classes in context: each word of a sentence, names taken as one word, gets the part that it plays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from biograph.lang import english_grammar as grammar
from biograph.lang.english import MARK, NUMBER, POSSESSIVE
from biograph.model import Sentence, Span, Token

Word = tuple[Token, str | None]  # a token, and the entity that it names
_NUMBERS = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen"]
)
_SCALES = frozenset(["million", "billion", "trillion", "percent"])
_FINITE = grammar.BE | grammar.HAVE | grammar.DO | grammar.MODALS
_PLURAL_SUBJECTS = frozenset({"they", "we", "you", "i"})
_BEFORE_VERB = frozenset({"NAME", "NOUN", "PRON", "REL", "COMMA", "CONJ", "ADV", "STOP", "THAT", ""})


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or a whole name. `forms` are the verb readings where the tag is VERB."""

    form: str
    tag: str
    span: Span
    name: str | None = None
    forms: tuple[tuple[str, str], ...] = ()


def units(sentence: Sentence, names: Sequence[tuple[Span, str]]) -> tuple[Unit, ...]:
    """The tagged units of a sentence; `names` are the outermost mentions in it with their entities.

    Tags: NAME DET NUM NOUN (adjectives too) PRON POSS PREP TO VERB BE HAVE DO MODAL NEG ADV CONJ SUB THAT REL WHOSE
    COMMA STOP. What stands in round brackets is left out.
    """
    tagged: list[Unit] = []
    raw = list(_raw(sentence, names))
    for i, (token, name) in enumerate(raw):
        if name is not None:
            tagged.append(Unit(token.form, "NAME", token.span, name))
            if any(t.form == "," and t.span.end == token.span.end for t in sentence.tokens):
                tagged.append(Unit("", "ADV", token.span))  # the comma that closes `Basel, Switzerland,`
        elif unit := _unit(token, tagged, raw[i + 1 :]):
            tagged.append(unit)
    return tuple(tagged)


def _raw(sentence: Sentence, names: Sequence[tuple[Span, str]]) -> Iterator[Word]:
    pending, depth, done = list(names), 0, -1
    for token in sentence.tokens:
        depth += token.form in "([" and token.tag == MARK
        while pending and pending[0][0].end <= token.span.start:
            pending.pop(0)
        if depth == 0 and token.span.start >= done:
            if pending and pending[0][0].contains(token.span):
                span, entity = pending.pop(0)
                done = span.end
                yield Token(token.form, "NAME", span), entity
            else:
                yield token, None
        depth -= bool(depth) and token.form in ")]" and token.tag == MARK


_CLOSED = (
    ("NEG", grammar.NEGATIONS),
    ("BE", grammar.BE),
    ("HAVE", grammar.HAVE),
    ("DO", grammar.DO),
    ("MODAL", grammar.MODALS),
    ("PRON", grammar.PRONOUNS - {"who"}),
    ("REL", grammar.RELATIVES),
    ("DET", grammar.DETERMINERS),
    ("SUB", grammar.SUBORDINATORS),
    ("CONJ", grammar.CONJUNCTIONS),
)


def _unit(token: Token, before: Sequence[Unit], rest: Sequence[Word]) -> Unit | None:
    word = token.lemma or token.form.lower()
    if token.tag in (MARK, NUMBER, POSSESSIVE):
        return _mark(token)
    if word in ("to", "that", "whose"):
        return Unit(word, word.upper(), token.span)
    for tag, members in _CLOSED:
        if word in members and (token.form.islower() or not before or word not in grammar.MODALS):
            return Unit(word, tag, token.span)
    if word == "including":  # `firms, including A and B` lists; it is no participle
        return Unit(word, "PREP", token.span)
    if word in _NUMBERS:
        return Unit(word, "NUM", token.span)
    readings = grammar.verb_forms(word)
    last = before[-1].tag if before else ""
    if readings and (token.form.islower() or not before) and _is_verb(readings, before, rest):
        return Unit(word, "VERB", token.span, forms=readings)
    if not readings and _must_be_verb(token.form, before):
        return Unit(word, "VERB", token.span, forms=((word, "base"),))
    if word in ("about", "around") and rest and rest[0][0].tag == NUMBER:
        return Unit(word, "ADV", token.span)
    if word in grammar.PREPOSITIONS:
        return Unit(word, "PREP", token.span)
    if token.form.islower() and grammar.is_adverb(word) and (last not in ("DET", "POSS") or word.endswith("ly")):
        return Unit(word, "ADJ" if last in ("DET", "POSS") else "ADV", token.span)
    return Unit(word, "NOUN", token.span)


def _must_be_verb(word: str, before: Sequence[Unit]) -> bool:
    """An unknown word after `did not` or `will` is a verb all the same."""
    after = bool(before) and before[-1].tag in ("MODAL", "DO", "NEG")
    auxiliary = any(u.tag in ("MODAL", "DO") for u in before[-2:])
    return after and auxiliary and word.islower() and word not in grammar.PREPOSITIONS and not grammar.is_adverb(word)


def _mark(token: Token) -> Unit | None:
    if token.tag == NUMBER or token.form in "$€£₩¥":
        return Unit(token.form, "NUM", token.span)
    if token.tag == POSSESSIVE:
        return Unit(token.form, "POSS", token.span)
    if token.form == ",":
        return Unit(",", "COMMA", token.span)
    if token.form == "&":
        return Unit("&", "CONJ", token.span)
    return Unit(token.form, "STOP", token.span) if token.form in ';:—–.!?"“”|>•▲' else None


def _is_verb(readings: Sequence[tuple[str, str]], before: Sequence[Unit], rest: Sequence[Word]) -> bool:
    following = rest[0] if rest else None
    kinds = {kind for _, kind in readings}
    skipped = [u for u in before if u.tag not in ("ADV", "NEG")]
    last = skipped[-1] if skipped else Unit("", "", Span(0, 0))
    if last.tag in ("TO", "MODAL", "DO"):
        return "base" in kinds
    if last.tag in ("BE", "HAVE"):
        return bool(kinds & {"past", "part", "ing"})
    if last.tag in ("DET", "POSS", "NUM", "ADJ"):
        return False
    if last.tag in ("PREP", "VERB"):
        return "ing" in kinds and _starts_phrase(following)
    if last.tag not in _BEFORE_VERB or last.form in _SCALES:
        return False
    if kinds & {"past", "part"}:
        return not _attributive(before, following)
    if "s" in kinds:
        return _third_person(last, skipped, rest)
    if "ing" in kinds:
        return last.tag in ("COMMA", "CONJ", "") or (last.tag in ("NAME", "NOUN") and _starts_phrase(following))
    return "base" in kinds and _plural(last, skipped)


def _attributive(before: Sequence[Unit], following: Word | None) -> bool:
    """`the newly approved drug`: an adverb between article and participle, and a noun after it."""
    adverb = len(before) > 1 and before[-1].tag == "ADV" and before[-2].tag in ("DET", "POSS")
    return adverb and following is not None and following[0].form[0].isalpha()


def _third_person(last: Unit, before: Sequence[Unit], rest: Sequence[Word]) -> bool:
    if last.tag in ("PRON", "REL", "THAT"):
        return True
    following = rest[0] if rest else None
    if following is None or following[0].form in (".", ","):
        return False
    starts = _starts_phrase(following) or following[0].form == "to"
    if last.tag == "CONJ":
        preposition = following[0].form in grammar.PREPOSITIONS
        return any(u.tag == "VERB" for u in before) and (starts or preposition or any(u.forms for u in before[-3:-1]))
    if last.tag == "COMMA":
        return starts
    return starts or not _verb_follows(rest)


def _verb_follows(rest: Sequence[Word]) -> bool:
    """Whether a finite verb stands in the rest of the clause, so that the word before is a noun (`shares rose`)."""
    for token, name in rest:
        word = token.form.lower()
        if token.form in ",;:." or word in grammar.SUBORDINATORS | grammar.RELATIVES | {"and", "that", "whose"}:
            return False
        if name is None and (word in _FINITE or any(kind == "past" for _, kind in grammar.verb_forms(word))):
            return True
    return False


def _plural(last: Unit, before: Sequence[Unit]) -> bool:
    if last.tag == "NAME":
        return len(before) > 1 and before[-2].tag == "CONJ"
    if last.tag == "NOUN":
        return last.form.endswith("s") and not last.form.endswith("ss")
    if last.tag == "CONJ":
        open_ = [u.tag for u in before if u.tag in ("TO", "MODAL", "VERB")]
        return "TO" in open_ or "MODAL" in open_
    return last.form in _PLURAL_SUBJECTS or last.tag == "REL" or not before


def _starts_phrase(following: Word | None) -> bool:
    if following is None:
        return False
    token, name = following
    word = token.form.lower()
    opens = word in grammar.DETERMINERS or word in grammar.PRONOUNS or token.tag == NUMBER or word in "$€£₩¥"
    return name is not None or opens
