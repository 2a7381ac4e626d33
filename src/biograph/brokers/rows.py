"""The rows of a ranking: for each body what the texts claim of it, what the network shows, and what may be said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from biograph import brokerage, groups, network, verdict
from biograph.brokerage import AgainstChance
from biograph.brokers.case import Case
from biograph.brokers.measures import Measures
from biograph.brokers.ranking import BrokerRow
from biograph.brokers.stability import Stability, ranks
from biograph.claims import Claim
from biograph.model import Corpus, Statement, Status, normalise_name
from biograph.verdict import Reason
from biograph.wording import LANGUAGES


def broker_rows(
    case: Case,
    found: Measures,
    tests: Sequence[AgainstChance],
    reasons: Sequence[Reason],
    stability: Mapping[str, Stability],
) -> list[BrokerRow]:
    """The rows of all that could broker (two ties or more) or is claimed to, in order of rank.

    `reasons` are why nothing can be said of anybody in this network.
    """
    keys = found.keys(case.question.by)
    rows = list(_rows(case, found, tests, reasons, ranks(keys), stability))
    return sorted(rows, key=lambda row: (tuple(-value for value in keys[row.entity]), *_equals(row)))


def _rows(
    case: Case,
    found: Measures,
    tests: Sequence[AgainstChance],
    reasons: Sequence[Reason],
    rank: Mapping[str, int],
    stability: Mapping[str, Stability],
) -> Iterator[BrokerRow]:
    claimed, stated, paths = case.claims, _documents(case.corpus), found.betweenness
    claimed_paths = _claimed_paths(case, claimed)
    for node in case.graph:
        if case.graph.degree(node) < 2 and node not in claimed:
            continue
        entity, of = case.corpus.entities[node], case.groups.get(node, ())
        said = {test.null: test.nodes[node] for test in tests if node in test.nodes}
        p = verdict.decisive_p(said, sum(other in case.graph for other in claimed) if node in claimed else 0)
        against = reasons or ([] if case.graph.degree(node) else [Reason.NO_TIES])
        decided, why_not = verdict.judge(found.roles[node], paths.between[node], said, p, against)
        yield BrokerRow(
            entity=node,
            name=entity.name,
            type=entity.type,
            groups=of,
            group_names={lang: tuple(case.grouping.label(group, lang) for group in of) for lang in LANGUAGES},
            rank=rank[node],
            verdict=decided,
            reasons=why_not,
            claims=claimed.get(node, ()),
            claimed_paths=claimed_paths.get(node),
            documents=stated.get(node, 0),
            roles=found.roles[node],
            group_betweenness=paths.between[node],
            local_betweenness=paths.local[node],
            within_betweenness=paths.within[node],
            betweenness=paths.plain[node],
            error=paths.error[node] if paths.error else None,
            holes=found.holes[node],
            bridging=found.bridging[node],
            bridge_ties=len(found.bridges[node]),
            loss=found.losses[node],
            context=found.context[node],
            p=p,
            tests=said,
            stability=stability.get(node),
        )


def _claimed_paths(case: Case, claimed: Mapping[str, tuple[Claim, ...]]) -> dict[str, float]:
    """Open two-paths of the claimed between the countries that asserted claims name, where these are two or more."""
    countries = groups.by_country(case.corpus).groups
    found = {}
    for node, its_claims in claimed.items():
        asserted = [claim for claim in its_claims if claim.status is Status.ASSERTED]
        sides = frozenset(group for claim in asserted for group in countries[claim.side])
        if len(sides) >= 2 and node in case.graph:
            paths = (path for path in brokerage.open_two_paths(case.graph) if path[1] == node)
            found[node] = sum((sum(brokerage.shares(path, countries, sides).values()) for path in paths), 0.0)
    return found


def _documents(corpus: Corpus) -> dict[str, int]:
    about: dict[str, list[Statement]] = defaultdict(list)
    for statement in corpus.statements:
        for entity in (statement.subject, statement.object):
            about[entity].append(statement)
    return {entity: len(network.documents(corpus, statements)) for entity, statements in about.items()}


def _equals(row: BrokerRow) -> tuple[bool, float, str, str]:
    """In what order those with equal keys stand."""
    return not row.claims, -row.betweenness, normalise_name(row.name), row.entity
