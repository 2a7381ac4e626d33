"""Where things are, as names side by side tell: `미국 보스턴`, `미국의 가나바이오`, the city in a unit's own name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from biograph.extract.drafts import Draft, Named, Names
from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, PLACES
from biograph.model import Sentence

SITES = ("City", "Region")
LOCATED = ORGANISATIONS - {"GovernmentBody", "MediaOutlet"}  # a country before an agency is part of its name


@dataclass(frozen=True)
class Reading:
    """The names of a document beside its text."""

    context: Context
    names: Names

    def type(self, mention: Named) -> str:
        return self.names.entities[mention.entity].type

    def between(self, one: Named, other: Named) -> str:
        return self.context.text[one.span.end : other.span.start]


def chains(reading: Reading, sentence: Sentence, outer: Sequence[Named]) -> Iterator[Draft]:
    """`미국 매사추세츠주 보스턴`: each place lies in the one before it; a site is located there."""
    for one, other in pairwise(outer):
        if reading.type(one) not in PLACES or reading.between(one, other) not in (" ", "의 ", " 내 ", " 안 "):
            continue
        inner = [m for m in reading.names.within(other.span) if m.span.start == other.span.start]
        first = min(inner, key=lambda m: len(m.span), default=other)
        if reading.type(first) not in PLACES or not _fits(reading, first, one):
            continue
        area = reading.type(first) in ("Country", "Region", "City") or first.span.of(reading.context.text).endswith(
            "지구"
        )
        yield Draft(first.entity, "partOf" if area else "locatedIn", one.entity, sentence.span, "np.chain")


def _fits(reading: Reading, inner: Named, outer: Named) -> bool:
    """Whether one place can lie in another: as the lexicon says where it knows both, else a smaller one in a larger."""
    text, lexicon = reading.context.text, reading.context.lexicon
    known, around = lexicon.named(inner.span.of(text)), lexicon.named(outer.span.of(text))
    if known and around and known[0].type in ("Country", "Region", "City"):
        return any(lexicon.contains(place, entry) for entry in known for place in around)
    if inner.span.of(text).endswith(("구", "군", "읍", "면", "동", "리")) and not known:
        return reading.type(outer) in ("Region", "City")
    order = ("Facility", "Cluster", "City", "Region", "Country")
    types = order.index(reading.type(inner)), order.index(reading.type(outer))
    return types[0] < types[1] or types == (0, 0)


def inside(reading: Reading, sentence: Sentence) -> Iterator[Draft]:
    """A city or region that a site, unit or cluster carries in its own name."""
    mentions = reading.names.within(sentence.span)
    for outer in mentions:
        if reading.type(outer) not in ("Cluster", "Facility", "OrganizationalUnit"):
            continue
        for inner in mentions:
            if inner.span != outer.span and outer.span.contains(inner.span) and reading.type(inner) in SITES:
                yield Draft(outer.entity, "locatedIn", inner.entity, sentence.span, "np.inside")


def shared_place(reading: Reading, sentence: Sentence, outer: Sequence[Named]) -> Iterator[Draft]:
    """`미국의 가나바이오와 다라파마`: both are there."""
    for place, first, second in zip(outer, outer[1:], outer[2:], strict=False):
        kinds = reading.type(place), reading.type(first), reading.type(second)
        tied = reading.between(place, first) == "의 " and reading.between(first, second) in ("와 ", "과 ")
        if kinds[0] in ("Country", *SITES) and tied and {*kinds[1:]} <= LOCATED:
            yield Draft(second.entity, "locatedIn", place.entity, sentence.span, "np.place")
