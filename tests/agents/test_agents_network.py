"""What joins two entities, who brokers and why: computed figures apart from claims, each with its quotes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from biograph import brokers, dataset
from biograph.brokers import Question
from biograph.model import Corpus, Extraction
from biograph.store import Store
from biograph.vocabulary import load
from small_corpus import planted

pytest.importorskip("mcp", reason="pip install 'biograph[mcp]'")
from agent_client import Agent, in_memory, saved

from biograph.agents import brokering, rankings


def stored(corpus: Corpus) -> Store:
    """A corpus as the dataset that would give it."""
    store = Store.memory(dataset.gazetteer_quads(corpus.entities.values(), load()))
    for id_, document in corpus.documents.items():
        own = tuple(s for s in corpus.statements if s.evidence[0].document == id_)
        ids = {end for s in own for end in (s.subject, s.object)}
        store.add(dataset.quads(Extraction(document, tuple(corpus.entities[i] for i in sorted(ids)), own)))
    return store


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agent]:
    """Many Korean companies, few American ones, and Hub, claimed to be a bridge, tied to three of either."""
    folder = saved(stored(planted()), tmp_path_factory.mktemp("hub"))
    with in_memory(folder, "en") as found:
        yield found


def test_what_is_stated_of_two_stands_beside_the_paths(agent: Agent) -> None:
    found = agent.values("connect", a="GBA", b="하버시약")
    assert found["stated"] == []
    assert [path["entities"] for path in found["paths"]] == [["가교바이오협회", "한빛바이오", "하버시약"]]
    (first, second) = found["paths"][0]["ties"]
    assert [fact["predicate"] for fact in first] == ["memberOf"]
    assert {fact["predicate"] for fact in second} == {"partnersWith", "acquires"}
    assert {number for fact in (*first, *second) for number in fact["citations"]} == {
        citation["number"] for citation in found["citations"]
    }


def test_what_is_denied_is_stated_and_on_no_path(agent: Agent) -> None:
    found = agent.values("connect", a="Hanbit Bio", b="Harbor Reagents")
    assert {"negated", "planned"} <= {fact["status"] for fact in found["stated"]}
    assert all(fact["is_asserted"] for path in found["paths"] for tie in path["ties"] for fact in tie)


def test_places_and_strangers_are_said_to_have_no_path(agent: Agent, hub: Agent) -> None:
    assert agent.values("connect", a="GBA", b="한국")["not_in_network"] == ["한국"]
    assert "on no path" not in (text := agent.text("connect", a="GBA", b="한국"))
    assert "Places are attributes and not on paths: 한국" in text
    assert "no entity named 'Nobody'" in agent.error("connect", a="GBA", b="Nobody")
    assert hub.values("connect", a="Hub", b="K0")["paths"][0]["entities"] == ["Hub", "K0"]


def test_an_explanation_keeps_the_claim_apart_from_the_pairs(hub: Agent) -> None:
    found = hub.values("explain_broker", entity="Hub", limit=2)
    assert {claim["object"]["name"] for claim in found["claims"]} == {"South Korea", "United States"}
    assert [group["name"] for group in found["groups"]] == ["South Korea"]
    assert found["pairs"] == 15
    assert found["roles"] == {"coordinator": 6.0, "gatekeeper": 9.0, "itinerant": 6.0, "representative": 9.0}
    assert len(found["two_paths"]) == 2
    assert {(p["left_groups"][0], p["right_groups"][0]) for p in found["two_paths"]} == {
        ("South Korea", "United States")
    }
    text = hub.text("explain_broker", entity="Hub")
    assert text.index("CLAIMED by texts") < text.index("COMPUTED: 15 pairs")


def test_an_explanation_keeps_to_two_groups(hub: Agent) -> None:
    found = hub.values("explain_broker", entity="Hub", between=["한국", "US"])
    assert found["roles"] == {"gatekeeper": 9.0, "representative": 9.0}
    assert "no group named 'Mars' (groups here: KR" in hub.error("explain_broker", entity="Hub", between=["KR", "Mars"])
    assert "are one group" in hub.error("explain_broker", entity="Hub", between=["KR", "한국"])
    assert "between: " in hub.error("explain_broker", entity="Hub", between=["KR"])


def test_a_place_has_groups_and_nothing_computed(agent: Agent) -> None:
    assert agent.values("explain_broker", entity="서울")["in_network"] is False
    assert "nothing is computed" in agent.text("explain_broker", entity="서울")


def test_a_ranking_is_the_library_s_with_fewer_draws(hub: Agent) -> None:
    found = hub.values("brokers", top=3)
    expected = brokers.rank(planted(), Question(draws=199, bootstraps=40))
    assert [row["entity"]["id"] for row in found["computed"]] == [row.entity for row in expected.rows[:3]]
    first, row = found["computed"][0], expected.rows[0]
    assert (first["entity"]["name"], first["rank"], first["across"]) == ("Hub", 1, row.roles.across)
    assert (first["p"], first["verdict"]) == (row.p, str(row.verdict))
    assert (first["rank_low"], first["rank_high"]) == (row.stability.low, row.stability.high)
    assert (found["draws"], found["bootstraps"], found["candidates"]) == (199, 40, len(expected))


def test_a_ranking_shows_claims_and_paths_with_their_quotes(hub: Agent) -> None:
    found = hub.values("brokers", top=3)
    first = found["computed"][0]
    assert {claim["predicate"] for claim in first["claims"]} == {"bridges"}
    assert [row["entity"]["name"] for row in found["claimed"]] == ["Hub"]
    ends = [end for path in first["two_paths"] for end in (path["left"], path["right"])]
    assert len(ends) == len(set(ends)) == 4
    assert all(path["left_groups"] != path["right_groups"] for path in first["two_paths"])
    numbers = {citation["number"] for citation in found["citations"]}
    assert all(set(fact["citations"]) <= numbers for path in first["two_paths"] for fact in path["facts"])
    text = hub.text("brokers", top=3)
    assert "A text's claim that somebody is a bridge is the text's claim" in text
    assert "Drawn 199 times against chance, articles resampled 40 times, fewer than" in text
    assert "rank 1: Hub, above" in text


def test_a_ranking_keeps_to_two_groups_or_other_ones(hub: Agent) -> None:
    assert hub.values("brokers", between=["South Korea", "미국"], top=1)["computed"][0]["across"] == 18.0
    assert hub.values("brokers", group="type", top=1)["computed"][0]["groups"] == ["company"]
    assert "no group named 'Mars'" in hub.error("brokers", between=["KR", "Mars"])
    assert "group: Input should be" in hub.error("brokers", group="colour")


def test_too_small_a_network_says_so_in_words(agent: Agent) -> None:
    found = agent.values("brokers")
    assert {row["verdict"] for row in found["computed"]} <= {"too small to say", "no path between groups"}
    assert "작아서 말할 수 없음" in agent.text("brokers")


def test_a_ranking_that_takes_long_is_worked_out_once_for_all_who_ask(
    hub: Agent, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever gives up may ask again; what was begun goes on."""
    asked, release = [], threading.Event()

    def slow(*arguments: Any) -> brokers.Ranking:
        asked.append(arguments)
        release.wait(60)
        return brokers.rank(planted(), Question(draws=9, bootstraps=0))

    monkeypatch.setattr(rankings, "rank", slow)
    monkeypatch.setattr(brokering, "_PATIENCE", 1.5)
    told: list[Any] = []

    async def tell(*progress: Any) -> None:
        told.append(progress)

    with pytest.raises(AssertionError, match=r"not done after 1.5 s, and goes on \(ask exactly the same again"):
        hub.text("brokers", group="louvain", progress_callback=tell)
    release.set()
    assert hub.values("brokers", group="louvain")["computed"]
    assert len(asked) == 1
    assert told
