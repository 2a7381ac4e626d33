"""The name tagger: how a chain is decoded, what a token shows, and what the model of the package finds."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from biograph.lang import korean, tagger
from biograph.lang.tagger_chain import Chain
from biograph.lang.tagger_features import Cues, names, views
from biograph.model import Span

CUES = Cues(
    {"협회": "Association", "연구소": "ResearchInstitute", "포럼": "Event"},
    frozenset({"대표", "교수", "회장"}),
    frozenset("김이박최정강조윤장임"),
    frozenset({"마이클"}),
)
# Names that no lexicon has: (sentence, name, label).
SENTENCES = (
    ("혈액 진단 스타트업 다온래피드는 12일 시리즈A 투자를 유치했다고 밝혔다.", "다온래피드", "Company"),
    ("윤서하 교수는 이날 강연에서 항암 백신의 미래를 설명했다.", "윤서하", "Person"),
    ("바이오 기업 누리셀진은 경북 안동시에 공장을 짓는다.", "누리셀진", "Company"),
    ("행사에는 마이클 그린 대표와 임직원 30여 명이 참석했다.", "마이클 그린", "Person"),
)


def paths(scores: np.ndarray, steps: np.ndarray) -> dict[tuple[int, ...], float]:
    """The weight of every row of tags, one by one."""
    every = itertools.product(range(len(steps)), repeat=len(scores))
    return {
        path: float(
            np.exp(sum(scores[t, tag] for t, tag in enumerate(path)) + sum(steps[s] for s in itertools.pairwise(path)))
        )
        for path in every
    }


@pytest.fixture
def steps() -> np.ndarray:
    table = np.random.default_rng(7).normal(size=(3, 3))
    table[0, 2] = -np.inf
    return table


@pytest.fixture
def scores() -> list[np.ndarray]:
    random = np.random.default_rng(8)
    return [random.normal(size=(length, 3)) for length in (4, 1, 3)]


def test_the_best_tags_and_their_probability_are_those_of_all_rows_tried(
    scores: list[np.ndarray], steps: np.ndarray
) -> None:
    chain = Chain(scores, steps)
    for i, own in enumerate(scores):
        weights = paths(own, steps)
        total = sum(weights.values())
        assert tuple(chain.best()[i]) == max(weights, key=weights.__getitem__)
        for first, last in itertools.combinations_with_replacement(range(len(own)), 2):
            tags = (1, *[2] * (last - first))
            wanted = sum(
                weight
                for path, weight in weights.items()
                if path[first : last + 1] == tags and path[last + 1 : last + 2] != (2,)
            )
            assert chain.probability(i, first, tags, 2) == pytest.approx(wanted / total)


def test_expected_tags_and_steps_are_those_of_all_rows_tried(scores: list[np.ndarray], steps: np.ndarray) -> None:
    tokens, taken = Chain(scores, steps).expected()
    wanted, first = np.zeros((3, 3)), 0
    for own in scores:
        weights = paths(own, steps)
        total = sum(weights.values())
        for path, weight in weights.items():
            for step in itertools.pairwise(path):
                wanted[step] += weight / total
        at_first = [sum(w for path, w in weights.items() if path[0] == tag) / total for tag in range(3)]
        assert tokens[first] == pytest.approx(at_first)
        first += len(own)
    assert taken == pytest.approx(wanted)


def test_runs_of_tags_are_names() -> None:
    tags = "B-Person I-Person B-Person O I-Place B-Place I-Person".split()
    assert list(tagger.runs(tags)) == [(0, 1, "Person"), (2, 2, "Person"), (5, 5, "Place")]


def test_a_token_shows_its_word_its_marks_and_known_names() -> None:
    text = "가람협회 김하늘 회장은 ‘미래 포럼’을 열었다."
    (sentence,) = korean.sentences(text, [Span(0, len(text))])
    seen = views(text, sentence, [(Span(0, 4), "Association")])
    assert len(seen) == len(sentence.tokens)
    features = [{name for view in own for name in names(view, CUES)} for own in seen]
    at = {token.span.start: own for token, own in zip(sentence.tokens, features, strict=True)}
    assert "kBAssociation" in at[0]
    assert any(name.endswith("headAssociation") for name in at[0])
    assert any(name.startswith("n1") and name.endswith("title") for name in at[text.index("김하늘")])
    assert any(name.startswith("q‘b") for name in at[text.index("미래")])
    assert not any(name.startswith("q") for name in at[0])


@pytest.mark.parametrize(("text", "name", "label"), SENTENCES)
def test_names_that_no_lexicon_has_are_found(text: str, name: str, label: str) -> None:
    found = tagger.tag(text, korean.sentences(text, [Span(0, len(text))]), CUES)
    assert (name, label) in {(text[span.start : span.end], span.label) for span in found}
    assert all(0.5 <= span.score <= 1 for span in found)


def test_a_threshold_keeps_the_surer_ones_only() -> None:
    text = "\n".join(sentence for sentence, _, _ in SENTENCES)
    sentences = korean.sentences(text, [Span(0, len(text))])
    every = tagger.tag(text, sentences, CUES, least=0.0)
    middle = sorted(span.score for span in every)[len(every) // 2]
    assert tagger.tag(text, sentences, CUES, least=middle) == [span for span in every if span.score >= middle]
    assert every == sorted(every)
    assert every == tagger.tag(text, sentences, CUES, least=0.0)


def test_nothing_is_found_in_nothing() -> None:
    assert tagger.tag("", (), CUES) == []
