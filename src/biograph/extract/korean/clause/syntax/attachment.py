"""Attachment: phrases to events, each argument to the predicate that governs it.

Korean is head-final: what a predicate governs stands before it. Phrases wait on a stack until a predicate takes them;
an adnominal clause takes only what cannot belong to the predicate after its noun.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.syntax import coordination
from biograph.extract.korean.clause.syntax.barriers import names_some, source, stops
from biograph.extract.korean.clause.syntax.events import (
    COORDINATE,
    Event,
    cleave,
    complement,
    equate,
    hand_down,
    mark_complement,
    open_door,
)
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase
from biograph.extract.korean.clause.syntax.phrases import Phrase
from biograph.extract.korean.clause.syntax.subjects import share_backwards

_OPEN = ("", "gen", "conj")
_POINTING = ("이", "그", "저", "해당", "동", "본")
COMPLEMENTS = ("clause", "so", "said")
_ALONGSIDE = ("subj", "topic", "obj", "time", "at", "to")
_TOGETHER = ("함께", "더불어", "나란히")
# `B와 달리`: words that set the subject apart from the one before them, with whom it does nothing.
_APART = ("달리", "별도", "별개", "마찬가지", "다르", "무관", "반대")


def events(
    phrases: Sequence[Phrase], grammar: Grammar, kinds: Mapping[str, str], stems: Container[str] = ()
) -> list[Event]:
    """The events of a sentence in order of their predicates; `kinds` and `stems` as in `reading.read`."""
    reader = _Reader(grammar, kinds, stems, headline=_is_headline(phrases))
    for position, phrase in enumerate(phrases):
        reader.take(phrase, phrases[position + 1 :])
    reader.finish()
    return reader.events


def _is_headline(phrases: Sequence[Phrase]) -> bool:
    """A headline ends without a full stop."""
    return bool(phrases) and not any(t.tag == "SF" for t in phrases[-1].tokens)


class _Reader:
    """The stack of one sentence."""

    def __init__(self, grammar: Grammar, kinds: Mapping[str, str], stems: Container[str], headline: bool) -> None:
        self.grammar, self.kinds, self.stems, self.headline = grammar, kinds, stems, headline
        self.events: list[Event] = []
        self.stack: list[NounPhrase] = []
        self.open: list[Phrase] = []
        self.modifying: list[tuple[Event, int]] = []
        self.shared: NounPhrase | None = None
        self.local: NounPhrase | None = None
        self.holder: NounPhrase | None = None
        self.chain: Event | None = None

    def take(self, phrase: Phrase, rest: Sequence[Phrase]) -> None:
        if phrase.predicate and self.open and self.open[-1].case == "gen" and phrase.describing:
            return  # `A의 든든한 우군`: whose it is goes with the noun
        if self.stack and not self.open and coordination.adds(phrase, self.stack[-1], rest, self.kinds):
            before = self.stack.pop()
            self.open, self.modifying = before.phrases, [(event, 0) for event in before.modifiers]
            self.open[-1].case = "conj"  # `A에 이어 B도`
        elif phrase.predicate:
            self._predicate(phrase)
        elif phrase.tokens[0].form in _TOGETHER and self.stack and self.stack[-1].case == "with":
            self.stack[-1].case = "together"
        elif phrase.tokens[0].form in _APART and self.stack and self.stack[-1].case == "with":
            self.stack[-1].case = "other"
        elif phrase.tokens[0].form == _TOGETHER[0] and self.stack and self.stack[-1].case in _ALONGSIDE:
            self.stack.append(NounPhrase([replace(phrase, nouns=phrase.tokens[:1])], "jointly"))  # `A와 B가 함께`
        elif self._clipped(phrase):
            self._clause_of_noun(phrase)
        elif phrase.nouns and coordination.excepts(phrase, self.open, rest, self.kinds):
            self.open[-1].case = "conj"  # `A 외에 B도`
        elif phrase.nouns:
            self._noun(phrase, rest)

    def finish(self) -> None:
        """A headline may end in a bare verbal noun: `… 공장 착공`."""
        if self.open and self._verbal(self.open[-1]):
            self._clause_of_noun(self.open.pop())
        elif self.open:
            self._close(self.open[-1].case)
        share_backwards(self.events)

    def _clipped(self, phrase: Phrase) -> bool:
        """A verbal noun before a comma that stands for its verb: `본사를 방문, 협약을 맺었다`."""
        # `본사를 방문,` and `포럼에 A가 참석,`
        waiting = [np.case for np in self.stack[-2:]]
        if waiting[1:] == ["subj"]:
            waiting.pop()
        governs = not self.open and bool(waiting) and waiting[-1] in ("obj", "to", "into")
        if self.headline and any(np.case == "topic" for np in self.stack):
            governs = governs or bool(waiting[1:] or self.open)  # `A, B 인수…300억원 규모`
        return governs and phrase.comma and self._verbal(phrase) and phrase.nouns[-1].form + "하" in self.stems

    def _clause_of_noun(self, phrase: Phrase) -> None:
        phrase.stem = phrase.nouns[-1].form + "하"
        phrase.nouns = phrase.nouns[:-1]
        self._predicate(phrase, leftover=phrase)

    def _verbal(self, phrase: Phrase) -> bool:
        bare = phrase.case == "" and bool(phrase.nouns) and not phrase.closing_name()
        return bare and (phrase.nouns[-1].tag == "NNG" or phrase.nouns[-1].form + "하" in self.stems)

    # ---- nouns

    def _noun(self, phrase: Phrase, rest: Sequence[Phrase]) -> None:
        following = rest[0] if rest else None
        if following is not None and phrase.case == "gen" and following.describing:
            following = rest[1] if rest[1:] else None  # `A의 [든든한] 우군`
        if phrase.words in self.grammar.pointers and following is not None and following.nouns:
            phrase.time = following.time  # `[A가 여는] 이번 행사에`: what the clause describes is the event
        if phrase.time and not phrase.mentions and not self.open:
            self.open.append(phrase)
            self._close("time")
            return
        topical = any(np.case == "topic" for np in self.stack)
        self.open.append(phrase)
        if coordination.left_out(phrase, self.stack[-1] if self.stack else None, rest):
            phrase.case = "obj"
        if self.headline and not topical and coordination.leads(self.open, rest, self.kinds, self.grammar.deputies):
            phrase.case = "topic"
        more = following is not None and bool(following.nouns) and not (following.time and not following.mentions)
        if phrase.case == "with":
            more = more and coordination.parallel(self.open, rest, self.kinds)
        elif phrase.case not in _OPEN:
            more = False
        if not more and not (following is None and phrase.case == ""):
            dated = self.headline and following is not None and following.time and not self.stack
            if dated and phrase.case == "" and phrase.closing_name() and not phrase.comma:
                phrase.case = "topic"  # `A 18일 B와 협약 체결`
            self._close(phrase.case)

    def _close(self, case: str) -> None:
        described = [event for event, _ in self.modifying]
        listed = coordination.listed_before(self.open, described, self.kinds)
        np = NounPhrase([*listed, *self.open], case, described)
        for event, start in self.modifying:
            # `A와 B 대표인 C`: the clause describes C alone.
            apart = self.open[start:] and (start or listed)
            event.head = NounPhrase(self.open[start:], case) if apart else np
            if event.stem == "이" and event.subject is None and (predicate := event.arg("pred")):
                predicate.equals = event.head
            open_door(event)
            if event.phrase.ending_form == "라는" and not event.head.names:
                event.head.equals = event.arg("pred")  # `글로벌 밍글이라는 모임을 연다`
        self.open, self.modifying = [], []
        if case == "topic" and self.stack and self.stack[-1].case == "subj":
            self._claim(np)
        elif case == "topic" and [waiting.case for waiting in self.stack[-2:]] == ["subj", "time"]:
            self._claim(self.stack.pop(), put_back=True)  # `[A가 B를 인수한] 가운데 C는`
        topic = next((waiting for waiting in self.stack if waiting.case == "topic"), None)
        if case == "into" and np.modifiers and not np.names and topic is not None:
            np.equals = topic  # `A는 2017년 세워진 회사로, …`
        self.stack.append(np)

    def _claim(self, np: NounPhrase, *, put_back: bool = False) -> None:
        """`A가 B를 인수한 C는`: a subject that waits before a topic belongs to the clause that describes the topic."""
        event = next(
            (e for e in reversed(np.modifiers) if e.arg("subj") is None and e.inherited is self.stack[-1]), None
        )
        if event is not None:
            event.args.insert(0, self.stack.pop())
            event.inherited = None
        if put_back:
            self.stack.append(np)

    # ---- predicates

    def _predicate(self, phrase: Phrase, leftover: Phrase | None = None) -> None:
        if phrase.nouns and leftover is None:
            carrier = Phrase(phrase.tokens, phrase.nouns, phrase.mentions)
            self.open.append(carrier)
        elif leftover is not None and leftover.nouns:
            self.open.append(Phrase(leftover.tokens, leftover.nouns, leftover.mentions))
        listed: list[Phrase] = []
        if self.open:
            if phrase.stem == "이" and phrase.ending == "ETM":
                listed, self.open = coordination.split_list(self.open)
            self._close("pred" if phrase.stem == "이" and phrase.nouns else self.open[-1].case)
        event = Event(phrase.stem, phrase.passive, phrase)
        embedded = phrase.ending in ("ETM", "ETN") or names_some(phrase, self.grammar)
        subordinate = phrase.ending == "EC" and phrase.ending_form not in COORDINATE
        self._govern(event, embedded, subordinate)
        self.events.append(event)
        self.open = listed
        self._after(event, embedded)

    def _govern(self, event: Event, embedded: bool, subordinate: bool) -> None:
        taken: list[NounPhrase] = []
        kept: list[NounPhrase] = []
        said, number = complement(event.phrase) == "said", 0
        while self.stack:
            if number := coordination.gapped(self.stack, taken[-number:]):
                taken += [self.stack.pop() for _ in range(number)]
                continue
            np = self.stack.pop()
            if said and source(np, self.kinds):
                self.stack.append(np)
                break
            second_object = np.case == "obj" and any(t.case == "obj" for t in taken)
            bounded = embedded or subordinate
            if second_object or (bounded and stops(np, event, taken, self.stack, self.grammar, embedded=embedded)):
                self.stack.append(np)
                break
            (kept if (embedded and np.case == "time" and taken) else taken).append(np)
        self.stack += reversed(kept)
        *without, event.args = coordination.ungap(taken[::-1])
        for np in event.args:
            for clause in np.modifiers:
                clause.matrix = event if np.case in COMPLEMENTS else None
                clause.judged = event if np.case in COMPLEMENTS or self._reports(np) else None
        mark_complement(event)
        own = event.arg("subj") or event.arg("topic")
        waiting = next((np for np in reversed(self.stack) if np.case in ("subj", "topic")), None)
        event.outer = waiting
        self.events += [replace(event, args=args) for args in without]
        for clause in (*self.events[len(self.events) - len(without) :], event):
            self._hold(clause, embedded)
        # `A는 B가 C와 손잡고 세운 D다`: who set up D is B, not A.
        local = self.local if embedded and self.events[-1:] == [self.chain] else None
        if local is not None and waiting is not None and waiting.span.start > local.span.start:
            local = None
        event.inherited = None if own else local or waiting or self.shared
        if event.stem == "이" and not embedded:
            hand_down(event)
            equate(event)
            cleave(event)
        if own and not embedded:
            self.shared = event.arg("topic") or own
        about = event.arg("topic") is not None or (waiting is not None and waiting.case == "topic")
        self.local = event.arg("subj") if not embedded and about else None

    def _hold(self, event: Event, embedded: bool) -> None:
        """Whose a subject without a name is, or who has those that follow."""
        subject = event.arg("subj") or event.arg("topic")
        if subject is not None and not subject.names and not subject.modifiers:
            first = subject.phrases[0].nouns[0]
            pointed = first.tag == "NP" or (first.tag == "MM" and first.form in _POINTING)  # `이 회사는` is somebody
            event.holder = None if pointed else self.holder
        elif subject is not None and not embedded:
            self.holder = subject

    def _reports(self, np: NounPhrase) -> bool:
        """`인수한 사실이`: the noun stands for its clause."""
        return bool(np.words) and np.words[-1] in self.grammar.reports

    def _after(self, event: Event, embedded: bool) -> None:
        if event.phrase.ending == "ETM" or names_some(event.phrase, self.grammar):
            self.modifying.append((event, len(self.open)))
        elif case := complement(event.phrase):
            self.stack.append(NounPhrase([Phrase(event.phrase.tokens, [], [])], case, [event]))
        if embedded and self.chain is not None and self.events[-2:-1] == [self.chain]:
            event.previous = self.chain  # `A에 10억원을 받고 이전하는 데 성공했다`
        if not embedded and not complement(event.phrase):
            if self.chain is not None:
                self.chain.next, event.previous = event, self.chain
                event.theme = None if event.arg("topic") else self.chain.arg("topic") or self.chain.theme
            self.chain = event
