"""Local governments: where the name of a town or province means those who run it (`대전시는`, `경기도 관계자`)."""

from __future__ import annotations

import re

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found
from biograph.extract.lexicon import Entry, Hit
from biograph.model import Span

_LEVEL = re.compile(r"(?:특별자치|특별|광역)?[시도군주]$")
_LEVELS = ("시", "도", "군", "구", "주", "특별자치도")
_PROVINCES = (
    "경기도",
    "충청북도",
    "충청남도",
    "전북특별자치도",
    "전라남도",
    "경상북도",
    "경상남도",
    "강원특별자치도",
    "제주특별자치도",
)
_AGENT = re.compile(r"(?:은|는|가|이|도|와|과|측|청)(?=[ ,(])|에 따르면|\((?:시장|도지사|지사|군수|구청장) ")
_LISTED = re.compile(r", ")
_THERE = re.compile(  # what follows a place, where it is not its government
    r"(?:에|에서|로|으로|까지|부터|에선|에서의|에서도)(?= )(?! 따르면)"
    r"|의? ?(?:소재|일대|일원|곳곳|지역|관내|내|안|출신|위치|본사|공장|캠퍼스)(?![가-힣])"
)
_HEADLINE = re.compile(r"[-·]")
_NEXT_WORD = re.compile(r" ([가-힣]+?)(?=은|는|이|가|와|과|도|,| |$)")
_OFFICE = re.compile(  # a department of its own: 가람도 미래산업과
    r" [가-힣·]{0,10}(?:산업|정책|지원|경제|투자|보건|의료|의약|생명|식품|농업|"
    r"전략|기획|일자리|창업|기업|혁신|과학|위생|건강|복지|통상|협력|진흥|유치|바이오)"
    r"(?:(?:국|담당관|추진단|과장|국장)(?=[은는이가의을에]| |$)|과(?=[는가의]|에서|$))"
)
_STAFF = ("관계자", "대표단", "측", "공무원", "방문단", "사절단", "실무진", "당국", "산하", "출연", "조례")


def acts(context: Context, hit: Hit, name: str, entry: Entry) -> bool:
    """Whether a local government is meant: its full form (대전시, 경기도) as an agent, or before a title."""
    stem = _LEVEL.sub("", name)
    district = name.endswith("구") and len(name) > 2
    full = stem in entry.names or (name == entry.ko and (name.endswith("시") or district or entry.inside == "한국"))
    if not full or not name.endswith(_LEVELS) or (name.endswith("주") and entry.inside in ("한국", *_PROVINCES)):
        return False
    return _acting(context, hit.span)


def _acting(context: Context, span: Span) -> bool:
    opens = any(s.span.start == span.start for s in context.sentences)
    if opens and _HEADLINE.match(context.text, span.end):
        return True
    if _AGENT.match(context.text, span.end) or _LISTED.match(context.text, span.end):
        return True
    if _OFFICE.match(context.text, span.end):
        return True
    follows = _NEXT_WORD.match(context.text, span.end)
    return bool(follows and (follows.group(1) in context.tables.titles or follows.group(1) in _STAFF))


def abroad(context: Context) -> list[Found]:
    """Known cities with their level behind, as Korean writes those of other countries, too: `고베시는`."""
    found = []
    for word in context.words:
        entries = context.lexicon.named(word.text[:-1]) if word.text.endswith("시") and len(word.text) > 2 else ()
        if not entries or entries[0].type != "City" or context.lexicon.named(word.text):
            continue
        entry, span = entries[0], word.span
        if _acting(context, span):
            found.append(Found(span, "GovernmentBody", "acting"))
        else:
            found.append(Found(span, "City", "lexicon", entries=(entry,)))
    return found


def everywhere(context: Context, found: list[Found]) -> list[Found]:
    """The other mentions of a government by its full form (`대전시 예산`), not those that say where something is."""
    text = context.text
    acting = {item.span.of(text) for item in found if item.rule == "acting"}
    starts = {item.span.start for item in found if item.type in ("City", "Region")}
    ends = {item.span.end for item in found if item.type in ("Country", "City", "Region")}
    return [
        Found(item.span, "GovernmentBody", "acting")
        if item.rule == "lexicon"
        and item.type in ("City", "Region")
        and item.span.of(text) in acting
        and item.span.end + 1 not in starts
        and item.span.start - 1 not in ends
        and not _THERE.match(text, item.span.end)
        else item
        for item in found
    ]
