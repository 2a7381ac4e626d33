"""Rows as cells: for people, and for programs that read CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from biograph import brokerage
from biograph.brokers.notes import decided, note
from biograph.brokers.ranking import BrokerRow, GroupRow
from biograph.brokers.stability import Stability
from biograph.claims import Claim
from biograph.exports import csvs
from biograph.model import Status
from biograph.verdict import Reason
from biograph.vocabulary import load
from biograph.wording import Wording, number, wording

_TESTED = (*brokerage.ROLES, "total", "across", "group_betweenness")
_OF_TEST = ("expected", "sd", "z", "p", "p_adjusted")
_OF_STABILITY = ("low", "high", "bootstraps", "left_out", "rests_on", "multi_source", "worst_document", "worst_rank")
_CSV = (
    *("rank", "entity", "name", "type", "groups", "claims", "claimed_paths", "verdict", "reasons", "p", "documents"),
    *(
        "degree",
        "weighted_degree",
        *brokerage.ROLES,
        "ungrouped",
        "unplaced",
        "total",
        "across",
        "group_betweenness",
        "error",
    ),
    *("local_betweenness", "within_betweenness", "betweenness", "constraint", "effective_size", "efficiency"),
    *("hierarchy", "bridging", "bridge_ties", "pairs", "group_pairs", "cut_off", "parts", "pagerank", "eigenvector"),
    *_OF_STABILITY,
    *(f"{null}_{measure}_{figure}" for null in brokerage.NULLS for measure in _TESTED for figure in _OF_TEST),
)


def table(rows: Sequence[BrokerRow], language: str = "ko") -> tuple[list[str], list[list[str]]]:
    """Headers and cells for people, in a language; numbers with two decimals at most. Below it belongs the `note`.

    The columns are those of the wording's `columns`, in their order.
    """
    say, shared = wording(language), bool(note(rows, language))
    cells = [_cells(row, language, say, () if shared else row.reasons) for row in rows]
    return list(say["columns"].values()), [[line[name] for name in say["columns"]] for line in cells]


def group_table(rows: Sequence[GroupRow], language: str = "ko") -> tuple[list[str], list[list[str]]]:
    """Headers and cells of the groups, for people; roles with what each null model expects of them."""
    say = wording(language)
    columns = say["group_columns"]
    return list(columns.values()), [
        [
            row.names[language],
            number(row.nodes),
            number(row.within),
            number(row.out),
            number(row.ei),
            _held(row.roles, say),
            number(row.roles.across),
            _expected(row.tests, say),
        ]
        for row in rows
    ]


def csv_text(rows: Iterable[BrokerRow]) -> str:
    """The rows as a table of `exports.csvs`, several values in a cell joined with `; `.

    The columns are those of `BrokerRow.to_dict`, what it nests taken apart; of the tests, figures are named
    NULL_MEASURE_FIGURE. `pairs`, `group_pairs` and `cut_off` are lost without the node.
    """
    return csvs.table(_CSV, map(_flat, rows))


def claim_side(claim: Claim, language: str) -> str:
    """The side claimed; its status stands beside it unless the text plainly asserts it."""
    asserted = claim.status is Status.ASSERTED
    return claim.side_name if asserted else f"{claim.side_name} ({load().label(claim.status, language)})"


def _cells(row: BrokerRow, language: str, say: Wording, reasons: Sequence[Reason]) -> dict[str, str]:
    return {
        "rank": number(row.rank),
        "name": row.name,
        "groups": ", ".join(row.group_names[language]) or say["unknown"],
        "claims": ", ".join(claim_side(claim, language) for claim in row.claims),
        "verdict": decided(row, reasons, say),
        "degree": number(row.degree),
        "documents": number(row.documents),
        "roles": _held(row.roles, say),
        "across": number(row.roles.across),
        "expected": _expected(row.tests, say),
        "p": number(row.p),
        "interval": _interval(row.stability),
        "group_betweenness": number(row.group_betweenness),
        "local_betweenness": number(row.local_betweenness),
        "within_betweenness": number(row.within_betweenness),
        "betweenness": number(row.betweenness),
        "constraint": number(row.holes.constraint),
        "effective_size": number(row.holes.effective_size),
        "efficiency": number(row.holes.efficiency),
        "hierarchy": number(row.holes.hierarchy),
        "bridging": number(row.bridging),
        "bridge_ties": number(row.bridge_ties),
        "loss": number(row.loss.group_pairs),
        "pagerank": number(row.context.pagerank),
        "eigenvector": number(row.context.eigenvector),
    }


def _held(roles: brokerage.Roles, say: Wording) -> str:
    held = [(role, getattr(roles, role)) for role in (*brokerage.ROLES, "ungrouped")]
    return ", ".join(f"{say['roles'][role]} {number(count)}" for role, count in held if count) or number(0)


def _expected(tests: Mapping[str, Mapping[str, brokerage.Chance]], say: Wording) -> str:
    """How many two-paths between groups each null model expects."""
    found = [f"{say['null_names'][null]} {number(of['across'].expected)}" for null, of in tests.items()]
    return ", ".join(found) or number(None)


def _interval(stability: Stability | None) -> str:
    if stability is None or stability.low is None or stability.high is None:
        return number(None)
    return f"{stability.low}–{stability.high}" if stability.low < stability.high else str(stability.low)


def _flat(row: BrokerRow) -> dict[str, str | float]:
    values = row.to_dict()
    for name in ("roles", "loss", "holes", "context"):
        values |= values.pop(name)
    values |= _of_stability(row.stability)
    for null, of_null in row.tests.items():
        for measure, chance in of_null.items():
            values |= {f"{null}_{measure}_{figure}": getattr(chance, figure) for figure in _OF_TEST}
    values["claims"] = [f"{claim.side_name} ({claim.status})" for claim in row.claims]
    return {name: _flat_cell(values.get(name)) for name in _CSV}


def _of_stability(stability: Stability | None) -> dict[str, Any]:
    if stability is None:
        return {}
    document, rank = stability.worst or (None, None)
    found = {name: getattr(stability, name) for name in _OF_STABILITY if not name.startswith("worst")}
    return found | {"worst_document": document, "worst_rank": rank}


def _flat_cell(value: object) -> str | float:
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    if isinstance(value, int | float):
        return value
    return "" if value is None else str(value)
