"""What a report is made of, whatever it is written in: sections of paragraphs, lists, tables, figures and quotes.

Texts are plain here. Whoever writes a report out escapes them, so nothing from an article can become markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from string import Formatter
from typing import TypeAlias

from biograph.figures import Picture
from biograph.report.particles import particle


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to the place in the report with this anchor."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Text that stands out."""

    text: str


Piece: TypeAlias = str | Link | Strong
Line: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of running text."""

    line: Line


@dataclass(frozen=True, slots=True)
class Items:
    """A list without numbers."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Cells by row; the first of each row names it. `caption` tells what the table holds."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, and its numbers as a table."""

    picture: Picture
    table: Table


@dataclass(frozen=True, slots=True)
class Quoted:
    """A numbered sentence of a document, and where it stands there."""

    anchor: str
    number: int
    source: str
    quote: str


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under a heading. One that is `folded` waits to be opened, where that can be done."""

    heading: str
    anchor: str
    blocks: tuple[Block, ...]
    folded: bool = False


Block: TypeAlias = Paragraph | Items | Table | Figure | Quoted | Section


@dataclass(frozen=True, slots=True)
class Report:
    """The whole: its language (ko or en), title and sections, and what leads past the contents for who tabs."""

    language: str
    title: str
    skip: str
    numbers: str
    sections: tuple[Section, ...]


def fill(template: str, **values: Piece | Line) -> Line:
    """A text with pieces in place of its `{names}`; `{name:은/는}` adds the particle that the piece before asks for.

    >>> fill("{name:은/는} {rank}위입니다.", name=Strong("산업협회"), rank="1")
    (Strong(text='산업협회'), '는', ' ', '1', '위입니다.')
    """
    line: list[Piece] = []
    for literal, name, forms, _ in Formatter().parse(template):
        if literal:
            line.append(literal)
        if name is not None:
            value = values[name]
            line += value if isinstance(value, tuple) else (value,)
            if forms:
                line.append(particle(plain(line), forms))
    return tuple(line)


def joined(lines: Iterable[Line], between: str) -> Line:
    """Lines as one, with the same text between them."""
    found: list[Piece] = []
    for line in lines:
        found += (between, *line) if found else line
    return tuple(found)


def plain(line: Iterable[Piece]) -> str:
    """The letters of a line alone."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in line)
