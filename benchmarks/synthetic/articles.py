"""Made-up Korean articles that state given facts, a sentence each, between sentences that state nothing."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from biograph.model import Document, Entity, Evidence, Sighting, Span, Status
from biograph.report.particles import particle

from .ties import Fact

# What follows the object: its particle, and the noun of the verb.
PREDICATES = {
    "acquires": "을/를 인수", "affiliatedWith": "에/에 합류", "approves": "을/를 승인", "authorOf": "을/를 집필",
    "bridges": "을/를 연결", "develops": "을/를 개발", "expandsInto": "에/에 진출", "founded": "을/를 설립",
    "investsIn": "에/에 투자", "licensesTo": "에/에 기술을 이전", "locatedIn": "에/에 입주", "memberOf": "에/에 가입",
    "organizes": "을/를 주최", "partOf": "에/에 편입", "participatesIn": "에/에 참가", "partnersWith": "과/와 협력",
    "subsidiaryOf": "을/를 모회사로 영입", "suppliesTo": "에/에 원료를 공급", "supports": "을/를 지원",
    "unitOf": "을/를 모체로 출범", "visits": "을/를 방문",
}  # fmt: skip
DETAILS: dict[str, Callable[[str], str]] = {
    "amount": lambda won: f"{won.removesuffix('00000000 KRW')}억 원에",
    "date": lambda month: f"{month[:4]}년 {int(month[5:])}월",
    "role": lambda role: role + particle(role, "으로/로"),
}
ENDINGS = {
    Status.ASSERTED: "했다", Status.PLANNED: "할 계획이다", Status.NEGATED: "하지 않았다",
    Status.POSSIBLE: "할 수도 있다", Status.RUMOURED: "한다는 소문이 돈다", Status.ENDED: "하던 일을 접었다",
}  # fmt: skip
# Sentences without a fact; each ~ becomes a made-up word and each # a number.
ASIDES = """
업계는 ~ ~ ~ 규모가 #억 원을 넘을 것으로 본다.
#년 동안 ~ ~ 분야는 ~ ~ 쪽보다 #% 더 늘었다.
~ 전문가들은 ~ ~ 과정의 ~ ~ 문제를 지적한다.
~ ~ 단계에 #개월, ~ ~ 검토에 #개월이 걸렸다.
현장에서는 ~ ~ 부담이 ~ ~ ~ 부담보다 크다.
참석자 #명은 ~ ~ 방안과 ~ ~ 방안을 논했다.
관계자는 "~ ~ 문제가 ~ ~ 속도를 정할 것"이라고 말했다.
~ ~ 자료에서 ~ ~ ~ 비중은 #%에 그쳤다.
~ ~ ~ 기준이 바뀌면 ~ ~ 일정도 밀린다.
""".strip().split("\n")
# Made-up words are of so many different syllables that the texts compress nearly as badly as real news does.
_SYLLABLES = [
    chr(ord("가") + (initial * 21 + vowel) * 28 + final)
    for initial in (0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18)  # the plain consonants
    for vowel in (0, 1, 4, 5, 6, 8, 12, 13, 18, 20)  # ㅏ ㅐ ㅓ ㅔ ㅕ ㅗ ㅛ ㅜ ㅡ ㅣ
    for final in (0, 1, 4, 8, 16, 17, 21)  # open, or ㄱ ㄴ ㄹ ㅁ ㅂ ㅇ
]
PUBLISHERS = "한결경제 누리일보 바다신문 하늘뉴스 들꽃타임스".split()
_LENGTH = 680  # characters of an article at least; in UTF-8 some 1.7 KB
_PARAGRAPH = 3  # sentences
_CALLED_BY_ALIAS = 0.25


@dataclass
class Article:
    """An article being written, and where it names and states what."""

    draw: random.Random
    entities: Mapping[str, Entity]
    text: str = ""
    sightings: list[Sighting] = field(default_factory=list)
    body: list[Span] = field(default_factory=list)
    stated: list[tuple[Fact, Span]] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Write on."""
        self.text += text

    def name(self, id_: str, following: str) -> None:
        """Write one of its names and the particle, given in both forms, that follows it."""
        entity = self.entities[id_]
        by_alias = entity.aliases and self.draw.random() < _CALLED_BY_ALIAS
        form = self.draw.choice(entity.aliases) if by_alias else entity.name
        self.sightings.append(Sighting(Span(len(self.text), len(self.text) + len(form)), id_))
        self.add(form + particle(form, following))

    def state(self, fact: Fact) -> None:
        """Write the sentence of a fact."""
        start = len(self.text)
        if fact.speaker:
            self.name(fact.speaker, "에/에")
            self.add(" 따르면 ")
        self.name(fact.subject, "은/는")
        self.add(" ")
        following, _, verb = PREDICATES[fact.predicate].partition(" ")
        self.name(fact.object, following)
        details = [DETAILS[key](value) for key, value in fact.qualifiers]
        self.add(" ".join(("", *details, verb)) + ENDINGS[fact.status] + ".")
        self.stated.append((fact, Span(start, len(self.text))))

    def digress(self) -> None:
        """Write a sentence that states nothing."""
        self.add(re.sub("[#~]", lambda mark: self._drawn(mark[0]), self.draw.choice(ASIDES)))

    def _drawn(self, mark: str) -> str:
        return str(self.draw.randint(2, 97)) if mark == "#" else _word(self.draw)

    def paragraph(self, sentences: Sequence[Callable[[], None]]) -> None:
        """Write sentences one after the other, as a part of the article proper."""
        start = len(self.text)
        for n, sentence in enumerate(sentences):
            self.add(" " if n else "")
            sentence()
        self.body.append(Span(start, len(self.text)))
        self.add("\n\n")


def write(
    number: int, facts: Sequence[Fact], entities: Mapping[str, Entity], draw: random.Random
) -> tuple[Document, tuple[Sighting, ...], list[tuple[Fact, Evidence]]]:
    """The article of facts, where it names whom, and the evidence of each."""
    article = Article(draw, entities)
    published = f"{draw.randint(2019, 2025)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
    first, publisher = facts[0], draw.choice(PUBLISHERS)
    verb = PREDICATES[first.predicate].split()[-1]
    title = f"{entities[first.subject].name}, {entities[first.object].name} {verb}…{_word(draw)} 업계 주목"
    article.paragraph([lambda: article.add(title)])
    article.add(f"{publisher} {published}\n\n")
    sentences = [lambda fact=fact: article.state(fact) for fact in facts]
    while sentences or len(article.text) < _LENGTH:
        now = [sentences.pop(0) if sentences and draw.random() < 0.6 else article.digress for _ in range(_PARAGRAPH)]
        article.paragraph(now)
    article.add(f"<저작권자 {publisher}, 무단 전재 금지>\n")
    document = Document(
        f"a{number:05d}", article.text, "ko", tuple(article.body), title, published,
        publisher=publisher, source=f"a{number:05d}.txt",
    )  # fmt: skip
    evidence = [(fact, Evidence.cut(document, span)) for fact, span in article.stated]
    return document, tuple(article.sightings), evidence


def _word(draw: random.Random) -> str:
    return "".join(draw.choices(_SYLLABLES, k=draw.randint(2, 4)))
