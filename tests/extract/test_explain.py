"""How a text was read, and whether what is then added to the ontology is read the next time."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from biograph import sources, table, vocabulary
from biograph.extract import explain as explaining
from biograph.extract import extract
from biograph.extract.explain import Explanation
from biograph.extract.explain.advice import advice
from biograph.extract.explain.values import Read, Refused
from biograph.vocabulary import Ontology

ONTOLOGY = vocabulary.load()
SENTENCES = [
    "누리바이오는 지난 5월 인천에 둥지를 틀고 미국 기업 한빛제약과 손을 맞잡았다.",
    '김가람 누리바이오 대표는 "한빛제약이 누리바이오를 인수할 계획"이라고 말했다.',
    "누리바이오는 인천에 눌러앉았다.",
    "누리바이오의 한빛제약 인수가 무산됐다.",
    "Pfizer will acquire Seagen, but Moderna did not sign a deal with Merck.",
    "Pfizer waltzed with Moderna.",
]
EXAMPLE = "{S:누리바이오}는 {O:인천}에 눌러앉았다."


def explain(text: str, ontology: Ontology = ONTOLOGY) -> Explanation:
    return explaining.explain(sources.from_text(text, id="case", ontology=ontology), ontology)


def triples(found: Explanation) -> set[tuple[str, str, str, str]]:
    return {(f.subject, f.predicate, f.object, f.status) for f in found.facts}


@pytest.fixture(scope="module")
def richer(tmp_path_factory: pytest.TempPathFactory) -> Ontology:
    """A copy of the ontology with one more example and one more name: those that advice gives below."""
    folder = Path(shutil.copytree(ONTOLOGY.directory, tmp_path_factory.mktemp("own") / "ontology"))
    frames = folder / "frames" / "ko" / "locatedIn.toml"
    frames.write_text(frames.read_text("utf-8").replace("examples = [", f'examples = [\n  "{EXAMPLE}",', 1), "utf-8")
    with (folder / "names" / "companies-korea.tsv").open("a", encoding="utf-8") as names:
        names.write("Company\t무지개\tRainbow\n")
    return vocabulary.load(folder)


@pytest.mark.parametrize("text", SENTENCES)
def test_facts_are_those_of_the_extraction(text: str) -> None:
    found = explain(text)
    extraction = extract(sources.from_text(text, id="case"), ONTOLOGY)
    assert [(f.rule, f.quotes) for f in found.facts] == [
        (s.extractor, tuple(e.quote for e in s.evidence)) for s in extraction.statements
    ]
    matched = {a.property for sentence in found.sentences for c in sentence.clauses for a in c.attempts if a.status}
    assert {f.predicate for f in found.facts if f.rule.startswith("frame.")} <= matched
    names = {(n.start, n.end) for sentence in found.sentences for n in sentence.names}
    assert names == {(m.span.start, m.span.end) for e in extraction.entities for m in e.mentions}


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("columns", [60, 100])
def test_text_fits_a_terminal(text: str, columns: int) -> None:
    shown = explaining.to_text(explain(text), columns)
    assert max(map(table.width, shown.splitlines())) <= columns, shown
    assert ("no statement: " in shown) == (not explain(text).facts)


def test_layers_of_korean() -> None:
    (read,) = explain(SENTENCES[1]).sentences
    assert read.words[0].morphemes[0].split("/")[1].startswith("NNP")
    assert {n.text: (n.type, n.rule) for n in read.names}["김가람"] == ("Person", "title of a person")
    said = next(c for c in read.clauses if c.predicate == "인수하다")
    assert (said.status, said.speakers) == ("planned", ("김가람",))
    assert {a.names for a in said.arguments} == {("누리바이오",), ("한빛제약",)}
    assert {a.property: a.status for a in said.attempts if a.status} == {"acquires": "planned"}


def test_a_verbal_noun_is_shown_as_what_it_stands_for() -> None:
    (read,) = explain(SENTENCES[3]).sentences
    clause = next(c for c in read.clauses if c.predicate == "인수하다")
    assert (clause.status, clause.form) == ("negated", ("as a noun",))
    assert [(a.property, a.status) for a in clause.attempts if a.status] == [("acquires", "negated")]


def test_layers_of_english() -> None:
    (read,) = explain(SENTENCES[4]).sentences
    clauses = {c.predicate: c for c in read.clauses}
    assert (clauses["acquire"].status, clauses["sign"].status) == ("planned", "negated")
    assert {a.role: a.names for a in clauses["acquire"].arguments} == {"subject": ("Pfizer",), "object": ("Seagen",)}
    assert [a.property for a in clauses["acquire"].attempts if a.status] == ["acquires"]
    assert all(a.lacks for a in clauses["acquire"].attempts if not a.status)


@pytest.mark.parametrize(
    ("text", "property_", "lack"),
    [
        ("홍길동 대표는 한빛제약을 인수했다.", "acquires", "S: 홍길동 (Person) stands there"),
        ("누리바이오는 벤처기업을 인수했다.", "acquires", "O: no name with 을/를"),
        ("누리바이오는 한빛제약에서 인수되었다.", "acquires", "S: no name with 에/에게"),
        ("누리바이오는 한빛제약의 건물을 인수했다.", "investsIn", "beside 지분"),
        ("Pfizer acquired a start-up.", "acquires", "O: no name as object"),
        ("Pfizer acquired Boston.", "acquires", "O: Boston (City) stands there"),
    ],
)
def test_what_a_frame_lacked(text: str, property_: str, lack: str) -> None:
    attempts = [a for s in explain(text).sentences for c in s.clauses for a in c.attempts if a.property == property_]
    assert attempts
    assert all(not a.status for a in attempts)
    assert any(lack in told for a in attempts for told in a.lacks), attempts


def test_a_missing_predicate_and_its_example(richer: Ontology) -> None:
    found = explain(SENTENCES[2])
    assert found.facts == ()
    assert "no frame has the predicate 눌러앉다" in found.advice
    assert EXAMPLE in found.advice
    assert triples(explain(SENTENCES[2], richer)) == {("누리바이오", "locatedIn", "인천", "asserted")}


def test_a_missing_name_and_its_row(richer: Ontology) -> None:
    text = "무지개는 보스턴에 있다."  # a word of the language, which only a table can make a name
    assert "only the name 보스턴 was found" in explain(text).advice
    assert ("무지개", "locatedIn", "보스턴", "asserted") in triples(explain(text, richer))
    assert f"to a table in {richer.directory}/names" in explain("정부는 환자를 돕는다.", richer).advice


def test_advice_names_what_could_be_a_name() -> None:
    read = Read("…", (), (), (Refused("쿠르닐루", "…"), Refused("쿠르닐루", "…"), Refused("Zorb", "…")), ())
    told = advice([read], "ko", ONTOLOGY)
    assert told.startswith("no name was found, and a fact needs two; add what is missing, such as 쿠르닐루, Zorb, to a")


def test_generic_nouns_are_told() -> None:
    refused = {r.text: r.why for s in explain("연구병원은 환자를 돕는다.").sentences for r in s.refused}
    assert "병원 (Hospital)" in refused["연구병원"]


def test_page_furniture_is_told() -> None:
    found = explain("공유하기\n\n누리바이오, 인천에 연구소\n\n누리바이오가 인천에 연구소를 열었다고 3일 밝혔다.\n")
    assert found.left_out == ("공유하기",)


def test_nothing_but_marks_is_no_accident() -> None:
    assert "no name was found" in explain("...").advice


def test_the_parser_is_heard_where_it_hangs_an_argument_elsewhere() -> None:
    found = explain("누리바이오는 인천에 공장을 짓고 한빛제약과 손잡았다.")
    assert not any(a.elsewhere for s in found.sentences for c in s.clauses for a in c.arguments)
    found = explain("전문가들은 수주 실적이 성패를 가를 것으로 내다봤다.")
    doubted = {(c.predicate, a.text): a.elsewhere for s in found.sentences for c in s.clauses for a in c.arguments}
    assert doubted["내다보다", "수주 실적이"] == "가를"
    assert "(the parser hangs it on 가를)" in explaining.to_text(found, 100)
