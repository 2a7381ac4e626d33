"""The page's data: what stands in the JSON."""

from __future__ import annotations

from dataclasses import replace

import pytest

from biograph.model import Corpus
from biograph.page import data
from biograph.page.label import LINES, plain, wrap
from biograph.vocabulary import load

from . import sample


def built(corpus: Corpus) -> dict:
    """The sections as one: the core, the statements, and the documents with their texts."""
    found = data.build(corpus, load())
    texts = {n: text for name, block in found.items() if name.startswith("texts-") for n, text in block.items()}
    documents = [document | texts[n] for n, document in enumerate(found["core"]["documents"])]
    return found["core"] | found["facts"] | {"documents": documents}


@pytest.fixture(scope="module")
def content(corpus: Corpus) -> dict:
    return built(corpus)


def test_everything_is_there_once(corpus, content):
    assert [d["id"] for d in content["documents"]] == sorted(corpus.documents)
    assert [e["id"] for e in content["entities"]] == sorted(corpus.entities)
    assert [s["id"] for s in content["statements"]] == sorted(s.id for s in corpus.statements)


def test_evidence_points_into_the_stored_text(corpus, content):
    quotes = {s.id: sorted(e.quote for e in s.evidence) for s in corpus.statements}
    for statement in content["statements"]:
        cut = [content["documents"][e["document"]]["text"][e["start"] : e["end"]] for e in statement["evidence"]]
        assert sorted(cut) == quotes[statement["id"]]


def test_mentions_point_into_the_stored_text(corpus, content):
    forms = {e.id: {e.name, *e.aliases} for e in corpus.entities.values()}
    found = [
        (document["text"][start:end], content["entities"][entity]["id"])
        for document in content["documents"]
        for start, end, entity in document["mentions"]
    ]
    assert len(found) > 50
    assert all(words in forms[entity] for words, entity in found)
    cut = {key: replace(document, text="short") for key, document in corpus.documents.items()}
    assert all(d["mentions"] == [] for d in built(replace(corpus, documents=cut))["documents"])


def test_evidence_that_does_not_hold_keeps_its_quote_and_claims_no_place(corpus):
    broken = {key: replace(document, text="something else") for key, document in corpus.documents.items()}
    content = built(replace(corpus, documents=broken))
    assert {e["document"] for s in content["statements"] for e in s["evidence"]} == {None}
    assert all(e["quote"] for s in content["statements"] for e in s["evidence"])


def test_a_body_has_the_country_its_place_leads_to_and_the_facts_that_lead_there(content):
    company = next(e for e in content["entities"] if e["name"] == "해담바이오")
    (group,) = company["groups"]
    assert group["group"] == "KR"
    path = [content["statements"][n] for n in group["chain"]]
    assert [s["predicate"] for s in path] == ["locatedIn", "locatedIn"]
    assert content["entities"][group["gazetteer"]]["name"] == "인천 송도"


def test_labels_in_both_languages_for_all_that_occurs(content):
    names = {e["type"] for e in content["entities"]} | {s["predicate"] for s in content["statements"]}
    for language in ("ko", "en"):
        assert names <= content["labels"][language].keys()
    assert content["labels"]["ko"]["planned"] == "계획"


def test_a_document_knows_the_first_one_of_its_text(corpus, content):
    assert [d["original"] for d in content["documents"]] == [0, 1, 2]
    ids = sorted(corpus.documents)
    copy = replace(corpus.documents[ids[0]], id=ids[2] + "-copy")
    documents = built(replace(corpus, documents={**corpus.documents, copy.id: copy}))["documents"]
    assert [d["original"] for d in documents] == [0, 1, 2, 0]


def test_relations_that_hold_both_ways_are_named(content):
    assert content["symmetric"] == ["partnersWith"]


def test_title_of_the_only_document():
    one = sample.corpus().documents["2025-05-02-investment"]
    assert data.default_title(Corpus({one.id: one})) == one.title
    assert data.default_title(sample.corpus()) == "biograph"


def test_labels_are_cleaned_and_short():
    assert plain("a\u202eb\u2066\n c") == "a b c"
    assert wrap("한미바이오교류협회 뉴잉글랜드지부") == ("한미바이오교류협회", "뉴잉글랜드지부")
    assert wrap("\u200b") == ("?",)
    assert len(wrap("아주 긴 이름을 가진 바이오산업 " * 9)) == LINES
    assert wrap("가" * 60)[0].endswith("…")
