"""The one projection from a corpus to a graph: who is tied to whom, and by which statements.

Nodes are the corpus's entities. Places (every subtype of Place) are attributes and not nodes unless `places=True`: two
bodies in one city are not tied by it, they share a group. An edge ties two nodes when at least one statement of an
allowed status does, whatever its predicate, with one exception: `bridges` is the text's own claim that somebody is a
broker, and never a tie unless it is asked for by name, or the claim would prove itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

import networkx as nx

from biograph import groups
from biograph.model import Corpus, Statement, Status
from biograph.vocabulary import PLACE, Ontology, load

CLAIM = "bridges"


def project(
    corpus: Corpus,
    *,
    directed: bool = False,
    statuses: Collection[Status] = (Status.ASSERTED,),
    predicates: Collection[str] | None = None,
    places: bool = False,
    ontology: Ontology | None = None,
) -> nx.Graph:
    """The corpus as a graph (a DiGraph from subject to object if `directed`; a symmetric predicate ties both ways).

    Nodes are entity ids with `type`, `label` and `country` (a tuple of groups, see `groups.by_country`). Entities that
    nothing ties are nodes, too. Edges carry `weight` (the number of independent documents, see `documents`),
    `documents` (their ids) and `statements` (ids), both sorted. `predicates` restricts the ties to those named.
    Nodes and edges are in order of id, so equal corpora give equal graphs.
    """
    terms = ontology or load()
    country = groups.names(groups.by_country(corpus))
    graph = nx.DiGraph() if directed else nx.Graph()
    for id_, entity in sorted(corpus.entities.items()):
        if places or not terms.is_a(entity.type, PLACE):
            graph.add_node(id_, type=entity.type, label=entity.name, country=country[id_])
    ties: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in corpus.statements:
        wanted = statement.predicate != CLAIM if predicates is None else statement.predicate in predicates
        if wanted and statement.status in statuses:
            for pair in _pairs(statement, terms, directed):
                ties[pair].append(statement)
    for (a, b), statements in sorted(ties.items()):
        if a != b and a in graph and b in graph:
            found = documents(corpus, statements)
            ids = tuple(sorted({s.id for s in statements}))
            graph.add_edge(a, b, weight=len(found), documents=found, statements=ids)
    return graph


def documents(corpus: Corpus, statements: Iterable[Statement]) -> tuple[str, ...]:
    """The independent documents behind statements, as sorted ids; a text stored twice counts once."""
    first: dict[str, str] = {}
    for id_ in sorted({e.document for s in statements for e in s.evidence}):
        document = corpus.documents.get(id_)
        first.setdefault(document.sha256 if document else id_, id_)
    return tuple(sorted(first.values()))


def _pairs(statement: Statement, terms: Ontology, directed: bool) -> list[tuple[str, str]]:
    a, b = statement.subject, statement.object
    if not directed:
        return [(min(a, b), max(a, b))]
    known = terms.properties.get(statement.predicate)
    return [(a, b), (b, a)] if known and known.symmetric else [(a, b)]
