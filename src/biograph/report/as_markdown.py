"""A report as Markdown, as GitHub reads it; figures become their tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from biograph.markdown import escape
from biograph.report.blocks import (
    Block,
    Figure,
    Items,
    Line,
    Link,
    Paragraph,
    Piece,
    Quoted,
    Report,
    Section,
    Strong,
    Table,
)

_BEGINNING = re.compile(r"^(\d+)([.)])|^([-+=])")


def render(report: Report) -> str:
    """The whole report; ends in a line break."""
    body = "\n".join(_blocks(report.sections, 2))
    return f"# {escape(report.title)}\n\n{body}"


def _blocks(blocks: Iterable[Block], level: int) -> Iterator[str]:
    for block in blocks:
        yield "".join(f"{line}\n" for line in _lines(block, level))


def _lines(block: Block, level: int) -> Iterator[str]:
    match block:
        case Paragraph(line):
            yield _start(_line(line))
        case Items(lines):
            yield from (f"- {_start(_line(line))}" for line in lines)
        case Table():
            yield from _table(block)
        case Quoted(anchor, number, source, quote):
            yield from (f'<a id="{anchor}"></a>\\[{number}\\] {escape(source)}', "", f"> {_start(escape(quote))}")
        case Figure(picture, table):
            yield from (f"{'#' * level} {escape(picture.title)}", "", _start(escape(picture.text)))
            if table.rows:
                yield from ("", *_table(table, caption=False))
        case Section(heading, anchor, inside):
            yield from (f'{"#" * level} <a id="{anchor}"></a>{escape(heading)}', "")
            yield "\n".join(_blocks(inside, level + 1)).removesuffix("\n")


def _table(table: Table, caption: bool = True) -> Iterator[str]:
    if caption:
        yield from (f"**{escape(table.caption)}**", "")
    yield f"| {' | '.join(map(escape, table.header))} |"
    yield f"|{' --- |' * len(table.header)}"
    yield from (f"| {' | '.join(map(_line, row))} |" for row in table.rows)


def _line(line: Line) -> str:
    return "".join(map(_piece, line))


def _piece(piece: Piece) -> str:
    match piece:
        case Link(text, target):
            return f"[{escape(text)}](#{target})"
        case Strong(text):
            return f"**{escape(text)}**"
    return escape(piece)


def _start(text: str) -> str:
    """A line that begins a paragraph, whose beginning is not taken for that of a list or of a rule."""
    return _BEGINNING.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", text)
