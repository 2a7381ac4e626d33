"""Names that nobody bears, mixed of the syllables, words and class nouns of known names of a type."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Collection, Iterable, Mapping

_END = "\n"
_LONGEST = 12  # letters of a word
_TRIES = 20
_CODE = re.compile("[A-Z]+-?[0-9]+[A-Z]?")  # of a candidate drug
_SIGNS = {True: "0123456789", False: string.ascii_uppercase}


class Spelling:
    """Words spelt as given words are: each letter follows the two before it as it does in one of these."""

    def __init__(self, words: Iterable[str], chance: random.Random) -> None:
        self._chance = chance
        self._next: dict[str, list[str]] = {}
        for word in words:
            for i, letter in enumerate(word + _END):
                self._next.setdefault(word[max(0, i - 2) : i], []).append(letter)
                if i > 1:  # also after one letter alone: else a few words would only say themselves again
                    self._next.setdefault(word[i - 1 : i], []).append(letter)

    def word(self) -> str:
        """A new word; empty where nothing was given."""
        word = ""
        while len(word) < _LONGEST:
            seen = word[-1:] if self._chance.random() < 0.5 and len(word) > 1 else word[-2:]
            letter = self._chance.choice(self._next.get(seen) or [_END])
            if letter == _END:
                break
            word += letter
        return word


class Inventor:
    """Names of every type like those in `pools`; those that end in a class noun keep one of their type."""

    def __init__(
        self,
        pools: Mapping[str, Collection[str]],
        heads: Mapping[str, str],
        given: Iterable[str],
        chance: random.Random,
    ) -> None:
        self._chance, self._given = chance, sorted(given)
        named = [(type_, name) for type_, pool in pools.items() for name in sorted(pool)]
        self._parts: dict[tuple[str, bool], list[tuple[str, str]]] = {}
        for type_, name in named:
            self._parts.setdefault((type_, name.isascii()), []).append(_parted(name, heads))
        self._spelling = {
            key: Spelling((m for m, _ in parts if " " not in m), chance) for key, parts in self._parts.items()
        }
        people = [name for type_, name in named if type_ == "Person" and " " in name]
        self._families = Spelling([n.split()[-1] for n in people if not n.isascii()] + self._given, chance)
        self._latin_people = [n for n in people if n.isascii()]

    def name(self, type_: str, like: str) -> str:
        """A name of the type in the script of another, which its last syllable takes the particles of; or that name."""
        for _ in range(_TRIES):
            name = self._person(like) if type_ == "Person" else self._thing(type_, like)
            if len(name) > 1 and closed(name) == closed(like) and name.isascii() == like.isascii():
                return name
        return like

    def _person(self, like: str) -> str:
        if like.isascii():
            first, second = (self._chance.choice(self._latin_people or [like]).split() for _ in "12")
            return f"{first[0]} {second[-1]}"
        return f"{self._chance.choice(self._given)} {self._families.word()}" if " " in like else like

    def _thing(self, type_: str, like: str) -> str:
        if _CODE.fullmatch(like):
            return "".join(self._chance.choice(_SIGNS[c.isdigit()] if c.isalnum() else c) for c in like)
        key = type_, like.isascii()
        parts = self._parts.get(key) or [(like, "")]
        modifier, _ = self._chance.choice(parts)
        _, head = self._chance.choice(parts)
        if self._chance.random() < 0.7:
            first, *rest = modifier.split()
            modifier = " ".join([self._spelling[key].word() or first, *rest])
        return modifier + head


def _parted(name: str, heads: Mapping[str, str]) -> tuple[str, str]:
    """What comes before the class noun or last word of a name, and this with the blank before it."""
    start = next((i for i in range(1, len(name)) if name[i:] in heads), None)
    if start is None and " " in name:
        start = name.rindex(" ") + 1
    if start is None:
        return name, ""
    modifier = name[:start].rstrip()
    return modifier, name[len(modifier) :]


def closed(name: str) -> bool:
    """Whether the last syllable ends in a consonant: which particles follow depends on it."""
    return "가" <= name[-1] <= "힣" and (ord(name[-1]) - ord("가")) % 28 > 0
