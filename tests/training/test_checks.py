"""What makes an annotation wrong although its form is right."""

from __future__ import annotations

import copy
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from biograph.vocabulary import load

sys.path.insert(0, str(Path(__file__).parents[2] / "training"))
import checks

TEXT = "가람제약과 나래랩이 손잡았다. 가람제약은 서울에 있다."
GOOD: dict[str, Any] = {
    "title": "가람제약과 나래랩",
    "published": "2024-03-12",
    "entities": [
        {"id": "a", "type": "Company", "name": "가람제약", "mentions": [[0, 4], [17, 21]]},
        {"id": "b", "type": "Company", "name": "나래랩", "mentions": [[6, 9]]},
        {"id": "p", "type": "City", "name": "서울", "mentions": [[23, 25]]},
    ],
    "relations": [
        {"subject": "a", "predicate": "partnersWith", "object": "b", "evidence": [0, 16]},
        {"subject": "a", "predicate": "locatedIn", "object": "p", "evidence": [17, 30]},
    ],
}


def good() -> dict[str, Any]:
    """An annotation in which nothing is wrong."""
    made = copy.deepcopy(GOOD)
    for entity in made["entities"]:
        entity |= {"aliases": [], "short_forms": []}
    for relation in made["relations"]:
        relation["status"] = "asserted"
    return made


def test_a_good_one_has_no_faults() -> None:
    assert checks.faults(TEXT, good(), load()) == []


def entity(index: int, **changes: object) -> Callable[[dict[str, Any]], None]:
    return lambda made: made["entities"][index].update(changes)


def relation(index: int, **changes: object) -> Callable[[dict[str, Any]], None]:
    return lambda made: made["relations"][index].update(changes)


def added(**stated: object) -> Callable[[dict[str, Any]], None]:
    return lambda made: made["relations"].append(made["relations"][0] | stated)


FAULTS = {
    "the title does not stand in the text": lambda made: made.update(title="딴 제목"),
    "published 2024: not a date": lambda made: made.update(published="2024"),
    "2 entities are the Company 가람제약": entity(1, name="가람제약"),
    "2 entities have the id a": entity(1, id="a"),
    "p 서울: no type Town in the ontology": entity(2, type="Town"),
    "b 나래랩: a mention out of range": entity(1, mentions=[[6, 99]]),
    "a 가람제약: mentions not in order": entity(0, mentions=[[17, 21], [0, 4]]),
    "b 나래랩: 랩이 is named but not listed": entity(1, mentions=[[6, 9], [8, 10]]),
    "b 나래랩: 나래 is listed but never named": entity(1, aliases=["나래"]),
    "b 나래랩: a form is listed twice": entity(1, aliases=["나래랩"]),
    "mentions of a and b clash at 0": entity(1, mentions=[[0, 4]]),
    "mentions of a and b clash at 3": entity(1, mentions=[[3, 9]]),
    "a partnersWith z: no such entity": relation(0, object="z"),
    "a partnersWith a: of one with itself": relation(0, object="a"),
    "a befriends b: no property befriends": relation(0, predicate="befriends"),
    "a partnersWith b: no status hoped": relation(0, status="hoped"),
    "a partnersWith b: qualifier date=March": relation(0, qualifiers={"date": "March"}),
    "a partnersWith b: qualifier amount=5억원": relation(0, qualifiers={"amount": "5억원"}),
    "a partnersWith b: evidence out of range": relation(0, evidence=[0, 99]),
    "a partnersWith b: evidence out of range, or with blanks": relation(0, evidence=[0, 17]),
    "stated twice: partnersWith a b": added(subject="b", object="a"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_told(fault: str) -> None:
    made = good()
    FAULTS[fault](made)
    found = checks.faults(TEXT, made, load())
    assert any(fault in line for line in found), found


def test_evidence_far_from_an_argument_must_be_marked_implicit() -> None:
    made, text = good(), TEXT + " " + "그리고 " * 30 + "끝."
    made["relations"][0]["evidence"] = [len(text) - 2, len(text)]
    assert sum("no mention of the" in line for line in checks.faults(text, made, load())) == 2
    made["relations"][0]["implicit"] = True
    assert checks.faults(text, made, load()) == []


def test_text_must_be_composed_and_have_plain_line_ends() -> None:
    assert checks.faults(TEXT + "\r\n", good(), load())
    assert checks.faults(TEXT + unicodedata.normalize("NFD", "가"), good(), load())
