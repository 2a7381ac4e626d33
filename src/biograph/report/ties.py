"""The ties of the network by the groups of their ends and by when they were first stated, with their statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from biograph.figures import Period, is_date, periods
from biograph.report.blocks import Block, Items, Line, Paragraph, Section
from biograph.report.material import SHOWN, Material


@dataclass(frozen=True, slots=True)
class Tie:
    """Two nodes; `apart` is the share in which their groups differ, None where one is unknown; `date` the earliest."""

    a: str
    b: str
    apart: float | None
    date: str | None
    statements: tuple[str, ...]


def ties(material: Material) -> list[Tie]:
    """Every tie of the network."""
    of, documents, found = material.grouping.groups, material.corpus.documents, []
    for a, b, edge in material.graph.edges(data=True):
        readings = [g != h for g, h in product(of.get(a, ()), of.get(b, ()))]
        dates = [documents[id_].published for id_ in edge["documents"] if id_ in documents]
        date = min((date for date in dates if date and is_date(date)), default=None)
        apart = sum(readings) / len(readings) if readings else None
        found.append(Tie(a, b, apart, date, edge["statements"]))
    return found


def by_period(found: Iterable[Tie]) -> dict[Period, list[Tie]]:
    """The ties that have a date and known groups, by period; periods without any are there, too."""
    dated = [tie for tie in found if tie.date and tie.apart is not None]
    spans = periods([tie.date for tie in dated if tie.date])
    return {period: [tie for tie in dated if tie.date and period.holds(tie.date)] for period in spans}


def by_groups(material: Material, found: Iterable[Tie]) -> dict[tuple[str, str], list[Tie]]:
    """The ties by the pair of groups that they join; a tie of several pairs stands with each. Only groups in tables."""
    of, pairs = material.grouping.groups, defaultdict[tuple[str, str], list[Tie]](list)
    shown = {row.group for row in material.groups}
    for tie in found:
        for g, h in product(of.get(tie.a, ()), of.get(tie.b, ())):
            if g in shown and h in shown:
                pairs[(g, h) if material.graph.is_directed() else (min(g, h), max(g, h))].append(tie)
    return dict(sorted(pairs.items()))


def pair_anchor(material: Material, g: str, h: str) -> str:
    """Where the ties between two groups are listed."""
    places = [material.ranking.mixing.groups.index(group) for group in (g, h)]
    first, second = places if material.graph.is_directed() else sorted(places)
    return f"m{first}-{second}"


def period_anchor(period: Period) -> str:
    """Where the ties of a period are listed."""
    return f"t{period.first}"


def listing(material: Material) -> Section:
    """The ties behind the two figures that count them."""
    words, found = material.words, ties(material)
    label = material.grouping.label
    pairs = [
        _listed(
            material, f"{label(g, material.language)} – {label(h, material.language)}", pair_anchor(material, g, h), of
        )
        for (g, h), of in by_groups(material, found).items()
    ]
    spans = [_listed(material, period.name, period_anchor(period), of) for period, of in by_period(found).items() if of]
    blocks: tuple[Block, ...] = (*pairs, *spans) or (Paragraph((words["no_tie_listed"],)),)
    return Section(words["ties"], "ties", blocks)


def _listed(material: Material, heading: str, anchor: str, found: list[Tie]) -> Section:
    return Section(f"{heading} ({len(found)})", anchor, (Items(tuple(_lines(material, found))),), folded=True)


def _lines(material: Material, found: list[Tie]) -> Iterator[Line]:
    for tie in found[:SHOWN]:
        yield (f"{material.name(tie.a)} – {material.name(tie.b)}: ", *material.facts_line(tie.statements))
    if len(found) > SHOWN:
        yield (material.words["more_ties"].format(count=len(found) - SHOWN),)
