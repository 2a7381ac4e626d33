"""What a clause tells of a thing whose name is all common words: that it is held, published, budgeted for."""

from __future__ import annotations

import re

from biograph.extract.korean.found import Head

_EVENTS = frozenset("포럼 심포지엄 컨퍼런스 콘퍼런스 세미나 워크숍 토론회 공청회 박람회 전시회 교류회 상담회".split())
_HELD = re.compile(
    r"(?:을|를) (?:[^\s.,]+ ){0,2}(?:열[었고어기]|연다|연 |개최|마련|주최|주관)"
    r"|(?:이|가) (?:[^\s.,]+ ){0,3}(?:열[린렸리]|개최)|에 (?:참석|참가)|에서는? (?:발표|강연)"
)
_PUBLISHED = re.compile(r"(?:을|를) (?:[^\s.,]+ ){0,2}(?:펴[내낸냈]|발간|내놓|내놨|발행)")
_ISSUED = re.compile(r"(?:펴낸|발간한|내놓은|발행한|공개한|발표한) $")
_BUDGET = re.compile(r" ?\(?\d[\d,.]*(?:조|억|만)")
_RUN = re.compile(
    r"에 (?:[^\s.,]+ ){0,2}(?:참여|참가|선정|뽑|발탁|채택|지원|신청)|(?:으로|로) (?:선정|뽑|발탁)"
    r"|(?:을|를) (?:[^\s.,]+ ){0,3}(?:운영|추진|시행|공모|공고|모집|시작|가동|벌[이여]|펼[치쳐]|통해)"
)
_AID = re.compile(  # what programmes are there for; any other 사업 may be a firm's business
    r"(?:지원|육성|양성|보육|교류|교환|연수|매칭|멘토링|인력양성|실증) ?(?:사업|프로그램|과정|연수)$"
    r"|(?:패키지|챌린지|바우처|공모전|아카데미|캠프|레지던시|인턴십|액셀러레이팅)$"
)


def of(text: str, head: Head, start: int, end: int) -> bool:
    """Whether the text around a thing's name tells that it is one of its own."""
    if head.type == "Event":
        return head.text in _EVENTS and _HELD.match(text, end) is not None
    if head.type == "Publication":
        return _PUBLISHED.match(text, end) is not None or _ISSUED.search(text[max(0, start - 8) : start]) is not None
    if head.type != "Program":
        return False
    aids = _AID.search(text[start:end]) is not None and len(text[start:end].split()) > 2
    return _BUDGET.match(text, end) is not None or (aids and _RUN.match(text, end) is not None)
