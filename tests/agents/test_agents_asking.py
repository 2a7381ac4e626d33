"""SPARQL and named queries for agents, what the data holds, and limits that are told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from biograph import query
from biograph.store import Store
from biograph.vocabulary import load

pytest.importorskip("mcp", reason="pip install 'biograph[mcp]'")
from biograph.agents import querying, text

if TYPE_CHECKING:
    from agent_client import Agent

NEWS = Path(__file__).parents[1] / "news.trig"


def test_rows_are_json_objects_on_lines_of_their_own(agent: Agent) -> None:
    asked = "SELECT ?who ?what { ?who bg:bridges ?what } ORDER BY ?what"
    base = "https://w3id.org/biograph/id/"
    rows = [{"who": f"{base}Association/가교바이오협회", "what": f"{base}Country/{c}"} for c in ("미국", "한국")]
    found = agent.values("sparql", query=asked)
    assert (found["form"], found["variables"], found["rows"], found["cut"]) == ("SELECT", ["who", "what"], rows, None)
    assert agent.text("sparql", query=asked).splitlines() == [*map(text.row, rows), "2 rows, all there are"]


def test_asking_yes_or_no_and_for_triples(agent: Agent) -> None:
    assert agent.values("sparql", query="ASK { ?a bg:bridges ?b }")["truth"] is True
    assert agent.text("sparql", query="ASK { ?a bg:visits ?b }") == "false\n"
    found = agent.values("sparql", query="CONSTRUCT WHERE { ?a bg:bridges ?b }")
    assert [line.split(" ")[1] for line in found["triples"]] == ["<https://w3id.org/biograph/ontology#bridges>"] * 2


def test_no_row_is_an_answer(agent: Agent) -> None:
    assert agent.text("sparql", query="SELECT ?a { ?a bg:visits ?b }") == "0 found, all there are\n"


def test_a_cut_answer_says_so_and_how_to_go_on(agent: Agent) -> None:
    assert agent.values("sparql", query="SELECT * { ?a ?b ?c }", limit=5)["cut"] == "rows"
    last = agent.text("sparql", query="SELECT * { ?a ?b ?c }", limit=5).splitlines()[-1]
    assert last.startswith("CUT by rows after 5: narrow the query, or go on with ORDER BY")


def test_an_answer_stays_within_what_a_model_reads(agent: Agent) -> None:
    wide = "SELECT ?a ?b ?c ?d ?e ?f { ?a ?b ?c . ?d ?e ?f } LIMIT 300"
    found = agent.values("sparql", query=wide, limit=1000)
    assert found["cut"] == "size"
    assert 0 < len(found["rows"]) < 300
    assert len(agent.text("sparql", query=wide, limit=1000)) < text.MOST + 1000
    triples = agent.values("sparql", query="CONSTRUCT WHERE { ?a ?b ?c }", limit=1000)
    assert triples["cut"] == "size"


def test_a_long_cell_is_cut_and_says_so(agent: Agent) -> None:
    (row,) = agent.values("sparql", query=f'SELECT ("{"다리" * 800}" AS ?long) {{}}')["rows"]
    assert row["long"] == "다리" * 500 + "… (1600 characters)"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("SELECT ?a {\n ?a bg:bridges ?b", "query, line 2"),
        ("SELECT ?a { ?a nix:bridges ?b }", "a prefix is not declared"),
        ("INSERT DATA { bg:a bg:b bg:c }", "INSERT is refused"),
        ("SELECT * { SERVICE <http://example.org/> { ?a ?b ?c } }", "SERVICE is refused"),
        ("SELECT * FROM <file:///etc/passwd> { ?a ?b ?c }", "file:///etc/passwd"),
        ("이것은 SPARQL이 아니다", "not SPARQL"),
    ],
)
def test_a_wrong_query_is_told_so_that_it_can_be_mended(agent: Agent, asked: str, told: str) -> None:
    assert told in agent.error("sparql", query=asked)


def test_a_runaway_query_ends_and_others_are_answered(agent: Agent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(querying, "_SECONDS", 0.5)
    runaway = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    assert "and was stopped" in agent.error("sparql", query=runaway)
    assert agent.text("sparql", query="ASK { ?a bg:bridges ?b }") == "true\n"


def test_a_named_query_answers_as_the_command_does(agent: Agent) -> None:
    named = query.find("planned", load())
    _, expected = query.rows(query.ask(Store.read(NEWS), named, format="json"))
    rows = agent.values("named_query", name="planned")["rows"]
    assert len(rows) == len(expected) == 1
    assert rows[0]["quote"] == "한빛바이오는 하버시약에 100만 달러를 투자할 계획이다."
    assert "language" not in rows[0]


def test_a_named_query_takes_values_and_the_server_s_language(agent: Agent, english: Agent) -> None:
    asked = {"name": "about", "parameters": {"name": "gba"}}
    assert {row["subject"] for row in agent.values("named_query", **asked)["rows"]} == {"가교바이오협회", "한빛바이오"}
    assert "Hanbit Bio" in english.text("named_query", **asked)
    korean = english.text("named_query", name="about", parameters={"name": "gba", "language": "ko"})
    assert "Hanbit Bio" not in korean


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"name": "bridge"}, "no query is named bridge (there is bridges"),
        ({"name": "about"}, "name must be given"),
        ({"name": "about", "parameters": {"name": "GBAA"}}, "no entity named 'GBAA' (nearest: 가교바이오협회)"),
        ({"name": "about", "parameters": {"nom": "GBA"}}, "no such parameter: nom"),
        ({"name": "about", "parameters": {"name": 5}}, "parameters.name: "),
    ],
)
def test_a_named_query_s_mistakes_are_told(agent: Agent, asked: dict[str, object], told: str) -> None:
    assert told in agent.error("named_query", **asked)


def test_a_value_is_bound_and_never_text_of_the_query(agent: Agent) -> None:
    name = 'GBA") } INSERT DATA { <a> <b> <c> } #'
    assert "no entity named" in agent.error("named_query", name="about", parameters={"name": name})


def test_the_description_counts_what_is_there(agent: Agent) -> None:
    found = agent.values("describe_data")
    assert (found["documents"], found["languages"]) == (2, {"en": 1, "ko": 1})
    assert (found["first_date"], found["last_date"]) == ("2024-03-02", "2024-04-05")
    assert {name: count for name, count in found["statements"].items() if count} == {
        "asserted": 9,
        "planned": 1,
        "negated": 1,
    }
    relations = {term["name"]: term for term in found["properties"]}
    assert relations["acquires"]["count"] == 2
    assert (relations["acquires"]["label_en"], relations["visits"]["count"]) == ("acquires", 0)
    assert {term["name"]: term["count"] for term in found["classes"]}["Company"] == 2
    assert {query.name for query in query.named(load())} == {query["name"] for query in found["named_queries"]}


def test_the_examples_of_the_description_answer(agent: Agent) -> None:
    examples = agent.values("describe_data")["examples"]
    assert len(examples) == 3
    for example in examples:
        assert agent.values("sparql", query=example["sparql"])["rows"]
        assert example["sparql"] in agent.text("describe_data")
