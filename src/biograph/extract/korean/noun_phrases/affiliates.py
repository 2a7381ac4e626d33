"""Whose subsidiary, parent or founder a noun alone means: `현지 자회사 B`, `모회사 C`, `창업자인 D 대표`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from biograph.extract.drafts import Draft, Named
from biograph.extract.korean.found import ORGANISATIONS
from biograph.extract.korean.noun_phrases import leaders
from biograph.extract.korean.noun_phrases.neighbours import SITES, Reading
from biograph.model import Sentence

_CHILD = re.compile(r"(?:^|[\s(])(?:자회사|손자회사|계열사|(?:현지|해외|미국|판매|생산|영업)? ?법인)(?:인|이자)? $")
_PARENT = re.compile(r"(?:^|[\s(])(?:모회사|모기업|모그룹|지주사|지주회사|모병원)(?:인|이자| 격인)? $")
_FOUNDER = re.compile(
    r"(?:^|[\s,(])(?:공동 ?)?(?:창업자|창립자|설립자|창업주)(?:인|이자 (?:[가-힣A-Z]+(?:\([A-Z]+\))? ?){1,2}인)? $"
)
_HEADS = re.compile(
    r"(?:\([^()]*\))? (?P<role>(?:공동|각자)?(?:대표이사|대표|회장|사장|CEO|CTO|최고경영자|최고기술책임자))"
)
_SUBJECT = re.compile(r"(?:\([^()]*\))?(?: [가-힣A-Z]+(?:\([A-Z]+\))?)?(?:은|는|이|가)(?![가-힣])")
_JOINED = re.compile(r"\)?(?:\([^()]*\))?(?:와|과|,|·)(?![가-힣])")  # `A와 자회사 B`: of equals, neither is the other's
_NOTE = re.compile(
    r"(?:의)? ?(?:100% ?|완전 ?)?(?:자회사|손자회사|계열사|관계사|계열|종속회사|현지법인|[가-힣]{2} ?법인|산하|부설)\)"
)
_WITH_ITS = re.compile(
    r"(?:와|과) (?:[가-힣\d%]+ )?(?:자회사|계열사|손자회사)(?:인)? "
)  # `A와 자회사 B`, with no third
_REACH = 2  # sentences back to the one that tells whom this one is about


def read(reading: Reading, sentence: Sentence, outer: Sequence[Named], owned: Iterable[str]) -> Iterator[Draft]:
    """Drafts whose other side is the namesake of a subsidiary, or whom this sentence or one just before is about."""
    taken = frozenset(owned)
    yield from _noted(reading, sentence, outer)
    for mention in outer:
        before = reading.context.text[sentence.span.start : mention.span.start]
        if reading.type(mention) == "Person":
            yield from _founder(reading, sentence, mention, before)
        elif reading.type(mention) in ORGANISATIONS and mention.entity not in taken:
            yield from _child(reading, sentence, outer, mention, before)
            match = _PARENT.search(before)
            if (
                match
                and _free(reading, sentence, match.start())
                and (child := _about(reading, sentence, mention, {reading.type(mention)}))
            ):
                yield Draft(child, "subsidiaryOf", mention.entity, sentence.span, "np.parent")


def _child(
    reading: Reading, sentence: Sentence, outer: Sequence[Named], mention: Named, before: str
) -> Iterator[Draft]:
    match = _CHILD.search(before)
    if not match or not _free(reading, sentence, match.start()):
        return
    start = sentence.span.start + match.start()
    behind = [m for m in outer if m.span.end == start]
    owner = _namesake(reading, mention) or _about(reading, sentence, mention, {"Company", "Investor"})
    if owner and not any(m.entity != mention.entity and reading.type(m) in ORGANISATIONS for m in behind):
        yield Draft(mention.entity, "subsidiaryOf", owner, sentence.span, "np.subsidiary")
    for place in behind:
        if reading.type(place) in ("Country", *SITES):
            yield Draft(mention.entity, "locatedIn", place.entity, sentence.span, "np.place")


def _noted(reading: Reading, sentence: Sentence, outer: Sequence[Named]) -> Iterator[Draft]:
    """`다라랩(가나제약 자회사)`, `가나제약 미국법인 다라랩`."""
    for one, other in pairwise(outer):
        text, kinds = reading.between(one, other), (reading.type(one), reading.type(other))
        rest = reading.context.text[other.span.end : other.span.end + 12]
        if text == "(" and set(kinds) <= ORGANISATIONS and one.entity != other.entity and _NOTE.match(rest):
            yield Draft(one.entity, "subsidiaryOf", other.entity, sentence.span, "np.subsidiary")
        abroad = kinds[0] == "OrganizationalUnit" and one.span.of(reading.context.text).endswith("법인")
        if abroad and text.strip("('‘“\"") == " " * (text[:1] == " ") and kinds[1] in ORGANISATIONS:
            inside = (m for m in reading.names.within(one.span) if m.span.start == one.span.start)
            for owner in inside:
                if reading.type(owner) in ORGANISATIONS and owner.entity != other.entity:
                    yield Draft(other.entity, "subsidiaryOf", owner.entity, sentence.span, "np.subsidiary")


def _founder(reading: Reading, sentence: Sentence, person: Named, before: str) -> Iterator[Draft]:
    match = _FOUNDER.search(before)
    subject = _SUBJECT.match(reading.context.text, person.span.end)
    if not match or not subject or not _free(reading, sentence, match.start()):
        return
    if not (firm := _about(reading, sentence, person, {"Company"})):
        return
    yield Draft(person.entity, "founded", firm, sentence.span, "np.founder")
    if head := _HEADS.match(reading.context.text, person.span.end):
        qualifiers = (("role", head["role"]),)
        yield Draft(person.entity, "affiliatedWith", firm, sentence.span, "np.title", qualifiers=qualifiers)


def _free(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Whether no word that may be a name unknown to us stands before, whose founder or subsidiary is meant."""
    context, start = reading.context, sentence.span.start + at
    index = context.word_before(start + 1) if at else None
    word = context.words[index] if index is not None else None
    if word is None or word.end != start or word.end != word.span.end:
        return True
    placed = any(m.span.end == word.span.end for m in reading.names.within(sentence.span))
    return placed or not context.proper(word.span)


def _about(reading: Reading, sentence: Sentence, mention: Named, kinds: set[str]) -> str | None:
    """Whom the sentence is about up to a name, the only one named there, else whom one just before is about."""
    found, text = leaders.topic(reading, sentence, mention.span.start), reading.context.text
    if found is None:
        before = _named(reading, sentence, mention.span.start)
        named = {m.entity for m in before} - {mention.entity}
        if named:
            joined = any(
                _JOINED.match(text, m.span.end) and not _WITH_ITS.fullmatch(text[m.span.end : mention.span.start])
                for m in before
            )
            found = named.pop() if len(named) == 1 and not joined else None
        else:
            earlier = [s for s in reading.context.sentences if s.span.end <= sentence.span.start][-_REACH:]
            found = next((t for s in reversed(earlier) if (t := leaders.topic(reading, s, s.span.end))), None)
    fits = found is not None and found != mention.entity and reading.names.entities[found].type in kinds
    return found if fits else None


def _named(reading: Reading, sentence: Sentence, before: int) -> list[Named]:
    inside = [m for m in reading.names.outermost(sentence.span) if m.span.end <= before]
    return [m for m in inside if reading.type(m) in ORGANISATIONS]


def _namesake(reading: Reading, mention: Named) -> str | None:
    """The body whose name a name begins with."""
    name = reading.names.entities[mention.entity].name
    for entity in reading.names.entities.values():
        if entity.id != mention.entity and entity.type in ORGANISATIONS and name.startswith(entity.name):
            return entity.id
    return None
