"""What belongs to a body, as names side by side tell: its units, subsidiaries, products, events, texts, members."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from biograph.extract.drafts import Draft, Named
from biograph.extract.korean.aliases import cued
from biograph.extract.korean.found import ORGANISATIONS
from biograph.extract.korean.noun_phrases.neighbours import Pair, Reading, heads
from biograph.model import Sentence

_OWNED = tuple(
    (
        "자회사 손자회사 계열사 관계사 관계회사 산하 부설 직속 현지법인 법인 해외법인 "
        "판매법인 사내벤처 합작법인 합작사 벤처캐피털 벤처캐피탈 투자사 계열 출연기관 산하기관"
    ).split()
)
_OWNED_BY_GENITIVE = ("투자사", "벤처캐피털", "벤처캐피탈", "합작사", "합작법인")  # else a body of that kind beside it
_UNDER = ("산하", "계열", "부설", "직속")
_PARENT = ("모회사", "모기업", "지주사", "지주회사")
_HOLDER = ("최대주주", "대주주", "투자사", "주주", "투자자")
_MEMBER = ("회원사", "회원기관", "회원단체", "정회원", "회원", "회원국")
_RUN = ("주최", "주관", "개최", "주최의", "운영")
_SITES = tuple("공장 연구소 연구동 연구원 캠퍼스 사옥 센터 사업장 거점 시설 기관 병원 생산기지 지원기관".split())
_OTHERS_PRODUCT = re.compile(  # what the firm deals in, or copies: not its own
    r"['’」』》>”\"]?(?:의)? ?(?:\([^()]*\) ?)?(?:의 )?(?:국내 |한국 |독점 |공동 )*"
    r"(?:바이오시밀러|복제약|제네릭|판매|판권|유통|도입|인수|권리|수입|공급|처방|후발|경쟁|코프로모션|퍼스트제네릭)"
)
_DEALS = ("판매", "유통", "도입", "수입", "공급", "경쟁", "처방", "투여", "위탁생산", "대상")
_MAKERS = ("Company", "University", "ResearchInstitute")
_SOLD = re.compile(r"(?:\([^()]*\))?(?:을|를) (?:[^\s,.]+ ){0,3}(?:인수|사들|매입|넘겨받|사기로|매수)")
_RUN_ON = re.compile(r" (?:지원)?(?:사업|공모|과제|프로그램|프로젝트|선정)")
_TEXT = re.compile(  # `가나협회 '다라 전망' 보고서`
    r"['’」』》>”\"] ?(?:보고서|결과|조사|자료|통계|백서|리포트|브리프|에 따르면|에 의하면|를 보면|을 보면)"
)
_NUMBERED = re.compile(r"^(?:제? ?\d+[회차] |\d{4}(?:년도?)? )*")
_ELSEWHERE = re.compile(r"(?:부스|홍보관|공동관|방문|견학|탐방)$")  # where others show, or come to
_COMPANY_SIGN = re.compile(r"[ ,]*(?:社|사|제조|개발|제품)?")
_TIED = re.compile(r"(?:\([^()]*\))?(?:-|·|ㆍ|–|와 |과 |, ?|/)")
_JOINT = re.compile(
    r"(?:\([^()]*\))?(?:의)? (?:국제 |한미 )?공동 ?(?:연구|개발|임상)?(?: ?(?:팀|진|연구팀|연구진|개발팀))"
    r"|(?:\([^()]*\))? (?:컨소시엄|연합팀)(?!에|의)"
)


def read(pair: Pair) -> Iterator[Draft]:
    """Drafts between a body and what is named behind it as its own."""
    kinds, link = pair.kinds, pair.link
    if kinds[0] not in ORGANISATIONS:
        return
    if kinds[1] in ORGANISATIONS:
        yield from _bodies(pair)
    elif kinds[1] in ("Facility", "OrganizationalUnit") and (link.of or link.last.endswith((*_SITES, "산하", "부설"))):
        sold = _SOLD.match(pair.reading.context.text, pair.other.span.end)
        if heads(pair.reading, pair.other) and not sold and not link.last.endswith(("인근", "내", "옆")):
            yield pair.draft("unitOf", "np.own", back=True)
    elif kinds[1] == "Product" and kinds[0] in _MAKERS and _makes(pair):
        yield pair.draft("develops", "np.own")
    elif kinds[1] in ("Event", "Program") and _runs(pair):
        yield pair.draft("organizes", "np.own")
    elif kinds[1] == "Publication" and _issues(pair):
        yield pair.draft("publishes", "np.own")


def _bodies(pair: Pair) -> Iterator[Draft]:
    link, kinds = pair.link, pair.kinds
    under = any(word in _UNDER for word in link.words)  # `가나그룹 산하 벤처캐피털 다라벤처스`
    if under or (link.last in _OWNED and (link.of or link.last not in _OWNED_BY_GENITIVE)):
        yield pair.draft("subsidiaryOf", "np.subsidiary", back=True)
    elif link.last in _PARENT:
        yield pair.draft("subsidiaryOf", "np.parent")
    elif link.last in _HOLDER and link.of:
        yield pair.draft("investsIn", "np.holder", back=True)
    elif link.last in _MEMBER and kinds[0] == "Association":
        yield pair.draft("memberOf", "np.member", back=True)
    elif link.of and not link.words and kinds == ("Company", "Company") and _named_after(pair):
        yield pair.draft("subsidiaryOf", "np.namesake", back=True)


def _named_after(pair: Pair) -> bool:
    """Whether the second firm bears the first one's brand: `가나바이오의 가나유럽`."""
    names = pair.reading.name(pair.one), pair.reading.name(pair.other)
    return names[0][:2] == names[1][:2] and names[0] != names[1]


def _makes(pair: Pair) -> bool:
    described = bool(pair.link.words) and cued(pair.reading.context, pair.link.last) == "Product"
    if not (pair.link.of or described) or any(word.endswith(_DEALS) for word in pair.link.words):
        return False
    return not _OTHERS_PRODUCT.match(pair.reading.context.text, pair.other.span.end)


def _runs(pair: Pair) -> bool:
    """An event or programme with its host before it: `가나부의 다라사업`, `가나협회 주최 다라포럼`."""
    link, kinds = pair.link, pair.kinds
    if link.last in _RUN:
        return True
    head = heads(pair.reading, pair.other)
    if kinds[1] == "Program":
        head = head or bool(_RUN_ON.match(pair.reading.context.text, pair.other.span.end))
        ministry = kinds[0] == "GovernmentBody" and not link.words
    else:
        ministry = False
    described = cued(pair.reading.context, link.last) == kinds[1] if link.words else link.of
    return head and (link.of or ministry) and (described or ministry)


def _issues(pair: Pair) -> bool:
    link = pair.link
    if "논문" in link.last or not heads(pair.reading, pair.other):
        return False
    if not link.of and not link.words:
        return bool(_TEXT.match(pair.reading.context.text, pair.other.span.end))
    return link.of or (bool(link.words) and cued(pair.reading.context, link.last) == "Publication")


def named_for(reading: Reading, sentence: Sentence, outer: Sequence[Named]) -> Iterator[Draft]:
    """An event that bears the name of the body that holds it: `가나학회 학술대회`, `제3회 가나제약 주주총회`."""
    for event in outer:
        if reading.type(event) != "Event":
            continue
        name = _NUMBERED.sub("", event.span.of(reading.context.text))
        for body in reading.names.entities.values():
            named = any(name.startswith(n + " ") for n in (body.name, *body.aliases) if len(n) > 1)
            if named and body.type in ORGANISATIONS and not _ELSEWHERE.search(name):
                yield Draft(body.id, "organizes", event.entity, sentence.span, "np.host")


def tagged(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """The maker in a bracket behind a product: `가나맵(다라제약)`."""
    for bracket in reading.context.brackets.values():
        inner = reading.names.outermost(bracket) if sentence.span.contains(bracket) else ()
        if len(inner) != 1 or reading.type(inner[0]) != "Company":
            continue
        rest = bracket.of(reading.context.text)[1:-1].replace(inner[0].span.of(reading.context.text), "", 1)
        for product in reading.names.outermost(sentence.span):
            close = reading.context.text[product.span.end : bracket.start].strip(" '’」』》>\"”") == ""
            made = product.span.end <= bracket.start and close and reading.type(product) == "Product"
            if made and _COMPANY_SIGN.fullmatch(rest):
                yield Draft(inner[0].entity, "develops", product.entity, sentence.span, "np.maker")


def joined(reading: Reading, sentence: Sentence, outer: Sequence[Named]) -> Iterator[Draft]:
    """`가나대·다라병원 공동연구팀`, `가나제약-다라랩 컨소시엄`: they work together."""
    for one, other in pairwise(outer):
        if not _TIED.fullmatch(reading.between(one, other)):
            continue
        if reading.type(other) == "OrganizationalUnit":  # the last of them, taken together with the team for a unit
            inner = [m for m in reading.names.within(other.span) if m.span.start == other.span.start and m != other]
            other = min(inner, key=lambda m: len(m.span), default=other)
        together = {reading.type(one), reading.type(other)} <= ORGANISATIONS and one.entity != other.entity
        if together and _JOINT.match(reading.context.text, other.span.end):
            yield Draft(one.entity, "partnersWith", other.entity, sentence.span, "np.joint")
