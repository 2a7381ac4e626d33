"""A corpus in which texts contradict each other, and one fact is told by many."""

from __future__ import annotations

from biograph.model import Corpus, Document, Entity, Evidence, Sighting, Span, Statement, Status, entity_id

FIRM, RIVAL, FUND = (
    Entity(entity_id("Company", name), "Company", name) for name in ("가온바이오", "나래제약", "다솜투자")
)
# Each text: its day, and its sentences with subject, relation, object, status and qualifiers of what they state.
TEXTS = {
    "1-plan": (
        "2024-01-10",
        [("가온바이오는 나래제약을 인수할 계획이다.", FIRM, "acquires", RIVAL, Status.PLANNED, ())],
    ),
    "2-deal": (
        "2024-03-05",
        [
            ("가온바이오가 나래제약을 인수했다.", FIRM, "acquires", RIVAL, Status.ASSERTED, ()),
            (
                "다솜투자는 가온바이오에 150억 원을 투자했다.",
                FUND,
                "investsIn",
                FIRM,
                Status.ASSERTED,
                (("amount", "15000000000 KRW"),),
            ),
        ],
    ),
    "3-denial": (
        "2024-04-01",
        [
            ("가온바이오는 나래제약을 인수하지 않았다고 밝혔다.", FIRM, "acquires", RIVAL, Status.NEGATED, ()),
            (
                "다솜투자는 가온바이오에 200억 원을 투자했다.",
                FUND,
                "investsIn",
                FIRM,
                Status.ASSERTED,
                (("amount", "20000000000 KRW"),),
            ),
        ],
    ),
} | {
    f"4-alliance-{n}": (
        f"2024-05-0{n}",
        [
            (
                f"나래제약과 다솜투자는 {n}차 협약을 맺었다.",
                RIVAL,
                "partnersWith",
                FUND,
                Status.ASSERTED,
                (("date", f"202{n}"),),
            )
        ],
    )
    for n in range(1, 6)
}


def corpus() -> Corpus:
    documents, statements, sightings = {}, [], {}
    for id_, (published, sentences) in TEXTS.items():
        text = " ".join(sentence for sentence, *_ in sentences) + " 알려진 것은 여기까지다."
        document = Document(id_, text, "ko", (Span(0, len(text)),), f"기사 {id_}", published, "기자", "가상일보")
        documents[id_] = document
        sightings[id_] = tuple(
            Sighting(Span(at, at + len(entity.name)), entity.id)
            for at in range(len(text))
            for entity in (FIRM, RIVAL, FUND)
            if text.startswith(entity.name, at)
        )
        for sentence, subject, predicate, object_, status, qualifiers in sentences:
            start = text.index(sentence)
            evidence = Evidence.cut(document, Span(start, start + len(sentence)))
            statements.append(Statement(subject.id, predicate, object_.id, (evidence,), status, qualifiers, None, 0.8))
    return Corpus(documents, {e.id: e for e in (FIRM, RIVAL, FUND)}, tuple(statements), sightings=sightings)


def crowded(count: int) -> Corpus:
    """One hub that invests in many."""
    lines = [f"중심은 회사{n:02d}에 투자했다." for n in range(count)]
    text = "\n".join(lines)
    document = Document("d", text, "ko", (Span(0, len(text)),))
    hub = Entity(entity_id("Investor", "중심"), "Investor", "중심")
    firms = [Entity(entity_id("Company", f"회사{n:02d}"), "Company", f"회사{n:02d}") for n in range(count)]
    statements = []
    for firm, line in zip(firms, lines, strict=True):
        start = text.index(line)
        evidence = Evidence.cut(document, Span(start, start + len(line)))
        statements.append(Statement(hub.id, "investsIn", firm.id, (evidence,)))
    return Corpus({"d": document}, {e.id: e for e in (hub, *firms)}, tuple(statements))
