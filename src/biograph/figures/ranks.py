"""Ranks with their intervals: a dot at the rank, a bar over the bootstrap interval, a diamond at the worst rank."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from biograph.figures.svg import BLUE, ORANGE, SMALL, Picture, element, label, link, percent, picture, rule
from biograph.wording import Wording, number, wording

_TICKS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)
_TOP, _ROW = 30, 46
_NAME = 16  # ems for a name, which leave room for four ranks beside it on a telephone


@dataclass(frozen=True, slots=True)
class RankedNode:
    """A node's rank, from 1; its interval from best to worst, and the worst rank without one document, where known."""

    name: str
    rank: float
    low: float | None = None
    high: float | None = None
    worst: float | None = None
    link: str = ""


def ranks(nodes: Sequence[RankedNode], language: str = "ko") -> Picture:
    """The nodes from top to bottom as given, on a logarithmic scale, in which the first ranks are the widest apart."""
    words = wording(language)["figures"]["ranks"]
    told = [_told(node, words) for node in nodes]
    if len(nodes) < 2:
        return Picture(words["title"], told[0] if told else words["none"])
    last = max(2.0, *(value for node in nodes for value in (node.rank, node.high, node.worst) if value))
    bottom = _TOP + _ROW * len(nodes)
    rows = [_row(node, line, _TOP + _ROW * i, last) for i, (node, line) in enumerate(zip(nodes, told, strict=True))]
    drawn = (_legend(words), *_axis(words, bottom, last), *rows)
    return Picture(words["title"], words["text"], picture(words["title"], " ".join(told), bottom + 36, *drawn))


def _told(node: RankedNode, words: Wording) -> str:
    parts = [words["rank"].format(name=node.name, rank=number(node.rank))]
    if node.low is not None and node.high is not None:
        parts.append(words["interval"].format(low=number(node.low), high=number(node.high)))
    if node.worst is not None:
        parts.append(words["worst"].format(worst=number(node.worst)))
    return f"{', '.join(parts)}."


def _row(node: RankedNode, told: str, top: float, last: float) -> str:
    track = top + 28
    marks, numbers = [], f"● {number(node.rank)}"
    if node.low is not None and node.high is not None:
        marks.append(rule(_x(node.low, last), track, _x(node.high, last), track, colour=BLUE, width=5))
        numbers += f" ━ {number(node.low)}–{number(node.high)}"
    marks.append(_dot(_x(node.rank, last), track))
    if node.worst is not None:
        marks.append(_diamond(_x(node.worst, last), track))
        numbers += f" ◆ {number(node.worst)}"
    name = label(node.name, 0, top + 14, room=_NAME)
    return link(node.link, told, name, label(numbers, 100, top + 14, anchor="end", size=SMALL), *marks)


def _x(rank: float, last: float) -> float:
    return 3 + 94 * math.log(rank) / math.log(last)


def _dot(x: float, y: float) -> str:
    return element("circle", cx=percent(x), cy=y, r=6, fill=BLUE, stroke="currentColor")


def _diamond(x: float, y: float) -> str:
    # A path takes no percentages, but an svg inside the svg does.
    shape = element("path", d="M0-8 6 0 0 8-6 0z", fill=ORANGE, stroke="currentColor")
    return element("svg", shape, x=percent(x), y=y, overflow="visible")


def _legend(words: Wording) -> str:
    return label(words["legend"], 0, 14, room=29, size=SMALL)


def _axis(words: Wording, bottom: float, last: float) -> list[str]:
    marks = []
    for tick in _TICKS:
        if tick <= last:
            marks.append(rule(_x(tick, last), _TOP, _x(tick, last), bottom))
            marks.append(label(number(tick), _x(tick, last), bottom + 14, anchor="middle", size=SMALL))
    return [*marks, label(words["axis"], 0, bottom + 30, size=SMALL)]
