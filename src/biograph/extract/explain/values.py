"""How a text was read, layer by layer, in words that a reader of the ontology knows."""

from __future__ import annotations

from dataclasses import dataclass

CLOSE = 3  # predicates, and properties, that are named where a predicate has no frame


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands between blanks, and its morphemes as `form/TAG`."""

    text: str
    morphemes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A mention, with half-open offsets into the text. `entity` is what it names, `rule` the layer that found it."""

    text: str
    start: int
    end: int
    type: str
    entity: str
    rule: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Words that could be a name and are not taken for one, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Argument:
    """A part of a clause: `names` are those that the part as a whole stands for, `inside` the others in it.

    `elsewhere` is the other predicate on which the trained parser hangs it, where it is sure.
    """

    role: str
    text: str
    names: tuple[str, ...]
    inside: tuple[str, ...] = ()
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """The example of a property that came nearest to a clause: what it lacked, or the status in which it matched."""

    property: str
    example: str
    status: str = ""
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its arguments. `form` says what is unusual of it: passive, as a noun.

    `attempts` are the frames of this predicate; where it has none, `nearest` are predicates spelled like it with
    their properties, and `suggested` the properties that other predicates state of the same arguments.
    """

    predicate: str
    text: str
    status: str
    form: tuple[str, ...]
    speakers: tuple[str, ...]
    arguments: tuple[Argument, ...]
    attempts: tuple[Attempt, ...]
    nearest: tuple[str, ...] = ()
    suggested: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in the clause, once."""
        return tuple(dict.fromkeys(n for a in self.arguments for n in (*a.names, *a.inside)))

    @property
    def matched(self) -> bool:
        return any(attempt.status for attempt in self.attempts)


@dataclass(frozen=True, slots=True)
class Read:
    """One sentence."""

    text: str
    words: tuple[Word, ...]
    names: tuple[Name, ...]
    refused: tuple[Refused, ...]
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement as it would enter a dataset; `rule` is what read it."""

    subject: str
    predicate: str
    object: str
    status: str
    qualifiers: tuple[tuple[str, str], ...]
    speaker: str
    confidence: float
    rule: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A relation that was read and is no statement, and why."""

    subject: str
    predicate: str
    object: str
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a text was read. `left_out` is what was taken for page furniture; `advice` is empty where facts came out."""

    language: str
    left_out: tuple[str, ...]
    sentences: tuple[Read, ...]
    facts: tuple[Fact, ...]
    dropped: tuple[Dropped, ...]
    advice: str
