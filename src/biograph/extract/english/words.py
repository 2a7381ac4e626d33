"""The word tables of English: what ends a name, what describes it, which nouns are titles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from biograph.errors import OntologyError
from biograph.lang.english_grammar import singular


@dataclass(frozen=True)
class Words:
    """Words by kind, each with its type (`kinds["head"]["Hospital"] == "Hospital"`), and titles with their property."""

    kinds: Mapping[str, Mapping[str, str]]
    titles: Mapping[str, str]

    def head(self, word: str) -> str | None:
        """The type of a name that ends in this word."""
        return self.kinds["head"].get(word)

    def described(self, noun: str) -> str | None:
        """The type of what a common noun describes, or None."""
        nouns = self.kinds["noun"]
        return nouns.get(noun) or nouns.get(singular(noun))

    def is_(self, kind: str, word: str) -> bool:
        """Whether a word is listed under a kind."""
        return word in self.kinds[kind]

    def suffix(self, word: str) -> str | None:
        """The type that the ending of a word gives, the longest ending first."""
        low = word.lower()
        endings = self.kinds["suffix"]
        return next((endings[low[i:]] for i in range(2, len(low) - 1) if low[i:] in endings), None)

    def title(self, word: str) -> str | None:
        """The property that a title states, or None where the word is no title."""
        return self.titles.get(word) or self.titles.get(word.lower())


@lru_cache(maxsize=4)
def load(directory: Path) -> Words:
    """The word tables of an ontology folder (`heads/en.tsv`, `titles/en.tsv`).

    Raises OntologyError where a table is missing or a line lacks a column.
    """
    kinds: dict[str, dict[str, str]] = {}
    for type_, kind, words in _rows(directory / "heads" / "en.tsv", 3):
        kinds.setdefault(kind, {}).update((word, type_) for word in words.split())
    titles = {word: name for name, words in _rows(directory / "titles" / "en.tsv", 2) for word in words.split()}
    for kind in ("head", "noun", "suffix", "tail", "unit", "given", "surname", "demonym", "calendar", "plain", "short"):
        kinds.setdefault(kind, {})
    return Words(kinds, titles)


def _rows(path: Path, columns: int) -> list[list[str]]:
    if not path.is_file():
        raise OntologyError("an English word table is missing", where=str(path), hint="reinstall biograph")
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    for row in rows:
        if len(row) != columns:
            raise OntologyError(f"not {columns} columns: {row}", where=str(path), hint="columns are tabs apart")
    return rows[1:]
