"""What noun phrases alone state: titles, units of bodies, places within places, authors, subsidiaries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from biograph.extract.drafts import Draft, Named
from biograph.extract.korean.context import Context
from biograph.extract.korean.coreference import Resolved
from biograph.extract.korean.found import ORGANISATIONS
from biograph.extract.korean.noun_phrases import affiliates, belongings, carried, holders, leaders, whereabouts
from biograph.extract.korean.noun_phrases.holders import FOUNDERS
from biograph.extract.korean.noun_phrases.neighbours import Pair, Reading, pairs
from biograph.extract.korean.people.bodies import Role
from biograph.extract.korean.people.people import People
from biograph.model import Sentence, Span

_OWN = re.compile(
    r"(?:^|\s)(?:자사(?:의|가 개발(?:한| 중인))?|자체 개발(?:한| 중인)?) (?:[가-힣A-Z\d·-]+ ){0,5}['‘“\"]?$"
)
_SHARED = re.compile(r"공동 ?(?:연구|개발)? ?(?:팀|진|연구팀|연구진)$")  # a team of several bodies is a unit of none
_TRIAL = re.compile(
    r"['’」』》>”\"]?(?:\([^()]*\))?(?:의|에 대한|가|이)? (?:국내외? |국내 |미국 |유럽 |글로벌 |다국가 )?"
    r"(?:임상|전임상|비임상|품목허가|품목 허가|시판|판매 ?허가|신약허가|IND|NDA|BLA|허가 신청|적응증|후속 임상)"
)
_DEALT = re.compile(  # whose product it is cannot be told
    r"판매|유통|도입|수입|납품|위탁|수탁|대행|제네릭|바이오시밀러|복제약|경쟁|인수|병용|대비|비교|권리|이전받|사들|CRO|CDMO|CMO|투약"
)
_ISSUE = re.compile(r"(?:의)? (?:최신호|[가-힣\d ]*\d+호|[가-힣\d ]*월호|보고서|논문)?(?:인|에 실린)? ?['‘「『“\"<]?")


def read(context: Context, resolved: Resolved, people: People) -> tuple[Draft, ...]:
    """Drafts with the sentence as evidence; several sightings of one relation are left to be merged."""
    reading = Reading(context, resolved.names)
    drafts: list[Draft] = [*_titles(reading, resolved, people), *_units(reading, resolved)]
    told = {(d.subject, d.object) for d in drafts}
    for sentence in context.sentences:
        outer = resolved.names.outermost(sentence.span)
        for pair in pairs(reading, sentence, outer):
            drafts += [d for d in _tied(pair) if (d.subject, d.object) not in told]
        drafts += whereabouts.shared_place(reading, sentence, outer)
        drafts += whereabouts.chains(reading, sentence, outer)
        drafts += whereabouts.listed(reading, sentence, outer)
        drafts += whereabouts.bracketed(reading, sentence, outer)
        drafts += carried.inside(reading, sentence)
        drafts += carried.bracketed(reading, sentence)
        drafts += belongings.named_for(reading, sentence, outer)
        drafts += belongings.tagged(reading, sentence)
        drafts += belongings.joined(reading, sentence, outer)
        drafts += _own_products(reading, sentence, outer)
        drafts += _pipeline(reading, sentence, outer)
        owned = {d.subject for d in drafts if d.predicate == "subsidiaryOf"}
        drafts += leaders.put_in(reading, sentence, outer)
        drafts += affiliates.read(reading, sentence, outer, owned)
    drafts += _authors(reading, resolved, people)
    return tuple(drafts)


def _tied(pair: Pair) -> Iterator[Draft]:
    """What two names say with nothing but a noun phrase between."""
    yield from whereabouts.described(pair)
    yield from belongings.read(pair)
    yield from holders.held(pair)
    kinds, between = pair.kinds, pair.reading.between(pair.one, pair.other)
    if kinds == ("Publication", "Publication") and between.strip(" '‘“\"「『<") != "" and _ISSUE.fullmatch(between):
        yield pair.draft("partOf", "np.issue", back=True)
    if kinds[0] in ORGANISATIONS and kinds[1] == "Person" and leaders.LEFT.fullmatch(between):
        yield pair.draft("affiliatedWith", "np.former", back=True, role="전 임직원")


def _sentence(context: Context, span: Span) -> Sentence | None:
    return next((s for s in context.sentences if s.span.contains(span)), None)


def _titles(reading: Reading, resolved: Resolved, people: People) -> Iterator[Draft]:
    known = {resolved.by_span.get(role.person) for role in people.roles if role.body}
    before: Role | None = None
    for role in people.roles:
        if role.body is None and (shared := leaders.shared_body(reading, before, role)):
            role = replace(role, body=shared)
        before = role
        person = resolved.by_span.get(role.person)
        sentence = _sentence(reading.context, role.person)
        if person is None or sentence is None:
            continue
        body = (resolved.by_span.get(role.body) or _ending(reading, role.body)) if role.body else None
        if role.body is None and person not in known:
            body = leaders.body_of(reading, sentence, role) or holders.taken_up(reading, sentence, role)
            body = body or holders.headed(reading, sentence, role)
        if body is not None and role.role.endswith(FOUNDERS):
            yield Draft(person, "founded", body, sentence.span, "np.founder")
        elif body is not None:
            body = _unit_headed(resolved, body, role.role)
            qualifiers = (("role", role.role),) if role.role else ()
            yield Draft(person, "affiliatedWith", body, sentence.span, "np.title", qualifiers=qualifiers)


def _ending(reading: Reading, span: Span) -> str | None:
    """The organisation whose name ends where a body that lost its place to a longer name ends."""
    ends = [m for m in reading.names.mentions if m.span.end == span.end and reading.type(m) in ORGANISATIONS]
    return ends[0].entity if ends else None


def _unit_headed(resolved: Resolved, body: str, role: str) -> str:
    """The unit that a title heads (생명과학사업본부장) where the text names it, else the body itself."""
    for unit, owner, _ in resolved.owners:
        if (
            owner == body
            and role.endswith("장")
            and len(role) > 3
            and resolved.names.entities[unit].name.endswith(role[:-1])
        ):
            return unit
    return body


def _units(reading: Reading, resolved: Resolved) -> Iterator[Draft]:
    for unit, owner, span in resolved.owners:
        sentence = _sentence(reading.context, span)
        if sentence and not _SHARED.search(reading.names.entities[unit].name):
            yield Draft(unit, "unitOf", owner, sentence.span, "np.unit")


def _own_products(reading: Reading, sentence: Sentence, outer: Sequence[Named]) -> Iterator[Draft]:
    """`가나바이오는 자사 신약 다라맵을 …`: the firm that the sentence is about develops what it calls its own."""
    for product in outer:
        before = reading.context.text[sentence.span.start : product.span.start]
        if reading.type(product) != "Product" or not _OWN.search(before):
            continue
        firm = leaders.topic(reading, sentence, product.span.start)
        if firm and reading.names.entities[firm].type == "Company":
            yield Draft(firm, "develops", product.entity, sentence.span, "np.own")


def _pipeline(reading: Reading, sentence: Sentence, outer: Sequence[Named]) -> Iterator[Draft]:
    """`가나바이오는 항암 신약 다라맵의 임상 …`: the trial of a firm's own product, where no other firm is named."""
    makers = {m.entity for m in outer if reading.type(m) in ("Company", "University", "ResearchInstitute", "Hospital")}
    firm = leaders.topic(reading, sentence, sentence.span.end)
    if len(makers) != 1 or firm not in makers or reading.names.entities[firm].type != "Company":
        return
    if _DEALT.search(sentence.span.of(reading.context.text)):
        return
    for product in outer:
        if reading.type(product) == "Product" and _TRIAL.match(reading.context.text, product.span.end):
            yield Draft(firm, "develops", product.entity, sentence.span, "np.pipeline")


def _authors(reading: Reading, resolved: Resolved, people: People) -> Iterator[Draft]:
    """Persons in a bracket that closes a title: `'제목(홍길동, 김철수)'`."""
    for bracket in reading.context.brackets.values():
        titles = [m for m in resolved.names.mentions if m.span.end in (bracket.start, bracket.start - 1)]
        titles += [m for m in resolved.names.mentions if m.span.end == bracket.start - 1 and m not in titles]
        for title in titles:
            if reading.type(title) != "Publication":
                continue
            sentence = _sentence(reading.context, title.span)
            for person in resolved.names.within(bracket):
                if sentence and reading.type(person) == "Person":
                    yield Draft(person.entity, "authorOf", title.entity, sentence.span, "np.author")
