"""From example sentences to frames: each is read as an article is read, and what its arguments need is kept."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from biograph import vocabulary
from biograph.extract.korean.clause import grammar as grammars
from biograph.extract.korean.clause.frames import cache, examples, purposes
from biograph.extract.korean.clause.frames.frames import ANY, NUMBER, Frame, Nouns, Slot, owners
from biograph.extract.korean.clause.frames.index import Index
from biograph.extract.korean.clause.grammar import Grammar
from biograph.extract.korean.clause.syntax.events import Event
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase, Setting
from biograph.extract.korean.clause.syntax.reading import read
from biograph.lang import korean
from biograph.model import Span

log = logging.getLogger(__name__)

# Where a verb is read on its own: compounds such as 사들이다 are cut in one place and not in another.
_CONTEXTS = ("무엇을", "회사는 자금을")
# What a word of nouns alone is made of.
_NOMINAL = ("NN", "SL", "SN", "XPN", "XSN", "XR")


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
    words = examples.words(folder / examples.WORDS)
    predicates = _Predicates(grammar)
    frames: list[Frame] = []
    problems: list[str] = []
    known = vocabulary.load(directory).properties
    for table in examples.tables(folder):
        if table.predicate not in known:
            problem = f"{table.predicate}: frames of a property that the ontology does not have"
            problems += [problem] if problem not in problems else []
            continue
        for example in table.examples:
            try:
                found = _frames(table, example, words, grammar, predicates)
            except KeyError as unknown:
                problems.append(f"{table.predicate}: no word class {unknown} for {example!r}")
                continue
            for variant, frame in found:
                if frame is None:
                    problems.append(f"{table.predicate}: a slot or a word class is lost in {variant!r}")
                else:
                    frames += [frame, *_mutual(frame)] if table.mutual else [frame]
    return frames, problems


def _frames(
    table: examples.Table, example: str, words: examples.Words, grammar: Grammar, predicates: _Predicates
) -> list[tuple[str, Frame | None]]:
    """The frame of each variant of an example; choices among nouns are one frame wherever that loses nothing."""
    short, own = examples.gathered(example, _nominal)
    wider = examples.Words({**words.nouns, **own}, words.verbs)
    for text, known in ((short, wider), (example, words)):
        found: list[tuple[str, Frame | None]] = []
        alike: dict[str, Frame] = {}
        for variant in examples.variants(text, known):
            body, _, verb = variant.rpartition(" ")
            frame = _with_verb(alike.get(body), variant, predicates) or _compile(table, variant, known, grammar)
            if frame is not None and predicates.of(verb) == (frame.stem, frame.passive):
                alike.setdefault(body, frame)
            found.append((variant, frame))
        if all(frame is not None for _, frame in found):
            break
    return found


@lru_cache(maxsize=4096)
def _nominal(word: str) -> bool:
    """Whether a word is one noun, or several in one, and nothing else."""
    (sentence,) = korean.sentences(f"{word}을 보았다.", [Span(0, len(word) + 6)])
    tokens = [t for t in sentence.tokens if t.span.end <= len(word)]
    return bool(tokens) and tokens[-1].span.end == len(word) and all(t.tag.startswith(_NOMINAL) for t in tokens)


def _compile(table: examples.Table, example: str, words: examples.Words, grammar: Grammar) -> Frame | None:
    classes = examples.CLASS.findall(example)
    text, names = examples.plain(examples.CLASS.sub(lambda m: m[1], example))
    sentence = korean.sentences(text, [Span(0, len(text))])[0]
    wanted = {examples.name_and_type(n.entity)[0] for n in names}
    people = frozenset(n.entity for n in names if examples.name_and_type(n.entity)[1] == "Person")
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
    if cases[:2] != [("S", "subj"), ("O", "with")]:
        return []
    both = (replace(slot, case="subj", common=()) for slot in frame.slots[:2])
    return [replace(frame, slots=(*both, *frame.slots[2:]))]


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
    fixed: list[tuple[str, Nouns]] = [(np.case, (np.common,)) for np in purposes.of(event)]
    for case, np in _arguments(event):
        # Of several nouns each must be there, the last beside the slot: `공급 계약` is also `공급 및 판매 계약`.
        heads, words = np.heads(setting), np.words
        beside = (words[-1],) if words else ()
        slots += [
            Slot(*examples.name_and_type(n.entity), case, n in heads, beside, n in owners(np), np.headed(setting))
            for n in np.names
        ]
        if not np.names and np.numeric:
            fixed.append((case, (NUMBER,)))
        elif any(n not in heads for n in np.names):
            fixed += [(case, (word,)) for word in words[:-1]]
        elif not np.names:
            fixed += [(case, (word,)) for word in words]
    return slots, fixed


def _arguments(event: Event, path: str = "") -> Iterator[tuple[str, NounPhrase]]:
    """Every argument with its path: `obj`, or `obj/잇/obj` for what stands in a clause inside the object."""
    for np in event.args + ([event.head] if event.head and not path else []):
        case = path + ("head" if np is event.head else "subj" if np.case == "topic" else np.case)
        yield case, np
        if not np.names:
            for inner in np.modifiers:
                yield from _arguments(inner, f"{case}/{inner.stem}/")
