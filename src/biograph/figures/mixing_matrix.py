"""Who is tied to whom: a heat table of ties by the groups of their ends, each with its ratio to what is expected."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from biograph.figures.letters import two_lines
from biograph.figures.svg import (
    BLUE,
    LETTER,
    NARROWEST,
    ORANGE,
    SMALL,
    Picture,
    bar,
    element,
    label,
    link,
    picture,
    title,
)
from biograph.table import clean
from biograph.wording import Wording, number, wording

_LEFT, _TOP, _CELL = 18, 36, 44
_DEEPEST = 0.5  # opacity, under which letters keep a contrast of 4.5 to 1
_FAR = 3.0  # standardised residual, (ties - expected) / sqrt(expected), at which a cell is as deep as can be
MOST_GROUPS = 6  # that columns at 360 pixels have room for


@dataclass(frozen=True, slots=True)
class MixingCell:
    """The ties between two groups, and how many are expected, None where nothing is."""

    ties: float
    expected: float | None = None
    link: str = ""


def mixing_matrix(groups: Sequence[str], cells: Sequence[Sequence[MixingCell]], language: str = "ko") -> Picture:
    """Row by row, one row and one column for each group; more than MOST_GROUPS are an error of the caller's.

    Raises ValueError for those, and for cells that do not fit the groups.
    """
    words = wording(language)["figures"]["mixing"]
    if len(groups) > MOST_GROUPS or [len(row) for row in cells] != [len(groups)] * len(groups):
        raise ValueError(f"{len(groups)} groups, cells {[len(row) for row in cells]}")
    if len(groups) < 2:
        none = words["one"].format(group=groups[0], ties=number(cells[0][0].ties)) if groups else words["none"]
        return Picture(words["title"], none)
    width = (100 - _LEFT) / len(groups)
    drawn: list[str] = []
    for i, name in enumerate(groups):
        drawn.append(_name(name, _LEFT + width * (i + 0.5), 14, width, "middle"))
        drawn.append(_name(name, 0, _TOP + _CELL * i + 20, _LEFT, "start"))
    told = []
    for (i, a), (j, b) in product(enumerate(groups), repeat=2):
        told.append(_told(a, b, cells[i][j], words))
        drawn.append(_cell(cells[i][j], told[-1], _LEFT + width * j, _TOP + _CELL * i, width))
    height = _TOP + _CELL * len(groups) + 4
    return Picture(words["title"], words["text"], picture(words["title"], " ".join(told), height, *drawn))


def _name(name: str, x: float, y: float, share: float, anchor: str) -> str:
    """A name on two lines at most, in so many percent of the narrowest figure."""
    room = share / 100 * NARROWEST * LETTER / SMALL
    lines = two_lines(clean(name), room)
    drawn = [label(line, x, y + 15 * n, room=room, anchor=anchor, size=SMALL) for n, line in enumerate(lines)]
    return element("g", title(name), *drawn)


def _told(a: str, b: str, cell: MixingCell, words: Wording) -> str:
    text = words["ties"].format(a=a, b=b, ties=number(cell.ties))
    return text if cell.expected is None else f"{text} {words['expected'].format(expected=number(cell.expected))}"


def _cell(cell: MixingCell, told: str, x: float, y: float, width: float) -> str:
    middle, drawn = x + width / 2, []
    if cell.expected:
        residual = (cell.ties - cell.expected) / math.sqrt(cell.expected)
        depth = max(0.04, _DEEPEST * min(1.0, abs(residual) / _FAR))
        drawn.append(bar(x + 0.3, y + 1, width - 0.6, _CELL - 2, BLUE if residual >= 0 else ORANGE, depth))
        drawn.append(label(f"×{number(cell.ties / cell.expected)}", middle, y + 36, anchor="middle", size=SMALL))
    return link(cell.link, told, *drawn, label(number(cell.ties), middle, y + 20, anchor="middle"))
