"""A place that may be a name, what of, and which rule says so; and the tables that the rules share."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from biograph.errors import OntologyError
from biograph.extract.lexicon import Entry
from biograph.model import Span

ORGANISATIONS = frozenset(
    "Company GovernmentBody Association University Hospital ResearchInstitute Investor MediaOutlet".split()
)
PLACES = frozenset("Country Region City Facility Cluster".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate name. In an `open` one the names inside count, too (KHIDI in `KHIDI 미국지사`).

    `owner` is the span of the body that a unit or site belongs to, `entries` what the lexicon knows under this name.
    """

    span: Span
    type: str
    rule: str
    open: bool = False
    owner: Span | None = None
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """A class noun that ends names: see `ontology/heads/ko.tsv`. `least` is None where a proper modifier is needed."""

    text: str
    type: str
    kind: str
    least: int | None
    unquoted: str = ""  # what makes a thing a name without quotation marks


@dataclass(frozen=True, eq=False)  # compared as an object: the key of a cache
class Tables:
    """What `ontology/heads` and `ontology/titles` say about Korean names."""

    heads: Mapping[str, tuple[Head, ...]]
    generic: frozenset[str]
    cues: Mapping[tuple[str, str], str]
    actions: Mapping[tuple[str, str], str]
    titles: Mapping[str, tuple[str, str]]
    surnames: frozenset[str]
    given: frozenset[str]
    kin: frozenset[str]  # what a person is to another, before a name: 딸, 동료, 의사
    sino: frozenset[str]  # syllables of Sino-Korean words
    syllables: frozenset[str]  # those that only native given names have
    asian: frozenset[str]  # family names of the neighbours, one word with the given name
    left: frozenset[str]  # words beside names of several words, never part of one
    right: frozenset[str]

    @lru_cache(maxsize=20_000)  # noqa: B019 - the few objects of this class live as long as the program
    def head_of(self, word: str) -> tuple[Head, ...]:
        """The rows of the longest head that a word ends in; none where it ends in none."""
        for start in range(len(word)):
            if rows := self.heads.get(word[start:]):
                return rows
        return ()

    @lru_cache(maxsize=20_000)  # noqa: B019
    def foreign(self, word: str) -> bool:
        """Whether a word has a Hangul syllable that Sino-Korean words have not: foreign, coined or native."""
        return any("가" <= letter <= "힣" and letter not in self.sino for letter in word)

    @lru_cache(maxsize=20_000)  # noqa: B019 - as above
    def title_at(self, word: str) -> int | None:
        """Where the longest title begins that a word ends in; None where it ends in none."""
        return next((at for at in range(len(word)) if word[at:] in self.titles), None)


@lru_cache(maxsize=4)
def tables(directory: Path) -> Tables:
    """The Korean tables of an ontology folder; raises OntologyError where one is missing or lacks a column."""
    heads: dict[str, list[Head]] = {}
    for row in _rows(directory / "heads" / "ko.tsv", ("head", "type", "kind", "min", "unquoted")):
        least = None if row["min"] == "-" else int(row["min"])
        heads.setdefault(row["head"], []).append(Head(row["head"], row["type"], row["kind"], least, row["unquoted"]))
    cues = _rows(directory / "heads" / "cues-ko.tsv", ("cue", "where", "type"))
    actions = _rows(directory / "heads" / "actions-ko.tsv", ("slot", "word", "type"))
    titles = _rows(directory / "titles" / "ko.tsv", ("title", "role", "organisation"))
    return Tables(
        {head: tuple(rows) for head, rows in heads.items()},
        _words(directory / "heads" / "generic-ko.txt"),
        {(row["where"], row["cue"]): row["type"] for row in cues},
        {(row["slot"], row["word"]): row["type"] for row in actions},
        {row["title"]: (row["role"], row["organisation"]) for row in titles},
        _words(directory / "titles" / "surnames-ko.txt"),
        _words(directory / "titles" / "given-ko.txt"),
        _words(directory / "titles" / "kin-ko.txt"),
        _words(directory / "heads" / "sino-ko.txt"),
        _words(directory / "titles" / "syllables-ko.txt"),
        _words(directory / "titles" / "asian-ko.txt"),
        _words(directory / "heads" / "left-ko.txt"),
        _words(directory / "heads" / "right-ko.txt"),
    )


def _lines(path: Path) -> list[str]:
    if not path.is_file():
        raise OntologyError("a table is missing", where=str(path), hint="see ontology/names/README.md")
    return [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]


def _words(path: Path) -> frozenset[str]:
    return frozenset(word for line in _lines(path) for word in line.split())


def _rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    rows = list(csv.DictReader(_lines(path), delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))
    if rows and not set(columns) <= set(rows[0]):
        raise OntologyError("the columns must be " + ", ".join(columns), where=str(path))
    return [{column: row[column].strip() for column in columns} for row in rows]
