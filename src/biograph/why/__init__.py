"""From a name to the sentences behind it: groups, the text's claims, brokered paths, and paths between two names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import islice, pairwise, product

import networkx as nx

from biograph import brokerage, groups, naming
from biograph.claims import claims
from biograph.errors import NotFoundError
from biograph.groups import Grouping
from biograph.model import Corpus, Entity, normalise_name
from biograph.why.facts import Facts
from biograph.why.values import Brokered, Connection, Explanation, Fact, Group, Path, Quote

__all__ = [
    "Brokered",
    "Connection",
    "Explanation",
    "Fact",
    "Group",
    "Path",
    "Quote",
    "about",
    "connect",
    "facts",
    "find",
]

PATHS = 3  # shortest paths shown between two names


def about(
    corpus: Corpus,
    graph: nx.Graph,
    name: str,
    *,
    grouping: Grouping | None = None,
    between: frozenset[str] | None = None,
    roles: Collection[str] = (),
) -> Explanation:
    """What is behind one entity, named as for `find`, in a graph of `network.project`.

    `grouping` are countries unless given. `between` keeps to pairs between two different groups of that set, `roles`
    to pairs brokered in one of these.
    """
    entity = find(corpus, name)
    show, of = Facts(corpus), grouping or groups.by_country(corpus)
    brokered = _brokered(graph, show, entity.id, of.groups, between, roles)
    claimed = [claim.statement for claim in claims(corpus).get(entity.id, ())]
    shown = {fact.statement for pair in brokered for fact in pair.facts} | set(claimed)
    other = show.of({s.id for s in corpus.statements if entity.id in (s.subject, s.object)} - shown)
    there = sorted({group for pair in brokered for group in (*pair.left_groups, *pair.right_groups)})
    return Explanation(
        entity=entity.id,
        name=entity.name,
        type=entity.type,
        node=entity.id in graph,
        groups=tuple(_group(show, of, membership) for membership in of.memberships.get(entity.id, ())),
        claims=show.of(claimed),
        brokered=brokered,
        apart=_apart(graph, show, entity.id),
        other=tuple(sorted(other, key=_by_relation)),
        group_names={group: dict(of.names[group]) for group in there},
    )


def connect(corpus: Corpus, graph: nx.Graph, a: str, b: str) -> Connection:
    """What joins two entities, named as for `find`: statements, and the shortest paths, PATHS at most."""
    first, second = find(corpus, a), find(corpus, b)
    show = Facts(corpus)
    both = {first.id, second.id}
    stated = show.of({s.id for s in corpus.statements if {s.subject, s.object} == both})
    missing = tuple(entity.name for entity in (first, second) if entity.id not in graph)
    paths = []
    if not missing and first.id != second.id and nx.has_path(graph, first.id, second.id):
        for nodes in islice(nx.shortest_simple_paths(graph, first.id, second.id), PATHS):
            ties = [show.of(graph.edges[pair]["statements"]) for pair in pairwise(nodes)]
            paths.append(Path(tuple(map(show.name, nodes)), tuple(ties)))
    return Connection(first.name, second.name, tuple(sorted(stated, key=_by_relation)), missing, tuple(paths))


def facts(corpus: Corpus, statements: Iterable[str]) -> tuple[Fact, ...]:
    """The statements with these ids, with names and quotes."""
    return Facts(corpus).of(statements)


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


def _group(show: Facts, grouping: Grouping, membership: groups.Membership) -> Group:
    place = show.name(membership.gazetteer) if membership.gazetteer else None
    return Group(membership.group, dict(grouping.names[membership.group]), show.of(membership.chain), place)


def _brokered(
    graph: nx.Graph,
    show: Facts,
    node: str,
    of: brokerage.Groups,
    between: frozenset[str] | None,
    kept: Collection[str],
) -> tuple[Brokered, ...]:
    if node not in graph:
        return ()
    before = graph.pred[node] if graph.is_directed() else graph.adj[node]
    found: dict[tuple[str, str], Brokered] = {}
    for i, j in product(before, graph.adj[node]):
        if i == j or graph.has_edge(i, j):
            continue
        roles = brokerage.shares((i, node, j), of, between)
        if not graph.is_directed() and (j, i) in found:
            both = found[j, i].roles
            both.update({role: both.get(role, 0.0) + share for role, share in roles.items()})
        elif roles or between is None:
            ids = dict.fromkeys((*graph.edges[i, node]["statements"], *graph.edges[node, j]["statements"]))
            left, right = of.get(i, ()), of.get(j, ())
            found[i, j] = Brokered(show.name(i), show.name(j), left, right, roles, show.of(ids))
    pairs = (pair for pair in found.values() if not kept or pair.roles.keys() & set(kept))
    return tuple(sorted(pairs, key=_interest))


def _apart(graph: nx.Graph, show: Facts, node: str) -> tuple[tuple[str, ...], ...]:
    parts = brokerage.separated(graph, node) if node in graph else []
    if len(parts) < 2:
        return ()
    return tuple(tuple(map(show.name, part)) for part in sorted(parts, key=len, reverse=True))


def _by_relation(fact: Fact) -> tuple[str, ...]:
    return fact.predicate, fact.status, fact.subject, fact.object, fact.statement


def _interest(pair: Brokered) -> tuple[float, bool, str, str]:
    """Pairs between groups first, then pairs within one, then those without a role."""
    across = sum(share for role, share in pair.roles.items() if role not in ("coordinator", "itinerant"))
    return -across, not pair.roles, pair.left, pair.right
