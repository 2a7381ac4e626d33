"""What noun phrases alone state: titles, units of bodies, places within places, authors, subsidiaries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from biograph.extract.drafts import Draft, Named
from biograph.extract.korean import leaders
from biograph.extract.korean.bodies import Role
from biograph.extract.korean.context import Context
from biograph.extract.korean.coreference import Resolved
from biograph.extract.korean.found import ORGANISATIONS
from biograph.extract.korean.people import People
from biograph.extract.korean.whereabouts import LOCATED, SITES, Reading, chains, inside, shared_place
from biograph.model import Sentence, Span

_OWNED = re.compile(
    r"(?P<of>의)? ?(?:[가-힣A-Za-z·&]+ ){0,4}?(?P<what>자회사|손자회사|계열사|관계사|산하|현지법인|법인|해외법인"
    r"|벤처캐피[털탈](?:\([A-Z]+\))?|투자사|사내벤처|합작법인|합작사)(?:인|이자)? ?(?:[가-힣]+ ){0,2}"
)
_PARENT = re.compile(r"(?:의)? ?(?:[가-힣]+ )?(?:모회사|모기업|지주사|지주회사|최대주주)(?:인|이자)? ")
_KIND = re.compile(
    r"(?:의)? (?:(?:소재|소재의|현지|국적의?|계|대표|최대|대형|글로벌|다국적|중견|유명|신생|상장)? ?[가-힣·A-Z]*"
    r"(?:기업|업체|회사|제약사|바이오텍|바이오테크|스타트업|벤처|연구소|대학|병원|단체|협회|벤처캐피[털탈]|투자사|개발사|빅파마"
    r"|소재|소재의|법인|자회사|사무소)(?:인|이자)? )?"
)
_HOME = re.compile(r" (?:본원|본사|본교|본점|사옥|캠퍼스|공장|연구소|사업장|지점|사무소)")
_ISSUE = re.compile(r"(?:의)? (?:최신호|[가-힣\d ]*\d+호|[가-힣\d ]*월호|보고서|논문)?(?:인|에 실린)? ?['‘「『“\"<]?")
_FOUNDERS = ("창업자", "창립자", "설립자")


def read(context: Context, resolved: Resolved, people: People) -> tuple[Draft, ...]:
    """Drafts with the sentence as evidence; several sightings of one relation are left to be merged."""
    reading = Reading(context, resolved.names)
    drafts: list[Draft] = [*_titles(reading, resolved, people), *_units(reading, resolved)]
    for sentence in context.sentences:
        outer = resolved.names.outermost(sentence.span)
        for one, other in _neighbours(reading, outer):
            drafts += _pair(reading, sentence, one, other)
        drafts += shared_place(reading, sentence, outer)
        drafts += chains(reading, sentence, outer)
        drafts += inside(reading, sentence)
        owned = {d.subject for d in drafts if d.predicate == "subsidiaryOf"}
        drafts += _subsidiary_of_topic(reading, sentence, [m for m in outer if m.entity not in owned])
    drafts += _authors(reading, resolved, people)
    return tuple(drafts)


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
            body = leaders.body_of(reading, sentence, role)
        if body is not None and role.role.endswith(_FOUNDERS):
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
        if sentence:
            yield Draft(unit, "unitOf", owner, sentence.span, "np.unit")


def _neighbours(reading: Reading, outer: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    """Each name with the next, and with the one after it where the next is a country (`A의 미국 자회사 B`)."""
    for i, one in enumerate(outer[:-1]):
        yield one, outer[i + 1]
        if reading.type(outer[i + 1]) in ("Country", *SITES) and i + 2 < len(outer):
            yield one, outer[i + 2]


def _pair(reading: Reading, sentence: Sentence, one: Named, other: Named) -> Iterator[Draft]:
    """Two names side by side, or with a class noun or ownership between."""
    between = reading.between(one, other)
    kinds = reading.type(one), reading.type(other)

    def draft(subject: Named, predicate: str, object_: Named, rule: str) -> Draft:
        return Draft(subject.entity, predicate, object_.entity, sentence.span, rule)

    if kinds[0] in ("Country", "Region", "City") and kinds[1] in LOCATED and _KIND.fullmatch(between):
        yield draft(other, "locatedIn", one, "np.place")
    if kinds[0] in ORGANISATIONS and kinds[1] in ORGANISATIONS:
        owned = _OWNED.fullmatch(between)
        if owned and (owned["of"] or owned["what"] not in ("투자사", "벤처캐피털", "벤처캐피탈", "합작사", "합작법인")):
            yield draft(other, "subsidiaryOf", one, "np.subsidiary")
        elif _PARENT.fullmatch(between):
            yield draft(one, "subsidiaryOf", other, "np.parent")
    home = kinds[0] in ORGANISATIONS and kinds[1] in SITES and between == " "
    if home and _HOME.match(reading.context.text, other.span.end):
        yield draft(one, "locatedIn", other, "np.home")
    if kinds == ("Publication", "Publication") and between.strip(" '‘“\"「『<") != "" and _ISSUE.fullmatch(between):
        yield draft(other, "partOf", one, "np.issue")
    if kinds[0] in ORGANISATIONS and kinds[1] == "Person" and leaders.LEFT.fullmatch(between):
        yield Draft(
            other.entity, "affiliatedWith", one.entity, sentence.span, "np.former", qualifiers=(("role", "전 임직원"),)
        )


def _subsidiary_of_topic(reading: Reading, sentence: Sentence, outer: Sequence[Named]) -> Iterator[Draft]:
    """`(미국) 자회사 B`, the owner left out: the body whose name B begins with, else the sentence's topic."""
    for mention in outer:
        if reading.type(mention) not in ORGANISATIONS:
            continue
        before = reading.context.text[sentence.span.start : mention.span.start]
        match = re.search(r"(?:^|[\s(])(?:자회사|현지법인|현지 법인|미국법인|법인|계열사)(?:인)? $", before)
        if not match:
            continue
        owner = _namesake(reading, mention) or leaders.topic(reading, sentence, mention.span.start)
        if owner and not any(
            m.entity != mention.entity and m.span.end == sentence.span.start + match.start()
            for m in outer
            if reading.type(m) in ORGANISATIONS
        ):
            yield Draft(mention.entity, "subsidiaryOf", owner, sentence.span, "np.subsidiary")
        for place in outer:
            if place.span.end == sentence.span.start + match.start() and reading.type(place) in ("Country", *SITES):
                yield Draft(mention.entity, "locatedIn", place.entity, sentence.span, "np.place")


def _namesake(reading: Reading, mention: Named) -> str | None:
    name = reading.names.entities[mention.entity].name
    for entity in reading.names.entities.values():
        if entity.id != mention.entity and entity.type in ORGANISATIONS and name.startswith(entity.name):
            return entity.id
    return None


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
