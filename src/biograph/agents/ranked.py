"""A ranking as a tool tells it: the first rows and the claimed ones, with the quotes behind a few of their paths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import combinations, islice

from biograph import brokerage, brokers
from biograph.agents.citing import Citing
from biograph.agents.held import Generation
from biograph.agents.values import Broker, Fact, Ranking, TwoPath
from biograph.brokers import BrokerRow
from biograph.brokers.case import Case
from biograph.brokers.notes import decided
from biograph.wording import wording

_EXPLAINED = 5  # rows with their paths; explain_broker has those of the others
_PATHS = 2  # for each row
_FACTS = 2  # for each tie
_CLAIMS = 4
_LOOKED_AT = 20_000  # pairs of contacts, those first that most articles state
_WITHIN = ("coordinator", "itinerant")  # roles between two of one group
_READING = (
    "A text's claim that somebody is a bridge is the text's claim; only the verdict is computed, from other facts.",
    "Figures describe the network that these articles state, not the world; absence from it says nothing.",
)


def listed(now: Generation, case: Case, ranking: brokers.Ranking, top: int) -> Ranking:
    """The first rows by the network, and the first of those that texts claim to be bridges, wherever they rank."""
    question, claimed = ranking.question, [row for row in ranking if row.claims]
    citing, known = now.citing(), {row.entity for row in (*ranking.rows[:_EXPLAINED], *claimed[:_EXPLAINED])}

    def cited(row: BrokerRow) -> Broker:
        return _row(now, case, row, citing, _PATHS if row.entity in known else 0)

    bootstraps = next((row.stability.bootstraps for row in ranking if row.stability), 0)
    usual = brokers.Question()
    fewer = (
        f"Drawn {question.draws} times against chance, articles resampled {bootstraps} times, fewer than `biograph "
        f"brokers` draws ({usual.draws} and {usual.bootstraps}): p is no finer than that, and intervals are rough."
    )
    return Ranking(
        between=question.between or (),
        group=question.group,
        documents=ranking.network.independent,
        entities=ranking.network.nodes,
        ties=ranking.network.ties,
        candidates=len(ranking),
        draws=question.draws,
        bootstraps=bootstraps,
        computed=tuple(cited(row) for row in ranking.rows[:top]),
        claimed=tuple(cited(row) for row in claimed[:top]),
        notes=(*_READING, fewer, *brokers.notes(ranking, now.language)),
        citations=citing.citations,
    )


def _row(now: Generation, case: Case, row: BrokerRow, citing: Citing, paths: int) -> Broker:
    stability = row.stability
    return Broker(
        entity=citing.named(row.entity),
        type=row.type,
        groups=row.group_names[now.language],
        rank=row.rank,
        rank_low=stability.low if stability else None,
        rank_high=stability.high if stability else None,
        across=row.roles.across,
        roles={role: count for role, count in asdict(row.roles).items() if count},
        p=row.p,
        verdict=str(row.verdict),
        verdict_in_words=decided(row, row.reasons, wording(now.language)),
        documents=row.documents,
        claims=citing.by_id((claim.statement for claim in row.claims[:_CLAIMS]), cited=1),
        two_paths=tuple(islice(_two_paths(now, case, row.entity, citing), paths)),
    )


def _two_paths(now: Generation, case: Case, node: str, citing: Citing) -> Iterator[TwoPath]:
    """Open two-paths between groups that a node brokers, each with other contacts, those of most documents first."""
    graph, of = case.graph, case.groups
    shown: set[str] = set()
    contacts = sorted(graph.adj[node], key=lambda contact: (-len(graph.edges[node, contact]["documents"]), contact))
    for i, j in islice(combinations(contacts, 2), _LOOKED_AT):
        roles = dict(brokerage.shares((i, node, j), of, case.ends))
        for role, share in brokerage.shares((j, node, i), of, case.ends).items():
            roles[role] = roles.get(role, 0.0) + share
        if graph.has_edge(i, j) or not roles.keys() - set(_WITHIN) or {i, j} & shown:
            continue
        shown |= {i, j}
        left, right = (tuple(case.grouping.label(group, now.language) for group in of.get(end, ())) for end in (i, j))
        facts = _tie(citing, case, i, node) + _tie(citing, case, node, j)
        yield TwoPath(citing.named(i).name, citing.named(j).name, left, right, roles, facts)


def _tie(citing: Citing, case: Case, a: str, b: str) -> tuple[Fact, ...]:
    return citing.by_id(case.graph.edges[a, b]["statements"][:_FACTS], cited=1)
