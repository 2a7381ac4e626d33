"""The body that a title without one beside it is held in: the company or association that the text is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from biograph.extract.drafts import Draft, Named
from biograph.extract.korean.found import ORGANISATIONS
from biograph.extract.korean.noun_phrases.neighbours import Reading
from biograph.extract.korean.people.bodies import Role
from biograph.model import Sentence, Span

_TOPIC = re.compile(r"(?: ?\([^()]*\))?(?:은|는|이|가|도)(?![가-힣])")
_POST = re.compile(
    r"(?:의)? ?(?:(?:새|신임|차기|초대|첫|후임|제?\d+대|[가-힣]{2,6}) ){0,2}(?P<office>[가-힣A-Z]+)(?:에|으로|로) "
)
_CHIEFS = ("수장", "사령탑")
_VERBAL = frozenset("VV VX VA XSV XSA VCP EF EC ETM".split())
LEFT = re.compile(r" 출신(?:의|인)? ")  # `가나바이오 출신 홍길동`
_SUBJECT = re.compile(  # a title with its subject particle, or with `와` and one more person's title that has it
    r" [가-힣A-Z]+?(?:\([A-Z]+\))?(?:이|가)(?![가-힣])|"
    r" [가-힣A-Z]+?(?:와|과) [가-힣]{2,4} [가-힣A-Z]+(?:\([A-Z]+\))?(?:이|가)(?![가-힣])|"
    r" [가-힣A-Z]+(?:\([A-Z]+\))?(?:이|가)(?![가-힣])"
)
_COFOUNDER = re.compile(r" [가-힣A-Z]+?(?:와|과) (?:함께|공동으로) (?:창업|설립|세)")
_LEADERS = ("대표", "대표이사", "책임자", "CEO", "CTO", "CSO", "CFO")
_CHAIRS = ("회장", "이사장")
_OF_COMPANIES = (*_LEADERS, "사장", "전무", "상무", "회장", "창업자", "창립자", "연구소장")
_OF_BODIES = ("회장", "이사장", "사무총장")
_ALIKE = (  # titles that two of one body hold, where the second says none of its own
    frozenset("대표 대표이사 사장 부사장 전무 상무 이사 본부장 CEO CTO CFO COO CSO 최고기술책임자 연구소장".split()),
    frozenset("연구위원 부연구위원 선임연구위원 연구원 선임연구원 책임연구원 수석연구원 전문연구원".split()),
    frozenset("회장 부회장 사무총장 이사장 사무국장".split()),
)
_INTRODUCED = re.compile(r" [가-힣A-Z·]+(?:\([가-힣A-Z·]+\))?(?:은|는|이|가|도)(?![가-힣])")
# Sentences that open a text, and how often it must name the body that it is about.
_LEAD, _LEAST = 3, 3


def body_of(reading: Reading, sentence: Sentence, role: Role) -> str | None:
    """The entity that a person leads by what stands around; None where another body may be meant."""
    found = None
    if role.role.endswith(_LEADERS):
        found = _led(reading, sentence, role.person)
    elif role.role.endswith(_CHAIRS):
        found = _chaired(reading, sentence, role.person)
    return found or _of_protagonist(reading, sentence, role)


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


def _of_protagonist(reading: Reading, sentence: Sentence, role: Role) -> str | None:
    """The body that the text is about, for who has a title of such a body and is introduced as a subject without one.

    Neither this sentence up to the person nor the one before may speak of another organisation.
    """
    body = _protagonist(reading)
    if body is None or not _INTRODUCED.match(reading.context.text, role.person.end):
        return None
    titles = _OF_COMPANIES if reading.names.entities[body].type == "Company" else _OF_BODIES
    if not role.role.endswith(titles):
        return None
    earlier = [s.span for s in reading.context.sentences if s.span.end <= sentence.span.start][-1:]
    start = earlier[0].start if earlier else sentence.span.start
    near = [m for m in reading.names.outermost(Span(start, role.person.start)) if reading.type(m) in ORGANISATIONS]
    return body if all(m.entity == body for m in near) else None


def _protagonist(reading: Reading) -> str | None:
    """The organisation that the first sentences name and the whole text names most."""
    count = Counter(m.entity for m in reading.names.mentions if reading.type(m) in ORGANISATIONS)
    most = count.most_common(2)
    if not most or most[0][1] < _LEAST or (len(most) > 1 and most[1][1] == most[0][1]):
        return None
    lead = reading.context.sentences[:_LEAD]
    named = {m.entity for s in lead for m in reading.names.within(s.span)}
    return most[0][0] if most[0][0] in named else None


def put_in(reading: Reading, sentence: Sentence, outer: Sequence[Named]) -> Iterator[Draft]:
    """The post that a headline without a verb gives: `가나제약 새 대표에 홍길동 부사장`."""
    titles = reading.context.tables.titles
    for body, person in pairwise(outer):
        if reading.type(body) not in ORGANISATIONS or reading.type(person) != "Person":
            continue
        match = _POST.fullmatch(reading.between(body, person))
        if match is None or any(t.tag in _VERBAL for t in sentence.tokens if t.span.start >= person.span.end):
            continue
        office = match["office"]
        whole = body.span.of(reading.context.text)[-2:] + office if match.start("office") == 0 else office
        if role := next(
            (whole[at:] for at in range(max(1, len(whole) - 1)) if whole[at:] in titles or whole[at:] in _CHIEFS), None
        ):
            yield Draft(
                person.entity, "affiliatedWith", body.entity, sentence.span, "np.put", qualifiers=(("role", role),)
            )


def shared_body(reading: Reading, before: Role | None, role: Role) -> Span | None:
    """`A의 홍길동 연구원과 임꺽정 연구원이`: who is coordinated with such a title has the body of the one before."""
    if before is None or before.body is None or before.body.end > before.person.start:
        return None
    if before.role != role.role and not any({before.role, role.role} <= alike for alike in _ALIKE):
        return None
    between = reading.context.text[before.person.end : role.person.start]
    return before.body if re.fullmatch(rf" ?{re.escape(before.role)}(?:과|와|,|·) ?", between) else None
