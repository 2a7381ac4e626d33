"""A report as one HTML file that asks the network for nothing and runs no script; all text is data."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from html import escape
from importlib import resources
from string import Template

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
    plain,
)
from biograph.table import clean

_NUMBER = re.compile(r"[-–]?[\d.]*(e-\d+)?(–\d+)?( \([\d.]+\))?")
_DEEPEST = 6  # of headings


def render(report: Report) -> str:
    """The whole file, sealed by a Content-Security-Policy that admits the one style sheet in it and nothing else."""
    style = _asset("style.css")
    return Template(_asset("template.html")).substitute(
        language=escape(report.language),
        policy=policy(style),
        title=_text(report.title),
        style=style,
        skip=_text(report.skip),
        contents="".join(f"<li>{_link(section.heading, section.anchor)}</li>" for section in report.sections),
        body="\n".join(_block(section, 2, report.numbers) for section in report.sections),
    )


def policy(style: str) -> str:
    """The Content-Security-Policy of a file with this style sheet."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _block(block: Block, level: int, numbers: str) -> str:
    match block:
        case Paragraph(line):
            return f"<p>{_line(line)}</p>"
        case Items(lines):
            return f"<ul>{''.join(f'<li>{_line(line)}</li>' for line in lines)}</ul>"
        case Table():
            return _table(block)
        case Quoted():
            return _quoted(block)
        case Figure():
            return _figure(block, level, numbers)
        case Section():
            return _section(block, level, numbers)


def _section(section: Section, level: int, numbers: str) -> str:
    inside = "\n".join(_block(block, level + 1, numbers) for block in section.blocks)
    heading = f"<h{min(level, _DEEPEST)}>{_text(section.heading)}</h{min(level, _DEEPEST)}>"
    if section.folded:
        return f'<details id="{section.anchor}"><summary>{heading}</summary>\n{inside}\n</details>'
    return f'<section id="{section.anchor}">{heading}\n{inside}\n</section>'


def _figure(figure: Figure, level: int, numbers: str) -> str:
    """The picture, what it shows, and its numbers, folded."""
    heading = f"<h{level}>{_text(figure.picture.title)}</h{level}>"
    table = f"<details><summary>{_text(numbers)}</summary>{_table(figure.table)}</details>" if figure.table.rows else ""
    if not figure.picture.svg:
        return f"{heading}<p>{_text(figure.picture.text)}</p>{table}"
    caption = f"<figcaption>{_text(figure.picture.text)}</figcaption>"
    return f"{heading}<figure>{figure.picture.svg}{caption}</figure>{table}"


def _table(table: Table) -> str:
    """A table that scrolls sideways on its own, by keyboard, too, where it is wider than the page."""
    numeric = [_is_numeric(column) for column in zip(*table.rows, strict=True)] or [False] * len(table.header)
    classes = [' class="number"' if is_numeric else "" for is_numeric in numeric]
    header = "".join(f'<th scope="col"{c}>{_text(name)}</th>' for c, name in zip(classes, table.header, strict=True))
    rows = "".join(f"<tr>{_row(row, classes)}</tr>" for row in table.rows)
    caption = _text(table.caption)
    return (
        f'<div class="wide" role="region" aria-label="{caption}" tabindex="0"><table><caption><span>{caption}</span>'
        f"</caption><thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(row: Sequence[Line], classes: Sequence[str]) -> str:
    cells = [f"<td{c}>{_line(line)}</td>" for c, line in zip(classes, row, strict=True)]
    return "".join([f'<th scope="row">{_line(row[0])}</th>', *cells[1:]])


def _is_numeric(column: Iterable[Line]) -> bool:
    """Whether its cells hold numbers, ranges of them, or a dash for none."""
    written = [plain(line) for line in column]
    return all(map(_NUMBER.fullmatch, written)) and any(set("0123456789").intersection(text) for text in written)


def _quoted(quoted: Quoted) -> str:
    source = f"<p>[{quoted.number}] <cite>{_text(quoted.source)}</cite></p>"
    return f'<div class="quote" id="{quoted.anchor}">{source}<blockquote>{_text(quoted.quote)}</blockquote></div>'


def _line(line: Iterable[Piece]) -> str:
    return "".join(map(_piece, line))


def _piece(piece: Piece) -> str:
    match piece:
        case Link(text, target):
            return _link(text, target)
        case Strong(text):
            return f"<strong>{_text(text)}</strong>"
    return _text(piece)


def _link(text: str, target: str) -> str:
    return f'<a href="#{escape(target)}">{_text(text)}</a>'


def _text(text: str) -> str:
    """A text as HTML: escaped, without control and direction characters."""
    edges = " " * text.startswith(" "), " " * text.endswith(" ")
    return escape(clean(text)).join(edges) if text.strip() else text


def _asset(name: str) -> str:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")
