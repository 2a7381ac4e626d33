"""The network of a question, and that a part of a corpus has the same ties taken from the whole as projected anew."""

from itertools import islice

import pytest

from biograph import network, resampling
from biograph.brokers.case import Case
from biograph.brokers.measures import Measures
from biograph.brokers.question import Question
from biograph.model import Corpus, Status
from biograph.network import Projection
from small_corpus import corpus

NEWS = corpus(
    """
    Company:A partnersWith Company:B
    Company:A locatedIn City:Seoul
    Company:B locatedIn City:Boston
    Company:C investsIn Company:A
    """,
    """
    Company:A partnersWith Company:B
    Company:B supports Company:A
    Company:C investsIn Company:A status=planned
    Company:C locatedIn City:Boston
    Company:D supports Company:A
    """,
    """
    Company:D supports Company:A
    Company:D locatedIn City:Seoul
    Company:B suppliesTo Company:D
    Company:A partnersWith Company:C status=planned
    """,
)


@pytest.mark.parametrize("by", ["across", "effective_size", "bridging", "loss"])
@pytest.mark.parametrize(
    "projection",
    [
        Projection(),
        Projection(weight="statements"),
        Projection(weight="none", directed=True),
        Projection(min_documents=2),
        Projection(statuses=(Status.ASSERTED, Status.PLANNED), predicates=("partnersWith", "investsIn", "suppliesTo")),
    ],
    ids=str,
)
def test_a_part_ranks_as_if_it_were_all_there_is(projection: Projection, by: str) -> None:
    case = Case.of(NEWS, Question(projection, by=by))
    parts = [part for _, part in resampling.leave_one_out(case.corpus)]
    parts += [part for _, part in islice(resampling.bootstrap(case.corpus, 1), 10)]
    assert parts
    for part in parts:
        graph = network.project(part, projection)
        stated = network.restrict(part, projection)
        expected = Measures(graph, case.regroup(stated).groups, None).keys(by)
        found = case.keys(part)
        assert found.keys() == expected.keys()
        for node, key in expected.items():
            assert found[node] == pytest.approx(key)


def test_the_claims_of_a_single_article_stay() -> None:
    found = corpus("Association:A bridges Country:한국\nCompany:B supports Company:C", "Company:B supports Company:C")
    case = Case.of(found, Question(Projection(min_documents=2)))
    assert list(case.claims) == ["Association/a"]
    assert [s.predicate for s in case.corpus.statements] == ["supports", "supports"]


def test_an_empty_corpus_has_an_empty_network() -> None:
    assert len(Case.of(Corpus(), Question()).graph) == 0
