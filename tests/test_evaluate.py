"""The scorer against the reference scorer where that is there, and against cases counted by hand."""

from __future__ import annotations

import copy
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from biograph import evaluate
from biograph.errors import DatasetError
from biograph.evaluate import tables
from biograph.evaluate.annotation import article
from biograph.evaluate.scoring import Comparison, compare

GOLD = Path(__file__).parents[2] / "shared" / "gold"
REFERENCE = GOLD / "score.py"
TYPES = ("Person", "Company", "City", "Event", "University")
PREDICATES = ("acquires", "about", "locatedIn", "partnersWith", "affiliatedWith", "partOf")


def entity(id_: str, type_: str, name: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "type": type_, "name": name, "aliases": [], "mentions": [], **more}


def relation(subject: str, predicate: str, object_: str, **more: Any) -> dict[str, Any]:
    return {"subject": subject, "predicate": predicate, "object": object_, "status": "asserted", **more}


GOLD_CASE = {
    "id": "case",
    "language": "ko",
    "entities": [
        entity("a", "Association", "한빛바이오협회", aliases=["HBA"]),
        entity("b", "Company", "누리 제약"),
        entity("c", "City", "송도", type_alt=["Region"]),
        entity("d", "Region", "인천"),
        entity("e", "Person", "강하늘"),
        entity("f", "OrganizationalUnit", "누리제약 연구본부"),
        entity("g", "Event", "바이오 한마당", optional=True),
    ],
    "relations": [
        relation("a", "partnersWith", "b", evidence=[0, 40]),
        relation("b", "locatedIn", "c", evidence=[50, 90], status_alt=["planned"]),
        relation("c", "partOf", "d", evidence=[50, 90]),
        relation("e", "affiliatedWith", "f", evidence=[100, 140], predicate_alt=["memberOf"]),
        relation("f", "unitOf", "b", evidence=[100, 140]),
        relation("a", "supports", "b", evidence=[150, 160], optional=True),
    ],
}


def score_case(entities: list[dict[str, Any]], relations: list[dict[str, Any]]) -> Comparison:
    return compare(article(GOLD_CASE), article({"id": "case", "entities": entities, "relations": relations}))


def all_entities() -> list[dict[str, Any]]:
    return [{"id": e["id"], "type": e["type"], "name": e["name"]} for e in GOLD_CASE["entities"]]  # type: ignore[attr-defined]


def test_gold_against_itself_is_perfect() -> None:
    figures = compare(article(GOLD_CASE), article(GOLD_CASE)).figures
    assert figures.entities.prf == figures.typed.prf == figures.relations.prf == figures.pairs.prf == (1, 1, 1)
    assert figures.fine.value == figures.status.value == figures.evidence.value == 1
    assert (figures.entities.tp, figures.relations.tp) == (6, 5), "optional gold is not asked for"


def test_nothing_found_misses_everything() -> None:
    figures = score_case([], []).figures
    assert figures.entities.prf == (0, 0, 0)
    assert (figures.relations.fn, figures.pairs.fn) == (5, 5)
    assert figures.status.value is figures.evidence.value is figures.fine.value is None


def test_names_meet_without_spaces_and_case_but_not_with_particles() -> None:
    found = score_case([entity(1, "Company", "hba"), entity(2, "Company", "누리제약"), entity(3, "City", "송도는")], [])
    assert (found.figures.entities.tp, found.figures.entities.fp) == (2, 1)
    assert found.mistakes.false_entities == ["송도는 (City)"]


def test_types_are_compared_coarsely_and_finely() -> None:
    found = score_case([entity(1, "Company", "HBA"), entity(2, "Region", "송도"), entity(3, "Event", "강하늘")], [])
    assert (found.figures.typed.tp, found.figures.typed.fp) == (2, 1)
    assert (found.figures.fine.right, found.figures.fine.of) == (1, 3)


def test_a_second_node_for_an_entity_is_false() -> None:
    found = score_case([entity(1, "Association", "HBA"), entity(2, "Association", "한빛바이오협회")], [])
    assert (found.figures.entities.tp, found.figures.entities.fp) == (1, 1)
    assert "second node for 한빛바이오협회" in found.mistakes.false_entities[0]


@pytest.mark.parametrize(
    ("found", "tp", "fp"),
    [
        (relation("b", "partnersWith", "a"), 1, 0),  # symmetric
        (relation("c", "locatedIn", "b"), 0, 1),  # the wrong way round
        (relation("e", "memberOf", "f"), 1, 0),  # an accepted predicate
        (relation("b", "locatedIn", "d"), 0, 0),  # follows: 송도 is part of 인천
        (relation("e", "affiliatedWith", "b"), 0, 0),  # follows: the unit's parent
        (relation("a", "organizes", "g"), 0, 0),  # an optional entity
        (relation("a", "supports", "b"), 0, 0),  # an optional relation
        (relation("a", "acquires", "b"), 0, 1),
    ],
)
def test_one_found_relation(found: dict[str, Any], tp: int, fp: int) -> None:
    figures = score_case(all_entities(), [found]).figures
    assert (figures.relations.tp, figures.relations.fp) == (tp, fp)


def test_a_pair_counts_whatever_the_predicate() -> None:
    figures = score_case(all_entities(), [relation("b", "acquires", "a"), relation("a", "develops", "c")]).figures
    assert (figures.pairs.tp, figures.pairs.fp, figures.pairs.fn) == (1, 1, 4)


@pytest.mark.parametrize(("status", "right"), [("asserted", 1), ("planned", 1), ("negated", 0)])
def test_status_of_a_matched_relation(status: str, right: int) -> None:
    figures = score_case(all_entities(), [relation("b", "locatedIn", "c", status=status)]).figures
    assert (figures.status.right, figures.status.of) == (right, 1)


@pytest.mark.parametrize(
    ("evidence", "right"),
    [([0, 20], 1), ([0, 19], 0), ([[0, 10], [30, 40]], 1), ([0, 320], 1), ([0, 321], 0), ([50, 90], 0), (None, 0)],
)
def test_evidence_covers_half_a_gold_span_and_is_not_endless(evidence: Any, right: int) -> None:
    figures = score_case(all_entities(), [relation("a", "partnersWith", "b", evidence=evidence)]).figures
    assert (figures.evidence.right, figures.evidence.of) == (right, 1)


def test_repeated_inventions_count_once() -> None:
    found = [relation("a", "acquires", "b"), relation("a", "acquires", "b", status="planned")]
    assert score_case(all_entities(), found).figures.relations.fp == 1


def test_scores_are_summed_by_language_and_shown(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(json.dumps(GOLD_CASE), "utf-8")
    (tmp_path / "two.json").write_text(json.dumps(GOLD_CASE | {"id": "case-2", "language": "en"}), "utf-8")
    scores = evaluate.score(tmp_path, {"one": article(GOLD_CASE)})
    assert list(scores.totals) == ["ko", "en", "all"]
    assert scores.totals["all"].relations.prf == (1, 0.5, 2 / 3)
    lines = list(tables.table(scores))
    assert lines[2].split()[0] == "case-2"
    assert lines[2].endswith("0/5  NO PREDICTION")
    assert "  missed unitOf: 누리제약 연구본부 unitOf 누리 제약 (asserted)" in list(tables.mistake_list(scores))
    assert any(
        line.split() == ["unitOf", "1", "0", "1", "1.00", "0.50", "0.67"] for line in tables.predicate_table(scores)
    )
    assert json.loads(json.dumps(scores.to_json()))["totals"]["ko"]["rel"] == [1, 1, 1]


@pytest.mark.parametrize(("name", "content"), [("a.json", "{"), ("a.json", '{"entities": [{}]}'), ("a.txt", "")])
def test_bad_gold_is_one_line(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    with pytest.raises(DatasetError) as caught:
        evaluate.read(tmp_path)
    assert "\n" not in str(caught.value)


# ---- Against the reference


def corrupted(gold: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """A prediction as bad as real ones: lost, renamed, doubled and mistyped entities, wrong and wild relations."""
    found = copy.deepcopy(gold)
    entities: list[dict[str, Any]] = []
    for e in found["entities"]:
        e.pop("match", None)
        what = rng.random()
        if what < 0.15:
            continue
        if what < 0.25:
            e["name"], e["aliases"] = e["name"] + rng.choice(["은", " 측", "Co"]), e["aliases"][:1]
        elif what < 0.35 and e["aliases"]:
            e["name"] = e["aliases"].pop()
        elif what < 0.45:
            e["type"] = rng.choice(TYPES)
        elif what < 0.5:
            entities.append({**e, "id": f"{e['id']}-again"})
        entities.append(e)
    ids = [e["id"] for e in gold["entities"]] + [e["name"] for e in gold["entities"]] + ["아무개"]
    for r in found["relations"]:
        r.pop("optional", None)
        if rng.random() < 0.2:
            r["predicate"] = rng.choice(PREDICATES)
        if rng.random() < 0.2:
            r[rng.choice(["subject", "object"])] = rng.choice(ids)
        if rng.random() < 0.15:
            r["subject"], r["object"] = r["object"], r["subject"]
        if rng.random() < 0.2:
            r["status"] = rng.choice(["planned", "negated", "asserted"])
        start, end = r["evidence"]
        moved = start + rng.randint(-60, 60)
        r["evidence"] = rng.choice([[start, end], [max(0, moved), max(1, moved + (end - start))], [start, end + 900]])
        if rng.random() < 0.2:
            r["evidence"] = [[start, start + 10], [start + 20, end]]
    extra = [relation(*rng.choices(ids, k=1), rng.choice(PREDICATES), *rng.choices(ids, k=1)) for _ in range(6)]
    relations = [r for r in found["relations"] if rng.random() > 0.15] + extra
    rng.shuffle(relations)
    return {"id": gold["id"], "entities": entities, "relations": relations + relations[:2]}


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the gold articles are not beside this checkout")
@pytest.mark.parametrize("seed", range(4))
def test_same_figures_as_the_reference_scorer(tmp_path: Path, seed: int) -> None:
    rng, predictions = random.Random(seed), tmp_path / "found"
    predictions.mkdir()
    for path in sorted(GOLD.glob("*.json")):
        if rng.random() > 0.1:  # some articles have no prediction
            found = corrupted(json.loads(path.read_text("utf-8")), rng)
            (predictions / path.name).write_text(json.dumps(found, ensure_ascii=False), "utf-8")
    answer = tmp_path / "reference.json"
    command = [sys.executable, str(REFERENCE), str(GOLD), str(predictions), "--json", str(answer)]
    subprocess.run(command, check=True, capture_output=True)
    reference = json.loads(answer.read_text("utf-8"))
    ours = json.loads(json.dumps(evaluate.score(GOLD, evaluate.read(predictions)).to_json()))
    assert ours["articles"] == reference["articles"]
    assert ours["totals"] == reference["totals"]
    assert 0.2 < ours["totals"]["all"]["rel"][2] < 0.8, "the corruption leaves something to disagree about"
