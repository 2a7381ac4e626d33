"""What the names that the trained tagger offers become beside those that rules have found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from biograph import vocabulary
from biograph.extract import lexicon
from biograph.extract.korean import found, tagged, words
from biograph.extract.korean.context import Context
from biograph.extract.korean.found import Found
from biograph.lang import korean, tagger
from biograph.lang.tagger import TaggedSpan
from biograph.model import Span

ONTOLOGY = vocabulary.load()
# text, names of rules, what the tagger offers, what comes of it: (name, type) each, with the score in the third
CASES = (
    ("한빛셀이 새 공장을 짓는다.", (), ("한빛셀", "Company", 0.6), [("한빛셀", "Company")]),
    ("한빛셀이 새 공장을 짓는다.", (), ("한빛셀", "Company", 0.1), []),
    ("한빛셀이 새 공장을 짓는다.", [("한빛셀", "Company")], ("한빛셀", "Product", 0.99), []),
    (
        "한빛셀 재팬이 문을 열었다.",
        [("한빛셀", "Company")],
        ("한빛셀 재팬", "Company", 0.9),
        [("한빛셀 재팬", "Company")],
    ),
    ("한빛셀 재팬이 문을 열었다.", [("한빛셀", "Company")], ("한빛셀 재팬", "Company", 0.6), []),
    ("대전 한빛셀이 문을 열었다.", [("대전", "City"), ("한빛셀", "Company")], ("대전 한빛셀", "Company", 0.9), []),
    ("한빛셀 박 대표가 나섰다.", (), ("박 대표", "Person", 0.9), []),
    ("협회는 한빛셀을 도왔다.", (), ("협회", "Association", 0.99), []),
    ("가온기구(Gaon Body)가 나섰다.", (), ("Gaon Body", "Company", 0.9), []),
    ("환자는 HLB-K27 양성이다.", (), ("HLB-K27", "Product", 0.9), []),
    ("일행은 누라시를 들렀다.", (), ("누라시", "Place", 0.9), [("누라시", "City")]),
    ("일행은 누라주를 들렀다.", (), ("누라주", "Place", 0.9), [("누라주", "Region")]),
)


def context(text: str) -> Context:
    sentences = korean.sentences(text, [Span(0, len(text))])
    tables = found.tables(ONTOLOGY.directory)
    return Context.of(text, sentences, words.read(text, sentences), lexicon.load(ONTOLOGY.directory), tables)


def at(text: str, name: str) -> Span:
    return Span(text.index(name), text.index(name) + len(name))


def offered(
    monkeypatch: pytest.MonkeyPatch, text: str, rules: Sequence[Found], name: str, label: str, score: float
) -> list[Found]:
    span = at(text, name)

    def tag(*_: object, wanted: Callable[[int, int, str], bool], **__: object) -> list[TaggedSpan]:
        return [TaggedSpan(span.start, span.end, label, score)] if wanted(span.start, span.end, label) else []

    monkeypatch.setattr(tagger, "tag", tag)
    return tagged.find(context(text), rules)


@pytest.mark.parametrize(("text", "rules", "offer", "wanted"), CASES)
def test_sure_names_count_where_rules_have_none_or_shorter_ones(
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    rules: Sequence[tuple[str, str]],
    offer: tuple[str, str, float],
    wanted: list[tuple[str, str]],
) -> None:
    known = [Found(at(text, name), type_, "head") for name, type_ in rules]
    read = offered(monkeypatch, text, known, *offer)
    assert [(item.span.of(text), item.type) for item in read] == wanted


def test_a_unit_belongs_to_the_body_that_its_name_begins_with(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "한빛대 융합의학과가 연구를 맡았다."
    body = Found(at(text, "한빛대"), "University", "head")
    (unit,) = offered(monkeypatch, text, [body], "한빛대 융합의학과", "OrganizationalUnit", 0.9)
    assert unit.owner == body.span
    assert unit.open


def test_only_sentences_with_an_unread_name_or_class_noun_are_tagged(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "날이 흐리다. 새봄셀진이 왔다. 지난달 면역 심포지엄을 열었다."
    seen: list[str] = []

    def tag(text: str, sentences: Sequence[korean.Sentence], *_: object, **__: object) -> list[TaggedSpan]:
        seen.extend(s.span.of(text) for s in sentences)
        return []

    monkeypatch.setattr(tagger, "tag", tag)
    tagged.find(context(text), ())
    assert seen == ["새봄셀진이 왔다.", "지난달 면역 심포지엄을 열었다."]
