"""Lines of a page become paragraphs: a sentence that a hard line break cuts in two is one again."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from biograph.model import Span

_SENTENCE_END = re.compile(r"""[.!?…。][\])"'”’」』〉》]*$""")
_ITEM = re.compile(r"[•‣▪◦·ㆍ▲△▶▷►■□◆◇●○※☞*\-–—>]\s*\S|\(?\d{1,2}[.)]\s|[①-⑳]")
# Particles that a break can only have torn from the word before them.
# (not 이, 가, 도, 로: these open lines of their own, as in `이 기사는`).
_TORN = re.compile(r"(?:은|는|을|를|에|와|과|으로|에서|에게|까지|부터|이라고|라고)\s|[a-z,;)\]”’]")
# Wider than any headline usually is, in columns (a Hangul syllable takes two): such a line without a full stop was cut.
_RUNNING = 100
# Hard-wrapped text is at least this wide; narrower columns are menus.
_WRAP = 48
# A page's width is that of its widest lines, but for the odd address or row of links.
_NEARLY_ALL = 0.95


@dataclass(frozen=True)
class Paragraph:
    """A run of lines that belong together, without the space around them."""

    span: Span
    text: str

    @cached_property
    def width(self) -> int:
        """Columns on a terminal: wide characters, among them Hangul, take two."""
        return columns(self.text)

    @cached_property
    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.text))

    @cached_property
    def is_item(self) -> bool:
        """Whether it begins like an item of a list."""
        return bool(_ITEM.match(self.text))


def columns(text: str) -> int:
    """The width of a text in columns, two for each wide character."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text in order; blank lines always part them, line breaks unless inside a sentence."""
    found: list[Paragraph] = []
    blocks = _blocks(text)
    widest = _wrap_width(blocks)
    for block in blocks:
        wrapped = _is_wrapped(block, widest)
        for line in block:
            if found and line is not block[0] and _continues(found[-1], line, wrapped):
                span = found[-1].span.cover(line.span)
                found[-1] = Paragraph(span, span.of(text))
            else:
                found.append(line)
    return tuple(found)


def _wrap_width(blocks: list[list[Paragraph]]) -> int | None:
    """The width to which a page's paragraphs were filled, None where most of its line breaks end sentences."""
    breaks = [line for block in blocks for line in block[:-1]]
    cut = [line for line in breaks if not line.ends_sentence and line.width >= _WRAP]
    if len(cut) < 2 or len(cut) <= len(breaks) / 2:
        return None
    widths = sorted(line.width for block in blocks for line in block)
    return widths[int(_NEARLY_ALL * (len(widths) - 1))]


def _blocks(text: str) -> list[list[Paragraph]]:
    blocks: list[list[Paragraph]] = [[]]
    start = 0
    for raw in text.split("\n"):
        if line := raw.strip():
            begin = start + raw.index(line)
            blocks[-1].append(Paragraph(Span(begin, begin + len(line)), line))
        elif blocks[-1]:
            blocks.append([])
        start += len(raw) + 1
    return [block for block in blocks if block]


def _is_wrapped(block: list[Paragraph], widest: int | None) -> bool:
    """Whether a block was filled to the page's width: the next word would not have fitted on any of its lines."""
    return widest is not None and all(
        line.ends_sentence or line.width + 1 + columns(follower.text.split()[0]) > widest
        for line, follower in pairwise(block)
    )


def _continues(before: Paragraph, line: Paragraph, wrapped: bool) -> bool:
    if before.ends_sentence or line.is_item:
        return False
    last_line = before.text.rsplit("\n", 1)[-1]
    return wrapped or columns(last_line) >= _RUNNING or (before.width >= _WRAP and bool(_TORN.match(line.text)))
