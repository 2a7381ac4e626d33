"""Who holds which office, where no title rule ties them: `이 회사의 홍길동 이사`, `다라의 심사역 홍길동`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from biograph.extract.drafts import Draft, Named
from biograph.extract.korean.found import ORGANISATIONS
from biograph.extract.korean.noun_phrases.neighbours import Pair, Reading
from biograph.extract.korean.people.bodies import Role
from biograph.model import Sentence

FOUNDERS = ("창업자", "창립자", "설립자", "창업주")
_BODIES = ORGANISATIONS | {"OrganizationalUnit", "Cluster"}
_CHARGES = ("담당", "총괄")
_PAST = ("이던", "였던", "이었던")
_NEW = ("현", "신임", "초대", "차기")
_HEADED = {  # what a head's title says of the name of what is headed
    "법인장": ("법인",),
    "지사장": ("지사",),
    "지부장": ("지부",),
    "지점장": ("지점",),
    "관장": ("무역관", "과학관", "박물관", "문화관"),
    "센터장": ("센터",),
    "병원장": ("병원",),
    "의료원장": ("의료원",),
    "소장": ("연구소", "사무소", "분소"),
    "연구소장": ("연구소",),
    "원장": (
        "연구원",
        "진흥원",
        "개발원",
        "평가원",
        "재단",
        "병원",
        "정보원",
        "의료원",
        "기술원",
        "과학원",
        "의학원",
        "암센터",
    ),
    "단장": ("사업단", "추진단", "협력단", "지원단"),
    "사업단장": ("사업단",),
    "청장": ("청",),
    "처장": ("처",),
    "시장": ("시",),
    "군수": ("군",),
    "구청장": ("구",),
    "도지사": ("도",),
    "지사": ("도",),
    "총장": ("대학교", "대학", "대", "과학기술원"),
    "공장장": ("공장",),
    "협회장": ("협회",),
    "학회장": ("학회",),
    "이사장": ("재단", "공단", "진흥원"),
}
_NOUNS = {  # a common noun that takes up a body named before
    "회사": {"Company"},
    "업체": {"Company"},
    "기업": {"Company"},
    "병원": {"Hospital"},
    "대학": {"University"},
    "협회": {"Association"},
    "학회": {"Association"},
    "단체": {"Association"},
    "재단": {"Association", "GovernmentBody"},
    "연구소": {"ResearchInstitute"},
    "연구원": {"ResearchInstitute"},
    "진흥원": {"GovernmentBody"},
}
_FUSED = re.compile(r" ([가-힣]{2,})장(?=[은는이가도의과와을,]|에게|$| )")
_TAKEN_UP = re.compile(r"(?:^|[\s\"“‘'])(?:이|해당|동) ([가-힣]{2,3}?)(?:의)? $")
_NAMELESS = re.compile(r" ([가-힣]{2,3}) ")  # `홍길동 협회 부회장`


def held(pair: Pair) -> Iterator[Draft]:
    """`가나바이오의 심사역 홍길동`, `가나바이오 연구원 출신 홍길동`, `가나바이오 공동창업자인 홍길동`."""
    if pair.kinds[0] not in _BODIES or pair.kinds[1] != "Person" or not pair.link.words:
        return
    context, words = pair.reading.context, list(pair.link.words)
    kin = len(words) > 1 and words[-1] in context.tables.kin
    former = pair.link.tail in _PAST
    if kin:
        words.pop()
    if words[-1].removesuffix("인") == "출신":
        former = True
        words.pop()
    office = words[-1] if words else ""
    role = " ".join(word for word in words if word not in _NEW)
    title = any(office[at:] in context.tables.titles for at in range(max(1, len(office) - 1)))
    if office.endswith(FOUNDERS):
        yield pair.draft("founded", "np.founder", back=True)
    elif title or (office in _CHARGES and len(words) > 1):
        yield pair.draft("affiliatedWith", "np.office", back=True, role=f"전 {role}" if former else role)


def headed(reading: Reading, sentence: Sentence, role: Role) -> str | None:
    """The body named last before a head's title that its name ends in: a 병원장 leads the hospital just spoken of."""
    office = role.role.removeprefix("전 ").split()[-1:] if role.role else []
    endings = _HEADED.get(office[0], ()) if office else ()
    if fused := _FUSED.match(reading.context.text, role.person.end):  # 추 협회장, whose office is 회장
        endings = (fused[1],) if len(fused[1]) > 2 else _HEADED.get(fused[0].strip(), endings)
    if not endings:
        return None
    named = [m for m in _before(reading, role) if reading.name(m).endswith(endings)]
    earlier = [s for s in reading.context.sentences if s.span.end <= sentence.span.start][-2:]
    start = earlier[0].span.start if earlier else sentence.span.start
    near = [m for m in named if m.span.start >= start] or (named if len({m.entity for m in named}) == 1 else [])
    return _foremost(reading, near)


def _foremost(reading: Reading, named: Sequence[Named]) -> str | None:
    """The one of several bodies that the text names at least twice as often as any other."""
    among = {m.entity for m in named}
    counts = Counter(m.entity for m in reading.names.mentions if m.entity in among).most_common(2)
    if not counts or (len(counts) > 1 and counts[0][1] < 2 * counts[1][1]):
        return None
    return counts[0][0]


def _before(reading: Reading, role: Role) -> list[Named]:
    bodies = [m for m in reading.names.mentions if reading.type(m) in _BODIES]
    return [m for m in bodies if m.span.end <= role.person.start]


def taken_up(reading: Reading, sentence: Sentence, role: Role) -> str | None:
    """The body that `이 병원의 홍길동 교수`, `홍길동 협회 부회장` take up: the last one named of that kind."""
    before = reading.context.text[sentence.span.start : role.person.start]
    match, nameless = _TAKEN_UP.search(before), _NAMELESS.match(reading.context.text, role.person.end)
    noun = match[1] if match else nameless[1] if nameless else ""
    named = [m for m in _before(reading, role) if reading.type(m) in _NOUNS.get(noun, ())]
    if noun not in ("회사", "업체", "기업") and len({m.entity for m in named}) > 1:
        named = [m for m in named if reading.name(m).endswith(noun)]
    if match:
        return named[-1].entity if named else None
    return _foremost(reading, named)
