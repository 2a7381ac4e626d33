"""A format of exports: what it is called, and what writes its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from biograph.exports.facts import Facts
from biograph.exports.selection import Selection
from biograph.store import Store

Chunks: TypeAlias = Iterable[str] | Iterable[bytes]
File: TypeAlias = tuple[str, Chunks]


@dataclass(frozen=True, slots=True)
class Format:
    """A format and what writes it.

    `files` gives the name of each file, relative to a folder, and its content piece by piece (text becomes UTF-8); a
    file is read to its end before the next is asked for. `file_name` is that of a format with a single file, None for
    a folder of several. `selects` tells whether it heeds the statuses, which RDF, holding everything, does not.
    """

    description: str
    media_type: str
    files: Callable[[Selection], Iterable[File]]
    file_name: str | None = None
    selects: bool = True
    place: Callable[[Path, Iterable[tuple[str, Iterable[bytes]]]], list[Path]] | None = None


def of_store(description: str, media_type: str, file_name: str, write: Callable[[Store], Chunks]) -> Format:
    """A format of one file that holds all quads."""
    return Format(description, media_type, lambda chosen: [(file_name, write(chosen.store))], file_name, selects=False)


def of_quads(description: str, media_type: str, file_name: str) -> Format:
    """A format of one file that the store writes."""
    return of_store(description, media_type, file_name, lambda store: store.serialise(media_type))


def of_facts(description: str, media_type: str, file_name: str, write: Callable[[Facts], Chunks]) -> Format:
    """A format of one file that holds the chosen facts."""
    return Format(description, media_type, lambda chosen: [(file_name, write(chosen.facts))], file_name)


def folder_of_facts(description: str, media_type: str, write: Callable[[Facts], Iterable[File]]) -> Format:
    """A format of several files that hold the chosen facts."""
    return Format(description, media_type, lambda chosen: write(chosen.facts))
