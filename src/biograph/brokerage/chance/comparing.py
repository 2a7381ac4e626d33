"""A figure beside its draws from a null model: mean, standard deviation, z, p, and p corrected for looking at many.

p = (draws that reach the observed figure + 1) / (draws + 1): Phipson, B. and Smyth, G. K. (2010), Permutation p-values
should never be zero, Statistical Applications in Genetics and Molecular Biology 9(1), 39.

Corrected for a family of figures by single-step min-P: Westfall, P. H. and Young, S. S. (1993), Resampling-based
multiple testing, Wiley. Each draw is treated as if it had been the observed network: each of its figures gets a p among
all draws and the observed one. The corrected p of a figure is the share of all these whose smallest p in the family is
as small as its own; of equal p, the one with the larger z is taken to be the smaller. As the observed network is
treated like any draw, that is valid with any number of draws: where the null model holds for all of the family, a
corrected p of 0.05 or less is found anywhere in it at most one time in twenty. Not max-T, by the largest z: counts of
nodes with few ties are so skewed that a single rare path of theirs outweighs what a broker does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from biograph.brokerage.arrays import Floats

Draws = Callable[[], Iterator[Floats]]  # blocks of draws × measures × figures, the same whenever it is called
Singles = NDArray[np.float32]  # seven digits: exact for counts, and sums of shares that are equal are equal

_KEPT = 1 << 27  # numbers held, 512 MB: with more, the draws are made again for each part of the figures
_AT_ONCE = 1 << 22  # numbers ranked at a time


@dataclass(frozen=True, slots=True)
class Chance:
    """One figure against `draws` draws from a null model.

    `expected` and `sd` are the mean and standard deviation of the draws, `z` the distance between observed and expected
    in these. `sd` and `z` are None where all draws are the same: the null model then leaves no room to differ. `p` is
    for so large a figure or a larger one, `p_low` for so small a one or a smaller. `p_adjusted` is `p` corrected for
    all nodes tested, None where the figure is not that of a node.
    """

    observed: float
    expected: float
    sd: float | None
    z: float | None
    p: float
    p_low: float
    p_adjusted: float | None
    draws: int


def compare(observed: Floats, draws: Draws, count: int, family: int) -> list[list[Chance]]:
    """For every measure, the Chance of each figure; `observed` is measures × figures, `count` the number of draws.

    The first `family` figures of a measure are corrected for each other.
    """
    measures, figures = observed.shape
    expected, sd, p, p_low, own = (np.empty(observed.shape) for _ in range(5))
    least = np.full((measures, count + 1), np.inf)
    width, height = max(1, _KEPT // (measures * (count + 1))), max(1, _AT_ONCE // (count + 1))
    for begin in range(0, figures, width):
        held = _held(observed[:, begin : begin + width], draws, count, begin)
        for m, first in product(range(measures), range(0, held.shape[1], height)):
            values = held[m, first : first + height]
            at = (m, slice(begin + first, begin + first + len(values)))
            distance = values - values[:, :1].astype(float)  # of equal draws just 0
            ranks = _ranks(values)
            score = _scores(ranks, distance)
            expected[at] = observed[at] + distance[:, 1:].mean(axis=1)
            sd[at] = distance[:, 1:].std(axis=1, ddof=1) if count > 1 else 0.0
            p[at], p_low[at] = ranks[:, 0] / (count + 1), (distance <= 0).mean(axis=1)
            own[at] = score[:, 0]
            least[m] = np.minimum(least[m], score[: max(0, family - begin - first)].min(axis=0, initial=np.inf))
    adjusted = [
        np.searchsorted(np.sort(of), mine, side="right") / (count + 1) for of, mine in zip(least, own, strict=True)
    ]
    columns = (observed, expected, sd, p, p_low, np.array(adjusted).reshape(observed.shape))
    return [
        [
            _chance(count, f < family, *row)
            for f, row in enumerate(zip(*(column[m].tolist() for column in columns), strict=True))
        ]
        for m in range(measures)
    ]


def _chance(
    count: int, corrected: bool, observed: float, expected: float, sd: float, p: float, p_low: float, adjusted: float
) -> Chance:
    z = (observed - expected) / sd if sd else None
    return Chance(observed, expected, sd or None, z, p, p_low, adjusted if corrected else None, count)


def _held(observed: Floats, draws: Draws, count: int, begin: int) -> Singles:
    """Measures × figures × (1 + draws) of a part of the figures, the observed one first."""
    held = np.empty((*observed.shape, count + 1), dtype=np.float32)
    held[:, :, 0] = observed
    done = 1
    for block in draws():
        held[:, :, done : done + len(block)] = block[:, :, begin : begin + observed.shape[1]].transpose(1, 2, 0)
        done += len(block)
    return held


def _ranks(values: Singles) -> NDArray[np.int64]:
    """For each value, how many of its row are as large or larger."""
    order = np.argsort(values, axis=1)
    ordered = np.take_along_axis(values, order, axis=1)
    first = np.zeros(values.shape, dtype=np.int64)  # of its equals
    places = np.arange(1, values.shape[1])
    np.maximum.accumulate(np.where(ordered[:, 1:] > ordered[:, :-1], places, 0), axis=1, out=first[:, 1:])
    ranks = np.empty(values.shape, dtype=np.int64)
    np.put_along_axis(ranks, order, values.shape[1] - first, axis=1)
    return ranks


def _scores(ranks: NDArray[np.int64], distance: Floats) -> Floats:
    """The ranks, of equal ones the smaller where z is larger: less than 1 is taken off a rank."""
    spread = distance.std(axis=1, keepdims=True)
    z = (distance - distance.mean(axis=1, keepdims=True)) / np.where(spread > 0, spread, 1.0)
    scores: Floats = ranks - (1 + z / (1 + np.abs(z))) / 2
    return scores
