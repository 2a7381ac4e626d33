"""The first brokers as tables, each number a link to what it rests on."""

from __future__ import annotations

from biograph.brokers import BrokerRow, claim_side, note, notes
from biograph.brokers.notes import decided
from biograph.report.blocks import Block, Line, Link, Paragraph, Section, Table
from biograph.report.material import HELD, Material, anchors
from biograph.wording import number

VERDICTS = ("name", "rank", "groups", "claims", "verdict", "p", "interval", "worst", "documents")
FIGURES = ("name", "across", *HELD, "group_betweenness", "effective_size", "loss")


def brokers(material: Material) -> Section:
    """Who comes first and how sure that is; then the figures behind it."""
    words, rows = material.words, material.ranking.rows
    if not rows:
        return Section(words["computed"], "brokers", (Paragraph((words["no_rows"],)),))
    blocks: list[Block] = [
        Paragraph((words["computed_note"],)),
        _table(material, "verdicts", VERDICTS),
        _table(material, "roles", FIGURES),
        *(Paragraph((note,)) for note in notes(material.ranking, material.language, VERDICTS)),
    ]
    if len(rows) > len(material.listed):
        blocks.append(Paragraph((words["more_rows"].format(count=len(rows), shown=len(material.listed)),)))
    return Section(words["computed"], "brokers", tuple(blocks))


def _table(material: Material, name: str, columns: tuple[str, ...]) -> Table:
    words, at = material.words, anchors(material.listed)
    header = tuple(_header(material, column) for column in columns)
    cells = [_cells(material, row, at[row.entity]) for row in material.listed]
    return Table(words["tables"][name], header, tuple(tuple(of_row[column] for column in columns) for of_row in cells))


def _header(material: Material, column: str) -> str:
    names = material.say["columns"] | material.say["roles"] | {"worst": material.words["worst"]}
    found: str = names[column]
    return found


def _cells(material: Material, row: BrokerRow, at: str) -> dict[str, Line]:
    say, stability = material.say, row.stability
    shared = note(material.ranking.rows, material.language)
    verdict = decided(row, () if shared else row.reasons, say)
    interval = f"{stability.low}–{stability.high}" if stability and stability.low is not None else "–"
    worst = number(max(row.rank, stability.worst[1]) if stability and stability.worst else None)
    claims = ", ".join(claim_side(claim, material.language) for claim in row.claims)
    return {
        "rank": (Link(number(row.rank), at),),
        "name": (Link(row.name, at),),
        "groups": (Link(", ".join(row.group_names[material.language]) or say["unknown"], f"{at}-groups"),),
        "claims": (Link(claims, "claims"),) if claims else ("–",),
        "verdict": (Link(verdict, f"{at}-chance"),),
        "p": (Link(number(row.p), f"{at}-chance"),),
        "interval": (Link(interval, f"{at}-stability"),),
        "worst": (Link(worst, f"{at}-stability"),),
        "documents": (Link(number(row.documents), f"{at}-documents"),),
        "across": (Link(number(row.roles.across), f"{at}-roles"),),
        **{
            role: (Link(number(count), f"{at}-{role}") if (count := getattr(row.roles, role)) else "0",)
            for role in HELD
        },
        "group_betweenness": (Link(number(row.group_betweenness), f"{at}-chance"),),
        "effective_size": (Link(number(row.holes.effective_size), f"{at}-ties"),),
        "loss": (Link(number(row.loss.group_pairs), f"{at}-loss"),),
    }
