"""The page's section on brokers: the figures of a ranking, and the network in which the page lists their two-paths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from biograph import verdict
from biograph.brokerage import ROLES
from biograph.brokers import BrokerRow, Ranking, Stability, notes
from biograph.brokers.case import Case
from biograph.model import Corpus
from biograph.vocabulary import Ontology
from biograph.wording import LANGUAGES, number, wording

MIXED = 12  # groups whose ties to each other are told, the largest first; more make no table that can be read
COLUMNS = (
    *("rank", "interval", "name", "groups", "claims", "verdict", "p", "across", "group_betweenness", "betweenness"),
    *("constraint", "effective_size", "efficiency", "bridging", "loss", "degree", "documents", "expected"),
)


def build(content: Mapping[str, Any], corpus: Corpus, ranking: Ranking, ontology: Ontology) -> dict[str, Any]:
    """The section of a ranking of this corpus, by the positions of the content's documents, entities and statements.

    The groups are those that the ranking's question names; one that groups by a query raises NotFoundError.
    """
    case, positions = Case.of(corpus, ranking.question, ontology=ontology), _Positions.of(content)
    groups = [row.group for row in ranking.groups]
    place = {group: n for n, group in enumerate(groups)}
    return {
        "directed": case.graph.is_directed(),
        "by": ranking.question.by,
        "ends": sorted(place[group] for group in case.ends or () if group in place),
        "network": asdict(ranking.network),
        "reasons": [reason.name for reason in ranking.reasons],
        "null": verdict.decisive_null([null.name for null in ranking.nulls]),
        "groups": [
            {"group": row.group, "names": dict(row.names), "nodes": row.nodes, "across": row.roles.across, "ei": row.ei}
            for row in ranking.groups
        ],
        "mixing": _mixing(ranking, groups[:MIXED]),
        "groupsOf": [
            [place[group] for group in case.groups.get(id_, ())] if id_ in case.graph else []
            for id_ in positions.entities
        ],
        "ties": [
            [positions.entities[a], positions.entities[b], [positions.statements[id_] for id_ in tie["statements"]]]
            for a, b, tie in case.graph.edges(data=True)
        ],
        "rows": [_row(row, positions) for row in ranking.rows],
        "words": {language: _words(ranking, language) for language in LANGUAGES},
        "methods": {language: list(_methods(case, ranking, language)) for language in LANGUAGES},
        "notes": {language: notes(ranking, language) for language in LANGUAGES},
    }


@dataclass(frozen=True)
class _Positions:
    """Id to position in the page's lists."""

    documents: Mapping[str, int]
    entities: Mapping[str, int]
    statements: Mapping[str, int]

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> _Positions:
        lists = content["core"]["documents"], content["core"]["entities"], content["facts"]["statements"]
        return cls(*({item["id"]: n for n, item in enumerate(items)} for items in lists))


def _row(row: BrokerRow, positions: _Positions) -> dict[str, Any]:
    return {
        "entity": positions.entities[row.entity],
        "rank": row.rank,
        "verdict": row.verdict.name,
        "reasons": [reason.name for reason in row.reasons],
        "claims": [positions.statements[claim.statement] for claim in row.claims],
        "claimedPaths": row.claimed_paths,
        "documents": row.documents,
        "degree": row.degree,
        "roles": asdict(row.roles),
        "across": row.roles.across,
        "total": row.roles.total,
        "groupBetweenness": row.group_betweenness,
        "betweenness": row.betweenness,
        "constraint": row.holes.constraint,
        "effectiveSize": row.holes.effective_size,
        "efficiency": row.holes.efficiency,
        "bridging": row.bridging,
        "loss": row.loss.group_pairs,
        "parts": row.loss.parts,
        "p": row.p,
        "chance": {null: _chance(of["across"]) for null, of in row.tests.items() if "across" in of},
        "stability": _stability(row.stability, positions) if row.stability else None,
    }


def _chance(found: Any) -> dict[str, float | None]:
    """What a null model says of the two-paths between groups."""
    return {
        "observed": found.observed,
        "expected": found.expected,
        "sd": found.sd,
        "z": found.z,
        "p": found.p,
        "pAdjusted": found.p_adjusted,
    }


def _stability(found: Stability, positions: _Positions) -> dict[str, Any]:
    worst = found.worst
    return {
        "low": found.low,
        "high": found.high,
        "documents": found.documents,
        "bootstraps": found.bootstraps,
        "leftOut": found.left_out,
        "changed": len(found.without),
        "worst": [positions.documents.get(worst[0]), worst[1]] if worst else None,
        "restsOn": [positions.documents.get(document) for document in found.rests_on],
        "multiSource": found.multi_source,
    }


def _mixing(ranking: Ranking, groups: list[str]) -> dict[str, list[list[float]]]:
    """Ties between groups, and those expected of their degrees alone, a row and a column for each of these groups."""
    at = [ranking.mixing.groups.index(group) for group in groups]
    return {
        name: [[float(matrix[i][j]) for j in at] for i in at]
        for name, matrix in (("ties", ranking.mixing.ties), ("expected", ranking.mixing.expected))
    }


def _words(ranking: Ranking, language: str) -> dict[str, Any]:
    """What table and report call things; of verdicts and reasons those that occur."""
    say = wording(language)
    verdicts = {row.verdict.name for row in ranking.rows}
    reasons = {reason.name for row in ranking.rows for reason in row.reasons} | {r.name for r in ranking.reasons}
    return {
        "columns": {name: say["columns"][name] for name in COLUMNS},
        "roles": {role: say["roles"][role] for role in (*ROLES, "ungrouped")},
        "definitions": dict(say["report"]["definitions"]),
        "verdicts": {name: say["verdicts"][name] for name in sorted(verdicts)},
        "reasons": {name: say["reasons"][name] for name in sorted(reasons)},
        "nulls": {null.name: say["nulls"][null.name] for null in ranking.nulls},
        "tests": list(say["report"]["test_columns"]),
    }


def _methods(case: Case, ranking: Ranking, language: str) -> Iterator[str]:
    """The choices and settings in sentences, as the report has them."""
    say = wording(language)
    done, projection, label = say["report"]["done"], case.question.projection, case.ontology.label
    yield done["projection"].format(
        statuses=", ".join(label(status, language) for status in projection.statuses),
        predicates=", ".join(label(name, language) for name in projection.predicates or ()) or done["all"],
        direction=done["directed" if projection.directed else "undirected"],
    )
    yield done["facts"].format(confidence=number(projection.min_confidence), documents=projection.min_documents)
    yield done["groups"].format(group=done["groupings"][case.grouping.kind])
    if case.ends:
        yield done["between"].format(groups=" – ".join(case.grouping.label(end, language) for end in sorted(case.ends)))
    yield done["by"].format(measure=say["columns"][case.question.by])
    for null in ranking.nulls:
        yield done["null"].format(
            null=say["nulls"][null.name], draws=null.draws, betweenness=null.betweenness_draws, acceptance=""
        )
    yield done["correction" if ranking.nulls else "no_null"]
