"""A document's text in pieces, so that a page can mark what is quoted and link what is named."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import NamedTuple

from biograph.serve.nodes import Node


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: whether it is quoted, the ids of the quotes that begin here, whom it names ("" for nobody)."""

    text: str
    is_quoted: bool
    begins: tuple[str, ...]
    names: str


class _Range(NamedTuple):
    start: int
    end: int
    id: str
    names: str


def pieces(text: str, nodes: Mapping[str, Node]) -> list[Piece]:
    """A text cut wherever a quote or a mention begins or ends; of mentions that overlap the first one names."""
    quotes = sorted(_ranges(nodes, "bg:evidence", len(text)))
    mentions = deque(sorted(_ranges(nodes, "bg:names", len(text))))
    deeper = Counter(q.start for q in quotes)
    deeper.subtract(q.end for q in quotes)
    begins = {start: tuple(q.id for q in same) for start, same in groupby(quotes, key=lambda q: q.start)}
    found, depth = [], 0
    for start, end in pairwise(sorted({0, len(text), *deeper, *(place for m in mentions for place in m[:2])})):
        depth += deeper[start]
        while mentions and mentions[0].end <= start:
            mentions.popleft()
        named = mentions[0].names if mentions and mentions[0].start <= start and end <= mentions[0].end else ""
        found.append(Piece(text[start:end], depth > 0, begins.get(start, ()), named))
    return found


def _ranges(nodes: Mapping[str, Node], kind: str, length: int) -> Iterator[_Range]:
    """The quotes of statements (`bg:evidence`) or the mentions (`bg:names`) among nodes, as far as they lie within."""
    quoted = {iri for node in nodes.values() for iri in node.all("bg:evidence")}
    for node in nodes.values():
        start, end = node.one("oa:start"), node.one("oa:end")
        is_wanted = node.iri in quoted if kind == "bg:evidence" else kind in node.values
        if is_wanted and start.isdecimal() and end.isdecimal() and 0 <= int(start) < int(end) <= length:
            yield _Range(int(start), int(end), node.iri.rpartition("/")[2], node.one("bg:names"))
