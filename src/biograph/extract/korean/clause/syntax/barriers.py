"""Barriers: which noun phrases that wait belong not to a predicate, but to one further on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.syntax.events import Event
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase
from biograph.extract.korean.clause.syntax.phrases import Phrase


def names_some(phrase: Phrase, grammar: Grammar) -> bool:
    """Whether a clause only names some of those after it, `A를 포함한 B`, and is no statement: `A가 포함됐다`."""
    return phrase.stem in (*grammar.inclusion, *grammar.likeness) and not phrase.passive and phrase.ending != "EF"


def source(np: NounPhrase, kinds: Mapping[str, str]) -> bool:
    """`A는 [보고서 B에서] 시장이 커진다고 밝혔다`: a text is where it is said, not where it comes about."""
    return np.case in ("at", "통하") and any(kinds.get(m.entity) == "Publication" for m in np.names)


def stops(
    np: NounPhrase,
    event: Event,
    taken: Sequence[NounPhrase],
    waiting: Sequence[NounPhrase],
    grammar: Grammar,
    *,
    embedded: bool,
) -> bool:
    """Whether a noun phrase belongs to a predicate further on than `event`, which has already `taken` those after it.

    `waiting` are those before it; `embedded`: whether the clause describes or stands for a noun.
    """
    if np.case == "topic" or (embedded and np.phrases[-1].topical):
        return True
    if any(t.case == np.case and t.case not in ("", "time") and not t.priced for t in taken):
        return True
    if not embedded:
        return False
    if event.stem == "이":
        denied = event.phrase.tail_text.startswith("아니/VCN") and not taken  # `사실이 아닌 것으로`
        return np.case != "pred" and not (denied and np.case == "subj")
    if names_some(event.phrase, grammar):
        return np.case != "obj" if event.stem in grammar.inclusion else np.case not in ("", "conj")
    if event.stem in grammar.postpositions:
        return np.case != "clause"  # `A가 [돕기 위한] 협약을 맺다`
    if np.case == "subj":
        return _subject_stops(np, event, taken, waiting, grammar)
    if np.case == "obj" and any(t.case == "subj" for t in taken):
        return True  # `공장을 [기업이 모인] 송도로 옮기다`: an object seldom stands before its own clause's subject
    return np.comma and np.case not in (("",) if event.stem in grammar.intransitive else ("", "obj"))


def _subject_stops(
    np: NounPhrase, event: Event, taken: Sequence[NounPhrase], waiting: Sequence[NounPhrase], grammar: Grammar
) -> bool:
    describes = event.phrase.ending == "ETM"
    # `A는 [본사가 서울에 있는] B를 인수했다`: the sentence has its subject, what stands there is a part of B.
    part = not np.names and event.stem in grammar.standing and any(w.case == "topic" for w in waiting)
    placed = any(t.case in ("at", "to") for t in taken) and event.stem in grammar.intransitive
    if describes and placed and not part:
        return True  # `A가 [서울에서 열린] 포럼에 참석하다`: the forum is what took place
    return any(t.case == "obj" for t in taken) or (describes and event.passive)
