"""Relations that a name alone or two names side by side state: `Basel, Switzerland`, `Acme's Basel office`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from biograph.extract.drafts import Draft, Named, Names
from biograph.model import Document, Sentence, Span

_WIDTH = {"Facility": 0, "Cluster": 1, "City": 2, "Region": 3, "Country": 4}
_BETWEEN = frozenset({",", ", "})


def drafts(document: Document, names: Names, sentences: tuple[Sentence, ...]) -> Iterator[Draft]:
    """Places inside the place named right after them, and units with their owner and place."""
    for sentence in sentences:
        outer = names.outermost(sentence.span)
        for first, second in pairwise(outer):
            yield from _pair(document, names, sentence, first, second)
        for whole in outer:
            yield from _inside(names, sentence, whole)


def _pair(document: Document, names: Names, sentence: Sentence, first: Named, second: Named) -> Iterator[Draft]:
    if not _contained(document, names, first, second):
        return
    predicate = "locatedIn" if names.entities[first.entity].type in ("Facility", "Cluster") else "partOf"
    yield Draft(first.entity, predicate, second.entity, sentence.span, "en:place, place", confidence=0.95)


def _inside(names: Names, sentence: Sentence, whole: Named) -> Iterator[Draft]:
    """A unit of the organisation, and in the place, that its name holds; a facility in the place of its name."""
    type_ = names.entities[whole.entity].type
    if type_ not in ("OrganizationalUnit", "Facility"):
        return
    for part in names.within(whole.span):
        if part.span == whole.span:
            continue
        predicate = "locatedIn" if names.entities[part.entity].type in _WIDTH else "unitOf"
        yield Draft(whole.entity, predicate, part.entity, sentence.span, "en:compound name", confidence=0.9)


def joined(document: Document, names: Names, sentence: Sentence) -> list[tuple[Span, str]]:
    """The outermost mentions of a sentence with their entities, `Basel, Switzerland,` as one that is Basel.

    The closing comma goes with it unless an apposition follows.
    """
    found: list[tuple[Span, str]] = []
    last: Named | None = None
    for mention in names.outermost(sentence.span):
        if last is not None and found and _contained(document, names, last, mention):
            span = Span(found[-1][0].start, mention.span.end)
            rest = document.text[span.end : sentence.span.end]
            closing = rest.startswith(", ") and not rest[2:].startswith(("a ", "an ", "the ", "which ", "who "))
            found[-1] = (Span(span.start, span.end + closing), found[-1][1])
        else:
            found.append((mention.span, mention.entity))
        last = mention
    return found


def _contained(document: Document, names: Names, first: Named, second: Named) -> bool:
    inner, wider = (names.entities[m.entity].type for m in (first, second))
    between = document.text[first.span.end : second.span.start]
    return between in _BETWEEN and wider in _WIDTH and inner in _WIDTH and _WIDTH[inner] < _WIDTH[wider]
