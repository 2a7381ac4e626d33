"""The projection: what is a node, what is a tie, and what is neither."""

from dataclasses import replace
from typing import Any, get_args

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from biograph.errors import NetworkError, NotFoundError
from biograph.model import Corpus, Status
from biograph.network import Projection, Weight, documents, project, restrict
from small_corpus import corpus

TWO = corpus(
    """
    Company:Alpha partnersWith Association:KABIC
    Company:Alpha locatedIn City:Seoul
    Company:Beta memberOf Association:KABIC
    Association:KABIC bridges Company:Gamma
    Company:Alpha acquires Company:Gamma status=planned
    """,
    """
    Company:Alpha partnersWith Association:KABIC
    Company:Alpha supports Association:KABIC
    """,
)


def ties(graph: nx.Graph) -> set[tuple[str, str]]:
    return {(graph.nodes[a]["label"], graph.nodes[b]["label"]) for a, b in graph.edges}


def test_bodies_are_nodes_even_untied_and_places_are_not() -> None:
    graph = project(TWO)
    assert set(graph) == {"Association/kabic", "Company/alpha", "Company/beta", "Company/gamma"}
    assert graph.nodes["Company/alpha"] == {"type": "Company", "label": "Alpha", "country": ("KR",)}
    assert graph.degree("Company/gamma") == 0


def test_the_texts_own_claim_is_no_tie_unless_asked_for() -> None:
    assert ("KABIC", "Gamma") not in ties(project(TWO))
    assert ties(project(TWO, Projection(predicates=("bridges",)))) == {("KABIC", "Gamma")}


def test_nobody_is_tied_to_himself() -> None:
    assert not ties(project(corpus("Company:Alpha investsIn Company:Alpha")))


def test_a_tie_counts_documents_and_knows_its_statements() -> None:
    tie = project(TWO).edges["Company/alpha", "Association/kabic"]
    assert (tie["weight"], tie["documents"]) == (2, ("d1", "d2"))
    assert list(tie["statements"]) == sorted(
        {s.id for s in TWO.statements if s.predicate in ("partnersWith", "supports")}
    )


def test_a_text_stored_twice_is_one_document() -> None:
    line = "Company:Alpha partnersWith Company:Beta"
    assert project(corpus(line, line)).edges["Company/alpha", "Company/beta"]["weight"] == 1
    twice = corpus(line, line)
    assert documents(twice, twice.statements) == ("d1",)


def test_only_the_statuses_asked_for_tie() -> None:
    assert ties(project(TWO, Projection(statuses=(Status.PLANNED,)))) == {("Alpha", "Gamma")}


def test_places_can_be_nodes() -> None:
    assert ("Seoul", "Alpha") in ties(project(TWO, Projection(places=True)))


def test_directions_run_from_subject_to_object_and_both_ways_if_symmetric() -> None:
    graph = project(TWO, Projection(directed=True))
    assert graph.has_edge("Company/beta", "Association/kabic")
    assert not graph.has_edge("Association/kabic", "Company/beta")
    assert graph.has_edge("Association/kabic", "Company/alpha")


@pytest.mark.parametrize("directed", [False, True])
def test_order_of_statements_does_not_matter(directed: bool) -> None:
    turned = Corpus(TWO.documents, dict(reversed(TWO.entities.items())), TWO.statements[::-1])
    a, b = (project(found, Projection(directed=directed)) for found in (TWO, turned))
    assert list(a.nodes(data=True)) == list(b.nodes(data=True))
    assert list(a.edges(data=True)) == list(b.edges(data=True))
    assert a.is_directed() is directed


WEIGHTS = [("documents", 2), ("statements", 3), ("none", 1)]


@pytest.mark.parametrize(("weight", "expected"), WEIGHTS)
def test_the_weight_of_a_tie_counts_what_is_asked(weight: Weight, expected: int) -> None:
    line = "Company:Alpha partnersWith Company:Beta"
    found = corpus(f"{line}\nCompany:Alpha suppliesTo Company:Beta\nCompany:Beta investsIn Company:Alpha", line)
    assert project(found, Projection(weight=weight)).edges["Company/alpha", "Company/beta"]["weight"] == expected


# What two articles say, and whether a fact of two documents ties A and B.
TWICE = [
    ("Company:A partnersWith Company:B", "Company:A partnersWith Company:B\nCompany:C visits City:Seoul", True),
    ("Company:A partnersWith Company:B", "Company:B partnersWith Company:A", True),  # a symmetric relation
    ("Company:A investsIn Company:B date=2024", "Company:A investsIn Company:B date=2023", True),
    ("Company:A investsIn Company:B speaker=Person:P", "Company:A investsIn Company:B", True),
    ("Company:A investsIn Company:B", "Company:B investsIn Company:A", False),
    ("Company:A investsIn Company:B", "Company:A suppliesTo Company:B", False),
    ("Company:A investsIn Company:B", "Company:A investsIn Company:B status=planned", False),
    ("Company:A investsIn Company:B", "Company:A investsIn Company:B", False),  # one text under two ids
    ("Company:A investsIn Company:B\nCompany:A investsIn Company:B date=2024", "Company:C visits City:Seoul", False),
]


@pytest.mark.parametrize(("first", "second", "tied"), TWICE)
def test_a_fact_of_two_documents_is_one_that_both_state(first: str, second: str, tied: bool) -> None:
    graph = project(corpus(first, second), Projection(min_documents=2))
    assert graph.has_edge("Company/a", "Company/b") is tied


def test_what_places_a_body_is_held_to_the_same_evidence() -> None:
    one, two = "Company:A locatedIn City:Seoul", "Company:A locatedIn City:Seoul\nCompany:A locatedIn City:Boston"
    found = corpus(one, two)
    assert project(found).nodes["Company/a"]["country"] == ("KR", "US")
    assert project(found, Projection(min_documents=2)).nodes["Company/a"]["country"] == ("KR",)
    assert project(found, Projection(statuses=())).nodes["Company/a"]["country"] == ("KR", "US")
    doubted = replace(found, statements=tuple(replace(s, confidence=0.4) for s in found.statements))
    assert project(doubted, Projection(min_confidence=0.41)).nodes["Company/a"]["country"] == ()
    assert project(doubted, Projection(min_confidence=0.4)).nodes["Company/a"]["country"] == ("KR", "US")


def test_confidence_is_asked_before_documents_are_counted() -> None:
    found = corpus("Company:A investsIn Company:B", "Company:A investsIn Company:B date=2024")
    sure, unsure = found.statements
    doubted = replace(found, statements=(sure, replace(unsure, confidence=0.2)))
    assert len(restrict(doubted, Projection(min_documents=2)).statements) == 2
    assert restrict(doubted, Projection(min_documents=2, min_confidence=0.5)).statements == ()


def test_what_nothing_leaves_out_is_the_corpus_itself() -> None:
    assert restrict(TWO, Projection(statuses=(), predicates=())) is TWO
    kept = restrict(TWO, Projection(min_documents=2))
    assert {s.predicate for s in kept.statements} == {"partnersWith"}
    assert (kept.documents, kept.entities) == (TWO.documents, TWO.entities)


WRONG = [
    ({"min_confidence": 1.5}, r"a confidence of 1\.5 \(it goes from 0 to 1\)"),
    ({"min_confidence": float("nan")}, "a confidence of nan"),
    ({"min_documents": 0}, r"facts of 0 documents \(1 for all"),
    ({"weight": "sources"}, r"no weight named 'sources' \(there is none, documents, statements\)"),
    ({"statuses": ("hoped",)}, r"no status named 'hoped' \(there is asserted, planned"),
]


@pytest.mark.parametrize(("options", "told"), WRONG)
def test_an_option_that_no_projection_has_is_told(options: dict[str, Any], told: str) -> None:
    with pytest.raises(NetworkError, match=told):
        Projection(**options)


def test_an_unknown_relation_is_told_with_the_nearest_first() -> None:
    with pytest.raises(NotFoundError, match=r"no relation named 'investIn' \(there is investsIn, .*acquires"):
        project(TWO, Projection(predicates=("partnersWith", "investIn")))
    with pytest.raises(NotFoundError, match="no relation named 'm'"):
        project(TWO, Projection(predicates="memberOf"))  # type: ignore[arg-type]


def test_a_relation_that_only_the_corpus_has_is_known() -> None:
    assert project(corpus("Company:A rivals Company:B"), Projection(predicates=("rivals",))).number_of_edges() == 1


@given(st.data())
def test_order_never_matters_and_what_is_restricted_stays_so(data: st.DataObject) -> None:
    thing = st.sampled_from(["Company:A", "Company:B", "Company:C", "City:Seoul"])
    relation = st.sampled_from(["partnersWith", "investsIn", "locatedIn", "bridges"])
    line = st.tuples(thing, relation, thing, st.sampled_from(["", "status=planned", "date=2024"])).map(" ".join)
    texts = data.draw(st.lists(st.lists(line, min_size=1, max_size=5).map("\n".join), min_size=1, max_size=4))
    found = corpus(*texts)
    turned = Corpus(
        dict(data.draw(st.permutations(list(found.documents.items())))),
        dict(data.draw(st.permutations(list(found.entities.items())))),
        tuple(data.draw(st.permutations(found.statements))),
    )
    projection = Projection(
        directed=data.draw(st.booleans()),
        min_documents=data.draw(st.integers(1, 3)),
        weight=data.draw(st.sampled_from(get_args(Weight))),
    )
    a, b = project(found, projection), project(turned, projection)
    again = project(restrict(found, projection), projection)
    for other in (b, again):
        assert list(a.nodes(data=True)) == list(other.nodes(data=True))
        assert list(a.edges(data=True)) == list(other.edges(data=True))


def test_an_empty_corpus_gives_an_empty_graph() -> None:
    assert len(project(Corpus())) == 0
