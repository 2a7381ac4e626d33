"""The body that a title without one beside it is held in: the company or association that the text is about."""

from __future__ import annotations

import re

from biograph.extract.korean.bodies import Role
from biograph.extract.korean.found import ORGANISATIONS
from biograph.extract.korean.neighbours import Reading
from biograph.model import Sentence, Span

_TOPIC = re.compile(r"(?: ?\([^()]*\))?(?:은|는|이|가|도)(?![가-힣])")
LEFT = re.compile(r" 출신(?:의|인)? ")  # `가나바이오 출신 홍길동`
_SUBJECT = re.compile(  # a title with its subject particle, or with `와` and one more person's title that has it
    r" [가-힣A-Z]+?(?:\([A-Z]+\))?(?:이|가)(?![가-힣])|"
    r" [가-힣A-Z]+?(?:와|과) [가-힣]{2,4} [가-힣A-Z]+(?:\([A-Z]+\))?(?:이|가)(?![가-힣])|"
    r" [가-힣A-Z]+(?:\([A-Z]+\))?(?:이|가)(?![가-힣])"
)
_COFOUNDER = re.compile(r" [가-힣A-Z]+?(?:와|과) (?:함께|공동으로) (?:창업|설립|세)")
_LEADERS = ("대표", "대표이사", "책임자", "CEO", "CTO", "CSO", "CFO")
_CHAIRS = ("회장", "이사장")


def body_of(reading: Reading, sentence: Sentence, role: Role) -> str | None:
    """The entity that a person leads by what stands around; None where another body may be meant."""
    if role.role.endswith(_LEADERS):
        return _led(reading, sentence, role.person)
    if role.role.endswith(_CHAIRS):
        return _chaired(reading, sentence, role.person)
    return None


def topic(reading: Reading, sentence: Sentence, before: int) -> str | None:
    """The organisation that the sentence is about."""
    for mention in reading.names.outermost(Span(sentence.span.start, before)):
        if reading.type(mention) in ORGANISATIONS and _TOPIC.match(reading.context.text, mention.span.end):
            return mention.entity
    return None


def _led(reading: Reading, sentence: Sentence, person: Span) -> str | None:
    """The company that a sentence is about, for its own leader: `가나바이오는 … 홍길동 대표가 …`.

    Nothing but noun phrases may stand between, no other body but one that the leader came from, and the leader must be
    a subject: whom the company meets leads another one.
    """
    outer = reading.names.outermost(Span(sentence.span.start, person.start))
    topics = [m for m in outer if reading.type(m) == "Company" and _TOPIC.match(reading.context.text, m.span.end)]
    if topics and _COFOUNDER.match(reading.context.text, person.end):
        return topics[0].entity
    if not topics or not _SUBJECT.match(reading.context.text, person.end):
        return None
    between = Span(topics[0].span.end, person.start)
    if any(t.tag in ("EC", "EF", "ETM", "SF") for t in sentence.tokens if between.contains(t.span)):
        return None
    for mention in outer:
        other = between.contains(mention.span) and reading.type(mention) in ORGANISATIONS
        if other and not LEFT.match(reading.context.text, mention.span.end):
            return None
    return topics[0].entity


def _chaired(reading: Reading, sentence: Sentence, person: Span) -> str | None:
    """The association that the sentence before is about, for a chair who opens this one: `홍길동 회장은 …`."""
    earlier = [s for s in reading.context.sentences if s.span.end <= sentence.span.start]
    if not earlier or person.start != sentence.span.start:
        return None
    about = topic(reading, earlier[-1], earlier[-1].span.end)
    return about if about and reading.names.entities[about].type == "Association" else None


def shared_body(reading: Reading, before: Role | None, role: Role) -> Span | None:
    """`A의 홍길동 연구원과 임꺽정 연구원이`: who is coordinated with the same title has the body of the one before."""
    if before is None or before.body is None or before.role != role.role or before.body.end > before.person.start:
        return None
    between = reading.context.text[before.person.end : role.person.start]
    return before.body if re.fullmatch(rf" ?{re.escape(role.role)}(?:과|와|,|·) ?", between) else None
