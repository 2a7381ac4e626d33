"""A conforming dataset conforms, and each way of breaking it is told in words that name the fact."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from rdflib import PROV, RDF, SKOS, XSD, Literal, URIRef

from biograph import dataset, shapes
from biograph.errors import DatasetError
from biograph.model import Document, Entity, Evidence, Extraction, Mention, Span, Statement, entity_id
from biograph.store import Quad, Store
from biograph.vocabulary import BASE, BG, OA, SCHEMA

KO, EN = URIRef(f"{BASE}document/ko"), URIRef(f"{BASE}document/en")
HANBIT, BOSTON = URIRef(f"{BASE}Association/한빛바이오협회"), URIRef(f"{BASE}City/보스턴")
GARAM, NARAE = URIRef(f"{BASE}Company/가람제약"), URIRef(f"{BASE}Company/나래랩")


def node(store: Store, predicate: URIRef) -> URIRef:
    """The statement with this predicate."""
    (row,) = store.select("SELECT ?s ?p { ?s a bg:Statement ; rdf:predicate ?p }", p=predicate)
    assert isinstance(row["s"], URIRef)
    return row["s"]


def changed(store: Store, change: Callable[[Quad], Quad | None]) -> Store:
    """A store with each quad replaced by what `change` makes of it, or left out."""
    return Store.memory(new for quad in store.quads() if (new := change(quad)) is not None)


def without(store: Store, s: URIRef | None = None, p: URIRef | None = None) -> Store:
    return changed(store, lambda q: None if s in (None, q[0]) and p in (None, q[1]) else q)


def with_object(store: Store, s: URIRef, p: URIRef, o: URIRef | Literal) -> Store:
    return changed(store, lambda q: (s, p, o, q[3]) if (q[0], q[1]) == (s, p) else q)


def test_it_conforms(store: Store) -> None:
    report = shapes.check(store)
    assert report.conforms
    assert report.violations == ()
    assert (report.documents, report.statements, report.quotes) == (2, 4, 12)


LOCATED = "“한빛바이오협회” is located in “보스턴” (asserted)"
PLANNED = "“가람제약” acquires “나래랩” (planned)"
BREAKS: dict[str, tuple[Callable[[Store], Store], str, str]] = {
    "no evidence": (
        lambda s: without(s, node(s, BG.locatedIn), BG.evidence),
        LOCATED,
        "no sentence is given that states it",
    ),
    "text changed": (
        lambda s: changed(
            s, lambda q: (q[0], q[1], Literal(str(q[2]) + "!"), q[3]) if q[:2] == (KO, SCHEMA.text) else q
        ),
        "the document “한빛, 보스턴에”",
        "SHA-256 differs",
    ),
    "quote changed": (
        lambda s: changed(
            s,
            lambda q: (
                (q[0], q[1], Literal(str(q[2]).replace("보스턴", "뉴욕시")), q[3])
                if q[1] == OA.exact and "있다" in str(q[2])
                else q
            ),
        ),
        f"the evidence of {LOCATED}",
        "the document does not say this at 0 to 25",
    ),
    "offsets moved": (
        lambda s: changed(
            s, lambda q: (q[0], q[1], Literal(15), q[3]) if q[1] == OA.start and q[2] == Literal(14) else q
        ),
        "the mention of “미국”",
        "the document does not say this at 15 to 16, but “국”",
    ),
    "offset negative": (
        lambda s: changed(
            s, lambda q: (q[0], q[1], Literal(-1), q[3]) if q[1] == OA.start and q[2] == Literal(14) else q
        ),
        "the mention of “미국”",
        "a number from 0",
    ),
    "direct triple missing": (
        lambda s: changed(s, lambda q: None if q[:3] == (HANBIT, BG.locatedIn, BOSTON) else q),
        LOCATED,
        "the direct triple that says so is missing",
    ),
    "plan told as done": (
        lambda s: Store.memory([*s.quads(), (GARAM, BG.acquires, NARAE, KO)]),
        PLANNED,
        "although no text asserts it",
    ),
    "triple out of nowhere": (
        lambda s: Store.memory([*s.quads(), (NARAE, BG.acquires, GARAM, KO)]),
        "“나래랩”",
        "without a statement behind it",
    ),
    "no status": (
        lambda s: without(s, node(s, BG.acquires), BG.status),
        "“가람제약” acquires “나래랩” (no status)",
        "one status",
    ),
    "unknown status": (
        lambda s: with_object(s, node(s, BG.acquires), BG.status, BG.hoped),
        "“가람제약” acquires “나래랩” (hoped)",
        "one status",
    ),
    "wrong range": (
        lambda s: with_object(s, node(s, BG.acquires), RDF.object, BOSTON),
        "“가람제약” acquires “보스턴” (planned)",
        "the object of “acquires” must be one of",
    ),
    "wrong domain": (
        lambda s: with_object(s, node(s, BG.acquires), RDF.subject, BOSTON),
        "“보스턴” acquires “나래랩” (planned)",
        "the subject of “acquires” must be one of: organization",
    ),
    "unknown predicate": (
        lambda s: with_object(s, node(s, BG.acquires), RDF.predicate, BG.admires),
        "“가람제약” admires “나래랩” (planned)",
        "a predicate that the ontology does not know",
    ),
    "unknown type": (
        lambda s: changed(s, lambda q: (NARAE, RDF.type, BG.Thing, q[3]) if q[:2] == (NARAE, RDF.type) else q),
        "“나래랩”",
        "one type of the ontology",
    ),
    "two names": (
        lambda s: Store.memory([*s.quads(), (NARAE, SKOS.prefLabel, Literal("나래연구소", lang="ko"), KO)]),
        "“나래랩”",
        "two preferred names",
    ),
    "too sure": (
        lambda s: with_object(s, node(s, BG.locatedIn), BG.confidence, Literal("1.5", datatype=XSD.decimal)),
        LOCATED,
        "a decimal from 0 to 1; it has “1.5”",
    ),
    "date in words": (
        lambda s: with_object(s, node(s, BG.acquires), BG.date, Literal("내년")),
        PLANNED,
        "it has “내년”",
    ),
    "evidence of another graph": (
        lambda s: changed(s, lambda q: (*q[:3], EN) if q[0] == evidence(s, BG.locatedIn) else q),
        LOCATED,
        "not in the graph of the document that states it",
    ),
    "quoted from elsewhere": (
        lambda s: with_object(s, evidence(s, BG.locatedIn), PROV.wasQuotedFrom, EN),
        f"the evidence of {LOCATED}",
        "a document outside the graph",
    ),
}


def evidence(store: Store, predicate: URIRef) -> URIRef:
    (row,) = store.select("SELECT ?s ?e { ?s bg:evidence ?e }", s=node(store, predicate))
    assert isinstance(row["e"], URIRef)
    return row["e"]


@pytest.mark.parametrize("name", BREAKS)
def test_what_is_broken_is_told(store: Store, name: str) -> None:
    breaks, fact, words = BREAKS[name]
    report = shapes.check(breaks(store))
    told = "\n".join(map(str, report.violations))
    assert not report.conforms
    assert any(fact in v.fact and words in v.problem for v in report.violations), told
    assert not any(jargon in told for jargon in ("sh:", "Constraint", "NodeShape", "minCount")), told


def test_a_violation_gives_sentence_and_document(store: Store) -> None:
    report = shapes.check(with_object(store, node(store, BG.acquires), RDF.object, BOSTON))
    told = [v for v in report.violations if "object" in v.problem]
    assert [(v.document, v.quote) for v in told] == [("ko", "가람제약은 내년에 나래랩을 인수할 계획이다.")]
    assert str(told[0]) in (Path(__file__).parents[1] / "docs" / "dataset.md").read_text("utf-8")


def test_what_cannot_be_checked_is_an_error() -> None:
    with pytest.raises(DatasetError, match="no document"):
        shapes.check(Store.memory())


def test_the_check_only_looks(store: Store) -> None:
    before = list(store.quads())
    shapes.check(store)
    assert list(store.quads()) == before


def test_hundreds_of_statements_take_seconds() -> None:
    text = "가람은 나람과 협력한다. " * 300
    document = Document("d", text, "ko", (Span(0, len(text)),))
    firms = [
        Entity(entity_id("Company", f"가람{n}"), "Company", f"가람{n}", (), (Mention(Span(0, 2), "가람"),))
        for n in range(301)
    ]
    facts = [
        Statement(a.id, "acquires", b.id, (Evidence.cut(document, Span(n * 14, n * 14 + 13)),))
        for n, (a, b) in enumerate(pairwise(firms))
    ]
    store = Store.memory(dataset.quads(Extraction(document, tuple(firms), tuple(facts))))
    start = time.process_time()
    assert shapes.check(store).conforms
    assert time.process_time() - start < 15
