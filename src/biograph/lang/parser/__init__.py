"""A dependency parser of Korean: sentences of eojeols in, a head and a label for each eojeol out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from biograph.lang.parser.features import SLOTS, Seen, see
from biograph.lang.parser.network import LONGEST, arcs, batch, contexts, labels
from biograph.model import Token

MODEL = Path(__file__).parents[2] / "models" / "klue-dp" / "parser.npz"
_BATCH = 16  # sentences of about the same length at a time: little padding, small arrays

Eojeol = Sequence[Token]


@dataclass(frozen=True, slots=True)
class Parse:
    """A tree over the eojeols of one sentence.

    `heads` are positions, always further right; the last eojeol is the root, -1. `labels` are those of KLUE-DP (NP_SBJ,
    VP_MOD, …: Park et al. 2021, appendix). `confidence` is the probability of each arc, three decimals.
    """

    heads: tuple[int, ...]
    labels: tuple[str, ...]
    confidence: tuple[float, ...]


def parse(sentences: Sequence[Sequence[Eojeol]]) -> list[Parse]:
    """The trees of sentences, in order. An eojeol is its morphemes, as `eojeols` or the clause layer groups them.

    Give a whole document at once: sentences of like length share the work. The tree is projective. Past LONGEST eojeols
    (a table, no sentence) each is governed by the next, with confidence 0 and label X.
    """
    found = [_chain(len(sentence)) for sentence in sentences]
    read = [i for i, sentence in enumerate(sentences) if 0 < len(sentence) <= LONGEST]
    seen = {i: [see(eojeol) for eojeol in sentences[i]] for i in read}
    order = sorted(read, key=lambda i: len(seen[i]))
    for start in range(0, len(order), _BATCH):
        chosen = order[start : start + _BATCH]
        for i, tree in zip(chosen, _parse([seen[i] for i in chosen]), strict=True):
            found[i] = tree
    return found


def eojeols(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens by the blanks between them."""
    groups: list[list[Token]] = []
    for token in tokens:
        if groups and token.span.start <= groups[-1][-1].span.end:
            groups[-1].append(token)
        else:
            groups.append([token])
    return groups


def _chain(size: int) -> Parse:
    heads = [*range(1, size), -1][:size]
    return Parse(tuple(heads), ("X",) * size, (0.0,) * size)


@lru_cache(maxsize=1)
def _model() -> tuple[dict[str, Any], list[dict[str, int]], list[str]]:
    """The weights, the vocabulary of each slot (0 is for other words), and the labels."""
    with np.load(MODEL) as stored:
        arrays = {name: stored[name] for name in stored.files}
    words = [{str(w): i + 1 for i, w in enumerate(arrays.pop(f"words {slot}"))} for slot in range(len(SLOTS))]
    names = [str(name) for name in arrays.pop("labels")]
    return {name: array.astype(np.float32) for name, array in arrays.items()}, words, names


def _parse(sentences: Sequence[Sequence[Seen]]) -> list[Parse]:
    weights, words, names = _model()
    given = batch(sentences, words, max(map(len, sentences)))
    context = contexts(weights, given)
    scores = arcs(weights, given, context)
    heads = np.full(given.kind.shape, -1, np.int64)
    for row, sentence in enumerate(sentences):
        heads[row, : len(sentence)] = tree(scores[row].tolist(), len(sentence))
    chances = _chances(scores, heads)
    best = labels(weights, given, context, heads).argmax(-1)
    return [
        Parse(
            tuple(heads[row, :size].tolist()),
            tuple(names[k] for k in best[row, :size].tolist()),
            tuple(chances[row, :size].tolist()),
        )
        for row, size in enumerate(map(len, sentences))
    ]


def tree(scores: Sequence[Sequence[float]], size: int) -> list[int]:
    """Heads from right to left: in a projective head-final tree, only the next eojeol and those above it are open."""
    heads = [-1] * size
    for dependent in range(size - 2, -1, -1):
        row = scores[dependent]
        best = candidate = dependent + 1
        while (candidate := heads[candidate]) >= 0:
            if row[candidate] > row[best]:
                best = candidate
        heads[dependent] = best
    return heads


def _chances(scores: Any, heads: Any) -> Any:
    """The softmax of each chosen arc among all heads to the right; 1 for the root."""
    chosen = np.take_along_axis(scores, np.maximum(heads, 0)[..., None], 2)[..., 0]
    top = scores.max(-1, keepdims=True)
    total = np.log(np.exp(scores - top).sum(-1)) + top[..., 0]
    return np.where(heads >= 0, np.exp(np.minimum(chosen - total, 0)), 1.0).astype(np.float64).round(3)
