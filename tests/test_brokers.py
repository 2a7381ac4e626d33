"""The table of brokers: order, claims beside counts, verdicts, and questions that cannot be answered."""

import csv
import io
import json
from dataclasses import replace

import pytest

from biograph.brokers import BrokerRow, Question, Ranking, csv_text, group_table, note, notes, rank, table
from biograph.errors import NetworkError, NotFoundError
from biograph.model import Corpus, Status
from biograph.verdict import Reason, Verdict
from small_corpus import CLAIM, corpus, located, planted


def row(found: Ranking, name: str) -> BrokerRow:
    return next(row for row in found if row.name == name)


def test_one_article_is_too_small_and_its_claim_is_shown() -> None:
    found = rank(corpus(CLAIM))
    kabic = row(found, "KABIC")
    assert [claim.side_name for claim in kabic.claims] == ["미국", "한국"]
    assert (kabic.degree, kabic.roles.total, kabic.claimed_paths) == (0, 0, 0)
    assert {r.verdict for r in found} == {Verdict.TOO_SMALL}
    assert kabic.reasons == (Reason.ONE_DOCUMENT, Reason.ONE_GROUP)


def test_a_planted_broker_leads_and_the_claim_agrees() -> None:
    first, *others = rank(planted())
    assert (first.name, first.verdict, first.groups) == ("Hub", Verdict.MORE, ("KR",))
    assert first.roles.across == first.claimed_paths == 18
    assert first.roles.representative == first.roles.gatekeeper == 9
    assert first.chance is not None
    assert first.chance.expected < 18
    assert first.loss.group_pairs == 72
    assert {r.verdict for r in others} == {Verdict.NONE}
    assert first.documents == 2


def test_planned_claims_are_shown_but_not_compared() -> None:
    found = rank(corpus("Association:A bridges Country:한국 status=planned\nAssociation:A bridges Country:미국"))
    assert [(c.side_name, c.status) for c in found[0].claims] == [("미국", Status.ASSERTED), ("한국", Status.PLANNED)]
    assert found[0].claimed_paths is None


def test_unknown_groups_of_contacts_forbid_a_no() -> None:
    untold = "\n".join(f"Company:Mid supports Company:{n}" for n in ("X", "Y"))
    others = f"{located('한국', 'K', 4)}\n{located('미국', 'U', 4)}\n" + "\n".join(
        f"Company:K{n} supports Company:U{n}" for n in range(4)
    )
    mid = row(rank(corpus(untold, others)), "Mid")
    assert (mid.verdict, mid.reasons, mid.roles.unplaced) == (Verdict.TOO_SMALL, (Reason.UNPLACED,), 2)


def test_between_two_groups_by_any_of_their_names() -> None:
    found = planted()
    by_name, by_code = rank(found, Question(between=("한국", "미국"))), rank(found, Question(between=("us", "KR")))
    assert [r.to_dict() for r in by_name] == [r.to_dict() for r in by_code]
    assert by_name[0].roles.across == 18


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"between": ("한국", "Mars")}, NotFoundError, "no group named 'Mars'"),
        ({"between": ("한국", "KR")}, NetworkError, "are one group"),
        ({"group": "colour"}, NotFoundError, "no grouping named 'colour'"),
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
    found = planted()
    turned = Corpus(found.documents, dict(reversed(found.entities.items())), found.statements[::-1])
    assert csv_text(rank(found)) == csv_text(rank(turned))


def test_cells_for_people_and_for_programs() -> None:
    found = rank(planted())
    for language, verdict in (("ko", "우연보다 많음"), ("en", "more than chance")):
        headers, cells = table(found, language)
        assert {len(line) for line in cells} == {len(headers)}
        assert verdict in cells[0]
    read = list(csv.DictReader(io.StringIO(csv_text(found).removeprefix("\ufeff"))))
    assert (
        read[0] | {"name": "Hub", "groups": "KR", "across": "18.0", "claims": "미국 (asserted); 한국 (asserted)"}
        == read[0]
    )
    assert len(read) == len(found)
    values = json.loads(json.dumps([r.to_dict() for r in found], allow_nan=False))
    assert values[0]["roles"]["across"] == 18
    assert values[0]["verdict"] == "more than chance"
    assert next(csv.reader(io.StringIO(csv_text([]).removeprefix("\ufeff")))) == list(read[0])


def test_csv_is_for_spreadsheets_like_any_export() -> None:
    hostile = replace(rank(planted())[0], name="=1+1", betweenness=-0.5)
    text = csv_text([hostile])
    assert text.startswith("\ufeffentity,")
    assert ",'=1+1," in text
    assert ",-0.5," in text, "a number stays a number"


def test_what_forbids_every_verdict_is_said_once() -> None:
    found = rank(corpus(CLAIM))
    assert len(found) > 1
    assert note(found, "en") == "too small to say: a single document, fewer than two groups are tied"
    assert {cells[3] for cells in table(found, "en")[1]} == {"too small to say"}
    assert note(found[:1]) == note(rank(planted())) == note([]) == ""
    assert table(found[:1], "en")[1][0][3] == note(found, "en")
