"""The parts that a sentence is made of: noun phrases, verb groups and the joints between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from biograph.model import Span

_PARTICIPLES = frozenset({"base", "locate", "headquarter", "situate", "call", "own"})  # bare, rarely a main verb


@dataclass(frozen=True)
class Phrase:
    """A noun phrase. `names` are its head if that is a name, else `nouns` (singular) are; `owners` and `modifiers`
    are names before the head, `described` the nouns before a head that is a name (`the drugmaker Acme`)."""

    span: Span
    names: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    described: tuple[str, ...] = ()
    article: str = ""
    pronoun: str = ""
    own: str = ""
    number: bool = False
    plural: bool = False
    owner_noun: str = ""
    members: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Verb:
    """A verb group: its lemma (with a particle: `set up`), form and what the words around it add."""

    span: Span
    lemma: str
    form: str
    auxiliaries: tuple[str, ...] = ()
    negated: bool = False
    infinitive: bool = False
    passive: bool = False
    adverbs: tuple[str, ...] = ()

    @property
    def finite(self) -> bool:
        """Whether the form can carry a clause; `finite_here` says whether it does."""
        return not self.infinitive and (self.form in ("s", "past", "base") or bool(self.auxiliaries))

    def finite_here(self, items: Sequence[Item], at: int) -> bool:
        """Whether the group at `at` carries its clause; a bare past form may be a participle."""
        if self.auxiliaries or self.form in ("s", "base"):
            return self.finite
        if self.form != "past" or self.infinitive:
            return False
        before, after = items[at - 1] if at else None, items[at + 1] if at + 1 < len(items) else None
        if self.lemma in _PARTICIPLES and before is not None and before.phrase is not None:
            return False
        by = after is not None and after.form == "by"
        if by or before is None or before.kind == "PREP":
            return False
        if before.kind == "COMMA" and after is not None and after.kind in ("PREP", "CONJ"):
            return _clause_open(items, at)
        return not (before.phrase is not None and after is not None and after.kind == "PREP" and _later_verb(items, at))


@dataclass(frozen=True)
class Item:
    """A phrase, a verb group or a joint (its tag and form)."""

    kind: str
    span: Span
    form: str = ""
    phrase: Phrase | None = None
    verb: Verb | None = None


def _clause_open(items: Sequence[Item], at: int) -> bool:
    """Whether a comma before a past form closes an insertion, so that the form is the main verb."""
    commas = [i for i in range(at) if items[i].kind == "COMMA"]
    verbs = [i for i in range(at) if (verb := items[i].verb) is not None and verb.finite]
    return len(commas) > 1 and not _later_verb(items, at) and (not verbs or verbs[-1] > commas[-2])


def _later_verb(items: Sequence[Item], at: int) -> bool:
    """Whether a finite verb without a subject of its own follows in the same clause."""
    for i in range(at + 1, len(items)):
        item = items[i]
        if item.kind in ("STOP", "SUB", "REL", "THAT", "CONJ"):
            return False
        if item.verb is not None:
            own = items[i - 1].phrase is not None and items[i - 2].kind != "PREP" and i - 1 > at
            return item.verb.finite and not own
    return False
