"""The figures of a ranking, each with its numbers as a table."""

from __future__ import annotations

from collections.abc import Sequence

from biograph import figures
from biograph.brokerage import ROLES
from biograph.brokers import BrokerRow
from biograph.figures import MixingCell, PeriodTies, RankedNode, Removal, RoleCount, RoleProfile
from biograph.report import ties
from biograph.report.blocks import Figure, Line, Link, Section, Table
from biograph.report.material import HELD, Material, anchors, strictest
from biograph.wording import number

_PROFILES = 5  # nodes whose roles are drawn; of ten, nobody compares the bars


def pictures(material: Material) -> Section:
    """All figures in the order in which a reader asks: who, how, between whom, what if not, since when."""
    drawn = (_ranks, _roles, _mixing, _removals, _timeline)
    return Section(material.words["figures"], "figures", tuple(draw(material) for draw in drawn))


def _ranks(material: Material) -> Figure:
    at, nodes = anchors(material.listed), []
    for row in material.listed:
        found = row.stability
        worst = found.worst[1] if found and found.worst else None
        low, high = (found.low, found.high) if found else (None, None)
        nodes.append(RankedNode(row.name, row.rank, low, high, worst, f"{at[row.entity]}-stability"))
    cells = [
        (_to(n.name, n.link), (number(n.rank),), (f"{number(n.low)}–{number(n.high)}",), (number(n.worst),))
        for n in nodes
    ]
    return _figure(material, figures.ranks(nodes, material.language), "ranks", cells)


def _roles(material: Material) -> Figure:
    at = anchors(material.listed)
    brokering = [row for row in material.listed if row.roles.total or row.roles.ungrouped][:_PROFILES]
    profiles = [_profile(material, row, at[row.entity]) for row in brokering]
    cells = [
        ((profile.name,), (role.role,), _to(number(role.count), role.link), (number(role.expected),))
        for profile in profiles
        for role in profile.roles
    ]
    return _figure(material, figures.role_profiles(profiles, material.null, material.language), "roles", cells)


def _profile(material: Material, row: BrokerRow, at: str) -> RoleProfile:
    """The five roles, and brokerage in none where there is any, with what the strictest null model expects."""
    tests, roles = strictest(row.tests), []
    for role in HELD if row.roles.ungrouped else ROLES:
        count, test = getattr(row.roles, role), tests.get(role)
        link = f"{at}-{role}" if count else f"{at}-roles"
        roles.append(RoleCount(material.say["roles"][role], count, test.expected if test else None, link))
    return RoleProfile(row.name, tuple(roles))


def _mixing(material: Material) -> Figure:
    mixing, label = material.ranking.mixing, material.grouping.label
    sizes = {mixing.groups.index(row.group): row.within + row.out for row in material.groups}
    shown = sorted((i for i in sizes if sizes[i]), key=lambda i: (-sizes[i], i))[: figures.MOST_GROUPS]
    names = [label(mixing.groups[i], material.language) for i in shown]
    matrix, cells = [], []
    for i in shown:
        matrix.append([_mixed(material, i, j) for j in shown])
        for j, cell in zip(shown, matrix[-1], strict=True):
            pair = f"{names[shown.index(i)]} – {names[shown.index(j)]}"
            cells.append(((pair,), _to(number(cell.ties), cell.link), (number(cell.expected),)))
    return _figure(material, figures.mixing_matrix(names, matrix, material.language), "mixing", cells)


def _mixed(material: Material, i: int, j: int) -> MixingCell:
    mixing = material.ranking.mixing
    count = mixing.ties[i][j]
    link = ties.pair_anchor(material, mixing.groups[i], mixing.groups[j]) if count else ""
    return MixingCell(count, mixing.expected[i][j], link)


def _removals(material: Material) -> Figure:
    at = anchors(material.listed)
    ordered = sorted(material.listed, key=lambda row: -row.loss.group_pairs)
    nodes = [Removal(row.name, row.loss.group_pairs, f"{at[row.entity]}-loss") for row in ordered]
    cells = [(_to(node.name, node.link), (number(node.pairs),)) for node in nodes if node.pairs]
    return _figure(material, figures.removals(nodes, material.language), "removals", cells)


def _timeline(material: Material) -> Figure:
    every = ties.ties(material)
    unknown = sum(tie.apart is None for tie in every)
    undated = sum(tie.date is None and tie.apart is not None for tie in every)
    found = []
    for period, of in ties.by_period(every).items():
        between = sum(tie.apart or 0.0 for tie in of)
        found.append(PeriodTies(period, between, len(of) - between, ties.period_anchor(period) if of else ""))
    cells = [(_to(p.period.name, p.link), (number(p.between),), (number(p.within),)) for p in found]
    picture = figures.timeline(found, undated, unknown, material.language)
    return _figure(material, picture, "timeline", cells)


def _figure(material: Material, picture: figures.Picture, name: str, cells: Sequence[tuple[Line, ...]]) -> Figure:
    header = tuple(material.words["figure_columns"][name])
    return Figure(picture, Table(picture.title, header, tuple(cells)))


def _to(text: str, anchor: str) -> Line:
    return (Link(text, anchor),) if anchor else (text,)
