"""Copies of articles with other names of the same types, so that the tagger learns contexts rather than names."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tagger_examples import Article, Example, Reader
from tagger_invented import Inventor, closed

SEED = 20240601
COPIES = 3  # of every article, each with other names
CHANGED = 0.5  # share of the entities that have another name in a copy
INVENTED = 0.5  # share of these whose name nobody bears, in types of which the lexicon has few names
FEW = frozenset({"Person", "Event", "Program", "Product", "Publication", "Facility", "OrganizationalUnit"})
FORGET = 0.5  # share of the lexicon's finds that training does not see


class Names:
    """Other names of a type: those of the lexicon and of the articles at hand."""

    def __init__(self, reader: Reader, given: Iterable[Article], seed: int) -> None:
        self._random = random.Random(seed)
        pools: dict[str, set[str]] = {}
        for entry in reader.lexicon.entries:
            pools.setdefault(entry.type, set()).update(entry.names)
        people: set[str] = set()
        for article in given:
            for a, b, type_, _ in article.mentions:
                form = article.text[a:b]
                if form in article.full:
                    (people if type_ == "Person" else pools.setdefault(type_, set())).add(form)
        pools["Person"] = people
        self._pools = {key: sorted(pool) for key, pool in pools.items()}
        self._surnames = sorted(reader.tables.surnames)
        self._given = sorted({n[1:] for n in people if re.fullmatch("[가-힣]{3}", n)})
        self._inventor = Inventor(pools, reader.cues.heads, reader.tables.given, self._random)

    def instead(self, name: str, type_: str) -> str:
        """A name of the same script whose last syllable asks for the same particles: a known or an invented one."""
        if type_ == "Person" and re.fullmatch("[가-힣]{3}", name):
            like = [s for s in self._given if closed(s) == closed(name)]
            return self._random.choice(self._surnames) + self._random.choice(like or [name[1:]])
        if type_ in FEW and self._random.random() < INVENTED:
            return self._inventor.name(type_, name)
        fits = [
            n
            for n in self._pools.get(type_, ())
            if closed(n) == closed(name) and n.isascii() == name.isascii() and len(n) > 1
        ]
        return self._random.choice(fits) if fits else name

    def disguise(self, article: Article) -> Article:
        """The article with other names: half of its entities, the same ones everywhere."""
        chosen: dict[str, str] = {}
        text, mentions, at = "", [], 0
        for a, b, type_, entity in article.mentions:
            form = article.text[a:b]
            if form in article.full and form not in chosen:
                chosen[form] = self.instead(form, type_) if self._random.random() < CHANGED else form
            text += article.text[at:a]
            other = chosen.get(form, form)
            mentions.append((len(text), len(text) + len(other), type_, entity))
            text, at = text + other, b
        return replace(article, text=text + article.text[at:], mentions=tuple(mentions))


def forgetful(example: Example, chance: random.Random) -> Example:
    """The example with a part of the lexicon's finds."""
    return replace(example, known=tuple(hit for hit in example.known if chance.random() >= FORGET))


def examples(given: Sequence[Article], news: Sequence[Example], reader: Reader) -> list[Example]:
    """What to train with: KLUE once, every article `COPIES` times, the first time as it is."""
    others, chance = Names(reader, given, SEED), random.Random(SEED)
    every = list(news)
    for article in given:
        for copy in range(COPIES):
            every += (others.disguise(article) if copy else article).examples(reader)
    return [forgetful(example, chance) for example in every]
