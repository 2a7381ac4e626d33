"""The table of brokers: what the texts claim of each body, what the network shows, and whether that can be said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from biograph import brokerage, groups, network, verdict
from biograph.brokerage import Chance, Loss, Roles
from biograph.brokers.cells import claim_side, csv_text, note, table
from biograph.brokers.measures import measure
from biograph.claims import Claim, claims
from biograph.errors import NetworkError, NotFoundError
from biograph.model import Corpus, Statement, Status, normalise_name
from biograph.verdict import Reason, Verdict
from biograph.vocabulary import Ontology, load
from biograph.wording import LANGUAGES

__all__ = ["BrokerRow", "claim_side", "csv_text", "note", "rows", "table"]


@dataclass(frozen=True, slots=True)
class BrokerRow:
    """One entity. Measures are those of `brokerage`, on the projection of `network.project`.

    `documents` counts the independent documents that state anything of it. `claimed_paths` are its open two-paths
    between two countries that asserted claims name, None where they name fewer. `chance` is None where no two-path is
    placed, or where the network is too large for enough draws.
    """

    entity: str
    name: str
    type: str
    groups: tuple[str, ...]
    group_names: Mapping[str, tuple[str, ...]]
    degree: int
    documents: int
    roles: Roles
    group_betweenness: float
    betweenness: float
    constraint: float | None
    effective_size: float | None
    loss: Loss
    chance: Chance | None
    claims: tuple[Claim, ...]
    claimed_paths: float | None
    verdict: Verdict
    reasons: tuple[Reason, ...]

    def to_dict(self) -> dict[str, Any]:
        """The row as JSON takes it; `roles` holds the five, `unplaced`, and the sums `total` and `across`."""
        values = asdict(self)
        values["roles"] |= {"total": self.roles.total, "across": self.roles.across}
        return values


def rows(
    corpus: Corpus,
    *,
    group: str = "country",
    between: tuple[str, str] | None = None,
    directed: bool = False,
    statuses: Collection[Status] = (Status.ASSERTED,),
    places: bool = False,
    draws: int = 999,
    seed: int = 0,
    ontology: Ontology | None = None,
) -> list[BrokerRow]:
    """A row for every entity that could broker (two ties or more) or is claimed to. `group`: country or type.

    In order of two-paths between groups (`Roles.across`), then betweenness between groups, then claimed before not,
    then betweenness, then name. `between` counts only paths whose ends are in those two groups, by name, alias or
    code. Raises NotFoundError for an unknown group or grouping, NetworkError where there is nobody to rank.
    """
    terms = ontology or load()
    grouping = _grouping(corpus, group, terms)
    ends = _ends(corpus, grouping, between)
    projection = network.Projection(directed=directed, statuses=tuple(statuses), places=places)
    graph = network.project(corpus, projection, ontology=terms)
    if not graph:
        raise NetworkError("nobody to rank: the dataset names no body and no person", hint="build it from an article")
    of = grouping.groups
    measures = measure(graph, of, ends, draws, seed)
    reasons = verdict.smallness(corpus, graph, of, ends)
    claimed, stated = claims(corpus), _documents(corpus)
    claimed_paths = _claimed_paths(corpus, claimed, measures.two_paths)

    found = []
    for node in graph:
        if graph.degree(node) < 2 and node not in claimed:
            continue
        decided, why_not = verdict.judge(measures.roles[node], measures.chance.get(node), reasons)
        found.append(
            BrokerRow(
                entity=node,
                name=corpus.entities[node].name,
                type=corpus.entities[node].type,
                groups=of[node],
                group_names={language: tuple(grouping.label(g, language) for g in of[node]) for language in LANGUAGES},
                degree=graph.degree(node),
                documents=stated.get(node, 0),
                roles=measures.roles[node],
                group_betweenness=measures.group_betweenness[node],
                betweenness=measures.betweenness[node],
                constraint=measures.constraint[node],
                effective_size=measures.effective_size[node],
                loss=measures.losses[node],
                chance=measures.chance.get(node),
                claims=claimed.get(node, ()),
                claimed_paths=claimed_paths.get(node),
                verdict=decided,
                reasons=why_not,
            )
        )
    return sorted(found, key=_order)


def _grouping(corpus: Corpus, group: str, terms: Ontology) -> groups.Grouping:
    if group == "country":
        return groups.by_country(corpus)
    if group == "type":
        return groups.by_type(corpus, terms)
    raise NotFoundError(f"no grouping named {group!r}", hint="country or type")


def _ends(corpus: Corpus, grouping: groups.Grouping, between: tuple[str, str] | None) -> frozenset[str] | None:
    if between is None:
        return None
    ends = frozenset(groups.resolve(corpus, grouping, name) for name in between)
    if len(ends) < 2:
        raise NetworkError(f"{' and '.join(between)} are one group", hint="name two different groups")
    return ends


def _claimed_paths(
    corpus: Corpus, claimed: Mapping[str, tuple[Claim, ...]], two_paths: Mapping[str, list[brokerage.TwoPath]]
) -> dict[str, float]:
    countries = groups.by_country(corpus).groups
    found = {}
    for node, its_claims in claimed.items():
        asserted = [claim for claim in its_claims if claim.status is Status.ASSERTED]
        sides = frozenset(group for claim in asserted for group in countries[claim.side])
        if len(sides) >= 2:
            shares = (brokerage.shares(path, countries, sides) for path in two_paths.get(node, ()))
            found[node] = sum((sum(of_path.values()) for of_path in shares), 0.0)
    return found


def _documents(corpus: Corpus) -> dict[str, int]:
    about: dict[str, list[Statement]] = defaultdict(list)
    for statement in corpus.statements:
        for entity in (statement.subject, statement.object):
            about[entity].append(statement)
    return {entity: len(network.documents(corpus, statements)) for entity, statements in about.items()}


def _order(row: BrokerRow) -> tuple[float, float, bool, float, str, str]:
    name = normalise_name(row.name)
    return -row.roles.across, -row.group_betweenness, not row.claims, -row.betweenness, name, row.entity
