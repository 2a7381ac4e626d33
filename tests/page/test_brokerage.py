"""What the page is told of a ranking: its own figures, and the network in which their two-paths can be listed."""

from __future__ import annotations

import pytest

from biograph import brokerage as measures
from biograph import brokers, page
from biograph.brokers import Question
from biograph.errors import NotFoundError
from biograph.network import Projection
from biograph.page import brokerage, data
from biograph.vocabulary import load

from .brokered import brokered, ranking


def section(**asked) -> dict:
    content = data.build(brokered(), load())
    return brokerage.build(content, brokered(), ranking(**asked), load())


def place(name: str) -> int:
    """The position of an entity."""
    return [brokered().entities[id_].name for id_ in sorted(brokered().entities)].index(name)


def graph(found: dict) -> dict[int, dict[int, list[int]]]:
    """Who is tied to whom, by the section alone."""
    ties: dict[int, dict[int, list[int]]] = {}
    for a, b, statements in found["ties"]:
        ties.setdefault(a, {})[b] = statements
        if not found["directed"]:
            ties.setdefault(b, {})[a] = statements
    return ties


def counted(found: dict, k: int) -> dict[str, float]:
    """The roles of a body by listing its two-paths, as the page does."""
    ties, ends = graph(found), frozenset(found["ends"]) or None
    of = {n: tuple(groups) for n, groups in enumerate(found["groupsOf"])}
    roles: dict[str, float] = {}
    for i, its in ties.items():
        for j in ties.get(k, {}) if k in its else ():
            if i != j and j not in its:
                for role, share in measures.shares((i, k, j), of, ends).items():
                    roles[role] = roles.get(role, 0.0) + share
    return roles


@pytest.mark.parametrize(
    "asked", [{}, {"between": ("한국", "미국")}, {"group": "type"}, {"projection": Projection(directed=True)}]
)
def test_its_two_paths_add_up_to_the_ranking_s_roles(asked) -> None:
    found = section(**asked, draws=0, bootstraps=0)
    assert any(row["total"] for row in found["rows"])
    for row in found["rows"]:
        roles = counted(found, row["entity"])
        for role in (*measures.ROLES, "ungrouped"):
            assert roles.get(role, 0.0) == pytest.approx(row["roles"][role]), (row["entity"], role)
        assert sum(roles.get(role, 0.0) for role in measures.ROLES) == pytest.approx(row["total"])
        across = sum(roles.get(role, 0.0) for role in ("representative", "gatekeeper", "liaison", "ungrouped"))
        assert across == pytest.approx(row["across"])


def test_figures_are_the_ranking_s_own() -> None:
    entities = sorted(brokered().entities)
    for row, of in zip(section()["rows"], ranking(), strict=True):
        assert entities[row["entity"]] == of.entity
        assert (row["rank"], row["verdict"]) == (of.rank, of.verdict.name)
        assert (row["groupBetweenness"], row["betweenness"]) == (of.group_betweenness, of.betweenness)
        assert (row["constraint"], row["effectiveSize"]) == (of.holes.constraint, of.holes.effective_size)
        assert (row["loss"], row["parts"], row["p"]) == (of.loss.group_pairs, of.loss.parts, of.p)
        assert {null: chance["pAdjusted"] for null, chance in row["chance"].items()} == {
            null: measured["across"].p_adjusted for null, measured in of.tests.items()
        }
        assert of.stability is not None
        assert (row["stability"]["low"], row["stability"]["high"]) == (of.stability.low, of.stability.high)
        assert row["stability"]["changed"] == len(of.stability.without)


def test_the_planted_broker_is_found_with_its_claims_and_its_documents() -> None:
    statements, documents = sorted(s.id for s in brokered().statements), sorted(brokered().documents)
    top = section()["rows"][0]
    assert top["entity"] == place("KABIC")
    assert top["verdict"] == "MORE"
    claimed = {s.object for s in brokered().statements if s.id in {statements[n] for n in top["claims"]}}
    assert claimed == {"Country/한국", "Country/미국"}
    nowhere = next(row for row in section()["rows"] if row["roles"]["ungrouped"])
    assert [documents[n] for n in nowhere["stability"]["restsOn"]] == ["d4"]


def test_every_tie_opens_to_statements_that_count() -> None:
    ids = sorted(s.id for s in brokered().statements)
    by_id = {s.id: s for s in brokered().statements}
    entities = sorted(brokered().entities)
    for a, b, statements in section()["ties"]:
        assert statements
        for statement in (by_id[ids[n]] for n in statements):
            assert {statement.subject, statement.object} == {entities[a], entities[b]}
            assert statement.status == "asserted"
            assert statement.predicate != "bridges"


def test_groups_stand_by_size_with_the_ties_between_them() -> None:
    found = section()
    assert [group["group"] for group in found["groups"]] == ["KR", "US"]
    assert [row.names for row in ranking().groups] == [group["names"] for group in found["groups"]]
    assert found["mixing"]["ties"][0][1] == found["mixing"]["ties"][1][0]
    at = [ranking().mixing.groups.index(group["group"]) for group in found["groups"]]
    assert found["mixing"]["expected"][0][1] == ranking().mixing.expected[at[0]][at[1]]
    assert found["groupsOf"][place("Both")] == [0, 1]
    assert found["groupsOf"][place("한국")] == [], "a place is no node"


def test_words_come_in_both_languages() -> None:
    found = section(between=("한국", "미국"))
    for language in ("ko", "en"):
        words = found["words"][language]
        assert set(words["verdicts"]) == {row["verdict"] for row in found["rows"]}
        assert {reason for row in found["rows"] for reason in row["reasons"]} <= set(words["reasons"])
        assert found["notes"][language]
    assert any("한국 – 미국" in line for line in found["methods"]["ko"])
    told = [line for lines in (found["methods"], found["notes"]) for line in (*lines["ko"], *lines["en"])]
    assert not any("{" in line or "}" in line for line in told)


def test_a_query_s_groups_cannot_be_found_again() -> None:
    asked = brokers.rank(brokered(), Question(draws=0, bootstraps=0))
    asked = type(asked)(**{**vars(asked), "question": Question(group="query")})
    with pytest.raises(NotFoundError):
        brokerage.build(data.build(brokered(), load()), brokered(), asked, load())


def test_without_a_ranking_the_section_is_null_and_the_same_ranking_gives_the_same_bytes() -> None:
    assert 'id="data-brokers">null</script>' in page.render(brokered())
    assert page.render(brokered(), ranking=ranking()) == page.render(brokered(), ranking=ranking())
