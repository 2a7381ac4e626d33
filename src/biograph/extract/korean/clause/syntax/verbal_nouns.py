"""Verbal nouns: `B 인수를 마무리했다`, `B 인수가 무산됐다` read as `B를 인수했다` with what became of it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.modality import status, untrue
from biograph.extract.korean.clause.syntax.events import Event
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase
from biograph.extract.korean.clause.syntax.phrases import Phrase
from biograph.model import Status, Token

# Cases in which an aspectual verb takes its verbal noun; `obj` first: `A가 B 인수를 마쳤다`.
_CASES = ("obj", "subj", "topic", "to", "into", "")
_AGREED = re.compile("기/ETN (로|으로)/JKB (합의|약속)/")
# The aspect noun that sticks to the verbal noun before it.
_RUMOUR = "설"


def events(found: Sequence[Event], stems: Container[str], grammar: Grammar) -> Iterator[Event]:
    """The events that verbal nouns stand for, as arguments of the events found; `stems`: the verbs to look for."""
    for event in found:
        if event.arg("with") and _AGREED.search(event.phrase.tail_text):
            yield replace(event, stem="합의하", passive=False, nominal=True)  # `A는 B와 …하기로 합의했다`
        for np in event.args:
            if (derived := _presupposed(event, np, stems, grammar)) is not None:
                yield derived
        if (aspect := _aspect(event, grammar)) is not None:
            for np in _complements(event):
                if (derived := _derived(event, np, stems, grammar)) is not None:
                    yield replace(derived, aspect=_outcome(aspect, derived.aspect))


def _presupposed(event: Event, np: NounPhrase, stems: Container[str], grammar: Grammar) -> Event | None:
    """`A의 B 방문을 계기로 …`, `A의 B 방문은 이번이 처음이다`: what is taken for granted, whatever the clause says."""
    counted = event.stem == "이" and any(a.case == "pred" and a.common.endswith(grammar.counting) for a in event.args)
    granted = (
        np.case in grammar.presupposing
        or (np.case in ("topic", "subj") and counted)
        or (np.case == "to" and event.stem in grammar.escorts and np.common.endswith(grammar.journeys))
    )
    place = _verbal(np, stems, grammar) if granted and status(event, grammar) is not Status.NEGATED else None
    own = _arguments(np, *place[:2]) if place else []
    if place is None or len(own) < 2:
        return None
    stem = place[1].form + "하"
    return replace(event, stem=stem, passive=False, args=own, head=None, inherited=None, aspect=place[2], nominal=True)


def _aspect(event: Event, grammar: Grammar) -> Status | None:
    """What a verb makes of the verbal noun beside it; `물거품이 되다`, `수포로 돌아가다`, `없던 일이 되다` end it."""
    nothing = any(
        np.common in grammar.fruitless or (np.common == "일" and any(m.stem == "없" for m in np.modifiers))
        for np in event.args
        if event.stem in ("되", "돌아가")
    )
    return Status.NEGATED if nothing or untrue(event, grammar) else grammar.aspects.get(event.stem)


def _complements(event: Event) -> Iterator[NounPhrase]:
    for case in _CASES:
        yield from (np for np in event.args if np.case == case)


def _outcome(verb: Status, noun: Status | None) -> Status:
    """`인수 협상을 마쳤다` is still planned, `인수 계약을 철회했다` is off."""
    return noun if noun is not None and verb is Status.ASSERTED else verb


def _derived(event: Event, np: NounPhrase, stems: Container[str], grammar: Grammar) -> Event | None:
    place = _verbal(np, stems, grammar)
    if place is None:
        return None
    phrase, noun, aspect = place
    own = _arguments(np, phrase, noun)
    if len(own) > 1 and np.case in ("obj", "to") and any(a.case in ("subj", "topic") for a in event.args):
        own = [NounPhrase([p for a in own for p in a.phrases], "")]  # `A는 B의 판로 개척을 맡았다`: A does it, for B
    others = [a for a in event.args if a is not np and a.case != ""]
    if np.case in ("subj", "topic") and any(a.case in ("subj", "topic") for a in others) and not own:
        return None
    return replace(event, stem=noun.form + "하", passive=False, args=[*others, *own], aspect=aspect, nominal=True)


def _verbal(np: NounPhrase, stems: Container[str], grammar: Grammar) -> tuple[Phrase, Token, Status | None] | None:
    """The last verbal noun of a phrase with what follows it, unless that is more than an aspect noun.

    An aspect noun counts as a verbal noun where no other stands before it: `인수 계획`, `A의 계획`.
    """
    nouns = [(p, t) for p in np.phrases for t in p.nouns]
    aspect: Status | None = None
    found: tuple[Phrase, Token, Status | None] | None = None
    for phrase, token in reversed(nouns):
        if any(m.span.overlaps(token.span) for m in phrase.mentions):
            break
        noun = token.form.removesuffix(_RUMOUR)
        if noun and noun != token.form and noun + "하" in stems:  # `인수설`, which the analyser may leave whole
            token, aspect = replace(token, form=noun), grammar.aspect_nouns.get(_RUMOUR)
        verbal = token.form + "하" in stems and token.tag == "NNG"
        if verbal and (found is None or token.form not in grammar.aspect_nouns):
            found = phrase, token, aspect
        if token.form not in grammar.aspect_nouns:
            break
        aspect = aspect or grammar.aspect_nouns[token.form]
    return found


def _arguments(np: NounPhrase, phrase: Phrase, noun: Token) -> list[NounPhrase]:
    """What stands before the verbal noun: `A의 B` are who and what, `B의` or `B` alone what."""
    at = np.phrases.index(phrase)
    before = list(np.phrases[:at])
    inside = [t for t in phrase.nouns if t.span.end <= noun.span.start]
    if inside:
        mentions = [m for m in phrase.mentions if m.span.end <= noun.span.start]
        before.append(Phrase([t for t in phrase.tokens if t.span.end <= noun.span.start], inside, mentions))
    if not before:
        return []
    cut = max((i + 1 for i, p in enumerate(before[:-1]) if p.case == "gen"), default=0)
    found = [NounPhrase(before[:cut], "subj")] if cut else []
    return [*found, NounPhrase(before[cut:], "")]
