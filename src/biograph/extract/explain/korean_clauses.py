"""Korean clauses held against every frame of their predicate, and what each one lacked."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from biograph.extract.drafts import Names
from biograph.extract.explain.crosscheck import CrossCheck
from biograph.extract.explain.values import CLOSE, Argument, Attempt, Clause
from biograph.extract.korean.clause.frames import compiling, matching, outcomes
from biograph.extract.korean.clause.frames.filling import Fits
from biograph.extract.korean.clause.frames.frames import ANY, NUMBER, Frame
from biograph.extract.korean.clause.frames.index import Index
from biograph.extract.korean.clause.frames.matching import Implied, Lack
from biograph.extract.korean.clause.syntax.events import Event
from biograph.extract.korean.clause.syntax.noun_phrases import NounPhrase, Setting
from biograph.extract.korean.clause.syntax.reading import Reading
from biograph.vocabulary import Ontology

# What a case of the clause layer looks like in a text; a case that is not here is the word that makes it: 위하, 중심.
CASES = {
    "subj": "이/가",
    "topic": "은/는",
    "obj": "을/를",
    "gen": "의",
    "with": "와/과",
    "together": "와/과 함께",
    "to": "에/에게",
    "at": "에서",
    "into": "(으)로",
    "as": "(으)로서",
    "by": "(으)로써",
    "from": "에서/부터",
    "until": "까지",
    "conj": "(이)나/(이)며",
    "pred": "이다",
    "time": "time",
    "clause": "-기/-음",
    "so": "-도록",
    "said": "-다고",
    "head": "modified noun",
    "other": "other particle",
    "": "no particle",
}


class Clauses:
    """The events of one sentence, explained against the frames."""

    def __init__(
        self,
        text: str,
        names: Names,
        ontology: Ontology,
        setting: Setting,
        fits: Fits,
        implied: Implied,
        check: CrossCheck,
    ) -> None:
        self.text, self.names, self.setting, self.fits, self.implied = text, names, setting, fits, implied
        self.check = check
        self.index = compiling.load(ontology.directory)

    def shown(self, reading: Reading) -> Iterator[Event]:
        """The events; of `인수가 무산됐다` what the noun stands for, not the verb that says what became of it."""
        nominal = {id(event.phrase) for event in reading.nominal}
        yield from (
            e for e in (*reading.events, *reading.quoted) if e.stem in self.index or id(e.phrase) not in nominal
        )
        yield from reading.nominal

    def clause(self, event: Event, speakers: Sequence[str]) -> Clause:
        arguments = tuple(self._arguments(event))
        known = event.stem in self.index
        named = any(a.names or a.inside for a in arguments)
        return Clause(
            _dictionary(event.stem),
            event.span.of(self.text),
            str(outcomes.stated(event, self.setting.grammar)),
            ("as a noun",) if event.nominal else ("passive",) if event.passive else (),
            tuple(self._entity(s) for s in speakers),
            arguments,
            tuple(self._attempts(event)),
            () if known else tuple(self._nearest(event.stem)),
            tuple(self._suggested(event)) if named and not known else (),
        )

    def _arguments(self, event: Event) -> Iterator[Argument]:
        for np in event.args:
            yield replace(self._argument(_case(np.case), np), elsewhere=self.check.elsewhere(event, np))
        if event.head is not None:
            yield self._argument(CASES["head"], event.head)
        if event.inherited is not None and event.arg("subj") is None and event.arg("topic") is None:
            yield self._argument("shared subject", event.inherited)

    def _argument(self, role: str, np: NounPhrase) -> Argument:
        heads = [self._entity(n.entity) for n in np.heads(self.setting)]
        inside = [name for n in np.names if (name := self._entity(n.entity)) not in heads]
        return Argument(role, np.span.of(self.text), tuple(heads), tuple(dict.fromkeys(inside)))

    def _entity(self, id_: str) -> str:
        return self.names.entities[id_].name

    def _attempts(self, event: Event) -> Iterator[Attempt]:
        """The frames that match; then, of every other property, the frame that lacks least."""
        done: set[str] = set()
        for match in sorted(matching.matches(event, self.index, self.setting, self.fits), key=_idle):
            attempt = self._success(match)
            if attempt.property not in done:
                yield attempt
            done.add(attempt.property)
        nearest: dict[str, tuple[Frame, tuple[Lack, ...]]] = {}
        for frame in (*self.index.get(event.stem, ()), *self.index.get(ANY, ())):
            lacks = matching.lacks(event, frame, self.setting, self.fits)
            if frame.predicate in done or (frame.stem == ANY and not _only_subject(lacks)):
                continue
            if frame.predicate not in nearest or _cost(lacks) < _cost(nearest[frame.predicate][1]):
                nearest[frame.predicate] = frame, lacks
        for frame, lacks in sorted(nearest.values(), key=lambda pair: _cost(pair[1])):
            # A frame that lacks nothing and does not match gave way to another.
            told = [self._told(lack, event) for lack in lacks] or [f"given up for {' and '.join(sorted(done))}"]
            yield Attempt(frame.predicate, frame.example, "", tuple(told))

    def _success(self, match: matching.Match) -> Attempt:
        frame = match.frame
        if _idle(match):
            return Attempt(frame.predicate, frame.example, "", ("S and O would be the same name",))
        status = str(outcomes.matched(match, self.setting.grammar))
        if frame.implied and not self.implied(frame.implied):
            return Attempt(frame.predicate, frame.example, "", (f"no {frame.implied} was named before",))
        return Attempt(frame.predicate, frame.example, status)

    def _told(self, lack: Lack, event: Event) -> str:
        if lack.slot is None and not lack.case:
            return "the clause is passive, the example is not" if event.passive else "the example is passive"
        if lack.slot is None:
            what = "a number" if lack.common == (NUMBER,) else f"the word {' or '.join(lack.common[:3])}"
            return f"{what} is not there as {_path(lack.case)}"
        slot, where = lack.slot.name, _path(lack.case)
        if lack.misfits:
            who = ", ".join(f"{self._entity(n.entity)} ({self.names.entities[n.entity].type})" for n in lack.misfits)
            return f"{slot}: {who} stands there, which is no {lack.slot.type or 'type that it takes'}"
        beside = f" beside {lack.common[0]}" if lack.common and not lack.slot.head else ""
        inside = "" if lack.slot.head else "inside "
        return f"{slot}: no name {inside}{where}{beside}"

    def _nearest(self, stem: str) -> Iterator[str]:
        begins = [s for s in self.index if len(stem) > 1 and s.startswith(stem[: max(2, len(stem) - 1)])]
        close = difflib.get_close_matches(stem, [s for s in self.index if len(s) > 1], n=CLOSE)
        for other in list(dict.fromkeys([*begins, *close]))[:CLOSE]:
            yield f"{_dictionary(other)} ({', '.join(sorted({f.predicate for f in self.index[other]}))})"

    def _suggested(self, event: Event) -> Iterator[str]:
        """The properties that a frame of another predicate would state of these arguments, the most frequent first."""
        others = (f for stem, group in self.index.items() if stem != ANY for f in group if not f.fixed)
        index = Index(replace(frame, stem=event.stem) for frame in others)
        found = matching.matches(event, index, self.setting, self.fits)
        counts = Counter(match.frame.predicate for match in found if not _idle(match))
        yield from sorted(counts, key=lambda name: (-counts[name], name))[:CLOSE]


def _idle(match: matching.Match) -> bool:
    """Whether a match states something of a name and itself alone, which is nothing."""
    subjects, objects = ({n.entity for n in match.fillers.get(slot, ())} for slot in "SO")
    return not match.frame.implied and len(subjects | objects) == 1


def _only_subject(lacks: Sequence[Lack]) -> bool:
    """Whether all that any predicate's frame asks for is there, but whom it is said of."""
    slot = lacks[0].slot if len(lacks) == 1 else None
    return slot is not None and slot.case == "subj" and not slot.common  # the noun beside it is what tells the frame


def _cost(lacks: Sequence[Lack]) -> tuple[int, int]:
    """A name of the wrong type is nearer than none."""
    missing = sum(not lack.misfits for lack in lacks)
    return len(lacks) + missing, missing


def _dictionary(stem: str) -> str:
    return f"{stem}다"


def _case(case: str) -> str:
    return CASES.get(case, case)


def _path(path: str) -> str:
    """A slot's path in words: `obj/잇/obj` is what a clause with 잇다 inside the object has as its own object."""
    outer, *steps = path.split("/")
    told = f"with {_case(outer)}"
    for stem, inner in zip(steps[::2], steps[1::2], strict=True):
        told = f"with {_case(inner)} of {_dictionary(stem)} inside what stands {told}"
    return told
