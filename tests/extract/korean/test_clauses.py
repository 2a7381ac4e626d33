"""The clause layer, sentence by sentence: the cases are in clauses.toml."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from biograph import vocabulary
from biograph.extract import drafts
from biograph.extract.drafts import Named, Names
from biograph.extract.korean.clause import relations
from biograph.extract.korean.clause.frames import compiling, examples
from biograph.lang import korean
from biograph.model import Document, Entity, Span, Statement, entity_id

CASES = tomllib.loads((Path(__file__).parent / "clauses.toml").read_text(encoding="utf-8"))["case"]
NAME = re.compile(r"\[([^|\]]+)\|(\w+)\]")


def read(marked: str) -> list[str]:
    """The statements read in a sentence with marked names, as `subject predicate object [status]`."""
    found, entities = statements(marked)
    return [
        " ".join([entities[s.subject].name, s.predicate, entities[s.object].name, *_unless_asserted(s.status)])
        for s in found
    ]


def statements(marked: str) -> tuple[tuple[Statement, ...], dict[str, Entity]]:
    """The statements read in a sentence with marked names, and its entities."""
    text, entities, mentions, end = "", {}, [], 0
    for match in NAME.finditer(marked):
        text += marked[end : match.start()]
        entity = Entity(entity_id(match[2], match[1]), match[2], match[1])
        entities[entity.id] = entity
        mentions.append(Named(Span(len(text), len(text) + len(match[1])), entity.id))
        text += match[1]
        end = match.end()
    text += marked[end:]
    body = tuple(Span(line.start(), line.end()) for line in re.finditer(".+", text))
    document = Document("case", text, "ko", body, published="2026-06-15")
    ontology = vocabulary.load()
    found = relations.find(document, Names(entities, tuple(mentions)), korean.sentences(text, body), ontology)
    return drafts.statements(document, entities, found, ontology), entities


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('[김가람|Person] 대표는 "[대한제약|Company]이 [에이비랩스|Company]를 인수했다"고 말했다.', "김가람"),
        ("[한국진흥원|GovernmentBody]은 [대한제약|Company]이 [에이비랩스|Company]를 인수했다고 밝혔다.", "한국진흥원"),
        ("[한국진흥원|GovernmentBody]에 따르면 [대한제약|Company]은 [에이비랩스|Company]를 인수했다.", "한국진흥원"),
        ("[대한제약|Company]은 [에이비랩스|Company]를 인수했다고 밝혔다.", None),
        ("[대한제약|Company]은 [에이비랩스|Company]를 인수했다.", None),
    ],
)
def test_who_says_so(text: str, speaker: str | None) -> None:
    (statement,), entities = statements(text)
    assert (statement.speaker and entities[statement.speaker].name) == speaker


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
    compiled, problems = compiling.compile_all(vocabulary.load().directory)
    assert problems == []
    assert {f.predicate for f in compiled} == set(vocabulary.load().properties)


def test_frames_of_no_property_are_told(tmp_path: Path) -> None:
    shutil.copytree(vocabulary.load().directory, tmp_path / "own", ignore=shutil.ignore_patterns("ko", "names"))
    folder = tmp_path / "own" / "frames" / "ko"
    folder.mkdir(parents=True)
    (folder / "adores.toml").write_text('examples = ["{S:한미약품}은 {O:제노스코}를 좋아한다."]', encoding="utf-8")
    compiled, problems = compiling.compile_all(tmp_path / "own")
    assert (compiled, problems) == ([], ["adores: frames of a property that the ontology does not have"])


def test_a_choice_among_nouns_is_one_frame() -> None:
    nominal = {"협약", "계약"}.__contains__
    assert examples.gathered("{S:A}는 {O:B}와 (협약|계약)을 (맺는다|끝낸다).", nominal) == (
        "{S:A}는 {O:B}와 <협약>을 (맺는다|끝낸다).",
        {"협약": ("협약", "계약")},
    )
    assert examples.gathered("(세운|만든) 회사를 연다.", nominal)[1] == {}
    # The particle takes the form that goes with the noun that stands for the others.
    assert examples.gathered("(회사|협약)을 연다.", {"협약", "회사"}.__contains__)[0] == "<회사>를 연다."
