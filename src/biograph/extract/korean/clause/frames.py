"""Frames: example sentences of the ontology, compiled by the same reader, and matched against events."""

from __future__ import annotations

import itertools
import logging
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from biograph.errors import OntologyError
from biograph.extract.drafts import Named
from biograph.extract.korean.clause import grammar as grammars
from biograph.extract.korean.clause.events import Event
from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.noun_phrases import NounPhrase, Setting
from biograph.extract.korean.clause.reading import read
from biograph.lang import korean
from biograph.model import Span, Status

log = logging.getLogger(__name__)

_SLOT = re.compile(r"\{(\w+(?:\.\w+)?):([^}]+)\}")
_ALLOMORPHS = (("을", "를"), ("은", "는"), ("이", "가"), ("과", "와"), ("으로", "로"))
_PARTICLE = re.compile(r"(으로|을|를|은|는|이|가|과|와|로)(?= |\.|$)")
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
# Stands in a frame for a number of whatever size: `10억원을 투자한다`.
NUMBER = "#"
# The stem of frames that any predicate fills.
ANY = "*"


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a frame finds an argument: in which case, as head or inside, beside which common nouns.

    `type` narrows the property's domain or range: `{O.Association:…}`. `case` is a path, see `_arguments`.
    """

    name: str
    type: str
    case: str
    head: bool
    common: str
    owner: bool


@dataclass(frozen=True)
class Frame:
    """One compiled example. `fixed` are the cases and common nouns that must be there though they fill no slot.

    `agreement`: that both sides agreed to it is enough for it to hold. `implied`: the type of an object that is left
    out, as in `포럼이 열렸다. A가 참석했다.`
    """

    predicate: str
    example: str
    stem: str
    passive: bool
    slots: tuple[Slot, ...]
    fixed: tuple[tuple[str, str], ...]
    status: Status | None = None
    agreement: bool = False
    implied: str = ""

    @cached_property
    def inner_subject(self) -> bool:
        """Whether a subject belongs to the predicate itself: `가교가 되다`, `A의 대표가 B다`."""
        return any(case == "subj" for case, _ in self.fixed) or any(
            slot.case == "subj" and not slot.head for slot in self.slots
        )

    @cached_property
    def wants_object(self) -> bool:
        """Whether the frame asks for an object, named or not."""
        return any(case.startswith("obj") for case in [*(s.case for s in self.slots), *(c for c, _ in self.fixed)])

    @cached_property
    def weight(self) -> int:
        """How much the frame asks for; of two that match, the one that asks for more is believed."""
        wanted = sum(len(common) for _, common in self.fixed) + sum(len(s.common) for s in self.slots)
        return wanted + sum(s.case == "obj" for s in self.slots)


@lru_cache(maxsize=4)
def load(directory: Path) -> Mapping[str, tuple[Frame, ...]]:
    """The Korean frames of an ontology folder by predicate stem.

    An example that loses a slot is left out with a warning; `biograph ontology check` tells them all. Raises
    OntologyError when the table cannot be read.
    """
    compiled, problems = compile_all(directory)
    for problem in problems:
        log.warning("%s", problem)
    index: dict[str, list[Frame]] = {}
    for frame in compiled:
        index.setdefault(frame.stem, []).append(frame)
    return {stem: tuple(frames) for stem, frames in index.items()}


def compile_all(directory: Path) -> tuple[list[Frame], list[str]]:
    """All frames of `frames/ko.toml`, and one line for each example in which a slot is lost."""
    path = directory / "frames" / "ko.toml"
    grammar = grammars.load(directory)
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise OntologyError(f"cannot be read: {error}", where=str(path)) from error
    frames: list[Frame] = []
    problems: list[str] = []
    for predicate, table in tables.items():
        agreement = "agreement" in table
        for kind, examples in table.items():
            if kind == "agreement":
                continue
            kind, _, implied = kind.partition("-")
            override = None if kind in ("examples", "any", "implied") else Status(kind)
            for example in (variant for e in examples for variant in _variants(e)):
                frame = _compile(predicate, example, override, agreement, grammar)
                if frame is not None and kind == "any":
                    frame = replace(frame, stem=ANY)
                elif frame is not None and kind == "implied":
                    frame = replace(frame, implied=implied)
                if frame is None:
                    problems.append(f"{predicate}: a slot is lost in {example!r}")
                else:
                    frames.append(frame)
    return frames, problems


def _variants(example: str) -> Iterator[str]:
    """`가 (a|b)를 나` stands for `가 a를 나` and `가 b를 나`, each with the form of the particle that it takes."""
    parts = _CHOICE.split(example)
    choices = [p.split("|") if i % 2 else [p] for i, p in enumerate(parts)]
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


def _compile(predicate: str, example: str, override: Status | None, agreement: bool, grammar: Grammar) -> Frame | None:
    text, names, end = "", [], 0
    for match in _SLOT.finditer(example):
        text += example[end : match.start()]
        names.append(Named(Span(len(text), len(text) + len(match[2])), match[1]))
        text += match[2]
        end = match.end()
    text += example[end:]
    sentence = korean.sentences(text, [Span(0, len(text))])[0]
    wanted = {n.entity for n in names}
    for event in reversed(read(text, sentence, names, (), grammar, {}).events):
        slots, fixed = _anatomy(event, Setting(grammar))
        if {s.name for s in slots} == {_name_and_type(w)[0] for w in wanted}:
            return Frame(predicate, example, event.stem, event.passive, tuple(slots), tuple(fixed), override, agreement)
    return None


def _anatomy(event: Event, setting: Setting) -> tuple[list[Slot], list[tuple[str, str]]]:
    slots: list[Slot] = []
    fixed: list[tuple[str, str]] = []
    for case, np in _arguments(event):
        heads = np.heads(setting)
        slots += [Slot(*_name_and_type(n.entity), case, n in heads, np.common, n in owners(np)) for n in np.names]
        if not np.names and np.numeric:
            fixed.append((case, NUMBER))
        elif not np.names and np.common:
            fixed.append((case, np.common))
    return slots, fixed


def _name_and_type(slot: str) -> tuple[str, str]:
    name, _, type_ = slot.partition(".")
    return name, type_


def _arguments(event: Event, path: str = "") -> Iterator[tuple[str, NounPhrase]]:
    """Every argument with its path: `obj`, or `obj/잇/obj` for what stands in a clause inside the object."""
    for np in event.args + ([event.head] if event.head and not path else []):
        case = path + ("head" if np is event.head else "subj" if np.case == "topic" else np.case)
        yield case, np
        if not np.names:
            for inner in np.modifiers:
                yield from _arguments(inner, f"{case}/{inner.stem}/")


def owners(np: NounPhrase) -> list[Named]:
    """`A와 B의 무엇`: the names up to the last genitive."""
    cut = max((i + 1 for i, p in enumerate(np.phrases) if p.case == "gen"), default=0)
    return [m for p in np.phrases[:cut] for m in p.mentions]
