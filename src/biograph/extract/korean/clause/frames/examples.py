"""Examples: the tables of frames as sentences, their choices spelled out, their slots found."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from biograph.errors import OntologyError
from biograph.extract.drafts import Named
from biograph.extract.korean.clause.frames.frames import Nouns
from biograph.model import Span, Status

_SLOT = re.compile(r"\{(\w+(?:\.\w+)?):([^}]+)\}")
_ALLOMORPHS = (("을", "를"), ("은", "는"), ("이", "가"), ("과", "와"), ("으로", "로"))
_PARTICLE = re.compile(r"(으로|을|를|은|는|이|가|과|와|로)(?= |\.|$)")
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
CLASS = re.compile(r"<(\w+)>")
_NOUNS = re.compile(r"\((\w+(?:\|\w+)+)\)(\w*)(?= )")
WORDS = "words.toml"


@dataclass(frozen=True)
class Words:
    """The word classes of `words.toml`: nouns that may stand for each other, and verbs."""

    nouns: Mapping[str, Nouns]
    verbs: Mapping[str, Nouns]


@dataclass(frozen=True)
class Table:
    """The examples of one property under one heading."""

    predicate: str
    status: Status | None
    agreement: bool
    any: bool
    implied: str
    outdoes: tuple[str, ...]
    mutual: bool
    examples: tuple[str, ...]


def tables(folder: Path) -> Iterator[Table]:
    """The tables of `frames/ko/`, in order of property; raises OntologyError where one is missing or wrong."""
    paths = sorted(p for p in folder.glob("*.toml") if p.name != WORDS)
    if not paths:
        raise OntologyError("no frames (*.toml) here", where=str(folder), hint="see docs/extraction.md")
    for path in paths:
        table = _toml(path)
        agreement = table.pop("agreement", None) == "asserted"
        outdoes = tuple(table.pop("outdoes", ()))
        mutual = bool(table.pop("mutual", False))
        for heading, examples in table.items():
            kind, _, implied = heading.partition("-")
            try:
                status = None if kind in ("examples", "with", "any", "implied") else Status(kind)
            except ValueError as error:
                raise OntologyError(f"no such heading: {heading}", where=str(path)) from error
            both, any_ = mutual and kind != "with", "any" in (kind, implied)
            implied = "" if implied == "any" else implied
            yield Table(path.stem, status, agreement, any_, implied, outdoes, both, tuple(examples))


def words(path: Path) -> Words:
    """The word classes of a table, none where there is no table; raises OntologyError where it cannot be read."""
    tables = _toml(path) if path.is_file() else {}
    nouns, verbs = tables.get("nouns", {}), tables.get("verbs", {})
    return Words({k: tuple(v) for k, v in nouns.items()}, {k: tuple(v) for k, v in verbs.items()})


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise OntologyError(f"cannot be read: {error}", where=str(path)) from error


def gathered(example: str, nominal: Callable[[str], bool]) -> tuple[str, dict[str, Nouns]]:
    """The example with each choice among nouns made a class, and what these classes hold, by name.

    `(협약|계약)을 맺는다` → `<협약>을 맺는다`: one frame instead of two. `nominal` tells whether a word is a noun.
    """
    taken = set(CLASS.findall(example))
    classes: dict[str, Nouns] = {}

    def gather(match: re.Match[str]) -> str:
        nouns = tuple(match[1].split("|"))
        if nouns[0] in taken or not all(map(nominal, nouns)):
            return match[0]
        taken.add(nouns[0])
        classes[nouns[0]] = nouns
        return f"<{nouns[0]}>{_agreeing(nouns[0][-1], match[2])}"

    return _NOUNS.sub(gather, example), classes


def variants(example: str, words: Words) -> Iterator[str]:
    """`가 (a|b)를 나` stands for `가 a를 나` and `가 b를 나`, each with the form of the particle that it takes.

    A class of verbs is a choice among its verbs; a class of nouns stays as it is. Raises KeyError for other classes.
    """
    for name in CLASS.findall(example):
        if name not in words.nouns:
            example = example.replace(f"<{name}>", f"({'|'.join(words.verbs[name])}|)")
    parts = _CHOICE.split(example)
    choices = [[c for c in p.split("|") if c] if i % 2 else [p] for i, p in enumerate(parts)]
    for chosen in itertools.product(*choices):
        text = chosen[0]
        for choice, rest in zip(chosen[1::2], chosen[2::2], strict=True):
            text += choice + _agreeing(choice[-1:], rest)
        yield text


def _agreeing(last: str, rest: str) -> str:
    """What follows a noun, its particle in the form that goes with the noun's last sound: 을 or 를, 이 or 가."""
    match = _PARTICLE.match(rest)
    if not match or not "가" <= last <= "힣":
        return rest
    final = (ord(last) - ord("가")) % 28
    for closed, open_ in _ALLOMORPHS:
        if match[1] in (closed, open_):
            # 로 follows ㄹ (8th final) as it follows a vowel.
            particle = open_ if final == 0 or (open_ == "로" and final == 8) else closed
            return particle + rest[match.end(1) :]
    return rest


def plain(example: str) -> tuple[str, list[Named]]:
    """An example without its marks, and where its slots stand."""
    text, names, end = "", [], 0
    for match in _SLOT.finditer(example):
        text += example[end : match.start()]
        names.append(Named(Span(len(text), len(text) + len(match[2])), match[1]))
        text += match[2]
        end = match.end()
    return text + example[end:], names


def name_and_type(slot: str) -> tuple[str, str]:
    """`O.Event` is the slot O, narrowed to events."""
    name, _, type_ = slot.partition(".")
    return name, type_
