"""The best row of tags in a linear chain, and how probable a piece of it is: all sentences of a text at once."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Chain:
    """Sentences as rows of tag scores (tokens by tags) with the scores `steps[a, b]` of tag b after tag a.

    Forward and backward sums are scaled at every token (Rabiner 1989, section V.A). Scores of minus infinity forbid.
    """

    def __init__(self, scores: Sequence[Floats], steps: Floats) -> None:
        self._lengths = [len(own) for own in scores]
        longest_first = sorted(range(len(scores)), key=lambda i: -self._lengths[i])
        self._row = {sentence: row for row, sentence in enumerate(longest_first)}
        self._scores = np.zeros((len(scores), max(self._lengths), len(steps)))
        for i, own in enumerate(scores):
            self._scores[self._row[i], : len(own)] = own - own.max(axis=1, keepdims=True)
        self._steps = steps
        # How many of the rows reach a token: those from the first on.
        self._reach = [sum(length > t for length in self._lengths) for t in range(max(self._lengths))]

    @cached_property
    def _may(self) -> Floats:
        return np.exp(self._steps)

    @cached_property
    def _local(self) -> Floats:
        return np.exp(self._scores)

    @cached_property
    def _sums(self) -> tuple[Floats, Floats, Floats]:
        """The scaled sums over all that stands before a token and after it, and the scales."""
        local, reach = self._local, self._reach
        before, after, scale = np.zeros_like(local), np.ones_like(local), np.ones(local.shape[:2])
        for t, n in enumerate(reach):
            here = local[:n, t] if not t else (before[:n, t - 1] @ self._may) * local[:n, t]
            scale[:n, t] = here.sum(axis=1)
            before[:n, t] = here / scale[:n, t, None]
        for t in range(len(reach) - 2, -1, -1):
            n = reach[t + 1]
            after[:n, t] = (local[:n, t + 1] * after[:n, t + 1]) @ self._may.T / scale[:n, t + 1, None]
        return before, after, scale

    def best(self) -> list[list[int]]:
        """The most probable tags of every sentence (Viterbi)."""
        score = self._scores[:, 0].copy()
        backs = []
        for t, n in enumerate(self._reach[1:], start=1):
            ways = score[:n, :, None] + self._steps
            backs.append(ways.argmax(axis=1))
            score[:n] = ways.max(axis=1) + self._scores[:n, t]
        return [self._trace(i, score, backs) for i in range(len(self._lengths))]

    def _trace(self, sentence: int, score: Floats, backs: Sequence[NDArray[np.intp]]) -> list[int]:
        row = self._row[sentence]
        tags = [int(score[row].argmax())]
        for t in range(self._lengths[sentence] - 2, -1, -1):
            tags.append(int(backs[t][row, tags[-1]]))
        return tags[::-1]

    def expected(self) -> tuple[Floats, Floats]:
        """How probable every tag is at every token (of all sentences in a row), and how often every step is taken."""
        before, after, scale = self._sums
        both = before * after
        tokens = np.concatenate([both[self._row[i], :length] for i, length in enumerate(self._lengths)])
        ahead = self._local[:, 1:] * after[:, 1:] / scale[:, 1:, None]
        ahead *= np.arange(1, self._local.shape[1])[None, :, None] < -np.sort(-np.array(self._lengths))[:, None, None]
        return tokens, np.tensordot(before[:, :-1], ahead, ((0, 1), (0, 1))) * self._may

    def probability(self, sentence: int, first: int, tags: Sequence[int], inside: int) -> float:
        """How probable it is that the tokens from `first` have these tags and the tag `inside` does not follow them."""
        before, after, scale = (own[self._row[sentence]] for own in self._sums)
        local = self._local[self._row[sentence]]
        found = before[first, tags[0]]
        for t, (one, other) in enumerate(itertools.pairwise(tags), first + 1):
            found *= self._may[one, other] * local[t, other] / scale[t]
        behind = first + len(tags)
        if behind == self._lengths[sentence]:
            return float(found)
        ends = self._may[tags[-1]] * local[behind] * after[behind]
        ends[inside] = 0.0
        return float(found * ends.sum() / scale[behind])
