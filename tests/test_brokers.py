"""The table of brokers: order, claims beside counts, verdicts, and questions that cannot be answered."""

import csv
import io
import json
from dataclasses import replace

import pytest

from biograph.brokerage import NULLS, ROLES
from biograph.brokers import MEASURES, BrokerRow, Question, Ranking, csv_text, group_table, note, notes, rank, table
from biograph.errors import NetworkError, NotFoundError
from biograph.groups import Grouping, Membership
from biograph.model import Corpus, Status
from biograph.network import Projection
from biograph.verdict import LEVEL, Reason, Verdict
from small_corpus import CLAIM, corpus, located, planted

QUICK = Question(nulls=(), bootstraps=0)


@pytest.fixture(scope="module")
def found() -> Ranking:
    """What is said of the planted broker."""
    return rank(planted())


def row(found: Ranking, name: str) -> BrokerRow:
    return next(row for row in found if row.name == name)


def test_one_article_is_too_small_and_its_claim_is_shown() -> None:
    found = rank(corpus(CLAIM))
    kabic = row(found, "KABIC")
    assert [claim.side_name for claim in kabic.claims] == ["미국", "한국"]
    assert (kabic.degree, kabic.roles.total, kabic.claimed_paths) == (0, 0, 0)
    assert {r.verdict for r in found} == {Verdict.TOO_SMALL}
    assert kabic.reasons == (Reason.ONE_DOCUMENT, Reason.ONE_GROUP)
    assert (found.nulls, kabic.tests, kabic.p) == ((), {}, None), "where nothing can be said nothing is tested"
    assert kabic.stability is not None
    assert kabic.stability.bootstraps == 0


def test_a_planted_broker_leads_and_the_claim_agrees(found: Ranking) -> None:
    first, *others = found
    assert (first.name, first.rank, first.verdict, first.groups) == ("Hub", 1, Verdict.MORE, ("KR",))
    assert first.roles.across == first.claimed_paths == 18
    assert first.roles.representative == first.roles.gatekeeper == 9
    assert first.loss.group_pairs == 72
    assert first.bridge_ties == 3
    assert {r.reasons for r in others if r.verdict is not Verdict.NONE} == {(Reason.COMMON,)}, "none could have more"
    assert first.documents == 2


def test_every_figure_is_tested_against_every_null_model(found: Ranking) -> None:
    assert [null.name for null in found.nulls] == list(NULLS)
    for null in NULLS:
        said = found.rows[0].tests[null]
        assert set(said) == {*ROLES, "total", "across", "group_betweenness"}
        assert said["across"].observed == 18
        assert said["across"].expected < 18
        assert said["group_betweenness"].draws == 999
        assert found.overall_tests[null]["across"].observed == found.overall.across
        assert found.groups[0].tests[null]["gatekeeper"].observed == found.groups[0].roles.gatekeeper
    p = found.rows[0].p
    assert p is not None
    assert p <= LEVEL


def test_the_groups_and_the_whole(found: Ranking) -> None:
    korea, america = found.groups
    assert (korea.group, korea.nodes, korea.within, korea.out) == ("KR", 25, 26, 3)
    assert (america.group, america.nodes, america.within, america.out, america.ei) == ("US", 3, 0, 3, 1)
    assert korea.roles.across == found.overall.across == sum(r.roles.across for r in found)
    headers, cells = group_table(found.groups, "en")
    assert cells[0][:4] == ["한국", "25", "26", "3"] or cells[0][:4] == ["South Korea", "25", "26", "3"]
    assert len(headers) == len(cells[0])
    assert (found.network.nodes, found.network.ties, found.network.components) == (28, 29, 1)


def test_the_rank_says_how_far_it_can_be_trusted(found: Ranking) -> None:
    hub = found.rows[0].stability
    assert hub is not None
    assert hub.rank == 1
    assert set(hub.rests_on) == {"d1", "d2"}, "without either article nobody is known to bridge anything"


def test_another_measure_ranks() -> None:
    by = {measure: rank(planted(), replace(QUICK, by=measure)).rows[0].name for measure in MEASURES}
    assert by.pop("bridging").startswith("K"), "it is for those with few contacts that have many"
    assert set(by.values()) == {"Hub"}
    # X ties its many neighbours abroad to one at home; Y alone holds a long chain to the one across
    there = corpus(
        f"{located('한국', 'K', 3)}\n{located('미국', 'U', 6)}\n"
        + "\n".join(f"Company:K0 supports Company:{name}" for name in ("K1", "U0", "U1", "U2"))
        + "\nCompany:U2 supports Company:U3\nCompany:U3 supports Company:U4\nCompany:U4 supports Company:U5"
    )
    rows = rank(there, replace(QUICK, by="betweenness")).rows
    assert [r.name for r in rows] == ["K0", "U2", "U3", "U4"]
    assert [r.rank for r in rows] == [1, 2, 3, 4]
    assert [r.rank for r in rank(there, QUICK)] == [1, 2, 3, 3], "nobody is across at U3 and U4"


def test_nothing_tested_nothing_resampled() -> None:
    first = rank(planted(), QUICK).rows[0]
    assert (first.verdict, first.tests, first.stability) == (Verdict.UNTESTED, {}, None)


def test_communities_are_not_tested_against_the_ties_they_come_from() -> None:
    found = rank(planted(), Question(group="louvain", bootstraps=0))
    assert found.nulls == ()
    across = [r for r in found if r.roles.across]
    assert across
    assert {(r.verdict, r.reasons) for r in across} == {(Verdict.UNTESTED, (Reason.DERIVED,))}


def test_a_grouping_of_ones_own() -> None:
    there = planted()
    own = Grouping("query", {id_: (Membership(id_[-1]),) for id_ in there.entities}, {})
    found = rank(there, QUICK, grouping=own)
    assert found.rows[0].groups == ("b",)
    assert {group.group for group in found.groups} == {id_[-1] for id_ in there.entities if id_.startswith("Company")}


def test_a_network_that_cannot_be_otherwise_says_nothing() -> None:
    star = "\n".join(f"Company:Hub supports Company:{c}{n}" for c in "KU" for n in range(3))
    there = corpus(f"{located('한국', 'K', 3)}\n{located('미국', 'U', 3)}\nCompany:Hub locatedIn Country:한국", star)
    hub = row(rank(there, Question(bootstraps=0, nulls=("degrees",))), "Hub")
    assert (hub.verdict, hub.reasons) == (Verdict.TOO_SMALL, (Reason.RIGID,)), "only one graph has these degrees"


def test_a_claimed_body_that_nothing_ties_is_no_proof_that_it_bridges_nothing() -> None:
    there = planted()
    claim = corpus("Association:A bridges Country:한국\nAssociation:A bridges Country:미국")
    both = replace(
        there,
        entities={**there.entities, **claim.entities},
        statements=(*there.statements, *(s for s in claim.statements)),
    )
    found = row(rank(both, QUICK), "A")
    assert (found.verdict, found.reasons) == (Verdict.TOO_SMALL, (Reason.NO_TIES,))


def test_what_texts_claim_is_corrected_for_the_claimed_alone(found: Ranking) -> None:
    hub = found.rows[0]
    across = hub.tests["mixing"]["across"]
    assert across.p_adjusted is not None
    assert hub.p == min(across.p_adjusted, across.p), "one body is claimed"
    assert all(r.p == r.tests["mixing"]["across"].p_adjusted for r in found.rows[1:] if r.p is not None)


def test_facts_of_a_single_article_can_be_left_out() -> None:
    line = "Company:Hub supports Company:A\nCompany:Hub supports Company:B"
    there = corpus(f"{line}\nCompany:Hub supports Company:C", f"{line}\nCompany:Hub bridges Country:한국")
    assert rank(there, QUICK).rows[0].degree == 3
    kept = rank(there, replace(QUICK, projection=Projection(min_documents=2))).rows[0]
    assert (kept.degree, [claim.side_name for claim in kept.claims]) == (2, ["한국"])


def test_planned_claims_are_shown_but_not_compared() -> None:
    found = rank(corpus("Association:A bridges Country:한국 status=planned\nAssociation:A bridges Country:미국"))
    first = found.rows[0]
    assert [(c.side_name, c.status) for c in first.claims] == [("미국", Status.ASSERTED), ("한국", Status.PLANNED)]
    assert first.claimed_paths is None


def test_unknown_groups_of_contacts_forbid_a_no() -> None:
    untold = "\n".join(f"Company:Mid supports Company:{n}" for n in ("X", "Y"))
    others = f"{located('한국', 'K', 4)}\n{located('미국', 'U', 4)}\n" + "\n".join(
        f"Company:K{n} supports Company:U{n}" for n in range(4)
    )
    mid = row(rank(corpus(untold, others)), "Mid")
    assert (mid.verdict, mid.reasons, mid.roles.unplaced) == (Verdict.TOO_SMALL, (Reason.UNPLACED,), 2)


def test_between_two_groups_by_any_of_their_names() -> None:
    by_name, by_code = (rank(planted(), replace(QUICK, between=pair)) for pair in (("한국", "미국"), ("us", "KR")))
    assert by_name.rows == by_code.rows
    assert by_name.rows[0].roles.across == 18


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"between": ("한국", "Mars")}, NotFoundError, "no group named 'Mars'"),
        ({"between": ("한국", "KR")}, NetworkError, "are one group"),
        ({"group": "colour"}, NotFoundError, "no grouping named 'colour'"),
        ({"by": "charm"}, NotFoundError, "no measure named 'charm' to rank by .there are across"),
        ({"nulls": ("hypothesis",)}, NotFoundError, "no null model named 'hypothesis' .there are labels"),
        ({"draws": -1}, NetworkError, "draws cannot be -1"),
        ({"group": "type", "between": ("Company", "한국")}, NotFoundError, "no group named '한국'"),
    ],
)
def test_a_wrong_question_gets_one_line(options: dict, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        rank(planted(), Question(**options))
    assert "\n" not in str(caught.value)


def test_a_country_where_nobody_is_gives_no_verdict() -> None:
    found = corpus(
        "Company:A supports Company:B\nCompany:A supports Company:C\nCompany:B locatedIn Country:한국",
        "Company:Untied locatedIn Country:미국",
    )
    assert Reason.ONE_GROUP in rank(found, Question(between=("한국", "미국"))).rows[0].reasons


def test_nobody_to_rank() -> None:
    with pytest.raises(NetworkError, match="nobody to rank"):
        rank(Corpus())
    with pytest.raises(NetworkError, match="nobody to rank"):
        rank(corpus("City:Boston partOf Country:미국"))


def test_by_type() -> None:
    found = rank(corpus("Person:P founded Company:A\nCompany:A develops Product:X"), Question(group="type")).rows
    assert (found[0].name, found[0].roles.liaison, found[0].group_names["en"]) == ("A", 2, ("company",))


def test_seeded_and_independent_of_order() -> None:
    found, asked = planted(), Question(draws=99, bootstraps=40)
    turned = Corpus(found.documents, dict(reversed(found.entities.items())), found.statements[::-1])
    assert csv_text(rank(found, asked)) == csv_text(rank(turned, asked))
    assert csv_text(rank(found, asked)) != csv_text(rank(found, replace(asked, seed=1)))


def test_cells_for_people_and_for_programs(found: Ranking) -> None:
    for language, verdict in (("ko", "우연보다 많음"), ("en", "more than chance")):
        headers, cells = table(found.rows, language)
        assert {len(line) for line in cells} == {len(headers)}
        assert verdict in cells[0]
    read = list(csv.DictReader(io.StringIO(csv_text(found).removeprefix("\ufeff"))))
    expected = {"name": "Hub", "groups": "KR", "across": "18.0", "claims": "미국 (asserted); 한국 (asserted)"}
    assert read[0] | expected | {"parts": "4", "rests_on": "d1; d2", "labels_across_draws": None} == read[0] | {
        "labels_across_draws": None
    }
    assert float(read[0]["degrees_across_p_adjusted"]) < 0.05
    assert len(read) == len(found)
    values = json.loads(json.dumps(found.to_dict(), allow_nan=False))
    assert values["brokers"][0]["roles"]["across"] == 18
    assert values["brokers"][0]["verdict"] == "more than chance"
    assert values["brokers"][0]["tests"]["mixing"]["across"]["observed"] == 18
    assert values["groups"][0]["roles"]["across"] == values["overall"]["roles"]["across"] == 18
    assert next(csv.reader(io.StringIO(csv_text([]).removeprefix("\ufeff")))) == list(read[0])


def test_csv_is_for_spreadsheets_like_any_export(found: Ranking) -> None:
    text = csv_text([replace(found.rows[0], name="=1+1", betweenness=-0.5)])
    assert text.startswith("\ufeffrank,entity,")
    assert ",'=1+1," in text
    assert ",-0.5," in text, "a number stays a number"


def test_what_forbids_every_verdict_is_said_once(found: Ranking) -> None:
    small = rank(corpus(CLAIM)).rows
    assert len(small) > 1
    assert note(small, "en") == "too small to say: a single document, fewer than two groups are tied"
    verdict = table(small, "en")[0].index("verdict")
    assert {cells[verdict] for cells in table(small, "en")[1]} == {"too small to say"}
    assert note(small[:1]) == note(found.rows) == note([]) == ""
    assert table(small[:1], "en")[1][0][verdict] == note(small, "en")


def test_below_the_table_stands_how_its_figures_came_about(found: Ranking) -> None:
    p, interval = notes(found, "en")
    assert "ties shuffled" in p
    assert "999 draws" in p
    assert "200 times" in interval
    assert "hint only" in interval, "two articles are few"
    assert notes(found, "en", columns=("name", "p")) == [p]
    assert notes(rank(corpus(CLAIM)), "en", columns=("interval",))[1:] == [
        "Too few independent documents for rank intervals."
    ]
