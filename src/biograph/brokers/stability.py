"""How sure a rank is: without any one article, with articles drawn anew, and with the surer facts alone.

    rank(e) = 1 + the number of entities whose key is larger

Equals share the best rank: it says how many are better, whatever stands below. Whoever has no key, or a first key of
zero, brokers nothing and stands behind everybody who brokers in the whole corpus, however few are left in a part of it.

Intervals are the middle 95 % of the ranks in bootstrap samples of the articles (percentile intervals: Efron, B. and
Tibshirani, R. (1993), An introduction to the bootstrap, chapter 13). Their limits:

- A sample lacks about 37 % of the articles, so counts shrink. Ranks are compared, counts are not: the interval of the
  measure itself lies low.
- They answer what other articles like these would have shown. That all articles leave a country out, or that ten of
  them copy one press release in other words, is not in them.
- Among five bodies of known strength, intervals from 40 to 160 articles held 99 % of the true ranks where each was 1.5
  times as strong as the next, and about 90 % where they were nearly equal; from 20 articles 97 and 93 %, from 10
  articles 91 and 71 %, from 5 articles 80 and 42 %. Of fewer than 20 they only describe how far ranks move.
- A body that no article shows to broker cannot be drawn: its interval says nothing of what articles to come will show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from biograph import network, resampling
from biograph.model import Corpus
from biograph.network import Projection
from biograph.vocabulary import Ontology

Key = tuple[float, ...]
Keys = Callable[[Corpus], Mapping[str, Key]]

FEW_DOCUMENTS = 20  # below, intervals hold the true rank too seldom: see above
BUDGET = 1.5e9  # steps of `work`, of some 40 ns: about a minute
_FEWEST_BOOTSTRAPS = 40  # of fewer, not one lies in the 2.5 % at either end
_DIGITS = 12  # keys that agree in so many digits are equal: sums of shares differ in the last ones
_ZERO = 10.0**-_DIGITS
_READING = 600  # steps that it takes to project one statement

N = TypeVar("N", int, float)


@dataclass(frozen=True, slots=True)
class Stability:
    """How sure the rank of one entity is.

    `low` and `high` bound its rank in the middle 95 % of `bootstraps` samples, `first_key_interval` the measure that
    ranks; None without samples. Of the `documents` that state something, copies counted once, `left_out` were left out
    in turn. `without` are those whose absence changes the rank, with that rank, worst first; `rests_on` those without
    which the first key falls to zero. `multi_source` is the rank by the facts of two documents or more, those that give
    a body its country included, `by_confidence` the ranks by the statements of at least these confidences; None where
    the first key is zero.
    """

    rank: int
    low: int | None
    high: int | None
    first_key_interval: tuple[float, float] | None
    documents: int
    bootstraps: int
    left_out: int
    without: tuple[tuple[str, int], ...]
    rests_on: tuple[str, ...]
    multi_source: int | None
    by_confidence: tuple[tuple[float, int | None], ...]

    @property
    def worst(self) -> tuple[str, int] | None:
        """The document whose absence costs the most ranks, and the rank then; None where none costs any."""
        return self.without[0] if self.without and self.without[0][1] > self.rank else None


def stability(
    corpus: Corpus,
    keys: Keys,
    *,
    bootstraps: int = 200,
    seed: int = 0,
    confidences: Sequence[float] = (0.5, 0.7, 0.9),
    budget: float = BUDGET,
    ontology: Ontology | None = None,
) -> dict[str, Stability]:
    """Entity id to Stability, in the order of `keys(corpus)`.

    `keys` gives each entity's sort key in a corpus, larger is better; it must take a corpus without statements. Only
    documents that state something are left out or drawn: hand in a corpus of those statements alone that `keys` reads,
    and no time goes to documents that cannot change a rank.

    Evaluations of `keys` are limited to `budget` (see `work`), beside one for the corpus, one for facts of several
    documents and one for each confidence. In a large corpus half go to leaving documents out, those first that alone
    state most, and half to the bootstrap, at least 40; where not even these can be afforded, or asked for fewer, or of
    a single document, there is no bootstrap.

    >>> found = stability(Corpus(), lambda part: {"Person/kim": (4.0,), "Person/lee": (6.0,), "Person/seo": (0.0,)})
    >>> {entity: its.rank for entity, its in found.items()}
    {'Person/kim': 2, 'Person/lee': 1, 'Person/seo': 3}
    """
    observed = keys(corpus)
    whole = _order(observed, 0)

    def order(part: Corpus) -> _Order:
        return _order(keys(part), len(whole.rank))

    count = len(network.documents(corpus, corpus.statements))
    left_out, draws = _affordable(count, bootstraps, int(budget / max(1.0, work(corpus))))
    parts = _Parts(
        whole,
        count,
        {document: order(part) for document, part in islice(resampling.leave_one_out(corpus), left_out)},
        _samples(corpus, order, draws, seed),
        order(network.restrict(corpus, Projection(min_documents=2), ontology=ontology)),
        {least: order(network.restrict(corpus, Projection(min_confidence=least))) for least in confidences},
    )
    return {entity: parts.stability(entity) for entity in observed}


def ranks(keys: Mapping[str, Key]) -> dict[str, int]:
    """Entity id to its rank by these keys, as `stability` ranks.

    >>> ranks({"a": (2.0, 0.5), "b": (0.0, 0.0), "c": (2.0, 0.7), "d": (0.0, 0.9)})
    {'a': 2, 'b': 3, 'c': 1, 'd': 3}
    """
    order = _order(keys, 0)
    return {entity: order.of(entity) for entity in keys}


def work(corpus: Corpus) -> float:
    """What one evaluation costs, in steps of shortest paths: statements × (entities + what reading them costs)."""
    return float(len(corpus.statements) * (len(corpus.entities) + _READING))


@dataclass(frozen=True)
class _Order:
    """The ranks and first keys of those who broker in a corpus; `last` is the rank of everybody else."""

    rank: Mapping[str, int]
    first: Mapping[str, float]
    last: int

    def of(self, entity: str) -> int:
        return self.rank.get(entity, self.last)


@dataclass(frozen=True)
class _Parts:
    """The order of a corpus and those of its parts."""

    whole: _Order
    documents: int
    without: Mapping[str, _Order]
    samples: Sequence[_Order]
    multi_source: _Order
    by_confidence: Mapping[float, _Order]

    def stability(self, entity: str) -> Stability:
        rank = self.whole.of(entity)
        low, high = _middle([sample.of(entity) for sample in self.samples]) or (None, None)
        moved = [(document, order.of(entity)) for document, order in self.without.items() if order.of(entity) != rank]
        return Stability(
            rank=rank,
            low=low,
            high=high,
            first_key_interval=_middle([sample.first.get(entity, 0.0) for sample in self.samples]),
            documents=self.documents,
            bootstraps=len(self.samples),
            left_out=len(self.without),
            without=tuple(sorted(moved, key=lambda found: (-found[1], found[0]))),
            rests_on=tuple(sorted(d for d, order in self.without.items() if entity not in order.rank))
            if entity in self.whole.rank
            else (),
            multi_source=self.multi_source.rank.get(entity),
            by_confidence=tuple((least, order.rank.get(entity)) for least, order in self.by_confidence.items()),
        )


def _order(keys: Mapping[str, Key], brokers: int) -> _Order:
    """The order by keys in a part of a corpus where so many broker."""
    rounded = {
        entity: tuple(float(f"{value:.{_DIGITS}g}") for value in key)
        for entity, key in keys.items()
        if key and key[0] > _ZERO
    }
    best: dict[Key, int] = {}
    for place, key in enumerate(sorted(rounded.values(), reverse=True), 1):
        best.setdefault(key, place)
    ranks = {entity: best[key] for entity, key in rounded.items()}
    return _Order(ranks, {entity: key[0] for entity, key in rounded.items()}, max(brokers, len(ranks)) + 1)


def _affordable(documents: int, bootstraps: int, evaluations: int) -> tuple[int, int]:
    """How many documents are left out in turn and how many samples drawn, of so many evaluations in all."""
    draws = min(bootstraps, max(evaluations - min(documents, evaluations // 2), _FEWEST_BOOTSTRAPS))
    if draws < _FEWEST_BOOTSTRAPS or draws > evaluations or documents < 2:
        draws = 0
    return min(documents, evaluations - draws), draws


def _samples(corpus: Corpus, order: Callable[[Corpus], _Order], draws: int, seed: int) -> list[_Order]:
    """The orders of bootstrap samples; what few documents can be drawn again and again is evaluated once."""
    known: dict[tuple[str, ...], _Order] = {}
    found = []
    for drawn, part in islice(resampling.bootstrap(corpus, seed), draws):
        if drawn not in known:
            known[drawn] = order(part)
        found.append(known[drawn])
    return found


def _middle(values: Sequence[N]) -> tuple[N, N] | None:
    """The smallest and largest of the values without the 2.5 % at either end; None of none."""
    outside = len(values) // 40
    ordered = sorted(values)
    return (ordered[outside], ordered[-1 - outside]) if ordered else None
