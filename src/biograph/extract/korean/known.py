"""Names that the lexicon knows, where Korean spelling lets a name stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, Found
from biograph.extract.korean.organisations import agencies, governments
from biograph.extract.korean.words import PARTICLES, ends_name, places, starts_name
from biograph.extract.lexicon import Entry, Hit
from biograph.model import Span

_HANGUL = re.compile(r"[가-힣]+")
_REST = re.compile(r"[^\s'\"‘’“”()\[\]<>《》「」『』,;:·…./?!~]*")
_COUNTRY_SIGNS = {
    "美": "미국",
    "中": "중국",
    "日": "일본",
    "英": "영국",
    "獨": "독일",
    "佛": "프랑스",
    "韓": "한국",
    "印": "인도",
}
_COUNTRY_SIGN = re.compile(f"[{''.join(_COUNTRY_SIGNS)}]")
_SHORT_COUNTRY = re.compile(
    r"(?<![가-힣A-Za-z0-9])(미|중|일|영|독|불)(?= (?:시장|정부|FDA|식품의약국|의회|하원|상원|상무부|국무부|국방부|현지"
    r"|대선|증시|국립|행정부|대통령|보스턴|제약사|빅파마|특허))"
)
_SHORT = {"미": "미국", "중": "중국", "일": "일본", "영": "영국", "독": "독일", "불": "프랑스"}
_YEAR_BEFORE = re.compile(r"(?:^|[ \n'‘\"“])20\d\d $")
_YEAR = re.compile(r" ?(?:20)\d\d(?!\d|년)")
_MEETING = re.compile(r"\([A-Z]{2,7}\) 20\d\d(?!\d|년)")  # 나라암학회(NACR) 2025
_NOT_A_PLACE = {"인", "어", "계", "산", "관", "의", "은행", "전쟁"}
_BEHIND = ("장", "부회장", "회장", "대표", "원장", "총장", "이사장", "發")  # what one writes behind a body in one word
_PLACE_WORDS = ("땅", "행", "발", "發", "향", "판", "내", "외", "사이", "간")


def find(context: Context) -> list[Found]:
    """The names of the lexicon in the text, and the one-character names of countries that headlines use."""
    text, found = context.text, []
    for sentence in context.sentences:
        hits = context.lexicon.find(text, sentence.span, bounded=lambda start, end: _stands(context, start, end))
        for hit in hits:
            found += [*_read(context, hit), *agencies.governing(context, hit, _best(hit, context))]
        for match in _COUNTRY_SIGN.finditer(text, sentence.span.start, sentence.span.end):
            found += _country(context, Span(*match.span()), _COUNTRY_SIGNS[match.group()])
        for match in _SHORT_COUNTRY.finditer(text, sentence.span.start, sentence.span.end):
            found += _country(context, Span(*match.span()), _SHORT[match.group(1)])
    found += governments.abroad(context)
    return governments.everywhere(context, found)


def further(context: Context, found: Iterable[Found]) -> list[Found]:
    """The other places of organisations that rules found at one place, so that none is read as a person there."""
    found = list(found)
    taken = {at for item in found for at in range(item.span.start, item.span.end)}
    types = {item.span.of(context.text): item.type for item in found if item.type in ORGANISATIONS and not item.entries}
    new: list[Found] = []
    for name, type_ in types.items():
        for span in places(context.text, name) if len(name) > 2 else ():
            free = taken.isdisjoint(range(span.start, span.end)) and any(
                s.span.contains(span) for s in context.sentences
            )
            if free and starts_name(context.text, span.start) and ends_name(context.text, span.end):
                new.append(Found(span, type_, "further"))
    return new


def _read(context: Context, hit: Hit) -> list[Found]:
    """What a hit names: a place acting as a body, an event of one year, a site with its city inside, or as listed."""
    entry = _best(hit, context)
    name = hit.span.of(context.text)
    if entry.type in ("City", "Region") and governments.acts(context, hit, name, entry):
        return [Found(hit.span, "GovernmentBody", "acting")]
    if entry.type == "Event" and (
        year := _YEAR_BEFORE.search(context.text[max(0, hit.span.start - 6) : hit.span.start])
    ):
        return [Found(Span(hit.span.start - len(year[0].lstrip()), hit.span.end), "Event", "lexicon.year")]
    if entry.type == "Event" and (year := _YEAR.match(context.text, hit.span.end)):
        return [Found(Span(hit.span.start, year.end()), "Event", "lexicon.year")]
    if (
        entry.type == "Association"
        and (name.isascii() or name.endswith("학회"))
        and (year := _YEAR.match(context.text, hit.span.end))
    ):
        return [Found(Span(hit.span.start, year.end()), "Event", "lexicon.year")]  # the society's yearly meeting
    if entry.type == "Association" and (year := _MEETING.match(context.text, hit.span.end)):
        return [Found(Span(hit.span.start, year.end()), "Event", "lexicon.year", open=True)]
    if agency := agencies.national(context, hit, _ordered(hit, context)):
        return agency
    first = name.split()[0]
    if entry.type in ("Cluster", "Facility") and first != name and not any(n.isupper() for n in entry.names):
        places = [e for e in context.lexicon.named(first) if e.type in ("City", "Region")]
        if places:
            inner = Span(hit.span.start, hit.span.start + len(first))
            return [
                Found(hit.span, entry.type, "lexicon", open=True, entries=_ordered(hit, context)),
                Found(inner, places[0].type, "lexicon", entries=tuple(places)),
            ]
    return [Found(hit.span, entry.type, "lexicon", entries=_ordered(hit, context))]


def _country(context: Context, span: Span, name: str) -> list[Found]:
    entries = context.lexicon.named(name)
    return [Found(span, "Country", "sign", entries=entries)] if entries else []


def _ordered(hit: Hit, context: Context) -> tuple[Entry, ...]:
    best = _best(hit, context)
    return (best, *(e for e in hit.entries if e is not best))


def _best(hit: Hit, context: Context) -> Entry:
    """The entry meant: one whose surrounding place stands just before, else the most usual one."""
    end = context.before(hit.span.start)
    if end is not None and len(hit.entries) > 1:
        for entry in hit.entries:
            outer = context.lexicon.named(entry.inside) if entry.inside else ()
            if any(context.text.endswith(name, 0, end) for e in outer for name in e.names):
                return entry
    return hit.entries[0]


def _stands(context: Context, start: int, end: int) -> bool:
    text = context.text
    name = text[start:end]
    if not starts_name(text, start) and not (text[start - 1].isascii() != name[0].isascii() and len(name) > 3):
        return False
    if _HANGUL.fullmatch(name) and len(name) <= 2 and not _tagged_proper(context, start, end):
        return False
    if _HANGUL.fullmatch(name) and _verb(context, start, end):
        return False
    return ends_name(text, end) or _goes_on(context, start, end)


def _tagged_proper(context: Context, start: int, end: int) -> bool:
    """Whether the analyser, too, sees a name in a short word that could be part of another one."""
    index = context.by_start.get(start)
    if index is None:
        return False
    tokens = [t for t in context.words[index].tokens if t.span.start < end]
    if tokens and tokens[0].tag == "NNP" and context.text[end : tokens[0].span.end] in ("의", "에", "를", "는"):
        return tokens[0].span.start == start  # 고베의, which the analyser takes for one name
    tags = {"NNP", "SL", "SH"} | ({"NNG"} if _is_common(context, context.text[start:end]) else set())
    return bool(tokens) and tokens[-1].span.end == end and any(t.tag in tags for t in tokens)


def _verb(context: Context, start: int, end: int) -> bool:
    """Whether the analyser reads a verb where a rare name could stand: 올린다 is a town, too."""
    index = context.by_start.get(start)
    tokens = [t for t in context.words[index].tokens if t.span.end <= end] if index is not None else []
    return len(tokens) > 1 and tokens[0].tag.startswith(("VV", "VA")) and tokens[-1].tag.startswith("E")


def _is_common(context: Context, name: str) -> bool:
    """Countries and the one parliament are nouns of the dictionary."""
    return name == "국회" or any(entry.type == "Country" for entry in context.lexicon.named(name))


def _goes_on(context: Context, start: int, end: int) -> bool:
    """Whether a name may stand at the head of a longer word: 한국기업, 뉴잉글랜드지역, 한국바이오협회장."""
    match = _REST.match(context.text, end)
    rest = match.group() if match else ""
    entry = context.lexicon.named(context.text[start:end])[0]
    if entry.type in ORGANISATIONS:
        return any(_with_particles(rest, title) for title in _BEHIND)
    if entry.type not in ("Country", "Region", "City"):
        return False
    stems = {rest[:i] for i in range(1, len(rest) + 1) if PARTICLES.fullmatch(rest[i:])}
    if stems & _NOT_A_PLACE:
        return False
    return any(stem in context.tables.generic or stem in _PLACE_WORDS for stem in stems)


def _with_particles(rest: str, title: str) -> bool:
    return rest.startswith(title) and PARTICLES.fullmatch(rest[len(title) :]) is not None
