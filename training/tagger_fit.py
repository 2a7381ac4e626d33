"""A linear chain over the features of sentences, fitted by AdaGrad over batches, and its file."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from tagger_examples import MAY_BE, Example

from biograph.lang import tagger
from biograph.lang.tagger_chain import Chain
from biograph.lang.tagger_features import Cues, names, views

SEED = 20240601
EPOCHS, BATCH, RATE, L2 = 8, 50, 0.1, 1.0
LEAST_COUNT = 2  # times that a feature is seen
LEAST_WEIGHT = 0.05
UNIT = 0.01  # what weights are whole numbers of in the file
KLUE_ONLY = "KLUE "  # before a feature: as it counts in KLUE alone


class _Numbers:
    """The features of a view as numbers: those for all examples and, in KLUE, once more as those of KLUE."""

    def __init__(self, cues: Cues) -> None:
        self.numbers: dict[str, int] = {}
        self._cues = cues
        self._known: dict[tuple[str, str], array[int]] = {}

    def of(self, view: str, origin: str) -> array[int]:
        if (own := self._known.get((view, origin))) is None:
            plain = names(view, self._cues)
            every = plain + [KLUE_ONLY + name for name in plain] if origin == "K" else plain
            own = array("i", [self.numbers.setdefault(name, len(self.numbers)) for name in every])
            self._known[view, origin] = own
        return own


@dataclass(frozen=True)
class Data:
    """Examples as numbers: tokens by features, and which tags may be right."""

    features: tuple[str, ...]
    tags: tuple[str, ...]
    tokens: csr_matrix
    starts: NDArray[np.intp]  # of the examples, and the end of the last
    right: NDArray[np.bool_]  # tokens by tags: which ones may be right

    @classmethod
    def of(cls, examples: Sequence[Example], cues: Cues) -> Data:
        counter = _Numbers(cues)
        indices, rows, right, starts = array("i"), [0], [], [0]
        for example in examples:
            for token in views(example.text, example.sentence, example.known):
                for view in token:
                    indices.extend(counter.of(view, example.origin))
                rows.append(len(indices))
            right += [(example.origin, tag) for tag in example.tags()]
            starts.append(len(right))
        numbers = counter.numbers
        tags = tuple(sorted({t for origin, t in right if origin == "A"} | {"O"}, key=lambda tag: (tag != "O", tag)))
        flat = np.frombuffer(indices, dtype=np.int32)
        matrix = csr_matrix((np.ones(len(flat), np.float32), flat, rows), shape=(len(right), len(numbers)))
        kept = np.flatnonzero(np.bincount(flat, minlength=len(numbers)) >= LEAST_COUNT)
        features = list(numbers)
        may = {own: [_may_be(*own, tag) for tag in tags] for own in set(right)}
        return cls(
            tuple(features[i] for i in kept),
            tags,
            matrix[:, kept],
            np.array(starts),
            np.array([may[own] for own in right]),
        )

    def forbidden(self) -> NDArray[np.bool_]:
        """Steps from tag to tag that no name takes: going on where none, or another, has begun."""
        return np.array([[b.startswith("I-") and a[2:] != b[2:] for b in self.tags] for a in self.tags])


def _may_be(origin: str, tag: str, other: str) -> bool:
    if origin == "A" or tag[0] != other[0]:
        return tag == other or (origin == "K" and tag == "O" and other[2:] in MAY_BE[""])
    return other[2:] in MAY_BE[tag[2:]]


def train(data: Data, *, klue: bool = False) -> tagger.Model:
    """A conditional random field over the features, by AdaGrad over batches."""
    count = len(data.starts) - 1
    size, random_ = len(data.tags), np.random.default_rng(SEED)
    states = np.zeros((len(data.features), size), np.float32)
    steps = np.where(data.forbidden(), -np.inf, 0.0)
    squares, step_squares = np.full_like(states, 1e-4), np.full((size, size), 1e-4)
    mean, passes = np.zeros_like(states), 0
    mean_steps = np.zeros((size, size))
    for epoch in range(EPOCHS):
        for batch in np.array_split(random_.permutation(count), max(1, count // BATCH)):
            rows = np.concatenate([np.arange(data.starts[i], data.starts[i + 1]) for i in batch])
            lengths = [int(data.starts[i + 1] - data.starts[i]) for i in batch]
            tokens = data.tokens[rows]
            near, tokens.indices = np.unique(tokens.indices, return_inverse=True)
            tokens = csr_matrix((tokens.data, tokens.indices, tokens.indptr), shape=(len(rows), len(near)))
            scores = np.split(tokens @ states[near], np.cumsum(lengths)[:-1])
            errors, step_errors = gradient(scores, steps, np.split(data.right[rows], np.cumsum(lengths)[:-1]))
            slope = tokens.T @ errors.astype(np.float32) + np.float32(L2 * len(batch) / count) * states[near]
            squares[near] += slope**2
            states[near] -= RATE * slope / np.sqrt(squares[near])
            step_squares += step_errors**2
            steps = np.where(data.forbidden(), -np.inf, steps - RATE * step_errors / np.sqrt(step_squares))
        if epoch >= EPOCHS // 2:  # the mean of the later passes is steadier than the last
            mean, mean_steps, passes = mean + states, mean_steps + np.where(data.forbidden(), 0.0, steps), passes + 1
    return product(data, mean / passes, np.where(data.forbidden(), -np.inf, mean_steps / passes), klue)


def gradient(
    scores: Sequence[NDArray[np.float64]], steps: NDArray[np.float64], right: Sequence[NDArray[np.bool_]]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Expected tags minus those expected among the ones that may be right: of every token, and of every step from tag
    to tag in all sentences."""
    tokens, taken = Chain(scores, steps).expected()
    may = [np.where(own, score, -np.inf) for own, score in zip(right, scores, strict=True)]
    right_tokens, right_taken = Chain(may, steps).expected()
    return tokens - right_tokens, taken - right_taken


def product(data: Data, states: NDArray[np.float64], steps: NDArray[np.float64], klue: bool) -> tagger.Model:
    """The model for articles, or with what holds for KLUE alone the one for KLUE; without weights next to nothing."""
    at = {name: i for i, name in enumerate(data.features)}
    if klue:
        for name, i in at.items():
            if name.startswith(KLUE_ONLY) and (plain := at.get(name.removeprefix(KLUE_ONLY))) is not None:
                states[plain] += states[i]
    strong = np.abs(states).max(axis=1) >= LEAST_WEIGHT
    kept = sorted(name for name, i in at.items() if strong[i] and not name.startswith(KLUE_ONLY))
    rows = {name: i for i, name in enumerate(kept)}
    return tagger.Model(data.tags, rows, tagger.padded(states[[at[name] for name in kept]].astype(np.float32)), steps)


def save(model: tagger.Model, path: Path) -> None:
    """Writes a model the way `tagger.load` reads it: weights as small whole numbers of a unit."""
    arrays = {
        "features": np.frombuffer("\n".join(sorted(model.rows, key=lambda name: model.rows[name])).encode(), np.uint8),
        "tags": np.frombuffer("\n".join(model.tags).encode(), np.uint8),
        "states": np.round(model.states[:-1] / UNIT).astype(np.int16),
        "unit": np.float32(UNIT),
        "allowed": np.isfinite(model.steps),
        "steps": np.where(np.isfinite(model.steps), model.steps, 0.0).astype(np.float32),
    }
    np.savez_compressed(path, **arrays)
