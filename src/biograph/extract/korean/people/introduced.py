"""Persons without a title behind: by kin or trade (`동료 홍길동`), a title before them, a given name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found
from biograph.extract.korean.people.bodies import Bodies, Role
from biograph.extract.korean.people.surnames import foreigner, korean_word
from biograph.extract.korean.words import Word
from biograph.model import Span

_SUBJECT = re.compile(r"(?:은|는|이|가)(?![가-힣])")
_LATIN = re.compile(r"\([A-Z][a-z'-]+(?: [A-Z][a-z.'-]*){1,2}[,)]")
_HANGUL = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣]{1,7}(?: [가-힣]{1,8}){1,3}$")
_OFFICE = re.compile(r"(?:^|[ ▲])([가-힣A-Z]+?)(?:\([A-Z]{2,5}\))?(인|이자|이던|였던|이었던)? $")
_FOLLOWING = re.compile(r" ([가-힣A-Z]+?)(?=[은는이가을를도의과와,(]|[ .]|$)")
_FORMER = ("이던", "였던", "이었던")
_WORDS = 6  # of a name and what follows it
_SUMS = ("등", "외")
_REACH = 40  # characters of a name with its title
_COMING = re.compile(r"출신(?:의|인)? $")
_MISTER = re.compile(r" ?씨(?![가-힣])|씨[는가의와도를]")


def find(context: Context, bodies: Bodies, persons: Iterable[Found]) -> Iterator[Role]:
    """The persons introduced so; the body and role where a title tells them."""
    taken = {at for item in persons for at in range(item.span.start, item.span.end)}
    for role in spelled(context, bodies):
        if taken.isdisjoint(range(role.person.start, role.person.end)):
            taken.update(range(role.person.start, role.person.end))
            yield role
    for index, word in enumerate(context.words[:-1]):
        after = context.words[index + 1]
        if word.span.start in taken or not word.nominal:
            continue
        person = _foreign(context, bodies, index, word) if word.text in context.tables.given else None
        if person is None and (word.text in context.tables.kin or word.text in _SENIOR):
            person = _related(context, bodies, index, word, after)
        if person is None and word.text in context.tables.titles and word.joined:
            person = _titled(context, bodies, after)
        if person is None:
            continue
        taken.update(range(person.start, person.end))
        yield Role(person, *_office(context, bodies, word, person))


def spelled(context: Context, bodies: Bodies) -> Iterator[Role]:
    """A foreigner with the Latin spelling of the name, known by a given name or by a title on either side."""
    for bracket in context.brackets.values():
        match = _HANGUL.search(context.text, max(0, bracket.start - _REACH), bracket.start)
        latin = _LATIN.match(context.text, bracket.start)
        if match is None or latin is None:
            continue
        words = match[0].split()
        size = min(len(words), len(latin[0].strip("(,)").split()))
        start = match.end() - len(" ".join(words[-size:]))
        person = Span(start, match.end())
        if size < 2 or _known(bodies, person) or context.tables.head_of(words[-1]):
            continue
        before = _OFFICE.search(context.text, max(0, start - _REACH), start)
        after = _FOLLOWING.match(context.text, bracket.end)
        if before and before[1] in context.tables.titles:
            at = before.start(1)
            past = "전 " if before[2] in _FORMER else ""
            yield Role(person, bodies.before(at) or bodies.unheard(at, before[1]), past + before[1])
        elif words[-size] in context.tables.given or (after and after[1] in context.tables.titles):
            yield Role(person, None, "")


_SENIOR = ("출신", "출신의")


def _foreign(context: Context, bodies: Bodies, index: int, word: Word) -> Span | None:
    """A foreign given name with a family name, none of which is part of a longer name."""
    run = [word]
    while run[-1].joined and len(run) < _WORDS and index + len(run) < len(context.words):
        run.append(context.words[index + len(run)])
    last = foreigner(context, run, 0)
    if len(word.text) < 2 or last is None:
        return None
    span = word.span.cover(run[last].span)
    if _known(bodies, span) or (
        (before := context.word_before(word.span.start)) is not None and context.proper(context.words[before].span)
    ):
        return None
    follows = run[last + 1].text if last + 1 < len(run) else None
    return span if follows is None or follows in context.tables.titles or follows in _SUMS else None


def _related(context: Context, bodies: Bodies, index: int, word: Word, after: Word) -> Span | None:
    """`동료 홍길동과`: a Korean name, or two unknown words with their Latin spelling."""
    if after.span.start != word.end + 1 or context.text[word.end] != " ":
        return None
    if word.bare and len(after.text) == 3 and korean_word(context, after, bodies.ends):
        titled = after.joined and context.words[index + 2].text not in context.tables.titles
        return None if titled or not context.proper(after.span) else after.span
    if after.joined and index + 2 < len(context.words):
        last = context.words[index + 2]
        span = after.span.cover(last.span)
        if _LATIN.match(context.text, last.span.end) and context.proper(after.span) and not _known(bodies, span):
            return span
    return None


def _titled(context: Context, bodies: Bodies, after: Word) -> Span | None:
    """`신임 회장 홍길동은`: a name that is no word of the dictionary, as the subject."""
    if len(after.text) != 3 or not _SUBJECT.match(context.text, after.span.end):
        return None
    whole = all(t.tag == "NNP" for t in after.tokens if t.span.end <= after.span.end)
    return after.span if whole and korean_word(context, after, bodies.ends) else None


def _known(bodies: Bodies, span: Span) -> bool:
    return any(i.span.overlaps(span) for end in range(span.start + 1, span.end + 1) for i in bodies.ends.get(end, ()))


def _office(context: Context, bodies: Bodies, word: Word, person: Span) -> tuple[Span | None, str]:
    if word.text not in context.tables.titles or word.span.start >= person.start:
        return None, ""
    return bodies.before(word.span.start), context.tables.titles[word.text][0]
