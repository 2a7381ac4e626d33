"""What English sentences name and state; the cases are tables beside this file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from biograph.extract.english import extract, frames
from biograph.model import Document, Extraction, Span
from biograph.vocabulary import load

HERE = Path(__file__).parent


def cases(table: str) -> list[dict[str, Any]]:
    return tomllib.loads((HERE / table).read_text(encoding="utf-8"))["case"]


def read(text: str) -> Extraction:
    return extract(Document("d", text, "en", (Span(0, len(text)),), published="2025-03-01"), load())


def stated(extraction: Extraction) -> dict[str, dict[str, str]]:
    names = {e.id: e.name for e in extraction.entities}
    found: dict[str, dict[str, str]] = {}
    for s in extraction.statements:
        status = "" if s.status == "asserted" else f" {s.status}"
        both = [(s.subject, s.object)] + [(s.object, s.subject)] * (s.predicate == "partnersWith")
        found |= {f"{names[a]} {s.predicate} {names[b]}{status}": dict(s.qualifiers) for a, b in both}
    return found


@pytest.mark.parametrize("case", cases("relations.toml"), ids=lambda c: c["text"][:60])
def test_relations(case: dict[str, Any]) -> None:
    found = stated(read(case["text"]))
    for expected in case.get("found", []):
        assert expected in found
    for name, value in case.get("qualifiers", {}).items():
        assert any(q.get(name) == value for q in found.values())
    assert not found.keys() & set(case.get("absent", []))
    assert not [s for s in found if any(f" {p} " in s for p in case.get("none", []))]


@pytest.mark.parametrize("case", cases("names.toml"), ids=lambda c: c["text"][:60])
def test_names(case: dict[str, Any]) -> None:
    found = {" | ".join([f"{e.type}: {e.name}", *e.aliases]) for e in read(case["text"]).entities}
    assert found == set(case["names"])


def test_every_frame_is_read_back() -> None:
    assert frames.lint(load()) == []


def test_a_frame_that_loses_a_slot_is_reported() -> None:
    synonyms = frames.Synonyms({}, {})
    assert frames.compiled("acquires", "{S:Acme} bought {O:Bolt}.", synonyms) is not None
    assert frames.compiled("acquires", "{S:Acme} bought. Nothing of {O:Bolt}.", synonyms) is None


def test_evidence_reaches_back_to_the_name() -> None:
    text = "Acme Therapeutics grew. It acquired Bolt Pharma."
    (statement,) = [s for s in read(text).statements if s.predicate == "acquires"]
    assert statement.evidence[0].quote == text
    assert statement.confidence < 0.9


def test_a_title_case_headline_makes_no_names() -> None:
    text = "Acme Therapeutics Plans Big New Plant In Boston\n\nAcme Therapeutics will build it."
    assert {e.name for e in read(text).entities} == {"Acme Therapeutics", "Boston"}


def test_same_text_same_extraction() -> None:
    text = "Acme Therapeutics of Boston licensed AB-101 to Bolt Pharma."
    assert read(text) == read(text)
