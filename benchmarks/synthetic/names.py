"""Made-up names in Hangul and Latin letters: syllables that Korean names consist of, and a last word for the type."""

from __future__ import annotations

import random
from typing import NamedTuple

SYLLABLES = [
    tuple(pair.split("/"))
    for pair in """
    가/ga 강/gang 건/geon 경/gyeong 고/go 광/gwang 국/guk 규/gyu 근/geun 금/geum 기/gi 길/gil 나/na 남/nam 노/no
    누/nu 다/da 대/dae 도/do 동/dong 두/du 라/ra 란/ran 래/rae 로/ro 루/ru 리/ri 린/rin 마/ma 만/man 명/myeong 모/mo
    무/mu 문/mun 미/mi 민/min 바/ba 백/baek 범/beom 별/byeol 보/bo 봄/bom 빈/bin 빛/bit 산/san 상/sang 서/seo 선/seon
    설/seol 성/seong 세/se 소/so 솔/sol 송/song 수/su 순/sun 승/seung 시/si 신/sin 아/a 안/an 양/yang 연/yeon
    영/yeong 예/ye 온/on 용/yong 우/u 운/un 원/won 유/yu 윤/yun 은/eun 의/ui 이/i 인/in 일/il 자/ja 재/jae 정/jeong
    제/je 조/jo 종/jong 주/ju 준/jun 지/ji 진/jin 찬/chan 창/chang 채/chae 천/cheon 철/cheol 초/cho 춘/chun 태/tae
    택/taek 하/ha 한/han 해/hae 현/hyeon 형/hyeong 호/ho 홍/hong 화/hwa 환/hwan 효/hyo 훈/hun 희/hui
    """.split()
]
_SURNAMES = "김/Kim 이/Lee 박/Park 최/Choi 정/Jung 강/Kang 조/Cho 윤/Yoon 장/Jang 임/Lim 한/Han 오/Oh 서/Seo 신/Shin"
_KINDS = {
    "Company": "바이오/Bio 제약/Pharma 테라퓨틱스/Therapeutics 메디컬/Medical 진단/Diagnostics 사이언스/Sciences",
    "Facility": "캠퍼스/Campus 공장/Plant 실험동/Laboratory",
    "OrganizationalUnit": "사업본부/Division 연구센터/Research-Center 사무소/Office",
    "City": "시/City",
    "GovernmentBody": "진흥원/Agency 위원회/Commission 청/Administration",
    "Event": "포럼/Forum 콘퍼런스/Conference 박람회/Expo",
    "Product": "맙/mab 티닙/tinib 백신/Vaccine",
    "Region": "도/Province",
    "Association": "협회/Association 학회/Society",
    "Investor": "인베스트먼트/Investment 벤처스/Ventures",
    "Program": "지원사업/Program 프로젝트/Project",
    "Hospital": "병원/Hospital 의료원/Medical-Center",
    "University": "대학교/University",
    "ResearchInstitute": "연구소/Institute 연구원/Research-Institute",
    "Cluster": "바이오단지/Bio-Park 클러스터/Cluster",
    "Publication": "백서/White-Paper 보고서/Report",
}


class Name(NamedTuple):
    """In Hangul, in Latin letters, and short, without the word that tells the type."""

    hangul: str
    latin: str
    short: str


class Names:
    """Draws names; no form of one is a form of another."""

    def __init__(self, draw: random.Random) -> None:
        self._draw = draw
        self._used: set[str] = set()

    def new(self, type_: str) -> Name:
        """A name for something of a type."""
        while True:
            name = self._person() if type_ == "Person" else self._thing(type_)
            if self._used.isdisjoint(name):
                self._used.update(name)
                return name

    def _person(self) -> Name:
        surname, roman = self._draw.choice(_SURNAMES.split()).split("/")
        hangul, latin = self._stem(2)
        return Name(surname + hangul, f"{latin} {roman}", surname + hangul)

    def _thing(self, type_: str) -> Name:
        hangul, latin = self._stem(self._draw.choice((2, 3)))
        kind, word = self._draw.choice(_KINDS[type_].split()).split("/")
        blank = "" if word.islower() else " "
        return Name(hangul + kind, f"{latin}{blank}{word.replace('-', ' ')}", hangul)

    def _stem(self, syllables: int) -> tuple[str, str]:
        hangul, latin = zip(*self._draw.choices(SYLLABLES, k=syllables), strict=True)
        return "".join(hangul), "".join(latin).capitalize()
