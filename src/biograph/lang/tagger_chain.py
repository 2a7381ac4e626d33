"""The best row of tags in a linear chain, and how probable a piece of it is: all sentences of a text at once."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Chain:
    """Sentences as rows of tag scores (tokens by tags) with the scores `steps[a, b]` of tag b after tag a.

    Forward and backward sums are scaled at every token (Rabiner 1989, section V.A). Scores of minus infinity forbid.
    """

    def __init__(self, scores: Sequence[Floats], steps: Floats) -> None:
        self._lengths = [len(own) for own in scores]
        self._scores = np.zeros((len(scores), max(self._lengths), len(steps)))
        for i, own in enumerate(scores):
            self._scores[i, : len(own)] = own - own.max(axis=1, keepdims=True)
        self._steps = steps
        self._may = np.exp(steps)
        self._local = np.exp(self._scores)
        self._sum()

    def _sum(self) -> None:
        local, length = self._local, self._local.shape[1]
        self._before = np.empty_like(local)
        self._after = np.ones_like(local)
        self._scale = np.empty(local.shape[:2])
        for t in range(length):
            here = local[:, t] if not t else (self._before[:, t - 1] @ self._may) * local[:, t]
            self._scale[:, t] = here.sum(axis=1)
            self._before[:, t] = here / self._scale[:, t, None]
        lengths = np.array(self._lengths)[:, None]
        for t in range(length - 2, -1, -1):
            ahead = (local[:, t + 1] * self._after[:, t + 1]) @ self._may.T / self._scale[:, t + 1, None]
            self._after[:, t] = np.where(lengths > t + 1, ahead, 1.0)

    def best(self) -> list[list[int]]:
        """The most probable tags of every sentence (Viterbi)."""
        score = self._scores[:, 0]
        backs = []
        for t in range(1, self._scores.shape[1]):
            ways = score[:, :, None] + self._steps
            backs.append(ways.argmax(axis=1))
            step = ways.max(axis=1) + self._scores[:, t]
            score = np.where(np.array(self._lengths)[:, None] > t, step, score)
        return [self._trace(i, int(score[i].argmax()), backs) for i in range(len(self._lengths))]

    def _trace(self, sentence: int, last: int, backs: Sequence[NDArray[np.intp]]) -> list[int]:
        tags = [last]
        for t in range(self._lengths[sentence] - 2, -1, -1):
            tags.append(int(backs[t][sentence, tags[-1]]))
        return tags[::-1]

    def expected(self) -> tuple[Floats, Floats]:
        """How probable every tag is at every token (of all sentences in a row), and how often every step is taken."""
        both = self._before * self._after
        tokens = np.concatenate([both[i, :length] for i, length in enumerate(self._lengths)])
        ahead = self._local[:, 1:] * self._after[:, 1:] / self._scale[:, 1:, None]
        ahead *= np.arange(1, self._local.shape[1])[None, :, None] < np.array(self._lengths)[:, None, None]
        return tokens, np.einsum("ita,itb->ab", self._before[:, :-1], ahead) * self._may

    def probability(self, sentence: int, first: int, tags: Sequence[int], inside: int) -> float:
        """How probable it is that the tokens from `first` have these tags and the tag `inside` does not follow them."""
        found = self._before[sentence, first, tags[0]]
        for t, (one, other) in enumerate(itertools.pairwise(tags), first + 1):
            found *= self._may[one, other] * self._local[sentence, t, other] / self._scale[sentence, t]
        after = first + len(tags)
        if after == self._lengths[sentence]:
            return float(found)
        ends = self._may[tags[-1]] * self._local[sentence, after] * self._after[sentence, after]
        ends[inside] = 0.0
        return float(found * ends.sum() / self._scale[sentence, after])
