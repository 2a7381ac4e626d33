"""Names that end in a class noun (…협회, … 미국지사, … 공장), told from descriptions that end in one, too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found, Head
from biograph.extract.korean.modifiers import all_generic, begins_with_place, modifier_of, one_proper_noun, only_country
from biograph.extract.korean.organisations.units import PUBLIC, Ends, agency, just_before, mission, unit
from biograph.extract.korean.places import sites
from biograph.extract.korean.words import Word
from biograph.model import Span

_LEGAL = {  # legal forms that stand before a name
    "학교법인": "Association",
    "의료법인": "Association",
    "사회복지법인": "Association",
    "법무법인": "Company",
    "특허법인": "Company",
    "회계법인": "Company",
    "세무법인": "Company",
}

_ALUMNI = ("동창회", "동문회")
_BRANCHES = frozenset(
    "바이오텍 바이오테크 코리아 아메리카 재팬 차이나 인터내셔널 테라퓨틱스 파마슈티컬스 다이애그노스틱스 "
    "라이프사이언스 라이프사이언시스 벤처스 캐피털 이노베이션 홀딩스 헬스케어".split()
)


def find(context: Context, known: Iterable[Found]) -> list[Found]:
    """Candidates found by their last word; `known` are those of the lexicon and of quotation marks."""
    ends: dict[int, list[Found]] = {}
    for item in known:
        ends.setdefault(item.span.end, []).append(item)
    taken = {item.span for items in ends.values() for item in items}
    found = []
    for index, word in enumerate(context.words):
        if word.nominal and (new := _read(context, index, word, ends)) and word.span not in taken:
            found.append(new)
            ends.setdefault(new.span.end, []).append(new)
    return found


def _read(context: Context, index: int, word: Word, ends: Ends) -> Found | None:
    if word.text in _LEGAL and word.joined and len(context.words[index + 1].span):
        end = context.words[index + 1].span.end
        goes_on = context.text[end - 1] in "과와" and context.text[end : end + 1] == " "  # 세종과 다른 곳
        return Found(Span(word.span.start, end - goes_on), _LEGAL[word.text], "head.legal")
    if hotel := sites.hotel(context, index):
        return hotel
    text = _singular(word.text)
    heads, public = context.tables.head_of(text), text.endswith(PUBLIC)
    if not heads and not public:
        return None
    span = Span(word.span.start, word.span.start + len(text))
    if public and (body := agency(context, span, ends) or mission(context, span)):
        return body
    titled = text in context.tables.titles or (text[-1] in "과와" and text[:-1] in context.tables.titles)
    if not heads or titled or _cuts_a_noun(word, len(text) - len(heads[0].text)):
        return None
    if any(item.span.contains(span) for item in ends.get(span.end, ())):
        return None
    by_kind = {head.kind: head for head in heads}
    if (head := by_kind.get("unit")) and (item := unit(context, index, span, head, ends)):
        return item
    if (head := by_kind.get("name")) and _is_name(context, span, head):
        return _meeting(context, span, head) or Found(span, head.type, "head")
    if (head := by_kind.get("unit")) and _college(context, span, head):
        return Found(span, "University", "head")
    if (head := by_kind.get("name")) and (item := _spaced_name(context, span, head, ends)):
        return item
    if (head := by_kind.get("name")) and (item := _placed_name(context, span, head, ends)):
        return item
    if (head := by_kind.get("area")) and _own_area(context, span, head):
        return Found(span, head.type, "head.area")
    if (head := by_kind.get("name")) and (item := _alumni(context, span, head, ends)):
        return item
    if head := by_kind.get("place") or by_kind.get("area"):
        return sites.site(context, span, head, ends)
    return None


def _cuts_a_noun(word: Word, at: int) -> bool:
    """Whether a common noun runs across the place where the class noun would begin: 대학/과, not 대/학과."""
    start = word.span.start + at
    return any(t.span.start < start < t.span.end and t.tag == "NNG" and len(t.form) < 4 for t in word.tokens)


def _singular(text: str) -> str:
    return text.removesuffix("들") if len(text) > 2 else text


def _is_name(context: Context, span: Span, head: Head) -> bool:
    """Whether one word with this head is a name by itself: 한국바이오협회, but not 연구병원 or 제약회사."""
    modifier = modifier_of(context, span, head)
    if not len(modifier):
        return False
    word = modifier.of(context.text)
    if context.generic(span.of(context.text)) or (head.type == "Company" and all_generic(context, span)):
        return False
    if word in context.tables.generic:
        return False
    if context.proper(modifier) or begins_with_place(context, word):
        return not only_country(context, word) or head.type == "Association"
    public = head.type in ("Hospital", "University", "ResearchInstitute")
    if public and one_proper_noun(context, span) and len(word) > 1 and not all_generic(context, modifier):
        return True
    return head.least is not None and len(word) >= head.least and (len(word) > 5 or not all_generic(context, modifier))


def _meeting(context: Context, span: Span, head: Head) -> Found | None:
    """A society with the year of its meeting: `나라심장학회 2025`."""
    year = re.match(r" 20\d\d(?!\d|년)", context.text[span.end : span.end + 7]) if head.text.endswith("학회") else None
    return Found(Span(span.start, span.end + 5), "Event", "head.year") if year else None


def _college(context: Context, span: Span, head: Head) -> bool:
    """Whether a school of one subject is named after a place: `하노이약학대학`."""
    place = modifier_of(context, span, head).of(context.text)
    return head.text.endswith("대학") and begins_with_place(context, place) and not only_country(context, place)


def _spaced_name(context: Context, span: Span, head: Head, ends: Ends) -> Found | None:
    """A company's class noun as a word of its own: `테세라 테라퓨틱스`."""
    if len(modifier_of(context, span, head)) or head.type not in ("Company", "Investor") or len(head.text) < 2:
        return None
    index = context.word_before(span.start)
    if index is None or context.generic(context.words[index].text):
        return None
    word = context.words[index]
    if owners := ends.get(word.span.end):
        branch = _branch(context, span, head, owners)
        return Found(Span(word.span.start, span.end), "Company", "head.branch") if branch else None
    if word.text in context.tables.titles or not context.proper(word.span):
        return None
    if context.generic(head.text) and not _ends_firm(context, span, word):
        return None
    return Found(Span(_latin_start(context, word), span.end), head.type, "head.spaced")


def _latin_start(context: Context, word: Word) -> int:
    """Where the Latin words begin that a Latin word ends: `Aster Rock Capital`."""
    start = word.span.start
    while word.text.isascii() and (index := context.word_before(start)) is not None:
        word = context.words[index]
        if not re.fullmatch(r"[A-Z][A-Za-z&.-]+", word.text) or context.generic(word.text):
            break
        start = word.span.start
    return start


def _branch(context: Context, span: Span, head: Head, owners: list[Found]) -> bool:
    """Whether a firm's name goes on with a class noun or country of a subsidiary: `다라 바이오텍`, `다라 코리아`."""
    firm = any(i.type in ("Company", "University", "Investor") and not i.open for i in owners)
    word = context.words[context.by_start[span.start]]
    follows = context.words[context.by_start[span.start] + 1].text if word.joined else ""
    return firm and head.text in _BRANCHES and (not follows or follows in context.tables.titles)


def _ends_firm(context: Context, span: Span, word: Word) -> bool:
    """Whether a noun of the trade ends a name, last in its phrase behind a coined one: `에실로 바이오의`."""
    last = context.words[context.by_start[span.start]]
    whole = any(t.tag == "NNP" and t.span == word.span for t in word.tokens)
    return whole and len(word.text) > 2 and context.tables.foreign(word.text) and last.span.end < last.end


def _own_area(context: Context, span: Span, head: Head) -> bool:
    """Whether the modifier in the word itself names a site: 둔곡지구, but not 연구단지."""
    modifier = modifier_of(context, span, head)
    if not len(modifier) or all_generic(context, modifier) or only_country(context, modifier.of(context.text)):
        return False
    return head.least is None or len(modifier) >= head.least


def _placed_name(context: Context, span: Span, head: Head, ends: Ends) -> Found | None:
    """A description that a city or body just before turns into a name: `보스턴 소아병원`."""
    modifier = modifier_of(context, span, head)
    if (
        not len(modifier)
        or context.generic(modifier.of(context.text))
        or head.type not in ("Hospital", "University", "ResearchInstitute")
    ):
        return None
    for item in just_before(context, span, ends):
        if item.type in ("City", "Region", "University"):
            return Found(Span(item.span.start, span.end), head.type, "head.placed")
    return None


def _alumni(context: Context, span: Span, head: Head, ends: Ends) -> Found | None:
    """`나라대 약대 동창회`: named by the school before it."""
    for item in just_before(context, span, ends) if head.text.endswith(_ALUMNI) else ():
        if item.type in ("University", "OrganizationalUnit"):
            return Found(Span(item.span.start, span.end), "Association", "head.alumni", open=True)
    return None
