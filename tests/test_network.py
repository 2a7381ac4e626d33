"""The projection: what is a node, what is a tie, and what is neither."""

import networkx as nx
import pytest

from biograph.model import Corpus, Status
from biograph.network import Projection, documents, project
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


def test_an_empty_corpus_gives_an_empty_graph() -> None:
    assert len(project(Corpus())) == 0
