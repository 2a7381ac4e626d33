"""Who `it`, `the company`, `its` and `she` are: the most recent fitting name of the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from biograph.extract.english.constituents import Phrase
from biograph.extract.english.words import Words
from biograph.model import Entity
from biograph.vocabulary import ORGANIZATION, Ontology

_PEOPLE = frozenset({"he", "she", "his", "her", "him"})
_THINGS = frozenset({"it", "its"})
_SEVERAL = frozenset({"they", "them", "their"})
_DEFINITE = frozenset({"the", "this", "that", "both"})
_ACTORS = (ORGANIZATION, "Person", "Facility")  # an incubator is a place that acts
_TITLED = frozenset({"Event", "Program", "Publication"})  # named with the noun that refers to them
_ANY_BODY = frozenset(
    ["nonprofit", "organization", "organisation", "group", "side", "party", "body", "institution", "partner"]
)


@dataclass
class Discourse:
    """The subjects and names of a text so far, latest last."""

    entities: Mapping[str, Entity]
    ontology: Ontology
    words: Words
    subjects: list[tuple[str, ...]] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    groups: list[tuple[str, ...]] = field(default_factory=list)

    def note(self, phrase: Phrase, *, subject: bool = False) -> None:
        """Remember the names of a phrase, and that they were a subject."""
        self.named += phrase.names
        if len(phrase.names) > 1 and all(self._is(n, ORGANIZATION) for n in phrase.names):
            self.groups.append(phrase.names)
        if subject and phrase.names and any(self._is(n, type_) for n in phrase.names for type_ in _ACTORS):
            self.subjects.append(phrase.names)

    def heads(self, phrase: Phrase, avoid: frozenset[str] = frozenset()) -> tuple[tuple[str, ...], bool]:
        """The entities that the head of a phrase stands for, and whether it only refers to them.

        None of `avoid` is referred to: the other argument of the same predicate.
        """
        if phrase.names:
            return phrase.names, False
        if phrase.pronoun:
            return self._pronoun(phrase.pronoun, avoid), True
        if phrase.article in _DEFINITE and not phrase.owners and phrase.nouns:
            return self._definite(phrase.nouns[0], phrase.plural, avoid), True
        return (), False

    def owners(self, phrase: Phrase, avoid: frozenset[str] = frozenset()) -> tuple[tuple[str, ...], bool]:
        """The entities that own a phrase, and whether only a pronoun or a common noun says so."""
        if phrase.owners:
            return phrase.owners, False
        if phrase.own:
            return self._pronoun(phrase.own, avoid), True
        return (self._definite(phrase.owner_noun, False, avoid), True) if phrase.owner_noun else ((), False)

    def _pronoun(self, word: str, avoid: frozenset[str]) -> tuple[str, ...]:
        if word in _PEOPLE:
            return self._latest("Person", avoid)
        if word in _THINGS:
            return self._actor(avoid) + self._last_named("Product", avoid) * (word == "it")
        return self.groups[-1] if word in _SEVERAL and self.groups else ()

    def _latest(self, type_: str, avoid: frozenset[str]) -> tuple[str, ...]:
        fitting = (n for s in reversed(self.subjects) for n in s[:1] if self._is(n, type_) and n not in avoid)
        return next(((n,) for n in fitting), ())

    def _actor(self, avoid: frozenset[str]) -> tuple[str, ...]:
        """The latest subject that is not a person."""
        subjects = (n for s in reversed(self.subjects) for n in s[:1] if not self._is(n, "Person") and n not in avoid)
        return next(((n,) for n in subjects), ())

    def _last_named(self, type_: str, avoid: frozenset[str]) -> tuple[str, ...]:
        return next(((n,) for n in reversed(self.named) if self._is(n, type_) and n not in avoid), ())

    def _definite(self, noun: str, plural: bool, avoid: frozenset[str]) -> tuple[str, ...]:
        """`the companies`: those named together last; `the hospital`: the last one that is one."""
        type_ = self.words.described(noun)
        if noun in _ANY_BODY:
            return (self.groups[-1] if self.groups else ()) if plural else self._actor(avoid)
        if self.words.is_("unit", noun):
            return self._last_named("OrganizationalUnit", avoid)
        if type_ is None or type_ in ("City", "Region", "Country", "Facility"):
            return ()
        if plural:
            is_group = self.ontology.is_a(type_, ORGANIZATION) and bool(self.groups)
            return self.groups[-1] if is_group else ()
        if type_ == "Company":
            return self._latest("Company", avoid) or self._actor(avoid)
        if type_ in _TITLED and noun != type_.lower():
            avoid |= {n for n in self.named if noun not in self.entities[n].name.lower()}
        subject = self._latest(type_, avoid) if self.ontology.is_a(type_, ORGANIZATION) else ()
        return subject or self._last_named(type_, avoid)

    def _is(self, name: str, type_: str) -> bool:
        return self.ontology.is_a(self.entities[name].type, type_)
