"""The closed word classes of Korean grammar, read from `ontology/grammar/`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from biograph.errors import OntologyError
from biograph.model import Status


@dataclass(frozen=True)
class Grammar:
    """Word classes of the clause layer, and the patterns that tell a predicate's status.

    Each is the list of its name in `ontology/grammar/ko.toml`, which says what it is for.
    """

    postpositions: frozenset[str]
    object_postpositions: frozenset[str]
    matters: frozenset[str]
    shuttling: frozenset[str]
    manner: frozenset[str]
    adverbial: frozenset[str]
    coming: frozenset[str]
    determiners: frozenset[str]
    pointers: frozenset[str]
    leading: frozenset[str]
    leaders: frozenset[str]
    offices: frozenset[str]
    holding: frozenset[str]
    bases: frozenset[str]
    inclusion: frozenset[str]
    likeness: frozenset[str]
    modal_nouns: frozenset[str]
    resolve_verbs: frozenset[str]
    closers: frozenset[str]
    deputies: frozenset[str]
    agreements: frozenset[str]
    papers: frozenset[str]
    proposals: frozenset[str]
    facts: frozenset[str]
    intransitive: frozenset[str]
    standing: frozenset[str]
    irrealis: frozenset[str]
    denials: frozenset[str]
    reports: frozenset[str]
    falsehoods: frozenset[str]
    fruitless: frozenset[str]
    pairs: frozenset[str]
    place_pairs: frozenset[str]
    groups: frozenset[str]
    presupposing: frozenset[str]
    counting: tuple[str, ...]
    parties: tuple[str, ...]
    scenes: tuple[str, ...]
    travel: frozenset[str]
    escorts: frozenset[str]
    journeys: tuple[str, ...]
    sending: frozenset[str]
    building: frozenset[str]
    attending: frozenset[str]
    suites: tuple[str, ...]
    joining: frozenset[str]
    references: Mapping[str, tuple[str, ...]]
    own_names: frozenset[str]
    aspects: Mapping[str, Status]
    aspect_nouns: Mapping[str, Status]
    modality: tuple[tuple[Status, re.Pattern[str]], ...]

    def is_party(self, nouns: str) -> bool:
        """Whether common nouns end in one for people who travel together: `방문단`, `이번대표단`."""
        return nouns.endswith(self.parties)


@lru_cache(maxsize=4)
def load(directory: Path) -> Grammar:
    """The grammar of an ontology folder. Raises OntologyError when a table is missing or wrong."""
    tables = _toml(directory / "grammar" / "ko.toml")
    modality = _toml(directory / "grammar" / "modality.ko.toml")
    try:
        return Grammar(
            **_classes(tables),
            references={type_: tuple(forms) for type_, forms in tables["references"].items()},
            own_names=frozenset(form for forms in tables["own_names"].values() for form in forms),
            aspects=_by_word(tables["aspects"]),
            aspect_nouns=_by_word(tables["aspect_nouns"]),
            modality=tuple((Status(kind), re.compile("|".join(table["patterns"]))) for kind, table in modality.items()),
        )
    except (KeyError, ValueError, re.error) as error:
        raise OntologyError(f"wrong grammar table: {error}", where=str(directory / "grammar")) from error


def _classes(tables: Mapping[str, Any]) -> dict[str, Any]:
    """The plain lists of words, by name: sets of whole words, or tuples of endings."""
    kinds = {"frozenset[str]": frozenset, "tuple[str, ...]": tuple}
    return {
        f.name: kinds[str(f.type)](tables[f.name]) for f in fields(Grammar) if f.type in kinds and f.name != "own_names"
    }


def _by_word(table: Mapping[str, Sequence[str]]) -> dict[str, Status]:
    return {word: Status(kind) for kind, words in table.items() for word in words}


def _toml(path: Path) -> dict[str, dict[str, list[str]]]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise OntologyError(f"cannot be read: {error}", where=str(path)) from error
