"""Values survive the way into RDF and back."""

from __future__ import annotations

import re
import string
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, SKOS, Literal, URIRef

from biograph import dataset
from biograph.errors import DatasetError
from biograph.identity import Merge
from biograph.model import Document, Entity, Evidence, Extraction, Mention, Span, Statement, Status, entity_id
from biograph.store import Store
from biograph.vocabulary import BASE, BG, OA, SCHEMA, load

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=60).filter(str.strip)
NAMES = st.text("가나다AbC1 ()-%é美", min_size=1, max_size=8).filter(str.strip)
TYPES = st.sampled_from(["Company", "Association", "Country", "City", "Person"])


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    text = draw(TEXTS)
    optional = st.none() | TEXTS
    document = Document(
        draw(TEXTS),
        text,
        draw(st.sampled_from(["ko", "en"])),
        tuple(draw(st.lists(spans(text), max_size=3))),
        draw(optional),
        draw(st.none() | st.sampled_from(["2021", "2021-10", "2021-10-18", "2021-02-30", "어제", "0000"])),
        draw(optional),
        draw(optional),
        draw(optional | st.sampled_from(["https://example.org/기사?id=1", "https://example.org/a b"])),
    )
    named = draw(st.dictionaries(NAMES, TYPES, min_size=1, max_size=4))
    entities = {}
    for name, type_ in named.items():
        mentions = tuple(sorted({Mention(s, s.of(text)) for s in draw(st.lists(spans(text), max_size=3))}))
        aliases = tuple(sorted(set(draw(st.lists(NAMES, max_size=2))) - {name}))
        entity = Entity(entity_id(type_, name), type_, name, aliases, mentions)
        entities[entity.id] = entity
    ids = st.sampled_from(sorted(entities))
    places = spans(text).filter(lambda span: span.of(text).strip())
    statements = [
        Statement(
            draw(ids),
            draw(st.sampled_from(["locatedIn", "partnersWith"])),
            draw(ids),
            tuple(sorted({Evidence.cut(document, span) for span in draw(st.lists(places, min_size=1, max_size=3))})),
            draw(st.sampled_from(Status)),
            tuple(sorted(draw(st.dictionaries(st.sampled_from(["date", "amount"]), NAMES)).items())),
            draw(st.none() | ids),
            draw(st.integers(0, 1000)) / 1000,
            draw(st.text(string.ascii_lowercase + ".", max_size=5)),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    return Extraction(document, tuple(entities.values()), tuple({s.id: s for s in statements}.values()))


@settings(deadline=None, max_examples=60)
@given(extractions())
def test_what_is_written_is_read_back(extraction: Extraction) -> None:
    store = Store.memory(dataset.quads(extraction))
    corpus = dataset.read(store)
    assert dict(corpus.documents) == {extraction.document.id: extraction.document}
    assert dict(corpus.entities) == {entity.id: entity for entity in extraction.entities}
    assert set(corpus.statements) == set(extraction.statements)


def test_two_documents_share_things_and_facts(resolved: tuple[list[Extraction], list[Merge]], store: Store) -> None:
    corpus = dataset.read(store)
    assert sorted(corpus.documents) == ["en", "ko"]
    assert sorted(corpus.entities) == [
        "Association/한빛바이오협회",
        "City/보스턴",
        "Company/가람제약",
        "Company/나래랩",
        "Country/미국",
    ]
    assert corpus.entities["Association/한빛바이오협회"].aliases == ("HBA",)
    assert [corpus.entities[id_].country for id_ in ("City/보스턴", "Country/미국")] == ["US", "US"]
    assert corpus.countries == {"US": {"ko": "미국", "en": "United States"}}
    assert len(corpus.statements) == 4


def test_a_second_sighting_adds_evidence(extractions: list[Extraction]) -> None:
    first = extractions[0]
    text = "다시 쓴다. " + first.document.text
    second = replace(first.document, id="again", text=text)
    fact = first.statements[0]
    shifted = tuple(Evidence("again", Span(e.span.start + 7, e.span.end + 7), e.quote) for e in fact.evidence)
    seen = replace(fact, evidence=shifted, confidence=0.95, extractor="another/rule")
    store = Store.memory([*dataset.quads(first), *dataset.quads(Extraction(second, first.entities, (seen,)))])
    (found,) = [s for s in dataset.read(store).statements if s.predicate == "locatedIn"]
    assert (found.confidence, found.extractor) == (0.95, "another/rule")
    assert set(found.evidence) == {*fact.evidence, *shifted}
    store.drop_graph(f"{BASE}document/again")
    assert dataset.read(store) == dataset.read(Store.memory(dataset.quads(first)))


def test_sightings_say_which_document_names_what_and_where(extractions: list[Extraction]) -> None:
    found = dataset.read(Store.memory(quad for extraction in extractions for quad in dataset.quads(extraction)))
    told = {
        extraction.document.id: sorted((m.span, e.id) for e in extraction.entities for m in e.mentions)
        for extraction in extractions
    }
    assert {id_: [(s.span, s.entity) for s in its] for id_, its in found.sightings.items()} == told
    assert any(told.values())


def test_only_what_is_asserted_is_a_direct_triple(store: Store) -> None:
    told = "?p IN (bg:acquires, bg:locatedIn, bg:bridges, bg:partnersWith)"
    rows = store.select(f"SELECT DISTINCT ?p {{ ?s ?p ?o FILTER({told}) }}")
    assert sorted(str(row["p"]).removeprefix(str(BG)) for row in rows) == ["bridges", "locatedIn", "partnersWith"]


def test_the_gazetteer_is_apart_and_says_what_no_text_says(store: Store) -> None:
    inside = store.select("SELECT ?g ?place ?country { GRAPH ?g { ?place bg:inCountry ?country } }")
    assert inside == [
        {
            "g": URIRef(f"{BASE}graph/gazetteer"),
            "place": URIRef(f"{BASE}City/보스턴"),
            "country": URIRef(f"{BASE}Country/미국"),
        }
    ]
    alone = Store.memory(dataset.gazetteer_quads([Entity("City/보스턴", "City", "보스턴", country="US")], load()))
    assert URIRef(f"{BASE}Country/미국") in {quad[0] for quad in alone.quads()}, "the id that a text naming it gets"


def test_the_seat_of_a_known_body_is_the_gazetteers_word() -> None:
    bodies = [
        Entity(entity_id(type_, name), type_, name)
        for type_, name in (
            ("GovernmentBody", "KHIDI"),
            ("Company", "아무도모르는바이오"),
            ("Person", "한국보건산업진흥원"),
        )
    ]
    quads = set(dataset.gazetteer_quads(bodies, load()))
    seats = {(s.removeprefix(BASE), o.removeprefix(BASE)) for s, p, o, _ in quads if p == BG.homeCountry}
    assert seats == {("GovernmentBody/khidi", "Country/한국")}, "not those of strangers, nor of persons"
    assert (URIRef(f"{BASE}Country/한국"), SKOS.notation, Literal("KR")) in {quad[:3] for quad in quads}
    extraction = Extraction(Document("d", "KHIDI", "en", ()), (bodies[0],), ())
    found = dataset.read(Store.memory([*dataset.quads(extraction), *quads]))
    assert found.entities["GovernmentBody/khidi"].country == "KR"


def test_a_country_outside_our_tables_has_its_standard_names() -> None:
    quads = set(dataset.gazetteer_quads([Entity("City/누쿠알로파", "City", "누쿠알로파", country="TO")], load()))
    labels = {quad[2] for quad in quads if quad[1] == SKOS.prefLabel}
    assert labels == {Literal("통가", lang="ko"), Literal("Tonga", lang="en")}


def test_identity_decisions_say_who_decided(store: Store) -> None:
    rows = store.select(
        """SELECT ?old ?new ?by ?d {
             ?m a bg:Merge ; dcterms:replaces ?old ; bg:keeps ?new ; bg:decidedBy ?by .
             ?old dcterms:isReplacedBy ?new .
             OPTIONAL { ?m dcterms:source ?d }
           } ORDER BY ?by"""
    )
    assert [(str(row["by"]), str(row["old"]).removeprefix(BASE)) for row in rows] == [
        ("lexicon", "Country/unitedstates"),
        ("stated", "Association/hba"),
    ]
    assert rows[1]["d"] == URIRef(f"{BASE}document/ko")


@pytest.mark.parametrize(
    "id_", ["a b/c", "100%", "<x>", "한국 경제#1", "..", "back\\slash", "\ue000\x00é", "a%20b", "𝄞"]
)
def test_any_id_has_an_address_and_comes_back(id_: str, extractions: list[Extraction]) -> None:
    document = replace(extractions[0].document, id=id_)
    entity = Entity(f"Company/{id_}", "Company", "가람제약")
    store = Store.memory(dataset.quads(Extraction(document, (entity,), ())))
    assert [*dataset.read(store).documents, *dataset.read(store).entities] == [id_, f"Company/{id_}"]


def test_another_base_is_found_by_itself(extractions: list[Extraction]) -> None:
    quads = list(dataset.quads(extractions[0], "https://example.org/kg/"))
    assert not any(str(term).startswith(BASE) for quad in quads for term in quad)
    assert dataset.read(Store.memory(quads)) == dataset.read(Store.memory(dataset.quads(extractions[0])))


def test_what_cannot_be_read_says_what_is_missing(store: Store) -> None:
    with pytest.raises(DatasetError, match="no document"):
        dataset.read(Store.memory())
    for lost in (BG.evidence, OA.exact, OA.start, BG.status, SCHEMA.text, RDF.object):
        broken = Store.memory(quad for quad in store.quads() if quad[1] != lost)
        with pytest.raises(DatasetError, match="biograph check"):
            dataset.read(broken)


def test_the_ontology_is_a_graph(store: Store) -> None:
    (row,) = store.select("SELECT ?l { GRAPH ?g { bg:bridges rdfs:label ?l } FILTER(LANG(?l) = 'en') }")
    assert row["l"] == Literal("bridges", lang="en")


def test_the_documentation_shows_what_is_written(store: Store, tmp_path: Path) -> None:
    """Each example in docs/dataset.md is a part of this very dataset."""
    store.write(tmp_path)
    written = (tmp_path / "dataset.trig").read_text("utf-8")
    text = (Path(__file__).parents[1] / "docs" / "dataset.md").read_text("utf-8")
    examples = re.findall(r"```trig\n(.*?)```", text, re.DOTALL)
    assert len(examples) == 3
    for subject in re.findall(r"^  .*?\.$", "".join(examples), re.DOTALL | re.MULTILINE):
        assert subject in written


def doubted(confidences: dict[str, float]) -> Store:
    """One document that states the same fact with and without a date, and another fact from the same quote."""
    text = "가나는 다라를 샀다. 가나는 다라에 있다."
    entities = [Entity(entity_id(t, n), t, n) for t, n in (("Company", "가나"), ("Company", "다라"))]
    document = Document("d", text, "ko", (Span(0, len(text)),))
    sentence, whole = Evidence.cut(document, Span(0, 11)), Evidence.cut(document, Span(0, len(text)))
    subject, object_ = entities[0].id, entities[1].id
    found = {
        "plain": Statement(subject, "acquires", object_, (sentence,)),
        "dated": Statement(subject, "acquires", object_, (whole,), qualifiers=(("date", "2026-05"),)),
        "other": Statement(subject, "investsIn", object_, (sentence,)),
    }
    statements = tuple(replace(s, confidence=confidences.get(name, 1.0)) for name, s in found.items())
    return Store.memory(dataset.quads(Extraction(document, tuple(entities), statements)))


@pytest.mark.parametrize(
    ("unsure", "facts", "quotes"),
    [
        ((), {"acquires", "investsIn"}, 2),
        (("plain",), {"acquires", "investsIn"}, 2),
        (("dated",), {"acquires", "investsIn"}, 1),
        (("other",), {"acquires"}, 2),
        (("plain", "other"), {"acquires"}, 1),
        (("plain", "dated", "other"), set(), 0),
    ],
)
def test_unsure_statements_go_with_all_that_rests_on_them_alone(
    unsure: tuple[str, ...], facts: set[str], quotes: int
) -> None:
    store = doubted(dict.fromkeys(unsure, 0.4))
    assert set(dataset.confident(store, 0.4)) == set(store.quads())
    kept = Store.memory(dataset.confident(store, 0.5))
    assert len(dataset.read(kept).statements) == 3 - len(unsure)
    direct = {p.removeprefix(str(BG)) for s, p, o, _ in kept.quads() if "/Company/" in s and "/Company/" in o}
    assert direct == facts
    assert sum(p == RDF.type and o == BG.Evidence for _, p, o, _ in kept.quads()) == quotes
    assert not {o for _, p, o, _ in kept.quads() if p == BG.evidence} - {s for s, *_ in kept.quads()}
