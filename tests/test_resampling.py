"""Smaller corpora: as if the articles left out had never been there."""

from dataclasses import replace
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biograph.errors import NotFoundError
from biograph.identity import combined
from biograph.model import Corpus
from biograph.resampling import bootstrap, leave_one_out, without
from small_corpus import corpus

ALPHA, BETA = "Company:Alpha partnersWith Company:Beta", "Company:Beta partnersWith Company:Gamma"
BOTH = f"{ALPHA}\n{BETA}"

name = st.sampled_from("ABCDE")
line = st.builds("Company:{} {} Company:{}".format, name, st.sampled_from(["owns", "funds"]), name)
texts = st.lists(st.lists(line, min_size=1, max_size=4).map("\n".join), min_size=1, max_size=5)


def joined(*articles: str) -> Corpus:
    """Their corpus as it is read from a dataset: a fact of several articles is one statement with all its evidence."""
    found = corpus(*articles)
    return replace(found, statements=combined(found.statements))


def content(part: Corpus) -> tuple[object, ...]:
    """All but the names of the documents."""
    quotes = sorted((s.id, part.documents[e.document].text, e.span) for s in part.statements for e in s.evidence)
    return quotes, sorted(part.entities.items()), sorted(d.text for d in part.documents.values())


@given(texts)
@settings(max_examples=60, deadline=None)
def test_what_is_left_is_the_corpus_of_the_other_articles(articles: list[str]) -> None:
    for build in (corpus, joined):
        whole = build(*articles)
        for left_out, part in leave_one_out(whole):
            gone = whole.documents[left_out].text
            assert content(part) == content(build(*(text for text in articles if text != gone)))


@given(texts, st.integers(0, 9))
@settings(max_examples=30, deadline=None)
def test_a_sample_is_the_corpus_of_the_articles_drawn(articles: list[str], seed: int) -> None:
    whole = joined(*articles)
    for drawn, part in islice(bootstrap(whole, seed), 5):
        named = {whole.documents[id_].text for id_ in drawn}
        assert len(named) == len(drawn)
        assert content(part) == content(joined(*(text for text in articles if text in named)))


def test_a_statement_loses_the_quotes_of_the_article_that_goes() -> None:
    whole = joined(ALPHA, BOTH)
    (fact,) = (s for s in without(whole, ["d1"]).statements if s.subject == "Company/alpha")
    assert [evidence.document for evidence in fact.evidence] == ["d2"]


def test_copies_of_a_text_leave_together_and_are_named_once() -> None:
    whole = corpus(ALPHA, BETA, ALPHA)
    assert [id_ for id_, _ in leave_one_out(whole)] == ["d1", "d2"]
    for id_ in ("d1", "d3"):
        assert list(without(whole, [id_]).documents) == ["d2"]
    assert {drawn for drawn, _ in islice(bootstrap(whole), 50)} == {("d1",), ("d2",), ("d1", "d2")}


def test_those_that_alone_state_most_are_left_out_first() -> None:
    whole = corpus(
        ALPHA,
        ALPHA,
        f"{ALPHA}\nCompany:X owns Company:Y",
        f"{BOTH}\nCompany:X owns Company:Z\nCompany:Q owns Company:Z",
    )
    assert [id_ for id_, _ in leave_one_out(whole)] == ["d4", "d3", "d1"]


def test_what_one_plans_and_another_asserts_are_two_facts() -> None:
    whole = corpus(ALPHA, f"{ALPHA}\n{BETA} status=planned", BETA)
    assert [id_ for id_, _ in leave_one_out(whole)] == ["d2", "d3", "d1"]


def test_articles_that_state_nothing_stay_and_are_not_drawn() -> None:
    whole = corpus(ALPHA, BETA)
    silent = replace(whole.documents["d1"], id="d0", text="Nothing happened.")
    whole = replace(whole, documents={"d0": silent, **whole.documents})
    assert [(id_, list(part.documents)) for id_, part in leave_one_out(whole)] == [
        ("d1", ["d0", "d2"]),
        ("d2", ["d0", "d1"]),
    ]
    assert all("d0" not in drawn and "d0" in part.documents for drawn, part in islice(bootstrap(whole), 20))
    assert list(without(whole, ["d0"]).documents) == ["d1", "d2"]


def test_entities_that_no_statement_names_stay() -> None:
    whole = corpus(ALPHA, BETA)
    named_only = replace(next(iter(whole.entities.values())), id="Company/silent")
    whole = replace(whole, entities={**whole.entities, named_only.id: named_only})
    assert sorted(without(whole, ["d1"]).entities) == ["Company/beta", "Company/gamma", "Company/silent"]


def test_who_says_so_is_named_by_the_statement() -> None:
    whole = corpus(f"{ALPHA} speaker=Person:Kim", "Person:Kim founds Company:Delta")
    assert "Person/kim" in without(whole, ["d2"]).entities
    assert "Company/delta" not in without(whole, ["d2"]).entities


def test_about_37_percent_are_missing() -> None:
    count, samples = 30, 200
    whole = corpus(*(f"Company:C{n} owns Company:D{n}" for n in range(count)))
    present = sum(len(drawn) for drawn, _ in islice(bootstrap(whole), samples)) / samples / count
    assert 1 - present == pytest.approx((1 - 1 / count) ** count, abs=0.01)  # its standard error is 0.004


def test_the_seed_decides() -> None:
    whole = corpus(*(f"Company:C{n} owns Company:D{n}" for n in range(9)))
    turned = Corpus(dict(reversed(whole.documents.items())), whole.entities, whole.statements[::-1])

    def drawn(of: Corpus, seed: int) -> list[tuple[str, ...]]:
        return [ids for ids, _ in islice(bootstrap(of, seed), 5)]

    assert drawn(whole, 1) == drawn(whole, 1) == drawn(turned, 1)
    assert drawn(whole, 1) != drawn(whole, 2)


def test_of_a_single_article_nothing_is_drawn() -> None:
    assert list(islice(bootstrap(corpus(ALPHA, ALPHA)), 9)) == []
    assert list(islice(bootstrap(Corpus()), 9)) == []
    assert list(leave_one_out(Corpus())) == []


def test_an_unknown_document_is_told() -> None:
    with pytest.raises(NotFoundError, match="no document named 'd9'"):
        without(corpus(ALPHA), ["d1", "d9"])
