"""The clause layer, sentence by sentence: the cases are in clauses.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from biograph import vocabulary
from biograph.extract import drafts
from biograph.extract.drafts import Named, Names
from biograph.extract.korean.clause import frames, relations
from biograph.lang import korean
from biograph.model import Document, Entity, Span, entity_id

CASES = tomllib.loads((Path(__file__).parent / "clauses.toml").read_text(encoding="utf-8"))["case"]
NAME = re.compile(r"\[([^|\]]+)\|(\w+)\]")


def read(marked: str) -> list[str]:
    """The statements read in a sentence with marked names, as `subject predicate object [status]`."""
    text, entities, mentions, end = "", {}, [], 0
    for match in NAME.finditer(marked):
        text += marked[end : match.start()]
        entity = Entity(entity_id(match[2], match[1]), match[2], match[1])
        entities[entity.id] = entity
        mentions.append(Named(Span(len(text), len(text) + len(match[1])), entity.id))
        text += match[1]
        end = match.end()
    text += marked[end:]
    body = (Span(0, len(text)),)
    document = Document("case", text, "ko", body, published="2026-06-15")
    ontology = vocabulary.load()
    found = relations.find(document, Names(entities, tuple(mentions)), korean.sentences(text, body), ontology)
    return [
        " ".join([entities[s.subject].name, s.predicate, entities[s.object].name, *_unless_asserted(s.status)])
        for s in drafts.statements(document, entities, found, ontology)
    ]


def _unless_asserted(status: str) -> list[str]:
    return [] if status == "asserted" else [str(status)]


def _undirected(statement: str) -> str:
    subject, predicate, rest = statement.split(" ", 2) if "partnersWith" in statement else (statement, "", "")
    return " ".join([predicate, *sorted([subject, *rest.split(" ")])]) if predicate else statement


@pytest.mark.parametrize("case", CASES, ids=lambda c: NAME.sub(r"\1", c["text"])[:40])
def test_sentence(case: dict[str, object]) -> None:
    expected = case["expect"]
    assert isinstance(expected, list)
    assert sorted(map(_undirected, read(str(case["text"])))) == sorted(map(_undirected, expected))


def test_every_example_keeps_its_slots() -> None:
    compiled, problems = frames.compile_all(vocabulary.load().directory)
    assert problems == []
    assert {f.predicate for f in compiled} == set(vocabulary.load().properties)
