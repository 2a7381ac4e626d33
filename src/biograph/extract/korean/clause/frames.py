"""Frames: example sentences of the ontology, compiled by the same reader, and matched against events."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from biograph.errors import OntologyError
from biograph.extract.drafts import Named
from biograph.extract.korean.clause import grammar as grammars
from biograph.extract.korean.clause.events import Event
from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.modality import agreed, status
from biograph.extract.korean.clause.noun_phrases import NounPhrase, Setting
from biograph.extract.korean.clause.reading import read
from biograph.lang import korean
from biograph.model import Span, Status

_SLOT = re.compile(r"\{(\w+(?:\.\w+)?):([^}]+)\}")
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
_WITH = ("with", "together")
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


@dataclass(frozen=True, slots=True)
class Frame:
    """One compiled example. `fixed` are the cases and common nouns that must be there though they fill no slot.

    `agreement`: that both sides agreed to it is enough for it to hold. `implied`: the object is the last one named
    that fits, as in `포럼이 열렸다. A가 참석했다.`
    """

    predicate: str
    example: str
    stem: str
    passive: bool
    slots: tuple[Slot, ...]
    fixed: tuple[tuple[str, str], ...]
    status: Status | None = None
    agreement: bool = False
    implied: bool = False

    @property
    def weight(self) -> int:
        """How much the frame asks for; of two that match, the one that asks for more is believed."""
        wanted = sum(len(common) for _, common in self.fixed) + sum(len(s.common) for s in self.slots)
        return wanted + sum(s.case == "obj" for s in self.slots)


@dataclass(frozen=True, slots=True)
class Match:
    """A frame found in an event: the names in each slot."""

    frame: Frame
    event: Event
    fillers: Mapping[str, tuple[Named, ...]]


@lru_cache(maxsize=4)
def load(directory: Path) -> Mapping[str, tuple[Frame, ...]]:
    """The Korean frames of an ontology folder by predicate stem. Raises OntologyError on a frame that is lost."""
    compiled, problems = compile_all(directory)
    if problems:
        raise OntologyError(problems[0], where=str(directory / "frames" / "ko.toml"))
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
            override = None if kind in ("examples", "any", "implied") else Status(kind)
            for example in (variant for e in examples for variant in _variants(e)):
                frame = _compile(predicate, example, override, agreement, grammar)
                if frame is not None and kind == "any":
                    frame = replace(frame, stem=ANY)
                elif frame is not None and kind == "implied":
                    frame = replace(frame, implied=True)
                if frame is None:
                    problems.append(f"{predicate}: a slot is lost in {example!r}")
                else:
                    frames.append(frame)
    return frames, problems


def _variants(example: str) -> Iterator[str]:
    """`가 (a|b) 나` stands for `가 a 나` and `가 b 나`."""
    parts = _CHOICE.split(example)
    choices = [p.split("|") if i % 2 else [p] for i, p in enumerate(parts)]
    for chosen in itertools.product(*choices):
        yield "".join(chosen)


def _compile(
    predicate: str, example: str, override: Status | None, agreement: bool, grammar: Grammar
) -> Frame | None:
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
        slots += [Slot(*_name_and_type(n.entity), case, n in heads, np.common, n in _owners(np)) for n in np.names]
        if not np.names and np.common and not any(t.tag == "SN" for p in np.phrases for t in p.nouns):
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


Fits = Callable[[Frame, Slot, str], bool]


def matches(event: Event, index: Mapping[str, Sequence[Frame]], setting: Setting, fits: Fits) -> list[Match]:
    """Every frame that the event fills completely; of one property, only those that ask for most."""
    found: list[Match] = []
    for frame in (*index.get(event.stem, ()), *index.get(ANY, ())):
        if (fillers := _Filling(event, frame, setting, fits).fill()) is not None:
            found.append(Match(frame, event, fillers))
    most: dict[str, int] = {}
    for match in found:
        most[match.frame.predicate] = max(match.frame.weight, most.get(match.frame.predicate, 0))
    explicit = {m.frame.predicate for m in found if not m.frame.implied}
    return [
        m
        for m in found
        if m.frame.weight == most[m.frame.predicate] and not (m.frame.implied and m.frame.predicate in explicit)
    ]


class _Filling:
    """One frame against one event."""

    def __init__(self, event: Event, frame: Frame, setting: Setting, fits: Fits) -> None:
        self.event, self.frame, self.setting, self.fits = event, frame, setting, fits
        self.args = event.args + [a for np in event.args for m in np.modifiers if not np.names for a in m.args]

    def fill(self) -> dict[str, tuple[Named, ...]] | None:
        if self.event.passive != self.frame.passive and self.frame.stem != ANY:
            return None
        for case, common in self.frame.fixed:
            if not any(common in np.common for np in self._candidates(case)):
                return None
        fillers = {slot.name: self._fill(slot) for slot in self.frame.slots}
        return fillers if all(fillers.values()) else None

    def _fill(self, slot: Slot) -> tuple[Named, ...]:
        for np in self._candidates(slot.case):
            heads = np.described(self.setting) if np is self.event.head else np.heads(self.setting)
            names = heads if slot.head else _owners(np) if slot.owner and not slot.common else _inside(np, heads)
            fitting = tuple(n for n in names if self.fits(self.frame, slot, n.entity))
            if fitting and (slot.head or slot.common in np.common):
                return fitting + self._companions(slot)
        return ()

    def _may_inherit(self) -> bool:
        """Whether the subject can stand outside the clause: not where the noun after it is the unnamed subject itself."""
        event = self.event
        if event.head is None or event.phrase.ending != "ETM" or any(np.case == "time" for np in [event.head]):
            return True
        free = self.setting.grammar.modal_nouns | self.setting.grammar.agreements
        has_object = event.arg("obj") is not None
        return bool(event.head.described(self.setting)) or event.head.common in free or not has_object and self._wants_object()

    def _inner_subject(self) -> bool:
        return any(slot.case == "subj" and not slot.head for slot in self.frame.slots)

    def _wants_object(self) -> bool:
        return any(case.startswith("obj") for case in [s.case for s in self.frame.slots] + [c for c, _ in self.frame.fixed])

    def _companions(self, slot: Slot) -> tuple[Named, ...]:
        """`A가 B와 함께 …`: B does what A does, unless the frame itself asks with whom."""
        cases = [s.case for s in self.frame.slots]
        if slot.case != "subj" or self.frame.stem == ANY or cases.count("subj") > 1 or any(case in _WITH for case in cases):
            return ()
        together = (n for np in self.event.args if np.case in _WITH for n in np.heads(self.setting))
        return tuple(n for n in together if self.fits(self.frame, slot, n.entity))

    def _candidates(self, case: str) -> Iterator[NounPhrase]:
        event = self.event
        if "/" in case:
            outer, stem, inner = case.split("/", 2)
            for np in self._candidates(outer):
                for clause in np.modifiers:
                    # What a purpose clause is about matters, not the verb in it: `성장하도록 돕는다`.
                    if clause.stem == stem or outer == "so":
                        yield from _Filling(clause, self.frame, self.setting, self.fits)._candidates(inner)
            return
        if case == "subj":
            own = [np for np in reversed(event.args) if np.case == "subj"]
            yield from own
            if own:
                # `국내 기업이 진출하도록 A는 …`: an unnamed subject is a subject, unless it is part of the predicate
                # itself, as in `가교가 되다`.
                inner = any(case == "subj" for case, _ in self.frame.fixed) or self._inner_subject()
                yield from [np for np in (event.arg("topic"), event.outer) if np and inner]
                return
            yield from (np for np in event.args if np.case == "topic")
            yield from [event.head] if event.head and not event.arg("subj") else []
            yield from [event.inherited] if event.inherited and self._may_inherit() else []
            return
        yield from (np for np in self.args if np.case == case or (case == "with" and np.case == "together"))
        if self.frame.stem == ANY:
            return
        if case == "obj":
            yield from (np for np in event.args[-1:] if np.case in ("", "until", "topic", "other"))
        if case == "to":
            yield from (np for np in event.args[-1:] if np.case == "")
        if event.arg("subj") or event.inherited:
            yield from (np for np in event.args if np.case == "topic")
        if event.head and case != "pred":
            yield event.head
        if event.theme and event.theme is not event.subject:
            yield event.theme
        if event.previous and case in ("to", "from"):
            # `A에 10억원을 받고 이전했다`, `포럼이 열려 B가 참석했다`: what the clause before named is still there.
            yield from (np for np in event.previous.args if np.case == case)
            yield from [event.previous.subject] if event.previous.subject and case == "to" else []


def _inside(np: NounPhrase, heads: Sequence[Named]) -> list[Named]:
    return [n for n in np.names if n not in heads]


def _owners(np: NounPhrase) -> list[Named]:
    """`A와 B의 무엇`: the names up to the last genitive."""
    cut = max((i + 1 for i, p in enumerate(np.phrases) if p.case == "gen"), default=0)
    return [m for p in np.phrases[:cut] for m in p.mentions]


def statuses(match: Match, grammar: Grammar) -> Status:
    """The status of a match: the event's own, unless the frame says what it amounts to."""
    own = status(match.event, grammar)
    if own is Status.PLANNED and match.frame.agreement and agreed(match.event, grammar):
        own = Status.ASSERTED
    return match.frame.status if match.frame.status and own is Status.ASSERTED else own
