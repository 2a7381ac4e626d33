"""Events: predicates with their arguments, the noun they modify and the subject they share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase
from biograph.extract.korean.clause.syntax.phrases import Phrase
from biograph.model import Span, Status

# Endings that put a clause beside the next one, not below it.
COORDINATE = tuple("고 며 으며 지만 으나 나 는데 은데 ᆫ데 면서 으면서 라면서 다면서 라며 다며".split())


@dataclass(slots=True, eq=False)
class Event:
    """A predicate with its arguments. `head` is the noun phrase that an adnominal clause modifies.

    `next` and `previous` are its neighbours in a chain of coordinate clauses, `theme` the topic that they share;
    `holder` is whose a bare subject is: `A는 서울에 본사를 두었고 [연구소는] 대전에 있다`;
    `recalled` is whom the text spoke of before, for frames that cannot take the subject `inherited`;
    `outer` is the subject or topic of the clause around it, `matrix` the predicate that takes it as an argument;
    `judged` is that predicate, or the one that a noun for the clause depends on: `인수한 사실이 없다`.
    `nominal`: stated by a verbal noun, see `verbal_nouns`; `aspect` is what the verb around that makes of it.
    """

    stem: str
    passive: bool
    phrase: Phrase
    args: list[NounPhrase] = field(default_factory=list)
    head: NounPhrase | None = None
    inherited: NounPhrase | None = None
    next: Event | None = None
    previous: Event | None = None
    theme: NounPhrase | None = None
    outer: NounPhrase | None = None
    matrix: Event | None = None
    nominal: bool = False
    aspect: Status | None = None
    recalled: NounPhrase | None = None
    holder: NounPhrase | None = None
    judged: Event | None = None

    @property
    def span(self) -> Span:
        start = min([a.span.start for a in self.args] + [self.phrase.span.start])
        return Span(start, self.phrase.span.end)

    def arg(self, case: str) -> NounPhrase | None:
        for np in self.args:
            if np.case == case:
                return np
        return None

    @property
    def subject(self) -> NounPhrase | None:
        """The subject as it stands, else the topic, else what the clause shares with another."""
        return self.arg("subj") or self.arg("topic") or self.inherited


def complement(phrase: Phrase) -> str:
    """The case of a clause that stands as an argument: `-기`, `-도록`, `-다고`; empty for others."""
    if phrase.ending == "ETN":
        return "clause"
    form = phrase.ending_form
    return "so" if form in ("도록", "게끔") else "said" if form.endswith(("다고", "라고", "자고", "냐고")) else ""


def mark_complement(event: Event) -> None:
    """`A는 B가 아니다` leaves the complement in the case of a subject; here it gets its own."""
    if event.stem == "이" and event.arg("pred") is None and event.phrase.tail_text.startswith("아니/VCN"):
        complement = next((np for np in reversed(event.args) if np.case in ("subj", "topic")), None)
        if complement is not None:
            complement.case = "pred"


def equate(event: Event) -> None:
    """A copula's complement is its subject, whichever of the two is named."""
    complement, subject = event.arg("pred"), event.subject
    if complement is not None and subject is not None and subject is not complement:
        complement.equals, subject.equals = subject, complement


def cleave(event: Event) -> None:
    """`B를 인수한 것은 A다`: who or what the clause leaves out is the complement."""
    complement, clause = event.arg("pred"), event.arg("clause")
    if complement is None or clause is None or complement.phrases[-1].closing_name() is None:
        return
    said = clause.modifiers[0]
    if re.search("것/NNB (은|는|ᆫ)/JX$", said.phrase.tail_text):
        said.head = complement


def hand_down(event: Event) -> None:
    """`A는 B가 지분을 가진 회사다`: beside a topic, the subject is that of the clause inside the complement."""
    complement, topic, subject = event.arg("pred"), event.arg("topic"), event.arg("subj")
    if complement is None or topic is None or subject is None or not complement.modifiers:
        return
    clause = complement.modifiers[-1]
    if clause.arg("subj") is None and not clause.passive:
        event.args = [np for np in event.args if np is not subject]
        clause.args.insert(0, subject)
        clause.inherited = None
        open_door(clause)


def open_door(event: Event) -> None:
    """`A가 문을 연 시설`: what A opened is what the clause describes."""
    door = event.arg("obj")
    described = event.head is not None and not event.head.names and event.head.case != "time"
    if described and event.stem == "열" and event.arg("subj") and door is not None and door.common == "문":
        event.args = [np for np in event.args if np is not door]
