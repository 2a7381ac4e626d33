"""From a name down to the sentences: every path has its statements, every statement its quotes."""

import json

import networkx as nx
import pytest

from biograph.errors import NotFoundError
from biograph.groups import by_type
from biograph.model import Corpus
from biograph.network import Projection, project
from biograph.table import width
from biograph.why import Connection, Explanation, about, connect, find
from small_corpus import CLAIM, corpus


def explain(found: Corpus, graph: nx.Graph, a: str, b: str | None = None) -> Explanation | Connection:
    return connect(found, graph, a, b) if b else about(found, graph, a)


FOUND = corpus(
    """
    Company:Alpha partnersWith Association:재미협회
    Company:Alpha locatedIn City:Seoul
    Association:재미협회 bridges Country:한국 speaker=Company:Alpha
    Association:재미협회 bridges Country:미국 status=planned
    """,
    """
    Association:재미협회 supports Company:Beta
    Company:Beta locatedIn City:Boston
    Association:재미협회 locatedIn City:Boston
    Company:Beta suppliesTo Company:Gamma
    Company:Gamma suppliesTo Company:Delta
    Company:Lonely develops Product:Pill
    """,
    aliases={"재미협회": ("KABIC",)},
)
GRAPH = project(FOUND)


def test_every_brokered_pair_opens_to_statements_and_quotes() -> None:
    found = about(FOUND, GRAPH, "KABIC")
    (pair,) = found.brokered
    assert {pair.left, pair.right} == {"Alpha", "Beta"}
    assert pair.roles == {"representative": 1.0, "gatekeeper": 1.0}
    assert [fact.predicate for fact in pair.facts] in (["partnersWith", "supports"], ["supports", "partnersWith"])
    for fact in pair.facts:
        (quote,) = fact.quotes
        assert FOUND.documents[quote.document].text[quote.start : quote.end] == quote.quote
        assert (quote.title, quote.published) == (
            FOUND.documents[quote.document].title,
            FOUND.documents[quote.document].published,
        )


def test_the_groups_open_to_the_facts_that_show_them() -> None:
    (group,) = about(FOUND, GRAPH, "KABIC").groups
    assert (group.group, group.gazetteer) == ("US", "Boston")
    assert [fact.predicate for fact in group.facts] == ["locatedIn"]


def test_claims_stand_apart_with_status_and_speaker() -> None:
    claims = about(FOUND, GRAPH, "KABIC").claims
    assert [(c.object, str(c.status), c.speaker) for c in claims] == [
        ("미국", "planned", None),
        ("한국", "asserted", "Alpha"),
    ]


def test_paths_between_two_names_shortest_first() -> None:
    found = connect(FOUND, GRAPH, "Alpha", "Gamma")
    assert [path.names for path in found.paths] == [("Alpha", "재미협회", "Beta", "Gamma")]
    assert [[fact.predicate for fact in tie] for tie in found.paths[0].ties] == [
        ["partnersWith"],
        ["supports"],
        ["suppliesTo"],
    ]


def test_other_statements_stand_by_relation() -> None:
    there = corpus("\n".join(f"Company:A {p} Company:{o}" for p in ("supports", "acquires") for o in ("Z", "Y", "X")))
    found = about(there, project(there, Projection(statuses=())), "A").other
    assert [f"{f.predicate} {f.object}" for f in found] == [f"{p} {o}" for p in ("acquires", "supports") for o in "XYZ"]


def test_no_path_and_no_node_are_said() -> None:
    assert "No path joins" in connect(FOUND, GRAPH, "Alpha", "Lonely").to_text(language="en")
    assert connect(FOUND, GRAPH, "Alpha", "Seoul").not_nodes == ("Seoul",)
    assert "Seoul" in about(FOUND, GRAPH, "Seoul").to_text(language="en")
    assert about(FOUND, GRAPH, "Seoul").node is False


def test_what_is_stated_of_two_names_is_shown_whatever_its_status() -> None:
    found = connect(FOUND, GRAPH, "미국", "KABIC")
    assert [(fact.predicate, str(fact.status)) for fact in found.stated] == [("bridges", "planned")]
    text = found.to_text(language="en")
    assert "“Association:재미협회 bridges Country:미국 status=planned”" in text
    assert "no node" in text
    assert connect(FOUND, GRAPH, "Alpha", "Gamma").stated == ()


def test_each_sentence_that_states_a_fact_is_quoted_once() -> None:
    said_twice = corpus(CLAIM, CLAIM)
    found = about(said_twice, project(said_twice), "KABIC")
    assert [len(claim.quotes) for claim in found.claims] == [2, 2]
    text = found.to_text()
    for document in said_twice.documents.values():
        assert f"{document.title}, {document.published}" in text
    assert text.count("“Association:KABIC bridges Country:한국”") == 2


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("other", [None, "Gamma"])
def test_text_keeps_to_its_width_and_quotes_once(language: str, other: str | None) -> None:
    text = explain(FOUND, GRAPH, "KABIC", other).to_text(60, language)
    assert max(map(width, text.splitlines())) <= 60
    assert text.count("“Association:재미협회 supports Company:Beta”") == 1
    assert text.endswith("\n")


def test_text_says_what_json_says() -> None:
    found = explain(FOUND, GRAPH, "KABIC")
    assert isinstance(found, Explanation)
    assert isinstance(explain(FOUND, GRAPH, "KABIC", "Beta"), Connection)
    text, values = found.to_text(language="en"), json.loads(json.dumps(found.to_json()))
    assert values["brokered"][0]["facts"][0]["quotes"][0]["quote"] in text
    assert "Article 1, 2024-01-01 (d1)" in text
    assert "[planned]" in text
    assert "said by Alpha" in text
    assert "Alpha (한국)" in text or "Alpha (KR)" in text


def test_directed_paths_follow_the_ties() -> None:
    graph = project(FOUND, Projection(directed=True))
    assert about(FOUND, graph, "Beta").brokered[0].left == "재미협회"
    assert len(about(FOUND, graph, "Beta").brokered) == 1
    assert connect(FOUND, graph, "Delta", "Beta").paths == ()


@pytest.mark.parametrize("name", ["Association/재미협회", "재미협회", "kabic", "재미 협회"])
def test_an_entity_is_found_by_id_name_or_alias(name: str) -> None:
    assert find(FOUND, name).id == "Association/재미협회"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Alfa", "nearest: Alpha"),
        ("KABBIC", "nearest: 재미협회"),
        ("협회", "nearest: 재미협회"),
        ("Zzz", ""),
        ("!?", ""),
    ],
)
def test_an_unknown_name_gets_the_nearest(name: str, hint: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        find(FOUND, name)
    assert caught.value.hint == hint


def test_a_name_of_two_entities_asks_which() -> None:
    two = corpus("Company:Merck supplies Company:Alpha\nFacility:Merck locatedIn City:Boston")
    with pytest.raises(NotFoundError, match="Company/merck, Facility/merck"):
        find(two, "Merck")
    assert find(two, "Facility/merck").type == "Facility"


def test_an_empty_corpus_knows_nobody() -> None:
    with pytest.raises(NotFoundError):
        find(Corpus(), "KABIC")


def test_pairs_are_those_of_the_groups_and_roles_asked_for() -> None:
    types = by_type(FOUND)
    (pair,) = about(FOUND, GRAPH, "KABIC", grouping=types).brokered
    assert pair.roles == {"itinerant": 2.0}
    assert about(FOUND, GRAPH, "KABIC", grouping=types, between=frozenset({"Company", "Product"})).brokered == ()
    assert len(about(FOUND, GRAPH, "KABIC", roles=("gatekeeper",)).brokered) == 1
    assert about(FOUND, GRAPH, "KABIC", roles=("liaison",)).brokered == ()
    assert about(FOUND, GRAPH, "Alpha", grouping=types).groups[0].group == "Company"


def test_what_falls_apart_without_a_body_is_named() -> None:
    assert about(FOUND, GRAPH, "Beta").apart == (("재미협회", "Alpha"), ("Delta", "Gamma"))
    assert about(FOUND, GRAPH, "Alpha").apart == ()
    text = about(FOUND, GRAPH, "KABIC").to_text(language="en")
    assert "part 1, 3 nodes: Beta, Delta, Gamma" in text
    assert "part 2, 1 nodes: Alpha" in text
