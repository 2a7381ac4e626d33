"""From a corpus and a question to a ranking: the network, its groups, its measures, tests and stability."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import networkx as nx

from biograph import brokerage, verdict
from biograph.brokerage import AgainstChance, Mixing, Roles
from biograph.brokers.case import Case
from biograph.brokers.measures import Measures
from biograph.brokers.question import Question
from biograph.brokers.ranking import GroupRow, NetworkSize, NullModel, Ranking
from biograph.brokers.rows import broker_rows
from biograph.brokers.stability import Stability, stability
from biograph.errors import NobodyError
from biograph.groups import Grouping
from biograph.model import Corpus, Status
from biograph.verdict import Reason
from biograph.vocabulary import Ontology
from biograph.wording import LANGUAGES

DEFAULT = Question()


def rank(
    corpus: Corpus, question: Question = DEFAULT, *, grouping: Grouping | None = None, ontology: Ontology | None = None
) -> Ranking:
    """A row for every entity that could broker (two ties or more) or is claimed to, in order of the measure asked for.

    Equals are in order of what parts them (`Measures.keys`), claimed before not, then by betweenness, then by name.
    `grouping` gives the groups (such as those of `groups.by_query`); without it they are found as the question says,
    and countries anew in every part of the corpus that is looked at for stability.

    Raises NotFoundError for an unknown group or grouping, NobodyError where there is nobody to rank.
    """
    case = Case.of(corpus, question, grouping, ontology)
    if not case.graph:
        raise NobodyError("nobody to rank: the dataset names no body and no person", hint="build it from an article")
    found = Measures(case.graph, case.groups, case.ends)
    reasons = verdict.smallness(case.corpus, case.graph, case.groups, case.ends)
    tests = [] if reasons or case.grouping.derived else _tests(case)
    if case.grouping.derived:
        reasons.append(Reason.DERIVED)
    mixing = brokerage.mixing(case.graph, case.groups)
    return Ranking(
        question=question,
        network=_size(case),
        rows=tuple(broker_rows(case, found, tests, reasons, _stability(case))),
        groups=tuple(_group_rows(case, found.roles, tests, mixing)),
        overall=_sum((roles, 1.0) for roles in found.roles.values()),
        overall_tests={test.null: test.overall for test in tests},
        mixing=mixing,
        nulls=tuple(NullModel(t.null, t.draws, t.betweenness_draws, t.proposals, t.acceptance) for t in tests),
        sources=found.betweenness.sources,
        reasons=tuple(reasons),
    )


def _tests(case: Case) -> list[AgainstChance]:
    asked = case.question
    if not asked.draws:
        return []
    return [
        brokerage.by_chance(case.graph, case.groups, null=null, between=case.ends, draws=asked.draws, seed=asked.seed)
        for null in asked.nulls
    ]


def _stability(case: Case) -> Mapping[str, Stability]:
    asked = case.question
    if not asked.bootstraps:
        return {}
    ties = asked.projection.ties
    read = tuple(s for s in case.corpus.statements if s.status is Status.ASSERTED or ties(s))  # all that ranks rest on
    part = replace(case.corpus, statements=read)
    return stability(part, case.keys, bootstraps=asked.bootstraps, seed=asked.seed, ontology=case.ontology)


def _size(case: Case) -> NetworkSize:
    return NetworkSize(
        documents=len(case.corpus.documents),
        independent=len({document.text for document in case.corpus.documents.values()}),
        nodes=case.graph.number_of_nodes(),
        ties=case.graph.number_of_edges(),
        placed=sum(bool(case.groups.get(node)) for node in case.graph),
        components=sum(1 for part in nx.connected_components(nx.Graph(case.graph)) if len(part) > 1),
    )


def _group_rows(
    case: Case, roles: Mapping[str, Roles], tests: Sequence[AgainstChance], mixing: Mixing
) -> list[GroupRow]:
    """A row for each group with a node, the largest first."""
    members: dict[str, list[tuple[str, float]]] = {group: [] for group in mixing.groups}
    for node in case.graph:
        for group in case.groups.get(node, ()):
            members[group].append((node, 1 / len(case.groups[node])))
    found = []
    for place, group in enumerate(mixing.groups):
        ties = mixing.ties[place]
        into = 0.0 if not case.graph.is_directed() else sum(row[place] for row in mixing.ties) - ties[place]
        found.append(
            GroupRow(
                group=group,
                names={language: case.grouping.label(group, language) for language in LANGUAGES},
                nodes=sum(share for _, share in members[group]),
                roles=_sum((roles[node], share) for node, share in members[group]),
                tests={test.null: test.groups[group] for test in tests if group in test.groups},
                within=ties[place],
                out=sum(ties) - ties[place] + into,
                ei=mixing.ei[place],
            )
        )
    return sorted(found, key=lambda row: (-row.nodes, row.group))


def _sum(weighted: Iterable[tuple[Roles, float]]) -> Roles:
    """Roles added up, each times its share."""
    found = list(weighted)
    names = (*brokerage.ROLES, "ungrouped", "unplaced")
    return Roles(**{name: sum(getattr(roles, name) * share for roles, share in found) for name in names})
