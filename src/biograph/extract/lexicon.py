"""Known names of the field: the tables of `ontology/names`, and where in a text they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from biograph.errors import OntologyError
from biograph.model import Span

_COLUMNS = ("type", "ko", "en", "aliases", "in", "same_as", "code")
_SPACEABLE = 6  # shorter names are words of the language once a blank cuts them: 한국경제, 한국 경제
_KEY = 2  # length of the prefix that indexes the names: no name is shorter


class Entry(NamedTuple):  # a tuple, since thousands are made whenever the lexicon is loaded
    """One row: a body, place or thing that is known by name. `inside` is the Korean name of the place around it."""

    type: str
    ko: str
    en: str
    aliases: tuple[str, ...] = ()
    inside: str = ""
    same_as: tuple[str, ...] = ()
    code: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the Korean one first."""
        return tuple(dict.fromkeys(filter(None, (self.ko, self.en, *self.aliases))))


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in a text where a name of the lexicon stands, and the entries that have it, most usual first."""

    span: Span
    entries: tuple[Entry, ...]


Boundary = Callable[[int, int], bool]


@dataclass(frozen=True)
class Lexicon:
    """The names of an ontology folder. Spaces inside a name are optional; case counts."""

    entries: tuple[Entry, ...]
    _by_name: Mapping[str, tuple[Entry, ...]]
    _lengths: Mapping[str, tuple[int, ...]]
    _spaced: frozenset[str]

    def named(self, name: str) -> tuple[Entry, ...]:
        """The entries with this name (spaces apart), most usual first; none where it is unknown."""
        return self._by_name.get(_squeeze(name), ())

    def contains(self, outer: Entry, inner: Entry) -> bool:
        """Whether one place lies in another, as far as the tables say."""
        return outer is inner or outer in self._around(inner)

    def country(self, entry: Entry) -> str | None:
        """The ISO 3166 code of the country that a place lies in, itself included, or that a body has its seat in."""
        return next((e.code for e in (entry, *self._around(entry)) if e.code), None)

    def _around(self, entry: Entry) -> list[Entry]:
        """The places around a place, the nearest first."""
        found: list[Entry] = []
        while entry.inside:
            outer = [e for e in self.named(entry.inside) if e.ko == entry.inside and e not in found]
            if not outer:
                break
            entry = outer[0]
            found.append(entry)
        return found

    def find(self, text: str, span: Span | None = None, *, bounded: Boundary | None = None) -> Iterator[Hit]:
        """The longest known names, left to right, none overlapping another.

        `bounded(start, end)` decides whether a name may stand there; by default neither neighbour may be a letter or
        digit. One-character names are never found.
        """
        span = span or Span(0, len(text))
        allowed = bounded or _bounded_by_non_letters(text)
        where = [i for i in range(span.start, span.end) if not text[i].isspace()]
        squeezed = "".join(text[i] for i in where)
        at = 0
        while at <= len(squeezed) - _KEY:
            begins = squeezed[at : at + _KEY] in self._lengths
            size = self._longest(squeezed, at, text, where, allowed) if begins else 0
            if size:
                name = squeezed[at : at + size]
                yield Hit(Span(where[at], where[at + size - 1] + 1), self._by_name[name])
            at += size or 1

    def _longest(self, squeezed: str, at: int, text: str, where: list[int], allowed: Boundary) -> int:
        for size in self._lengths[squeezed[at : at + _KEY]]:
            name = squeezed[at : at + size]
            if len(name) < size or name not in self._by_name:  # shorter: the text ends within a longer name
                continue
            start, end = where[at], where[at + size - 1] + 1
            if self._spacing_fits(name, text[start:end]) and allowed(start, end):
                return size
        return 0

    def _spacing_fits(self, name: str, found: str) -> bool:
        """Whether the blanks in a find are those of a name, or stand between Hangul words of two syllables or more."""
        if len(found) == len(name) or " ".join(found.split()) in self._spaced:
            return True
        parts = found.split()
        if len(name) < _SPACEABLE:
            return False
        return all(len(p) > 1 for p in parts) and any(_is_hangul(c) for c in found) and "\n\n" not in found


@lru_cache(maxsize=4)
def load(directory: Path) -> Lexicon:
    """The lexicon of an ontology folder (`names/*.tsv`, in the order of their file names).

    Raises OntologyError where a table lacks a column or a row has no type or no name.
    """
    entries = tuple(entry for path in sorted((directory / "names").glob("*.tsv")) for entry in _rows(path))
    by_name: dict[str, tuple[Entry, ...]] = {}
    spaced: set[str] = set()
    for entry in entries:
        for name in entry.names:
            if " " in name:
                spaced.add(name)
                name = _squeeze(name)
            known = by_name.get(name)
            if known is None:
                by_name[name] = (entry,)
            elif known[-1] is not entry:
                by_name[name] = (*known, entry)
    lengths: dict[str, int] = defaultdict(int)  # bit n: a name of n characters
    for name in by_name:
        lengths[name[:_KEY]] |= 1 << len(name)
    return Lexicon(
        entries,
        by_name,
        {prefix: _sizes(bits) for prefix, bits in lengths.items() if len(prefix) == _KEY},
        frozenset(spaced),
    )


@cache
def _sizes(bits: int) -> tuple[int, ...]:
    """The numbers of the bits that are set, the highest first."""
    return tuple(n for n in range(bits.bit_length() - 1, 0, -1) if bits >> n & 1)


def _rows(path: Path) -> Iterator[Entry]:
    lines = (line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#"))
    columns = next(lines, "").split("\t")
    if set(columns) - set(_COLUMNS) or not {"type", "ko"} <= set(columns):
        raise OntologyError("the columns must be " + ", ".join(_COLUMNS), where=str(path))
    pick = itemgetter(*(columns.index(column) if column in columns else len(columns) for column in _COLUMNS))
    for line in lines:
        cells = line.split("\t")[: len(columns)]
        cells += [""] * (len(columns) + 1 - len(cells))  # the last is what a column that the table lacks holds
        type_, ko, en, aliases, inside, same_as, code = map(str.strip, pick(cells))
        if not type_ or not (ko or en):
            raise OntologyError(f"a row without type or name: {line}", where=str(path), hint="columns are tabs apart")
        yield Entry(type_, ko, en, _split(aliases), inside, _split(same_as), code)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for p in cell.split("|") if (part := p.strip())) if cell else ()


def _squeeze(name: str) -> str:
    return "".join(name.split())


def _is_hangul(char: str) -> bool:
    return "가" <= char <= "힣"


def _bounded_by_non_letters(text: str) -> Boundary:
    def bounded(start: int, end: int) -> bool:
        return not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())

    return bounded
