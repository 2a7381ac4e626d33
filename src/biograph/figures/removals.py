"""What removal breaks: for each node the pairs between groups that no path joins once it is gone, as a bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from biograph.figures.svg import BLUE, Picture, bar, label, link, picture, rule
from biograph.wording import number, wording

_ROW, _RIGHT = 40, 82


@dataclass(frozen=True, slots=True)
class Removal:
    """A node and the pairs between groups that are disconnected without it."""

    name: str
    pairs: float
    link: str = ""


def removals(nodes: Sequence[Removal], language: str = "ko") -> Picture:
    """The nodes as given, those that break nothing left out."""
    words = wording(language)["figures"]["removals"]
    breaking = [node for node in nodes if node.pairs]
    told = [words["pairs"].format(name=node.name, pairs=number(node.pairs)) for node in breaking]
    if len(breaking) < 2:
        return Picture(words["title"], told[0] if told else words["none"])
    largest, drawn = max(node.pairs for node in breaking), []
    for i, (node, line) in enumerate(zip(breaking, told, strict=True)):
        width, y = _RIGHT * node.pairs / largest, _ROW * i
        name, count = label(node.name, 0, y + 14), label(number(node.pairs), width, y + 31, dx=6)
        drawn.append(link(node.link, line, name, bar(0, y + 20, width, 14, BLUE), count))
    height = _ROW * len(breaking)
    svg = picture(words["title"], " ".join(told), height + 4, rule(0, 18, 0, height), *drawn)
    return Picture(words["title"], words["text"], svg)
