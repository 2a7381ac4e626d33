"""From example sentences to frames: each is read as an article is read, and what its arguments need is kept."""

from __future__ import annotations

import itertools
import logging
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from biograph import vocabulary
from biograph.errors import OntologyError
from biograph.extract.drafts import Named
from biograph.extract.korean.clause import cache
from biograph.extract.korean.clause import grammar as grammars
from biograph.extract.korean.clause.events import Event
from biograph.extract.korean.clause.frames import ANY, NUMBER, Frame, Nouns, Slot, owners
from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.index import Index
from biograph.extract.korean.clause.noun_phrases import NounPhrase, Setting
from biograph.extract.korean.clause.reading import read
from biograph.lang import korean
from biograph.model import Span, Status

log = logging.getLogger(__name__)

_SLOT = re.compile(r"\{(\w+(?:\.\w+)?):([^}]+)\}")
_ALLOMORPHS = (("을", "를"), ("은", "는"), ("이", "가"), ("과", "와"), ("으로", "로"))
_PARTICLE = re.compile(r"(으로|을|를|은|는|이|가|과|와|로)(?= |\.|$)")
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
_CLASS = re.compile(r"<(\w+)>")
_WORDS = "words.toml"
# Where a verb is read on its own: compounds such as 사들이다 are cut in one place and not in another.
_CONTEXTS = ("무엇을", "회사는 자금을")


@dataclass(frozen=True)
class _Words:
    """The word classes of `words.toml`: nouns that may stand for each other, and verbs."""

    nouns: Mapping[str, Nouns]
    verbs: Mapping[str, Nouns]


@dataclass(frozen=True)
class _Table:
    """The examples of one property under one heading."""

    predicate: str
    status: Status | None
    agreement: bool
    any: bool
    implied: str
    outdoes: tuple[str, ...]
    mutual: bool
    examples: tuple[str, ...]


@lru_cache(maxsize=4)
def load(directory: Path) -> Index:
    """The Korean frames of an ontology folder by predicate stem.

    An example that loses a slot is left out with a warning; `biograph ontology check` tells them all. Raises
    OntologyError when a table cannot be read.
    """
    compiled, problems = cache.compiled(directory, compile_all)
    for problem in problems:
        log.warning("%s", problem)
    return Index(compiled)


def compile_all(directory: Path) -> tuple[list[Frame], list[str]]:
    """All frames of `frames/ko/`, and one line for each example in which a slot or a word class is lost.

    Raises OntologyError when a table cannot be read.
    """
    folder = directory / "frames" / "ko"
    grammar = grammars.load(directory)
    words = _words(folder / _WORDS)
    predicates = _Predicates(grammar)
    frames: list[Frame] = []
    problems: list[str] = []
    known = vocabulary.load(directory).properties
    for table in _tables(folder):
        if table.predicate not in known:
            problem = f"{table.predicate}: frames of a property that the ontology does not have"
            problems += [problem] if problem not in problems else []
            continue
        for example in table.examples:
            try:
                variants = list(_variants(example, words))
            except KeyError as unknown:
                problems.append(f"{table.predicate}: no word class {unknown} for {example!r}")
                continue
            alike: dict[str, Frame] = {}
            for variant in variants:
                body, _, verb = variant.rpartition(" ")
                frame = _with_verb(alike.get(body), variant, predicates) or _compile(table, variant, words, grammar)
                if frame is not None and predicates.of(verb) == (frame.stem, frame.passive):
                    alike.setdefault(body, frame)
                if frame is None:
                    problems.append(f"{table.predicate}: a slot or a word class is lost in {variant!r}")
                else:
                    frames += [frame, *_mutual(frame)] if table.mutual else [frame]
    return frames, problems


def _tables(folder: Path) -> Iterator[_Table]:
    paths = sorted(p for p in folder.glob("*.toml") if p.name != _WORDS)
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
            both = mutual and kind != "with"
            yield _Table(path.stem, status, agreement, kind == "any", implied, outdoes, both, tuple(examples))


def _words(path: Path) -> _Words:
    tables = _toml(path) if path.is_file() else {}
    nouns, verbs = tables.get("nouns", {}), tables.get("verbs", {})
    return _Words({k: tuple(v) for k, v in nouns.items()}, {k: tuple(v) for k, v in verbs.items()})


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise OntologyError(f"cannot be read: {error}", where=str(path)) from error


def _variants(example: str, words: _Words) -> Iterator[str]:
    """`가 (a|b)를 나` stands for `가 a를 나` and `가 b를 나`, each with the form of the particle that it takes.

    A class of verbs is a choice among its verbs; a class of nouns stays as it is. Raises KeyError for other classes.
    """
    for name in _CLASS.findall(example):
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


def _compile(table: _Table, example: str, words: _Words, grammar: Grammar) -> Frame | None:
    classes = _CLASS.findall(example)
    text, names = _plain(_CLASS.sub(lambda m: m[1], example))
    sentence = korean.sentences(text, [Span(0, len(text))])[0]
    wanted = {_name_and_type(n.entity)[0] for n in names}
    people = frozenset(n.entity for n in names if _name_and_type(n.entity)[1] == "Person")
    for event in reversed(read(text, sentence, names, (), grammar, {}).events):
        slots, fixed = _anatomy(event, Setting(grammar, people))
        if {s.name for s in slots} == wanted:
            frame = Frame(
                table.predicate,
                example,
                ANY if table.any else event.stem,
                event.passive,
                tuple(slots),
                tuple(fixed),
                table.status,
                table.agreement,
                table.implied,
                table.outdoes,
            )
            return _with_classes(frame, {name: words.nouns[name] for name in classes})
    return None


def _mutual(frame: Frame) -> list[Frame]:
    """What `A는 B와 손잡는다` is where both are the subject: `A와 B가 손잡는다`."""
    cases = [(slot.name, slot.case) for slot in frame.slots]
    if cases != [("S", "subj"), ("O", "with")]:
        return []
    return [replace(frame, slots=tuple(replace(slot, case="subj", common=()) for slot in frame.slots))]


class _Predicates:
    """Stem and voice of verbs, read once: examples that differ in their last word alone have the same arguments."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._found: dict[str, tuple[str, bool] | None] = {}

    def of(self, verb: str) -> tuple[str, bool] | None:
        """Stem and whether it is passive; None for copulas, verbs with a noun of their own and ambiguous ones."""
        if verb not in self._found:
            readings = {self._read(f"{context} {verb}") for context in _CONTEXTS}
            self._found[verb] = readings.pop() if len(readings) == 1 else None
        return self._found[verb]

    def _read(self, text: str) -> tuple[str, bool] | None:
        sentence = korean.sentences(text, [Span(0, len(text))])[0]
        events = read(text, sentence, (), (), self.grammar, {}).events
        plain = len(events) == 1 and len(events[0].args) == len(text.split()) - 1 and events[0].stem != "이"
        return (events[0].stem, events[0].passive) if plain else None


def _with_verb(frame: Frame | None, example: str, predicates: _Predicates) -> Frame | None:
    """The frame of an example that is `frame`'s but for its last word; None where that has to be read in full."""
    predicate = predicates.of(example.rpartition(" ")[2]) if frame is not None else None
    if frame is None or predicate is None:
        return None
    return replace(frame, example=example, stem=predicate[0], passive=predicate[1])


def _plain(example: str) -> tuple[str, list[Named]]:
    """An example without its marks, and where its slots stand."""
    text, names, end = "", [], 0
    for match in _SLOT.finditer(example):
        text += example[end : match.start()]
        names.append(Named(Span(len(text), len(text) + len(match[2])), match[1]))
        text += match[2]
        end = match.end()
    return text + example[end:], names


def _with_classes(frame: Frame, classes: Mapping[str, Nouns]) -> Frame | None:
    """The frame with each class noun widened to all that it stands for; None where one cannot be found again."""
    lost = set(classes)

    def widened(nouns: Nouns) -> Nouns:
        name = max((n for n in classes if nouns and n in nouns[0]), key=len, default="")
        lost.discard(name)
        return tuple(nouns[0].replace(name, other.replace(" ", "")) for other in classes[name]) if name else nouns

    fixed = tuple((case, widened(nouns)) for case, nouns in frame.fixed)
    slots = tuple(replace(slot, common=widened(slot.common)) for slot in frame.slots)
    return None if lost else replace(frame, fixed=fixed, slots=slots)


def _anatomy(event: Event, setting: Setting) -> tuple[list[Slot], list[tuple[str, Nouns]]]:
    slots: list[Slot] = []
    fixed: list[tuple[str, Nouns]] = []
    for case, np in _arguments(event):
        # Of several nouns each must be there, the last beside the slot: `공급 계약` is also `공급 및 판매 계약`.
        heads, words = np.heads(setting), np.words
        beside = (words[-1],) if words else ()
        slots += [
            Slot(*_name_and_type(n.entity), case, n in heads, beside, n in owners(np), np.headed(setting))
            for n in np.names
        ]
        if not np.names and np.numeric:
            fixed.append((case, (NUMBER,)))
        elif any(n not in heads for n in np.names):
            fixed += [(case, (word,)) for word in words[:-1]]
        elif not np.names:
            fixed += [(case, (word,)) for word in words]
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
