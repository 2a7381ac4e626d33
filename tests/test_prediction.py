"""The annotation format, there and back."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from biograph import prediction
from biograph.errors import SourceError
from biograph.evaluate.annotation import article
from biograph.model import Document, Entity, Evidence, Extraction, Mention, Span, Statement, Status, entity_id

GOLD = Path(__file__).parents[2] / "shared" / "gold"
TEXT = "가람제약은 서울에 있다. 가람제약은 나래랩과 손잡는다. 부산에 갈 수도 있다."
GARAM, NARAE = entity_id("Company", "가람제약"), entity_id("Company", "나래랩")
SEOUL, BUSAN = entity_id("City", "서울"), entity_id("City", "부산")


def mentions(name: str) -> tuple[Mention, ...]:
    starts = [i for i in range(len(TEXT)) if TEXT.startswith(name, i)]
    return tuple(Mention(Span(start, start + len(name)), name) for start in reversed(starts))


def extraction() -> Extraction:
    document = Document("case", TEXT, "ko", (Span(0, len(TEXT)),), title="표제", published="2024-05-01")
    entities = [
        (SEOUL, "City", "서울"),
        (NARAE, "Company", "나래랩"),
        (GARAM, "Company", "가람제약"),
        (BUSAN, "City", "부산"),
    ]
    first, second, third = (Evidence.cut(document, span) for span in (Span(0, 13), Span(14, 30), Span(31, 43)))
    return Extraction(
        document,
        tuple(Entity(id_, type_, name, ("GRM",) * (id_ == GARAM), mentions(name)) for id_, type_, name in entities),
        (
            Statement(GARAM, "partnersWith", NARAE, (second,), Status.PLANNED, (("date", "2024-06"),)),
            Statement(GARAM, "locatedIn", SEOUL, (first, second)),
            Statement(GARAM, "expandsInto", BUSAN, (third,), Status.POSSIBLE),
        ),
    )


def test_format(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="biograph"):
        data = prediction.to_json(extraction())
    assert data["entities"][0] == {
        "id": "e1",
        "type": "Company",
        "name": "가람제약",
        "aliases": ["GRM"],
        "mentions": [[0, 4], [14, 18]],
    }
    assert [e["name"] for e in data["entities"]] == ["가람제약", "서울", "나래랩", "부산"], "in order of first mention"
    assert data["relations"] == [
        {
            "subject": "e1",
            "predicate": "locatedIn",
            "object": "e2",
            "status": "asserted",
            "evidence": [[0, 13], [14, 30]],
        },
        {
            "subject": "e1",
            "predicate": "partnersWith",
            "object": "e3",
            "status": "planned",
            "evidence": [14, 30],
            "qualifiers": {"date": "2024-06"},
        },
    ]
    assert (data["id"], data["language"], data["title"], data["author"]) == ("case", "ko", "표제", None)
    assert "1 possible" in caplog.text
    assert article(data).edges, "the scorer reads it"


def test_round_trip() -> None:
    original = extraction()
    data = json.loads(json.dumps(prediction.to_json(original)))
    back = prediction.from_json(data, original.document)
    assert prediction.to_json(back) == data
    assert {s.id for s in back.statements} == {s.id for s in original.statements if s.status != Status.POSSIBLE}
    assert len(back.statements[0].evidence) == 2
    assert all(e.holds_in(TEXT) for s in back.statements for e in s.evidence)


@pytest.mark.parametrize("field", ["entities", "relations"])
def test_what_does_not_fit_is_one_line(field: str) -> None:
    data = prediction.to_json(extraction())
    del data[field][0]
    data["relations"][0]["evidence"] = [0, 9999]
    with pytest.raises(SourceError, match="case"):
        prediction.from_json(data, extraction().document)


@pytest.mark.skipif(not GOLD.is_dir(), reason="the gold articles are not beside this checkout")
def test_gold_is_readable() -> None:
    for path in sorted(GOLD.glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        text = path.with_suffix(".txt").read_bytes().decode()
        document = Document(path.stem, text, data["language"], (Span(0, len(text)),))
        assert len(prediction.from_json(data, document).statements) == len(data["relations"])
