"""Parts of a body that stand apart from its name: `유럽사무소를 열었다`, `… 산하 백신지원센터`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, Found, Head
from biograph.extract.korean.modifiers import modifier_of
from biograph.extract.korean.organisations.units import Ends
from biograph.extract.korean.words import Word
from biograph.extract.lexicon import Entry
from biograph.model import Span

_OFFICES = ("사무소", "지사", "지부", "지점", "대표처", "대표부", "무역관", "분원", "분소")
_SCHOOLS = ("대학", "대학원", "의대", "약대")
_PLACES = ("Country", "Region", "City")
_UNDER = re.compile(r"(?:\([^()]*\))? (?:산하|소속|직속|부설) $")
_LISTED = re.compile(r"(?:\([^()]*\))?(?:와|과|, ?|·)? ?$")
_WISHED = re.compile(
    r"(?:을|를)? ?(?:개설|설립|신설|설치|개소|확대|폐쇄)(?:을|를)? ?(?:안|계획|구상|방안|검토|논의|추진|준비)"
)
_CEREMONY = re.compile(r" (?:개소|현판|출범)식(?![가-힣])|[을를이가]? ?(?:개소|현판|출범)식")
_TOPIC = re.compile(r"(?: ?\([^()]*\))?(?:은|는|이|가)(?= )")
_MADE = re.compile(  # what is done to a part that is new, or through which something is done
    r"(?:을|를) (?:새로 |신규로 |처음 |잇달아 |따로 |별도로 )*(?:신설|설립|설치|개설|개소|출범|발족|개편|열[어었고]"
    r"|연 |두[고었]|둔 |세[워웠]|세운|만들|꾸[려렸리린]|차[려렸리린]|통[해하])"
    r"|(?:이|가) (?:[가-힣]+ )?(?:문을 [연열]|출범|신설|개소)"
)


def find(context: Context, known: Iterable[Found]) -> list[Found]:
    """The units that no name before them owns, each with the body that the sentence is about where one is named."""
    ends: Ends = {}
    for item in known:
        ends.setdefault(item.span.end, []).append(item)
    found: list[Found] = []
    for word in context.words:
        head = _unit_head(context, word)
        if head is None:
            continue
        new = _opened(context, word, ends)
        if not new and _read(ends, word):
            continue
        new = new or _under(context, word, ends) or _office(context, word, head, ends)
        new = new or _of_topic(context, word, head, ends)
        if new:
            found.append(new)
            ends.setdefault(new.span.end, []).append(new)
    return found


def _unit_head(context: Context, word: Word) -> Head | None:
    if not word.nominal or word.text in context.tables.titles or context.generic(word.text):
        return None
    rows = context.tables.head_of(word.text)
    if word.text.endswith("센터"):  # 혁신센터: a site, but also a part of a body
        rows = (*rows, *context.tables.heads.get("센터", ()))
    return next((row for row in rows if row.kind == "unit"), None)


def _read(ends: Ends, word: Word) -> bool:
    """Whether a name already reaches into a word, other than a place that it begins with."""
    near = (i for end in range(word.span.start + 1, word.span.end + 30) for i in ends.get(end, ()))
    return any(i.span.overlaps(word.span) and not (i.type in _PLACES and word.span.contains(i.span)) for i in near)


def _under(context: Context, word: Word, ends: Ends) -> Found | None:
    """`한빛진흥원 산하 신약개발지원센터와 의료기기개발지원센터`; not `산하 연구소` in general."""
    if len(word.text) < 5:
        return None
    for end in range(word.span.start - 1, max(0, word.span.start - 24), -1):
        between = context.text[end : word.span.start]
        for item in ends.get(end, ()):
            if item.type in ORGANISATIONS and _UNDER.fullmatch(between):
                return Found(word.span, "OrganizationalUnit", "unit.under", owner=item.span)
            if item.rule == "unit.under" and _LISTED.fullmatch(between):
                return Found(word.span, "OrganizationalUnit", "unit.under", owner=item.owner)
    return None


def _opened(context: Context, word: Word, ends: Ends) -> Found | None:
    """`백신혁신센터 개소식`: who holds the ceremony has opened the centre."""
    if len(word.text) < 6 or not _CEREMONY.match(context.text, word.span.end):
        return None
    owner = _topic(context, word, word.span.start, ends)
    return Found(word.span, "OrganizationalUnit", "unit.opened", owner=owner) if owner else None


def _office(context: Context, word: Word, head: Head, ends: Ends) -> Found | None:
    """`유럽사무소`, `상하이 대표처`: an office that bears a place, of whom the sentence is about."""
    if not head.text.endswith(_OFFICES) or _WISHED.match(context.text, word.span.end):
        return None
    modifier = modifier_of(context, word.span, head).of(context.text)
    start = word.span.start
    if not modifier or modifier == "지역":
        before = context.text[start - 1 : start] == " "
        places = [i for i in ends.get(start - 1, ()) if i.type in _PLACES] if before else []
        if not places:
            return None
        start = min(i.span.start for i in places)
    elif not any(e.type in _PLACES and not _governed(e, head) for e in context.lexicon.named(modifier)):
        return None
    span = Span(start, word.span.end)
    return Found(span, "OrganizationalUnit", "unit.office", True, _topic(context, word, start, ends))


def _governed(place: Entry, head: Head) -> bool:
    """Whether it is a governor's title: 충북지사."""
    return head.text == "지사" and place.inside == "한국"


def _of_topic(context: Context, word: Word, head: Head, ends: Ends) -> Found | None:
    """`한빛병원은 의료기기융합센터를 통해 …`: a new or acting part, of the body that the clause is about."""
    modifier = modifier_of(context, word.span, head)
    school = head.text.endswith(_SCHOOLS)
    if not school and (len(modifier) < 4 or not _MADE.match(context.text, word.span.end)):
        return None
    owner = _topic(context, word, word.span.start, ends, universities=school)
    return Found(word.span, "OrganizationalUnit", "unit.topic", owner=owner) if owner else None


def _topic(context: Context, word: Word, start: int, ends: Ends, *, universities: bool = False) -> Span | None:
    """The last body before a place in its sentence that stands as topic or subject."""
    first = context.sentences[word.sentence].span.start
    for end in range(start - 1, first, -1):
        for item in ends.get(end, ()):
            kind = item.type == "University" if universities else item.type in ORGANISATIONS
            if kind and item.span.start >= first and _TOPIC.match(context.text, end):
                return item.span
    return None
