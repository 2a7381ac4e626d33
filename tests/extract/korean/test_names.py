"""Korean names, case by case; the table `names.toml` is the place to add one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from biograph.extract.drafts import Names
from biograph.extract.korean import names
from biograph.model import Document, Span, entity_id
from biograph.vocabulary import Ontology, load

CASES = tomllib.loads(Path(__file__).with_name("names.toml").read_text("utf-8"))["case"]
ONTOLOGY = load()


def document(text: str, *spans: Span) -> Document:
    return Document("test", text, "ko", spans or (Span(0, len(text)),))


def found(names_: Names) -> dict[str, list[str]]:
    by_type: dict[str, list[str]] = {}
    for entity in names_.entities.values():
        by_type.setdefault(entity.type, []).append(entity.name)
    return {type_: sorted(found) for type_, found in by_type.items()}


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_names(case: dict[str, object]) -> None:
    text = str(case["text"])
    read, _, drafts = names.find(document(text), ONTOLOGY)
    expected = {type_: sorted(case[type_]) for type_ in ONTOLOGY.types if type_ in case}  # type: ignore[call-overload]
    assert found(read) == expected
    named = {entity.name: entity for entity in read.entities.values()}
    for name, aliases in dict(case.get("aliases", {})).items():  # type: ignore[call-overload]
        assert set(aliases) <= set(named[name].aliases)
    for name, count in dict(case.get("mentions", {})).items():  # type: ignore[call-overload]
        assert len(named[name].mentions) == count
    facts = {
        " ".join(
            [read.entities[d.subject].name, d.predicate, read.entities[d.object].name, *dict(d.qualifiers).values()]
        )
        for d in drafts
    }
    assert set(case.get("facts", [])) <= facts  # type: ignore[call-overload]
    assert not {d.predicate for d in drafts} & set(case.get("absent", []))  # type: ignore[call-overload]


@pytest.fixture(scope="module")
def article() -> tuple[Document, Names]:
    text = "한빛제약, 보스턴으로\n\n메뉴 한빛제약 공유\n\n한빛제약(대표 민서준)은 미국 보스턴에 지사를 연다."
    last = text.index("한빛제약(대표")
    body = document(text, Span(0, 11), Span(last, len(text)))
    return body, names.find(body, ONTOLOGY)[0]


def test_mentions_quote_the_text_and_stay_inside_the_body(article: tuple[Document, Names]) -> None:
    body, read = article
    assert read.mentions
    for mention in read.mentions:
        assert any(span.contains(mention.span) for span in body.body)
    for entity in read.entities.values():
        assert all(m.span.of(body.text) == m.text for m in entity.mentions)
        assert {m.span for m in entity.mentions} == {m.span for m in read.mentions if m.entity == entity.id}


def test_ids_and_countries(article: tuple[Document, Names]) -> None:
    _, read = article
    boston = read.entities[entity_id("City", "보스턴")]
    assert boston.country == "US"
    assert read.entities[entity_id("Company", "한빛제약")].country is None
    starts = [m.span.start for m in read.mentions]
    assert starts == sorted(starts)


def test_evidence_is_the_sentence(article: tuple[Document, Names]) -> None:
    body, _ = article
    _, sentences, drafts = names.find(body, ONTOLOGY)
    spans = {sentence.span for sentence in sentences}
    assert drafts
    assert all(draft.span in spans for draft in drafts)


def test_same_text_same_names(article: tuple[Document, Names]) -> None:
    body, read = article
    assert names.find(body, ONTOLOGY)[0] == read


def test_an_empty_body_has_no_names() -> None:
    read, sentences, drafts = names.find(Document("empty", "", "ko", ()), ONTOLOGY)
    assert (dict(read.entities), read.mentions, sentences, drafts) == ({}, (), (), ())


def test_every_table_is_read_from_the_ontology_folder(tmp_path: Path) -> None:
    from biograph.errors import OntologyError

    (tmp_path / "names").mkdir()
    ontology = Ontology(tmp_path, {}, {}, {})
    with pytest.raises(OntologyError, match="a table is missing"):
        names.find(document("한빛제약"), ontology)


def test_the_tagger_names_whom_no_rule_sees() -> None:
    found, _, _ = names.find(document("발표를 들은 김하람은 고개를 끄덕였다."), ONTOLOGY)
    assert {(e.name, e.type, found.rules[id_]) for id_, e in found.entities.items()} == {("김하람", "Person", "tagged")}
