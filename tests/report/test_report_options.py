"""The report of other questions: what is asked stands in it, and nothing that texts claim is lost."""

from dataclasses import replace

import pytest

from biograph import brokers
from biograph.brokers import Question
from biograph.network import Projection
from biograph.report import html, markdown
from small_corpus import corpus, planted

QUICK = Question(nulls=(), bootstraps=0)


def told(question: Question) -> str:
    found = planted()
    return markdown(found, brokers.rank(found, question), "en")


def test_the_two_groups_asked_for_stand_before_the_answer() -> None:
    assert "Only paths between 한국 – 미국 are counted." in told(replace(QUICK, between=("미국", "한국")))
    assert "Only paths" not in told(QUICK)


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("country", "Groups: country"),
        ("stated", "Groups: country as texts state it"),
        ("type", "Groups: type"),
        ("louvain", "Groups: Louvain communities"),
    ],
)
def test_every_way_of_grouping_has_its_words(group: str, words: str) -> None:
    lines = told(replace(QUICK, group=group)).splitlines()
    assert any(line.lstrip("- ") == words for line in lines)


def test_a_claim_of_one_article_is_quoted_though_its_facts_are_left_out() -> None:
    line = "Company:Hub supports Company:A\nCompany:Hub supports Company:B"
    found = corpus(f"{line}\nCompany:Hub bridges Country:한국", f"{line}\nCompany:Hub acquires Company:C")
    question = replace(QUICK, projection=Projection(min_documents=2))
    for write in (markdown, html):
        text = write(found, brokers.rank(found, question), "en")
        assert "Company:Hub bridges Country:한국" in text
        assert "acquires" not in text
