"""Entities by name, facts with their citations, and passages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from biograph import dataset
from biograph.store import Store

pytest.importorskip("mcp", reason="pip install 'biograph[mcp]'")
if TYPE_CHECKING:
    from agent_client import Agent

NEWS = Path(__file__).parents[1] / "news.trig"
HANBIT, HARBOR = "Company/한빛바이오", "Company/하버시약"


@pytest.mark.parametrize(
    ("query", "id_", "match"),
    [
        ("GBA", "Association/가교바이오협회", "exact"),
        ("gba", "Association/가교바이오협회", "exact"),
        ("한빛 바이오", HANBIT, "exact"),
        ("Hanbit Bio", HANBIT, "exact"),
        ("harbor", HARBOR, "prefix"),
        ("시약", HARBOR, "part"),
        ("협회 가교", "Association/가교바이오협회", "words"),
        ("ㅎㅂㅅ", HARBOR, "initials"),
        ("Country/한국", "Country/한국", "exact"),
        (f"https://w3id.org/biograph/id/{HANBIT}", HANBIT, "exact"),
        ("bio", HANBIT, "word"),
        ("gksqlc", HANBIT, "keyboard"),
        ("한빛바이어", HANBIT, "nearest"),
    ],
)
def test_a_name_is_found_however_it_is_typed(agent: Agent, query: str, id_: str, match: str) -> None:
    first = agent.values("find_entities", query=query)["entities"][0]
    assert (first["id"], first["match"]) == (id_, match)


def test_what_matches_best_and_is_most_spoken_of_comes_first(agent: Agent) -> None:
    found = agent.values("find_entities", query="한")["entities"]
    assert [(entity["id"], entity["statements"]) for entity in found] == [(HANBIT, 7), ("Country/한국", 1)]


def test_a_found_entity_says_what_it_is(english: Agent) -> None:
    (found,) = english.values("find_entities", query="한빛바이오")["entities"]
    assert found == {
        "id": HANBIT,
        "iri": "https://w3id.org/biograph/id/Company/한빛바이오",
        "name": "Hanbit Bio",
        "type": "Company",
        "type_label": "company",
        "aliases": ["한빛바이오"],
        "countries": ["South Korea"],
        "statements": 7,
        "match": "exact",
    }


def test_a_class_keeps_its_subclasses(agent: Agent) -> None:
    kept = agent.values("find_entities", query="바이오", type="organization")["entities"]
    assert len(kept) == 2
    (company,) = agent.values("find_entities", query="바이오", type="Company")["entities"]
    assert company["id"] == HANBIT
    assert "no class named 'Compny' (there is Company" in agent.error("find_entities", query="바이오", type="Compny")


def test_more_than_the_limit_is_counted_and_said(agent: Agent) -> None:
    assert agent.values("find_entities", query="바이오", limit=1)["more"] == 1
    assert "1 more" in agent.text("find_entities", query="바이오", limit=1)


def test_a_name_like_none_finds_nothing(agent: Agent) -> None:
    assert agent.values("find_entities", query="Zzyzx")["entities"] == []
    assert agent.values("find_entities", query="!!!")["entities"] == []


def test_every_fact_cites_the_exact_place_in_its_document(agent: Agent) -> None:
    documents = dataset.read(Store.read(NEWS)).documents
    found = agent.values("facts", entity="한빛바이오")
    cited = {citation["number"]: citation for citation in found["citations"]}
    assert found["total"] == len(found["facts"]) == 7
    assert {number for fact in found["facts"] for number in fact["citations"]} == set(cited) == set(range(1, 8))
    for citation in cited.values():
        text = documents[citation["document"]].text
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_a_citation_tells_title_outlet_and_date(agent: Agent) -> None:
    found = agent.values("facts", entity="한빛바이오", status="planned")
    (citation,) = found["citations"]
    assert citation == {
        "number": 1,
        "quote": "한빛바이오는 하버시약에 100만 달러를 투자할 계획이다.",
        "quote_is_cut": False,
        "document": "ko",
        "title": "다리 놓는 협회",
        "outlet": "가상일보",
        "date": "2024-03-02",
        "source": None,
        "start": 82,
        "end": 113,
    }
    text = agent.text("facts", entity="한빛바이오", status="planned")
    assert (
        '[1] "한빛바이오는 하버시약에 100만 달러를 투자할 계획이다." -- "다리 놓는 협회", 가상일보, 2024-03-02' in text
    )
    assert 'amount: "1000000 USD"' in text


def test_what_is_denied_or_planned_says_so_first_and_who_says_it(agent: Agent) -> None:
    lines = agent.text("facts", entity="한빛바이오", about="하버시약").splitlines()
    assert [line.partition(":")[0] for line in lines if " – " in line] == [
        "ASSERTED",
        "ASSERTED",
        "PLANNED, NOT DONE",
        "DENIED, NOT A FACT",
    ]
    assert "said by 김가온" in next(line for line in lines if line.startswith("DENIED"))
    by = {fact["status"]: fact for fact in agent.values("facts", entity="한빛바이오", about="하버시약")["facts"]}
    assert [by[status]["is_asserted"] for status in ("asserted", "planned", "negated")] == [True, False, False]
    assert by["negated"]["speaker"] == "김가온"


def test_a_fact_of_two_articles_is_there_once_with_both_quotes(agent: Agent) -> None:
    (fact,) = agent.values("facts", entity="한빛바이오", predicate="partnersWith")["facts"]
    assert (fact["documents"], fact["citations"]) == (2, [1, 2])


def test_facts_go_on_where_they_were_cut(agent: Agent) -> None:
    seen, offset = [], 0
    while offset is not None:
        page = agent.values("facts", entity="GBA", limit=2, offset=offset)
        seen += [fact["statement"] for fact in page["facts"]]
        offset = page["next_offset"]
    assert len(seen) == len(set(seen)) == 3
    assert "CUT: go on with offset=2" in agent.text("facts", entity="GBA", limit=2)


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2024-03-02", None, {"acquires", "investsIn", "locatedIn", "memberOf", "affiliatedWith"}),
        (None, "2024-03-01", {"partnersWith"}),
        ("2024-04", "2024", {"acquires"}),
        ("2024-04-05", None, {"acquires"}),
        ("2025", None, set()),
    ],
)
def test_facts_are_of_the_time_asked_for(agent: Agent, since: str | None, until: str | None, found: set[str]) -> None:
    """A date in the text goes before the article's; 2024-04 may be any day of April."""
    facts = agent.values("facts", entity="한빛바이오", since=since, until=until)["facts"]
    assert {fact["predicate"] for fact in facts} == found


def test_names_are_those_of_the_language(english: Agent) -> None:
    assert "Hanbit Bio – partners with (partnersWith) – Harbor Reagents" in english.text("facts", entity="한빛바이오")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ({"entity": "한빛바이어"}, "no entity named '한빛바이어' (nearest: 한빛바이오"),
        ({"entity": "GBA", "about": "nobody"}, "no entity named 'nobody'"),
        ({"entity": "GBA", "predicate": "partnerWith"}, "there is partnersWith"),
        ({"entity": "GBA", "status": "denied"}, "status: Input should be 'asserted'"),
        ({"entity": "GBA", "since": "yesterday"}, "since: "),
        ({"entity": "GBA", "limit": 0}, "limit: "),
        ({"entity": "GBA", "form": "2020"}, "facts has no argument 'form' (it has entity, about"),
        ({}, "entity: Field required"),
    ],
)
def test_a_mistake_is_told_in_one_line(agent: Agent, arguments: dict[str, object], told: str) -> None:
    assert told in agent.error("facts", **arguments)


def test_a_passage_begins_before_its_place_and_goes_on(agent: Agent) -> None:
    document = dataset.read(Store.read(NEWS)).documents["ko"]
    first = agent.values("read_document", id="ko", length=100)
    rest = agent.values("read_document", id="ko", around=first["next_around"])
    assert first["text"] + rest["text"] == document.text
    assert rest["next_around"] is None
    assert (first["title"], first["outlet"], first["date"]) == ("다리 놓는 협회", "가상일보", "2024-03-02")
    assert agent.values("read_document", id="ko", around=10_000)["text"] == document.text[-200:]


def test_a_document_goes_by_its_id_or_its_addresses(agent: Agent) -> None:
    for id_ in ("en", "biograph://document/en", "https://w3id.org/biograph/id/document/en"):
        assert agent.values("read_document", id=id_)["document"] == "en"
    assert "no document with the id 'eng' (nearest: en" in agent.error("read_document", id="eng")
