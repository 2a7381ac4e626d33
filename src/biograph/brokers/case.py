"""The network that a question asks about: what of a corpus ties whom, and which group each node is in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

import networkx as nx

from biograph import brokerage, groups, network
from biograph.brokers.measures import Measures
from biograph.brokers.question import Question
from biograph.claims import Claim, claims
from biograph.errors import NetworkError, NotFoundError
from biograph.groups import Grouping
from biograph.model import Corpus
from biograph.vocabulary import Ontology, load


@dataclass(frozen=True)
class Case:
    """`corpus` holds what the projection takes for evidence; `ends` are the two groups asked for, None for all.

    `claims` are what texts say of brokers, also where a single one does; `regroup` groups a part of the corpus as the
    whole is.
    """

    corpus: Corpus
    claims: Mapping[str, tuple[Claim, ...]]
    question: Question
    graph: nx.Graph
    grouping: Grouping
    ends: frozenset[str] | None
    regroup: Callable[[Corpus], Grouping]
    ontology: Ontology

    @classmethod
    def of(
        cls, corpus: Corpus, question: Question, grouping: Grouping | None = None, ontology: Ontology | None = None
    ) -> Case:
        """The case of a question to a corpus; `grouping` goes before the one that the question names.

        Raises NotFoundError for an unknown group, grouping or relation, NetworkError where two groups are one.
        """
        terms = ontology or load()
        claimed = claims(network.restrict(corpus, replace(question.projection, min_documents=1)))
        corpus = network.restrict(corpus, question.projection, ontology=terms)
        graph = network.project(corpus, question.projection, ontology=terms)
        regroup = _grouped(question, graph, grouping, terms)
        found = regroup(corpus)
        ends = _ends(corpus, found, question.between)
        return cls(corpus, claimed, question, graph, found, ends, regroup, terms)

    @property
    def groups(self) -> brokerage.Groups:
        """Entity id to its groups, as the measures take them."""
        return self.grouping.groups

    def keys(self, part: Corpus) -> dict[str, tuple[float, float]]:
        """What ranks the nodes in a part of the corpus (see `Measures.keys`)."""
        part = network.restrict(part, self.question.projection, ontology=self.ontology)
        return Measures(self._graph(part), self.regroup(part).groups, self.ends).keys(self.question.by)

    def _graph(self, part: Corpus) -> nx.Graph:
        """The ties that a part of the corpus states, taken from the graph of the whole, which is sooner done."""
        there = {statement.id for statement in part.statements}
        graph = self.graph.__class__()
        graph.add_nodes_from(node for node in self.graph if node in part.entities)
        for a, b, tie in self.graph.edges(data=True):
            if kept := there.intersection(tie["statements"]):
                documents = sum(document in part.documents for document in tie["documents"])
                weight = {"none": 1, "documents": documents, "statements": len(kept)}
                graph.add_edge(a, b, weight=weight[self.question.projection.weight])
        return graph


def _grouped(
    question: Question, graph: nx.Graph, grouping: Grouping | None, terms: Ontology
) -> Callable[[Corpus], Grouping]:
    """How a corpus, or a part of it, is grouped: countries by what it states, other groups as in the whole."""
    if grouping is not None:
        return lambda part: grouping
    match question.group:
        case "country":
            return groups.by_country
        case "stated":
            return partial(groups.by_country, stated=True)
        case "type":
            return lambda part: groups.by_type(part, terms)
        case "louvain" | "leiden":
            found = groups.by_community(graph, question.group, question.seed)
            return lambda part: found
    raise NotFoundError(f"no grouping named {question.group!r}", hint="country, stated, type, louvain or leiden")


def _ends(corpus: Corpus, grouping: Grouping, between: tuple[str, str] | None) -> frozenset[str] | None:
    if between is None:
        return None
    ends = frozenset(groups.resolve(corpus, grouping, name) for name in between)
    if len(ends) < 2:
        raise NetworkError(f"{' and '.join(between)} are one group", hint="name two different groups")
    return ends
