"""The parser's network: features of eojeols in, scores of arcs and labels out, with any module of arrays.

Summed embeddings, dilated convolutions over a few eojeols left and right, a biaffine score (Dozat and Manning 2017) and
learned tables of what lies between an eojeol and its head. Heads stand to the right, since Korean is head-final.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np

from biograph.lang.parser.features import CLASSES, ROLES, SLOTS, Seen

Weights = Mapping[str, Any]

DILATIONS = (1, 2, 4)
LONGEST = 256  # eojeols: what is longer is a table or a list, not a sentence
_BARRED = -30.0  # the score of an arc that grammar excludes: next to no probability, yet a tree always exists
_CLAUSES, _COMMAS = 5, 3  # between an eojeol and its head: more count as so many
# Distances 1 to 5 one by one, then wider and wider.
_STEPS = np.searchsorted([1, 2, 3, 4, 5, 6, 8, 11, 16, 24, 32], np.arange(-LONGEST, LONGEST), side="right")
DISTANCES = 12


@dataclass(frozen=True)
class Batch:
    """Sentences padded to one length: arrays [sentence, eojeol], `words` [sentence, eojeol, slot]."""

    words: Any
    kind: Any
    role: Any
    clause: Any
    comma: Any
    mask: Any


def batch(sentences: Sequence[Sequence[Seen]], vocabulary: Sequence[Mapping[str, int]], width: int) -> Batch:
    """The sentences as arrays; words outside the vocabulary are 0."""
    finders = [v.get for v in vocabulary]
    columns = [
        (*[find(s, 0) for find, s in zip(finders, e.strings, strict=False)], e.kind, e.role, e.clause, e.comma, 1)
        for sentence in sentences
        for e in sentence
    ]
    padded = np.zeros((len(sentences), width, len(SLOTS) + 5), np.int32)
    padded[np.arange(width) < np.array([[len(s)] for s in sentences])] = columns
    return Batch(padded[..., : len(SLOTS)], *np.moveaxis(padded[..., len(SLOTS) :], 2, 0))


def barred() -> np.ndarray:
    """What particles exclude, [class, role]: an object has a predicate for its head, a noun's modifier a noun."""
    table = np.zeros((len(CLASSES), len(ROLES)), np.float32)
    verbal = "adnominal connective coordinate final adverb determiner other"
    for kind, roles in {
        "object": "topic genitive number determiner other adverb with from at",
        "subject": "genitive number determiner other with from",
        "genitive": verbal,
        "adnominal": verbal,
        "determiner": verbal.replace(" determiner", ""),
        "coordinate": "genitive determiner number other",
        "connective": "genitive determiner number other",
    }.items():
        for role in roles.split():
            table[CLASSES.index(kind), ROLES.index(role)] = _BARRED
    return table


def _same(x: Any) -> Any:
    return x


def contexts(weights: Weights, given: Batch, xp: ModuleType = np, drop: Callable[[Any], Any] = _same) -> Any:
    """Each eojeol among its neighbours: [sentence, eojeol, hidden]. `drop` is training's dropout."""
    mask = given.mask[..., None].astype(np.float32)
    total = weights["table bias"]
    for slot in range(len(SLOTS)):
        total = total + xp.take(weights[f"table {slot}"], given.words[..., slot], 0, mode="clip")
    hidden = drop(xp.maximum(total, 0)) * mask
    size = hidden.shape[1]
    for layer, step in enumerate(DILATIONS):
        padded = xp.pad(hidden, ((0, 0), (step, step), (0, 0)))
        near = xp.concatenate([padded[:, :size], hidden, padded[:, 2 * step :]], -1)
        update = near @ weights[f"convolution {layer}"] + weights[f"convolution {layer} bias"]
        hidden = (hidden + drop(xp.maximum(update, 0))) * mask
    return hidden


def arcs(weights: Weights, given: Batch, context: Any, xp: ModuleType = np, drop: Callable[[Any], Any] = _same) -> Any:
    """The score of each arc, [sentence, dependent, head]; heads that do not stand to the right have none (-1e9)."""
    dependent = drop(xp.maximum(context @ weights["dependent"] + weights["dependent bias"], 0))
    head = drop(xp.maximum(context @ weights["head"] + weights["head bias"], 0))
    score = (dependent @ weights["bilinear"] + weights["bilinear bias"]) @ xp.swapaxes(head, 1, 2)
    size = given.kind.shape[1]
    offset = np.arange(size)[None, :] - np.arange(size)[:, None]
    kind = given.kind[:, :, None]
    pair = ((offset == 1) * len(CLASSES) + kind) * len(ROLES) + given.role[:, None, :]
    far = (given.comma[:, :, None] * len(CLASSES) + kind) * DISTANCES + _STEPS[offset + LONGEST]
    clauses = xp.minimum(_between(given.clause, xp), _CLAUSES)
    commas = xp.minimum(_between(given.comma, xp), _COMMAS)
    between = (kind * (_CLAUSES + 1) + clauses) * (_COMMAS + 1) + commas
    for name, index in (("pair", pair), ("distance", far), ("between", between)):
        score = score + xp.take(weights[name].reshape(-1), index, mode="clip")
    return xp.where((offset > 0)[None] & (given.mask[:, None, :] > 0), score, -1e9)


def _between(flags: Any, xp: ModuleType) -> Any:
    """How many eojeols strictly between two have the flag."""
    upto = xp.cumsum(flags, 1)
    return xp.maximum((upto - flags)[:, None, :] - upto[:, :, None], 0)


def labels(weights: Weights, given: Batch, context: Any, heads: Any, xp: ModuleType = np) -> Any:
    """The score of each label, [sentence, dependent, label], given the position of each head (-1: the root)."""
    place = xp.maximum(heads, 0)
    above = xp.take_along_axis(context @ weights["label of head"], place[..., None], 1) * (heads >= 0)[..., None]
    role = xp.take_along_axis(given.role, place, 1)
    return context @ weights["label"] + above + weights["label bias"] + weights["label pair"][given.kind, role]
