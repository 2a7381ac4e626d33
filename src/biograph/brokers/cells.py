"""Rows as cells: for people, and for programs that read CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from biograph import brokerage
from biograph.claims import Claim
from biograph.exports import csvs
from biograph.model import Status
from biograph.verdict import Reason
from biograph.vocabulary import load
from biograph.wording import Wording, number, wording

if TYPE_CHECKING:
    from biograph.brokers import BrokerRow

_CSV = (
    *("entity", "name", "type", "groups", "claims", "claimed_paths", "verdict", "reasons", "degree", "documents"),
    *(*brokerage.ROLES, "unplaced", "total", "across", "expected", "p", "draws"),
    *("group_betweenness", "betweenness", "constraint", "effective_size", "pairs", "group_pairs"),
)


def table(rows: Sequence[BrokerRow], language: str = "ko") -> tuple[list[str], list[list[str]]]:
    """Headers and cells for people, in a language; numbers with two decimals at most. Below it belongs the `note`."""
    say, shared = wording(language), bool(note(rows, language))
    return list(say["columns"].values()), [_cells(row, language, say, () if shared else row.reasons) for row in rows]


def note(rows: Sequence[BrokerRow], language: str = "ko") -> str:
    """Why nothing can be said of any of several rows, where it is the same for all; else the empty text."""
    if len(rows) < 2 or len({row.reasons for row in rows}) > 1 or not rows[0].reasons:
        return ""
    return _verdict(rows[0], rows[0].reasons, wording(language))


def csv_text(rows: Iterable[BrokerRow]) -> str:
    """The rows as a table of `exports.csvs`, several values in a cell joined with `; `.

    The columns are those of `BrokerRow.to_dict`, with `roles`, `loss` and `chance` taken apart; `pairs` and
    `group_pairs` are those lost without the node.
    """
    return csvs.table(_CSV, map(_flat, rows))


def _verdict(row: BrokerRow, reasons: Iterable[Reason], say: Wording) -> str:
    why = ", ".join(say["reasons"][reason.name] for reason in reasons)
    verdict = str(say["verdicts"][row.verdict.name])
    return f"{verdict}: {why}" if why else verdict


def _cells(row: BrokerRow, language: str, say: Wording, reasons: Iterable[Reason]) -> list[str]:
    held = [(role, getattr(row.roles, role)) for role in brokerage.ROLES]
    return [
        row.name,
        ", ".join(row.group_names[language]) or say["unknown"],
        ", ".join(claim_side(claim, language) for claim in row.claims),
        _verdict(row, reasons, say),
        number(row.degree),
        number(row.documents),
        ", ".join(f"{say['roles'][role]} {number(count)}" for role, count in held if count) or number(0),
        number(row.roles.across),
        number(row.chance.expected if row.chance else None),
        number(row.chance.p if row.chance else None),
        number(row.group_betweenness),
        number(row.betweenness),
        number(row.constraint),
        number(row.effective_size),
        number(row.loss.group_pairs),
    ]


def claim_side(claim: Claim, language: str) -> str:
    """The side claimed; its status stands beside it unless the text plainly asserts it."""
    asserted = claim.status is Status.ASSERTED
    return claim.side_name if asserted else f"{claim.side_name} ({load().label(claim.status, language)})"


def _flat(row: BrokerRow) -> dict[str, str | float]:
    values = row.to_dict()
    for name in ("roles", "loss"):
        values |= values.pop(name)
    values |= values.pop("chance") or dict.fromkeys(("expected", "p", "draws"))
    values["claims"] = [f"{claim.side_name} ({claim.status})" for claim in row.claims]
    return {name: _flat_cell(value) for name, value in values.items()}


def _flat_cell(value: object) -> str | float:
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    if isinstance(value, int | float):
        return value
    return "" if value is None else str(value)
