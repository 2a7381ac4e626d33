"""The dependency parser: trees that grammar allows, the same on every run, and right where any reader agrees."""

from __future__ import annotations

import tomllib
from pathlib import Path

import numpy as np
import pytest

from biograph.lang import korean
from biograph.lang.parser import MODEL, Parse, eojeols, parse, tree
from biograph.lang.parser.features import CLASSES, ROLES, see
from biograph.lang.parser.network import LONGEST, barred
from biograph.model import Span, Token

CASES = tomllib.loads((Path(__file__).parent / "parser.toml").read_text(encoding="utf-8"))["sentence"]
LONG = (
    "식품의약품안전처는 국내 바이오 기업의 해외 진출을 돕기 위해 미국 보스턴에 사무소를 열고 현지 규제 기관과 "
    "정기적으로 협의할 계획이라고 17일 밝혔다."
)


def read(text: str) -> list[list[Token]]:
    return eojeols(korean.tokens(text, Span(0, len(text))))


def words(sentence: list[list[Token]], text: str) -> list[str]:
    return [text[e[0].span.start : e[-1].span.end] for e in sentence]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_heads_any_reader_agrees_on(case: dict) -> None:
    sentence = read(case["text"])
    forms = words(sentence, case["text"])
    assert forms == case["text"].split()
    [found] = parse([sentence])
    governed = {form: forms[head] for form, head in zip(forms, found.heads, strict=True) if head >= 0}
    assert {form: governed[form] for form in case["heads"]} == case["heads"]


def test_tree_is_projective_and_heads_stand_to_the_right() -> None:
    for found in parse([read(case["text"]) for case in CASES] + [read(LONG)]):
        heads = found.heads
        assert heads[-1] == -1
        assert all(head > i for i, head in enumerate(heads[:-1]))
        assert not any(i < j < heads[i] < heads[j] for i in range(len(heads)) for j in range(len(heads)))
        assert len(heads) == len(found.labels) == len(found.confidence)
        assert all(0 <= p <= 1 for p in found.confidence)


def test_labels_tell_subject_and_object() -> None:
    [found] = parse([read("연구진은 새로운 항체를 발견했다.")])
    assert found.labels == ("NP_SBJ", "VP_MOD", "NP_OBJ", "VP")


def test_documents_read_at_once_as_one_by_one() -> None:
    sentences = [read(case["text"]) for case in CASES] + [read(LONG)]
    together, alone = parse(sentences), [parse([s])[0] for s in sentences]
    assert [(p.heads, p.labels) for p in together] == [(p.heads, p.labels) for p in alone]
    assert parse(sentences) == together


def test_what_particles_exclude_is_not_chosen() -> None:
    excluded = barred()
    for sentence in [read(case["text"]) for case in CASES] + [read(LONG)]:
        [found], seen = parse([sentence]), [see(e) for e in sentence]
        assert not any(excluded[seen[i].kind, seen[h].role] for i, h in enumerate(found.heads) if h >= 0)


def test_empty_and_odd_eojeols() -> None:
    odd = [Token("▲", "SW", Span(0, 1)), Token("", "", Span(2, 2))][:1]
    assert parse([[], [odd], [[], odd]]) == [
        Parse((), (), ()),
        Parse((-1,), parse([[odd]])[0].labels, (1.0,)),
        Parse((1, -1), parse([[[], odd]])[0].labels, (1.0, 1.0)),
    ]


@pytest.mark.parametrize("size", [LONGEST, LONGEST + 1])
def test_a_long_sentence_has_a_tree(size: int) -> None:
    partner, last = read("기업과 협력했다.")
    [found] = parse([[partner] * (size - 1) + [last]])
    assert len(found.heads) == size
    assert all(i < head < size for i, head in enumerate(found.heads[:-1]))
    assert (found.confidence[0] == 0) == (size > LONGEST)


def test_greedy_tree_keeps_arcs_from_crossing() -> None:
    scores = np.full((4, 4), -9.0)
    scores[1, 2] = scores[2, 3] = 1.0
    scores[0, 1], scores[0, 3] = 0.0, 2.0
    assert tree(scores.tolist(), 4) == [3, 2, 3, -1]
    scores[1, 3] = 5.0
    scores[0, 2] = 9.0  # would cross 1 → 3
    assert tree(scores.tolist(), 4) == [3, 3, 3, -1]


@pytest.mark.parametrize(
    ("text", "kind", "role"),
    [
        ("병원의", "genitive", "genitive"),
        ("세운", "adnominal", "adnominal"),
        ("회사인", "adnominal", "copula adnominal"),
        ("회사다.", "final", "copula final"),
        ("개발하기에", "to", "nominal"),
        ("인수하고", "coordinate", "coordinate"),
        ("병원에는", "to", "to"),
        ("매우", "adverb", "adverb"),
        ("'한빛'(HB)은", "topic", "topic"),
    ],
)
def test_classes(text: str, kind: str, role: str) -> None:
    [eojeol] = read(text)
    seen = see(eojeol)
    assert (CLASSES[seen.kind], ROLES[seen.role]) == (kind, role)


def test_model_is_small_and_licensed() -> None:
    assert MODEL.stat().st_size < 6_000_000
    assert "Attribution-ShareAlike 4.0" in (MODEL.parent / "LICENSE").read_text(encoding="utf-8")
