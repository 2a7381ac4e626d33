"""From a name to the sentences behind it: groups, the text's claims, brokered paths, and paths between two names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from itertools import islice, pairwise, product
from typing import Any

import networkx as nx

from biograph import brokerage, groups, naming
from biograph.claims import claims
from biograph.errors import NotFoundError
from biograph.model import Corpus, Entity, Statement, Status, normalise_name
from biograph.why import text

PATHS = 3  # shortest paths shown between two names


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence as it stands in a document, with its half-open code-point offsets there."""

    document: str
    title: str | None
    published: str | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement with the quotes of every document that makes it."""

    statement: str
    subject: str
    predicate: str
    object: str
    status: Status
    speaker: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A country of the entity, and the facts that lead there; `gazetteer` names the place resolved without a text."""

    group: str
    names: dict[str, str]
    facts: tuple[Fact, ...]
    gazetteer: str | None


@dataclass(frozen=True, slots=True)
class Brokered:
    """Two contacts that the entity ties and nothing else does, its roles there with their shares, and the facts.

    In an undirected network one pair stands for both directions, and `roles` sums over both, as `brokerage.roles` does.
    """

    left: str
    right: str
    left_groups: tuple[str, ...]
    right_groups: tuple[str, ...]
    roles: dict[str, float]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """Names along a path, and for each tie the facts that make it."""

    names: tuple[str, ...]
    ties: tuple[tuple[Fact, ...], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything behind one name. `node` is False for a place that the projection keeps out of the network.

    `group_names` are the names by language of every group that occurs in `brokered`.
    """

    entity: str
    name: str
    type: str
    node: bool
    groups: tuple[Group, ...]
    claims: tuple[Fact, ...]
    brokered: tuple[Brokered, ...]
    other: tuple[Fact, ...]
    group_names: dict[str, dict[str, str]]

    def to_json(self) -> dict[str, Any]:
        """Plain values for `json.dumps`."""
        return asdict(self)

    def to_text(self, width: int = 80, language: str = "ko") -> str:
        """For reading, within so many terminal columns; ends in a line break."""
        return text.explanation(self, width, language)


@dataclass(frozen=True, slots=True)
class Connection:
    """The shortest paths between two names; none where the network does not join them.

    `stated` are the statements about just these two, whatever their status, claims and places included.
    """

    a: str
    b: str
    stated: tuple[Fact, ...]
    not_nodes: tuple[str, ...]
    paths: tuple[Path, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain values for `json.dumps`."""
        return asdict(self)

    def to_text(self, width: int = 80, language: str = "ko") -> str:
        """For reading, within so many terminal columns; ends in a line break."""
        return text.connection(self, width, language)


def explain(corpus: Corpus, graph: nx.Graph, a: str, b: str | None = None) -> Explanation | Connection:
    """`about` one name, or with a second one `connect`."""
    return about(corpus, graph, a) if b is None else connect(corpus, graph, a, b)


def about(corpus: Corpus, graph: nx.Graph, name: str) -> Explanation:
    """What is behind one entity, named as for `find`, in a graph of `network.project`."""
    entity = find(corpus, name)
    show, countries = _Show(corpus), groups.by_country(corpus)
    brokered = _brokered(graph, show, entity.id, countries.groups)
    claimed = [claim.statement for claim in claims(corpus).get(entity.id, ())]
    shown = {fact.statement for pair in brokered for fact in pair.facts} | set(claimed)
    other = show.facts({s.id for s in corpus.statements if entity.id in (s.subject, s.object)} - shown)
    there = sorted({group for pair in brokered for group in (*pair.left_groups, *pair.right_groups)})
    return Explanation(
        entity=entity.id,
        name=entity.name,
        type=entity.type,
        node=entity.id in graph,
        groups=tuple(_group(show, countries, membership) for membership in countries.memberships[entity.id]),
        claims=show.facts(claimed),
        brokered=brokered,
        other=tuple(sorted(other, key=_by_relation)),
        group_names={group: dict(countries.names[group]) for group in there},
    )


def connect(corpus: Corpus, graph: nx.Graph, a: str, b: str) -> Connection:
    """What joins two entities, named as for `find`: statements, and the shortest paths, PATHS at most."""
    first, second = find(corpus, a), find(corpus, b)
    show = _Show(corpus)
    both = {first.id, second.id}
    stated = show.facts({s.id for s in corpus.statements if {s.subject, s.object} == both})
    missing = tuple(entity.name for entity in (first, second) if entity.id not in graph)
    paths = []
    if not missing and first.id != second.id and nx.has_path(graph, first.id, second.id):
        for nodes in islice(nx.shortest_simple_paths(graph, first.id, second.id), PATHS):
            ties = [show.facts(graph.edges[pair]["statements"]) for pair in pairwise(nodes)]
            paths.append(Path(tuple(map(show.name, nodes)), tuple(ties)))
    return Connection(first.name, second.name, tuple(sorted(stated, key=_by_relation)), missing, tuple(paths))


def facts(corpus: Corpus, statements: Iterable[str]) -> tuple[Fact, ...]:
    """The statements with these ids, with names and quotes."""
    return _Show(corpus).facts(statements)


def find(corpus: Corpus, name: str) -> Entity:
    """The entity with this id, name or alias.

    Raises NotFoundError where there is none (with the nearest names) or where several bear it (with their ids).
    """
    if name in corpus.entities:
        return corpus.entities[name]
    wanted = normalise_name(name)
    bearers: dict[str, set[str]] = {}
    for id_, entity in sorted(corpus.entities.items()):
        for form in (entity.name, *entity.aliases):
            bearers.setdefault(normalise_name(form), set()).add(id_)
    found = sorted(bearers.get(wanted, ()))
    if len(found) > 1:
        raise NotFoundError(f"{name!r} names several entities", hint=f"say which: {', '.join(found)}")
    if not found or not wanted:
        near = naming.nearest(name, ((form, e.name) for e in corpus.entities.values() for form in (e.name, *e.aliases)))
        raise NotFoundError(f"no entity named {name!r}", hint=f"nearest: {', '.join(near)}" if near else "")
    return corpus.entities[found[0]]


class _Show:
    """Statements of a corpus as facts with quotes."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._statements: dict[str, list[Statement]] = {}
        for statement in corpus.statements:
            self._statements.setdefault(statement.id, []).append(statement)

    def name(self, entity: str) -> str:
        known = self._corpus.entities.get(entity)
        return known.name if known else entity

    def facts(self, ids: Iterable[str]) -> tuple[Fact, ...]:
        return tuple(self._fact(id_) for id_ in ids)

    def _fact(self, id_: str) -> Fact:
        first, *_ = same = self._statements[id_]
        evidence = sorted({e for statement in same for e in statement.evidence})
        documents = self._corpus.documents
        quotes = []
        for e in evidence:
            document = documents.get(e.document)
            title, published = (document.title, document.published) if document else (None, None)
            quotes.append(Quote(e.document, title, published, e.span.start, e.span.end, e.quote))
        speaker = self.name(first.speaker) if first.speaker else None
        subject, object_ = self.name(first.subject), self.name(first.object)
        return Fact(id_, subject, first.predicate, object_, first.status, speaker, tuple(quotes))


def _group(show: _Show, countries: groups.Grouping, membership: groups.Membership) -> Group:
    place = show.name(membership.gazetteer) if membership.gazetteer else None
    return Group(membership.group, dict(countries.names[membership.group]), show.facts(membership.chain), place)


def _brokered(graph: nx.Graph, show: _Show, node: str, of: brokerage.Groups) -> tuple[Brokered, ...]:
    if node not in graph:
        return ()
    before = graph.pred[node] if graph.is_directed() else graph.adj[node]
    found: dict[tuple[str, str], Brokered] = {}
    for i, j in product(before, graph.adj[node]):
        if i == j or graph.has_edge(i, j):
            continue
        roles = brokerage.shares((i, node, j), of)
        if not graph.is_directed() and (j, i) in found:
            both = found[j, i].roles
            both.update({role: both.get(role, 0.0) + share for role, share in roles.items()})
            continue
        ids = dict.fromkeys((*graph.edges[i, node]["statements"], *graph.edges[node, j]["statements"]))
        found[i, j] = Brokered(show.name(i), show.name(j), of[i], of[j], roles, show.facts(ids))
    return tuple(sorted(found.values(), key=_interest))


def _by_relation(fact: Fact) -> tuple[str, ...]:
    return fact.predicate, fact.status, fact.subject, fact.object, fact.statement


def _interest(pair: Brokered) -> tuple[float, bool, str, str]:
    """Pairs between groups first, then pairs within one, then those without a role."""
    across = sum(share for role, share in pair.roles.items() if role not in ("coordinator", "itinerant"))
    return -across, not pair.roles, pair.left, pair.right
