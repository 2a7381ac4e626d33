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

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from biograph.brokerage.arrays import Floats
from biograph.brokerage.compiled import kernel

Draws = Callable[[], Iterator[Floats]]  # blocks of draws × measures × figures, the same whenever it is called
Singles = NDArray[np.float32]  # seven digits: exact for counts, and sums of shares that are equal are equal

_KEPT = 1 << 27  # numbers held, 512 MB: with more, the draws are made again for each part of the figures
_AT_ONCE = 1 << 22  # numbers ranked at a time


@dataclass(frozen=True, slots=True)
class Chance:
    """One figure against `draws` draws from a null model.

    `expected` and `sd` are the mean and standard deviation of the draws, `z` the distance between observed and expected
    in these. `sd` and `z` are None where all draws are the same: the null model then leaves no room to differ. `p` is
    for so large a figure or a larger one, `p_low` for so small a one or a smaller; `p_least` is the `p` of the largest
    figure there was, drawn or observed: where that is common nothing can stand out. `p_adjusted` is `p` corrected for
    all nodes tested, None where the figure is not that of a node.
    """

    observed: float
    expected: float
    sd: float | None
    z: float | None
    p: float
    p_low: float
    p_least: float
    p_adjusted: float | None
    draws: int


def compare(observed: Floats, draws: Draws, count: int, family: int) -> list[list[Chance]]:
    """For every measure, the Chance of each figure; `observed` is measures × figures, `count` the number of draws.

    The first `family` figures of a measure are corrected for each other.
    """
    measures, figures = observed.shape
    found, least = np.empty((measures, figures, 6)), np.full((measures, count + 1), np.inf)
    width = max(1, _KEPT // (measures * (count + 1)))
    height = max(1, _AT_ONCE // (count + 1))
    for begin in range(0, figures, width):
        held = _held(observed[:, begin : begin + width], draws, count, begin)
        for m, first in product(range(measures), range(0, held.shape[1], height)):
            values = held[m, first : first + height]
            into = found[m, begin + first : begin + first + len(values)]
            corrected = min(len(values), max(0, family - begin - first))
            _compare(values, np.sort(values, axis=1), corrected, into, least[m], steps=10 * observed.size * count)
    return [_chances(*each, count, family) for each in zip(observed, found, least, strict=True)]


def _chances(observed: Floats, found: Floats, least: Floats, count: int, family: int) -> list[Chance]:
    adjusted = (np.searchsorted(np.sort(least), found[:family, 4], side="right") / (count + 1)).tolist()
    chances = []
    for f, (value, (above, sd, reached, low, _, top)) in enumerate(zip(observed.tolist(), found.tolist(), strict=True)):
        p, p_low = (reached + 1) / (count + 1), (low + 1) / (count + 1)
        z = -above / sd if sd else None
        chances.append(
            Chance(
                observed=value,
                expected=value + above,
                sd=sd or None,
                z=z,
                p=p,
                p_low=p_low,
                p_least=top / (count + 1),
                p_adjusted=adjusted[f] if f < family else None,
                draws=count,
            )
        )
    return chances


def _held(observed: Floats, draws: Draws, count: int, begin: int) -> Singles:
    """Measures × figures × (1 + draws) of a part of the figures, the observed one first."""
    held = np.empty((*observed.shape, count + 1), dtype=np.float32)
    held[:, :, 0] = observed
    done = 1
    for block in draws():
        held[:, :, done : done + len(block)] = block[:, :, begin : begin + observed.shape[1]].transpose(1, 2, 0)
        done += len(block)
    return held


@kernel
def _compare(values: Singles, ordered: Singles, family: int, found: Floats, least: Floats) -> None:
    """Fill `found` for each row, and lower `least`, the smallest score of each column, by the first `family` rows.

    A row of `found`: the mean of the draws less the observed value, their standard deviation, how many reach it, how
    many do not exceed it, its score, and how many of all are the largest. The score is its rank from above among all,
    and of equal ranks the smaller the larger z.
    """
    size = values.shape[1]
    for f in range(values.shape[0]):
        own = np.float64(values[f, 0])
        total = squares = 0.0
        reached = low = 0
        varied = False
        for d in range(1, size):
            total += np.float64(values[f, d]) - own
        mean, middle = total / (size - 1), total / size  # of the draws, and of all
        for d in range(1, size):
            distance = np.float64(values[f, d]) - own
            squares += (distance - mean) ** 2
            reached += 1 if distance >= 0 else 0
            low += 1 if distance <= 0 else 0
            varied = varied or values[f, d] != values[f, 1]
        found[f, 0], found[f, 1], found[f, 2], found[f, 3] = mean, 0.0, reached, low
        top = size
        while top and ordered[f, top - 1] == ordered[f, size - 1]:
            top -= 1
        found[f, 5] = size - top
        if varied:
            found[f, 1] = math.sqrt(squares / (size - 2))
        spread = math.sqrt((squares + (size - 1) * (mean - middle) ** 2 + middle**2) / size)
        if ordered[f, 0] == ordered[f, size - 1]:
            spread = 1.0
        for d in range(size if f < family else 0):
            bound = min(size, int(min(least[d], float(size)) + 1)) if d else size
            if values[f, d] < ordered[f, size - bound]:
                continue  # of too high a rank to be the smallest of its column
            begin, end = 0, size
            while begin < end:
                half = (begin + end) // 2
                if ordered[f, half] < values[f, d]:
                    begin = half + 1
                else:
                    end = half
            z = (np.float64(values[f, d]) - own - middle) / spread
            score = size - begin - (1 + z / (1 + abs(z))) / 2
            least[d] = min(least[d], score)
            if d == 0:
                found[f, 4] = score
