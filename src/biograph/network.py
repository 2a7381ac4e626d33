"""The one projection from a corpus to a graph: who is tied to whom, and by which statements.

Nodes are the corpus's entities. Places (every subtype of Place) are attributes and not nodes unless asked for: two
bodies in one city are not tied by it, they share a group. An edge ties two nodes when at least one statement does.
`Projection` says which statements count; `bridges` is the text's own claim that somebody is a broker, and never a tie
unless it is asked for by name, or the claim would prove itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, get_args

import networkx as nx

from biograph import groups
from biograph.errors import NetworkError, NotFoundError
from biograph.model import Corpus, Statement, Status
from biograph.naming import nearest
from biograph.vocabulary import PLACE, Ontology, load

CLAIM = "bridges"
Weight: TypeAlias = Literal["none", "documents", "statements"]


@dataclass(frozen=True, slots=True)
class Projection:
    """Which statements tie, and how; without arguments, every asserted relation between bodies, undirected.

    What may count as evidence at all (`restrict`), for ties and for the facts that give a node its country alike:

    - `min_confidence`: statements less sure than this, from 0 to 1, are left out.
    - `min_documents`: facts that fewer independent documents state are left out; 2 switches single-source facts off.
      It is the fact that must be stated so often, not the tie: one article on a contract and another on a donation
      support each other in nothing. A fact is a subject, predicate, object and status; dates, amounts and speakers
      may differ.

    What of it ties:

    - `statuses`: how a statement must be presented; only asserted ones happened.
    - `predicates`: the relations that tie; None stands for all but the claim `bridges`.
    - `places`: whether places are nodes.
    - `directed`: whether ties run from subject to object; a symmetric predicate ties both ways.
    - `weight`: what the weight of a tie counts: the independent `documents` behind it, its `statements`, or "none",
      for 1 throughout. Communities heed it, the measures of `brokerage` do not.

    Raises NetworkError for a value that no option takes; an unknown predicate is told when the corpus is known.

    >>> Projection(min_documents=2, directed=True).min_documents
    2
    """

    directed: bool = False
    statuses: tuple[Status, ...] = (Status.ASSERTED,)
    predicates: tuple[str, ...] | None = None
    places: bool = False
    min_confidence: float = 0.0
    min_documents: int = 1
    weight: Weight = "documents"

    def __post_init__(self) -> None:
        if not 0 <= self.min_confidence <= 1:
            raise NetworkError(f"a confidence of {self.min_confidence}", hint="it goes from 0 to 1")
        if self.min_documents < 1:
            raise NetworkError(f"facts of {self.min_documents} documents", hint="1 for all, 2 for corroborated ones")
        if self.weight not in get_args(Weight):
            raise NetworkError(f"no weight named {self.weight!r}", hint=f"there is {', '.join(get_args(Weight))}")
        if unknown := sorted(set(self.statuses).difference(Status)):
            raise NetworkError(f"no status named {unknown[0]!r}", hint=f"there is {', '.join(Status)}")

    def ties(self, statement: Statement) -> bool:
        """Whether a statement, taken for evidence, ties its subject to its object."""
        if statement.status not in self.statuses:
            return False
        return statement.predicate != CLAIM if self.predicates is None else statement.predicate in self.predicates


DEFAULT = Projection()


def project(corpus: Corpus, projection: Projection = DEFAULT, *, ontology: Ontology | None = None) -> nx.Graph:
    """The corpus as a graph: a DiGraph if the projection is directed, else a Graph.

    Nodes are entity ids with `type`, `label` and `country` (a tuple of groups, see `groups.by_country`). Entities that
    nothing ties are nodes, too. Edges carry `documents` (the ids of the independent ones, see `documents`),
    `statements` (ids), both sorted, and `weight` (a whole number). Nodes and edges are in order of id, so equal
    corpora give equal graphs. Raises NotFoundError for a predicate that neither ontology nor corpus has.

    >>> from biograph.model import Entity, Evidence, Span
    >>> bodies = {id_: Entity(id_, "Company", id_) for id_ in ("a", "b")}
    >>> stated = Statement("a", "investsIn", "b", (Evidence("d1", Span(0, 12), "A bought B. "),))
    >>> project(Corpus(entities=bodies, statements=(stated,))).edges(data="documents")
    EdgeDataView([('a', 'b', ('d1',))])
    """
    terms = ontology or load()
    _expect_known(projection, corpus, terms)
    corpus = restrict(corpus, projection, ontology=terms)
    graph = nx.DiGraph() if projection.directed else nx.Graph()
    country = groups.by_country(corpus).groups
    for id_, entity in sorted(corpus.entities.items()):
        if projection.places or not terms.is_a(entity.type, PLACE):
            graph.add_node(id_, type=entity.type, label=entity.name, country=country[id_])
    for (a, b), statements in sorted(_ties(corpus, projection, terms).items()):
        if a != b and a in graph and b in graph:
            found, ids = documents(corpus, statements), tuple(sorted({s.id for s in statements}))
            weight = {"none": 1, "documents": len(found), "statements": len(ids)}[projection.weight]
            graph.add_edge(a, b, weight=weight, documents=found, statements=ids)
    return graph


def restrict(corpus: Corpus, projection: Projection, *, ontology: Ontology | None = None) -> Corpus:
    """The corpus with the statements alone that the projection takes for evidence: `min_confidence`, `min_documents`.

    Statuses and predicates stay: what is planned still shows beside a network of what happened, and a body's place
    may be told by a relation that is no tie. To restrict twice changes nothing.
    """
    kept = corpus.statements
    if projection.min_confidence > 0:
        kept = tuple(s for s in kept if s.confidence >= projection.min_confidence)
    if projection.min_documents > 1:
        terms = ontology or load()
        stated: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
        for s in kept:
            stated[_fact(s, terms)].append(s)
        often = {fact for fact, by in stated.items() if len(documents(corpus, by)) >= projection.min_documents}
        kept = tuple(s for s in kept if _fact(s, terms) in often)
    return replace(corpus, statements=kept) if len(kept) < len(corpus.statements) else corpus


def documents(corpus: Corpus, statements: Iterable[Statement]) -> tuple[str, ...]:
    """The independent documents behind statements, as sorted ids; a text stored twice counts once."""
    first: dict[str, str] = {}
    for id_ in sorted({e.document for s in statements for e in s.evidence}):
        document = corpus.documents.get(id_)
        first.setdefault(document.text if document else id_, id_)
    return tuple(sorted(first.values()))


def _ties(corpus: Corpus, projection: Projection, terms: Ontology) -> dict[tuple[str, str], list[Statement]]:
    """Each pair of entities, from subject to object if directed, to the statements that tie it."""
    ties: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for s in filter(projection.ties, corpus.statements):
        pair = s.subject, s.object
        if not projection.directed:
            ties[min(pair), max(pair)].append(s)
            continue
        ties[pair].append(s)
        if _symmetric(s, terms):
            ties[pair[::-1]].append(s)
    return ties


def _fact(statement: Statement, terms: Ontology) -> tuple[str, ...]:
    """What a second document must state too: not when, how much or who says so."""
    ends = statement.subject, statement.object
    return (statement.predicate, statement.status, *(sorted(ends) if _symmetric(statement, terms) else ends))


def _symmetric(statement: Statement, terms: Ontology) -> bool:
    known = terms.properties.get(statement.predicate)
    return known is not None and known.symmetric


def _expect_known(projection: Projection, corpus: Corpus, terms: Ontology) -> None:
    """Raises NotFoundError for a predicate that nothing has: it would tie nobody, and nobody would know why."""
    there = {*terms.properties, *(s.predicate for s in corpus.statements)}
    for name in projection.predicates or ():
        if name not in there:
            near = nearest(name, ((known, known) for known in sorted(there)))
            others = (known for known in sorted(there) if known not in near)
            raise NotFoundError(f"no relation named {name!r}", hint=f"there is {', '.join((*near, *others))}")
