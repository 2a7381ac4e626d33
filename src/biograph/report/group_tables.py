"""The groups: how large, how tied, and which roles their members hold, against chance."""

from __future__ import annotations

from biograph.brokerage import Roles
from biograph.brokers.ranking import Tests
from biograph.report.blocks import Block, Line, Link, Paragraph, Section, Table, fill
from biograph.report.material import HELD, Material, strictest
from biograph.report.ties import pair_anchor
from biograph.wording import number


def group_tables(material: Material) -> Section:
    """One row for each group and one for the whole network."""
    words, rows = material.words, material.ranking.groups
    if not rows:
        return Section(words["groups"], "groups", (Paragraph((words["no_group"],)),))
    language, groups = material.language, material.ranking.mixing.groups
    sizes: list[tuple[Line, ...]] = []
    for row in material.groups:
        within: Line = (number(row.within),)
        if row.within and row.group in groups:
            within = (Link(number(row.within), pair_anchor(material, row.group, row.group)),)
        sizes.append(((row.names[language],), (number(row.nodes),), within, (number(row.out),), (number(row.ei),)))
    roles = [_roles(row.names[language], row.roles, row.tests) for row in material.groups]
    roles.append(_roles(words["overall"], material.ranking.overall, material.ranking.overall_tests))
    say = material.say
    headers = tuple(say["group_columns"][name] for name in ("name", "nodes", "within", "out", "ei"))
    role_headers = (headers[0], *(say["roles"][role] for role in HELD), say["columns"]["across"])
    caption = words["tables"]["group_roles" if material.null else "group_roles_alone"]
    blocks: list[Block] = [
        Paragraph((words["groups_note"],)),
        Table(words["tables"]["groups"], headers, tuple(sizes)),
        Table(caption.format(null=material.null), role_headers, tuple(roles)),
    ]
    if more := len(rows) - len(material.groups):
        blocks.append(Paragraph(fill(words["more_groups"], count=str(more))))
    return Section(words["groups"], "groups", tuple(blocks))


def _roles(name: str, roles: Roles, tests: Tests) -> tuple[Line, ...]:
    """The counts, and in brackets what the strictest null model expects."""
    test = strictest(tests)
    cells: list[Line] = [(name,)]
    for measure in (*HELD, "across"):
        expected = f" ({number(test[measure].expected)})" if measure in test else ""
        cells.append((f"{number(getattr(roles, measure))}{expected}",))
    return tuple(cells)
