"""Names that end in a class noun (…협회, … 미국지사, … 공장), told from descriptions that end in one, too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, PLACES, Found, Head
from biograph.extract.korean.words import Word
from biograph.model import Span

_REACH = 3  # words that may stand between an owner or place and the class noun
_LEGAL = ("학교법인", "의료법인", "사회복지법인")
_LOOSE = {
    "연구원": 1,
    "국": 3,
    "팀": 3,
    "실": 3,
    "과": 3,
    "부문": 2,
}  # class nouns that also end other words: syllables needed
_NO_MODIFIER = ("산하", "소속", "계열", "내", "및", "등", "부속")


def find(context: Context, known: Iterable[Found]) -> list[Found]:
    """Candidates found by their last word; `known` are those of the lexicon and of quotation marks."""
    ends: dict[int, list[Found]] = {}
    for item in known:
        ends.setdefault(item.span.end, []).append(item)
    taken = {item.span for items in ends.values() for item in items}
    found = []
    for index, word in enumerate(context.words):
        if not word.nominal or word.span in taken:
            continue
        new = _read(context, index, word, ends)
        if new:
            found.append(new)
            ends.setdefault(new.span.end, []).append(new)
    return found


def _read(context: Context, index: int, word: Word, ends: dict[int, list[Found]]) -> Found | None:
    if word.text in _LEGAL and word.joined and len(context.words[index + 1].span):
        return Found(word.span.cover(context.words[index + 1].span), "Association", "head.legal")
    text = _singular(word.text)
    if agency := _agency(context, Span(word.span.start, word.span.start + len(text)), ends):
        return agency
    heads = context.tables.head_of(text)
    if not heads or text in context.tables.titles or _cuts_a_noun(word, len(text) - len(heads[0].text)):
        return None
    span = Span(word.span.start, word.span.start + len(text))
    if any(item.span.contains(span) for item in ends.get(span.end, ())):
        return None
    by_kind = {head.kind: head for head in heads}
    if (head := by_kind.get("unit")) and (item := _unit(context, index, span, head, ends)):
        return item
    if (head := by_kind.get("name")) and _is_name(context, span, head):
        return Found(span, head.type, "head")
    if (head := by_kind.get("name")) and (item := _spaced_name(context, span, head, ends)):
        return item
    if (head := by_kind.get("name")) and (item := _placed_name(context, span, head, ends)):
        return item
    if (head := by_kind.get("area")) and _own_area(context, span, head):
        return Found(span, head.type, "head.area")
    if head := by_kind.get("place") or by_kind.get("area"):
        return _site(context, span, head, ends)
    if head := by_kind.get("thing"):
        return _thing(context, span, head, ends)
    return None


def _cuts_a_noun(word: Word, at: int) -> bool:
    """Whether a common noun runs across the place where the class noun would begin: 대학/과, not 대/학과."""
    start = word.span.start + at
    return any(t.span.start < start < t.span.end and t.tag == "NNG" and len(t.form) < 4 for t in word.tokens)


def _singular(text: str) -> str:
    return text.removesuffix("들") if len(text) > 2 else text


def _modifier(context: Context, span: Span, head: Head) -> Span:
    return Span(span.start, max(span.start, span.end - len(head.text)))


def _is_name(context: Context, span: Span, head: Head) -> bool:
    """Whether one word with this head is a name by itself: 한국바이오협회, but not 연구병원 or 제약회사."""
    modifier = _modifier(context, span, head)
    if not len(modifier):
        return False
    word = modifier.of(context.text)
    if context.generic(span.of(context.text)) or (head.type == "Company" and _all_generic(context, span)):
        return False
    if word in context.tables.generic:
        return False
    if context.proper(modifier) or _begins_with_place(context, word):
        return not _only_country(context, word) or head.type == "Association"
    return head.least is not None and len(word) >= head.least and (len(word) > 5 or not _all_generic(context, modifier))


def _spaced_name(context: Context, span: Span, head: Head, ends: dict[int, list[Found]]) -> Found | None:
    """A company's class noun as a word of its own: `테세라 테라퓨틱스`."""
    if len(_modifier(context, span, head)) or head.type not in ("Company", "Investor") or len(head.text) < 2:
        return None
    index = context.word_before(span.start)
    if index is None or context.words[index].span.end in ends or context.generic(context.words[index].text):
        return None
    word = context.words[index]
    if word.text in context.tables.titles or context.generic(head.text) or not context.proper(word.span):
        return None
    return Found(Span(word.span.start, span.end), head.type, "head.spaced")


def _own_area(context: Context, span: Span, head: Head) -> bool:
    """Whether the modifier in the word itself names a site: 둔곡지구, but not 연구단지."""
    modifier = _modifier(context, span, head)
    if not len(modifier) or _all_generic(context, modifier) or _only_country(context, modifier.of(context.text)):
        return False
    return head.least is None or len(modifier) >= head.least


def _begins_with_place(context: Context, word: str) -> bool:
    return any(
        entry.type in PLACES for size in range(2, min(6, len(word)) + 1) for entry in context.lexicon.named(word[:size])
    )


def _only_country(context: Context, word: str) -> bool:
    """`한국대학`, `미국병원`: a country alone makes no name."""
    return any(entry.type == "Country" for entry in context.lexicon.named(word))


def _all_generic(context: Context, span: Span) -> bool:
    """Whether a modifier splits into generic words alone."""
    word = span.of(context.text)
    reach = {0}
    for i in range(len(word)):
        if i in reach:
            reach |= {j for j in range(i + 1, len(word) + 1) if word[i:j] in context.tables.generic}
    return len(word) in reach


def _placed_name(context: Context, span: Span, head: Head, ends: dict[int, list[Found]]) -> Found | None:
    """A description that a city or body just before turns into a name: `보스턴 소아병원`."""
    modifier = _modifier(context, span, head)
    if (
        not len(modifier)
        or context.generic(modifier.of(context.text))
        or head.type not in ("Hospital", "University", "ResearchInstitute")
    ):
        return None
    for item in _just_before(context, span, ends):
        if item.type in ("City", "Region", "University"):
            return Found(Span(item.span.start, span.end), head.type, "head.placed")
    return None


def _just_before(context: Context, span: Span, ends: dict[int, list[Found]]) -> list[Found]:
    end = context.before(span.start)
    if end is None:
        return []
    return [i for i in ends.get(end, ()) if context.text[end : span.start].strip() == "" or i.type in ORGANISATIONS]


def _owners(context: Context, span: Span, ends: dict[int, list[Found]]) -> list[tuple[Found, int]]:
    """Names before a phrase, with the number of bare words between, nearest first."""
    owners: list[tuple[Found, int]] = []
    start = span.start
    for between in range(_REACH):
        owners += [(item, between) for item in _just_before(context, Span(start, span.end), ends)]
        index = context.word_before(start)
        if index is None or not context.words[index].nominal:
            break
        if context.words[index].text in (*context.tables.titles, *_NO_MODIFIER) or re.match(
            r"\d", context.words[index].text
        ):
            break
        start = context.words[index].span.start
    return owners


def _unit(context: Context, index: int, span: Span, head: Head, ends: dict[int, list[Found]]) -> Found | None:
    """A part of a named body: `KHIDI 미국지사`, `연세대 의대`, `유한양행의 바이오신약 연구소`."""
    modifier = _modifier(context, span, head)
    for owner, _ in _owners(context, span, ends):
        if owner.type not in ORGANISATIONS | {"OrganizationalUnit", "Program"}:
            continue
        if head.text in _LOOSE and (len(modifier) < _LOOSE[head.text] or context.words[index].text.endswith("들")):
            continue
        return Found(Span(owner.span.start, span.end), "OrganizationalUnit", "head.unit", True, owner.span)
    return _fused_unit(context, span, head, ends) or _unit_of_genitive(context, span, head, ends)


def _fused_unit(context: Context, span: Span, head: Head, ends: dict[int, list[Found]]) -> Found | None:
    """The owner and the unit written as one word: `KHIDI美지사`, `삼성서울병원미래의학연구원`."""
    for size in range(2, len(span)):
        for owner in ends.get(span.start + size, ()):
            if owner.span.start == span.start and owner.type in ORGANISATIONS:
                return Found(span, "OrganizationalUnit", "head.unit", True, owner.span)
    return None


def _unit_of_genitive(context: Context, span: Span, head: Head, ends: dict[int, list[Found]]) -> Found | None:
    """`유한양행의 바이오신약 연구소`: the unit's name leaves its owner out."""
    start, words = span.start, 1
    while (index := context.word_before(start)) is not None and words < _REACH:
        start, words = context.words[index].span.start, words + 1
    if context.text[max(0, start - 2) : start] != "의 ":
        return None
    if words == 1 and len(_modifier(context, span, head)) < 2:
        return None
    for owner in ends.get(start - 2, ()):
        if owner.type in ORGANISATIONS:
            return Found(Span(start, span.end), "OrganizationalUnit", "head.unit", True, owner.span)
    return None


def _agency(context: Context, span: Span, ends: dict[int, list[Found]]) -> Found | None:
    """An agency named with its country: `브라질 위생감시국`, `호주 의약품관리청`."""
    word = span.of(context.text)
    if (
        not re.fullmatch(r"[가-힣]{2,}(?:[가-힣]국(?<!당국)|청|처|부(?<!정부)|보건원|위원회)", word)
        or word in context.tables.generic
    ):
        return None
    for item in _just_before(context, span, ends):
        if item.type == "Country" and context.text[item.span.end : span.start] == " ":
            return Found(Span(item.span.start, span.end), "GovernmentBody", "head.agency")
    return None


def _site(context: Context, span: Span, head: Head, ends: dict[int, list[Found]]) -> Found | None:
    """A place named by a place, an owner or a number: `브랜치버그 생산시설`, `송도 1공장`, `제3바이오캠퍼스`."""
    modifier = _modifier(context, span, head).of(context.text)
    for owner, between in _owners(context, span, ends):
        if owner.type == "Country" or (between and owner.type in ORGANISATIONS and head.text == "센터"):
            continue
        if owner.type in PLACES | ORGANISATIONS:
            body = owner.span if owner.type in ORGANISATIONS else None
            return Found(Span(owner.span.start, span.end), head.type, "head.site", True, body)
    if re.fullmatch(r"제\d.*", modifier) or re.fullmatch(r"[A-Za-z]+.*|\d+[가-힣]+", modifier):
        return Found(span, head.type, "head.site")
    if modifier and modifier not in context.tables.generic:
        own = _modifier(context, span, head)
        if context.proper(own) or _begins_with_place(context, modifier):
            return None if _only_country(context, modifier) else Found(span, head.type, "head.site")
        if head.least is not None and len(modifier) >= head.least and not _all_generic(context, own):
            return Found(span, head.type, "head.site")
    return None


def _thing(context: Context, span: Span, head: Head, ends: dict[int, list[Found]]) -> Found | None:
    """An event, programme or publication outside quotation marks: only with a proper modifier of its own."""
    if head.least is None:
        return None
    start, words = span.start, 1
    while (index := context.word_before(start)) is not None and words < 4:
        word = context.words[index]
        if not word.nominal or re.match(r"\d+(?:일|월|년|개|여)", word.text):
            break
        start, words = word.span.start, words + 1
    whole = Span(start, span.end)
    if words < 2 or any(
        i.type in ORGANISATIONS | {"Country"} and i.span.start == start for v in ends.values() for i in v
    ):
        return None
    if len(whole) - len(head.text) >= head.least and context.proper(
        Span(start, start + 1 + span.end - start - len(head.text))
    ):
        return Found(whole, head.type, "head.thing")
    return None
