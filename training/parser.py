"""Trains the dependency parser of Korean: `python training/parser.py KLUE_DP_TSV [--folds 5 | --final TARGET]`.

Reads trees over eojeols (`## id<TAB>text`, then a row an eojeol: position, form, morphemes, tags, head, label),
analyses the texts as the product does, and prints the held-out scores of one split (80/20) or of all five
(`--folds 5`). `--final` trains on everything and writes the weights. Needs `jax` beside what the product needs; one or
two minutes a run on one core.
"""

from __future__ import annotations

import argparse
import os
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")

import jax
import jax.numpy as jnp
import numpy as np

from biograph.lang import korean
from biograph.lang.parser import network, tree
from biograph.lang.parser.features import CLASSES, ROLES, SLOTS, Seen, see
from biograph.model import Span

SEED = 7
HIDDEN, ARC, EMBEDDING = 96, 48, 32
EPOCHS, BATCH, RATE, DECAY = 40, 32, 2e-3, 1e-3
DROPOUT = 0.33
# How often a slot is hidden in training, so that the parser also reads words it does not know.
HIDE = np.array([0.25 if slot == "content" else 0.12 if slot == "syllable" else 0.05 for slot in SLOTS])
LABEL_WEIGHT = 0.5
Params = dict[str, Any]


@dataclass(frozen=True)
class Example:
    name: str
    seen: list[Seen]
    heads: list[int]
    labels: list[str]


def read(path: Path) -> list[Example]:
    """The sentences with the product's analysis of their texts; -1 is the head of the root."""
    return [_example(part.splitlines()) for part in path.read_text(encoding="utf-8").split("\n\n") if part.strip()]


def _example(lines: Sequence[str]) -> Example:
    name, text = lines[0].removeprefix("## ").split("\t")
    rows = [line.split("\t") for line in lines[1:]]
    words = [Span(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    tokens = korean.tokens(text, Span(0, len(text)))
    eojeols = [[t for t in tokens if word.start <= t.span.start < word.end] for word in words]
    return Example(name, [see(e) for e in eojeols], [int(r[4]) - 1 for r in rows], [r[5] for r in rows])


def vocabulary(examples: Sequence[Example]) -> list[dict[str, int]]:
    """Per slot the strings seen twice or more, numbered from 1."""
    counts = [Counter(eojeol.strings[slot] for e in examples for eojeol in e.seen) for slot in range(len(SLOTS))]
    return [{w: i + 1 for i, w in enumerate(sorted(w for w, n in c.items() if n > 1))} for c in counts]


def start(sizes: Sequence[int], labels: int) -> Params:
    """Random weights."""
    random = np.random.default_rng(SEED)

    def normal(rows: int, columns: int, scale: float) -> Any:
        return jnp.asarray(random.normal(size=(rows, columns)) * scale, jnp.float32)

    params: Params = {f"embedding {k}": normal(size + 1, EMBEDDING, 0.3) for k, size in enumerate(sizes)}
    params |= {f"input {k}": normal(EMBEDDING, HIDDEN, (len(sizes) * EMBEDDING) ** -0.5) for k in range(len(sizes))}
    for layer in range(len(network.DILATIONS)):
        params[f"convolution {layer}"] = normal(3 * HIDDEN, HIDDEN, (3 * HIDDEN) ** -0.5)
        params[f"convolution {layer} bias"] = jnp.zeros(HIDDEN)
    for name in ("dependent", "head"):
        params |= {name: normal(HIDDEN, ARC, HIDDEN**-0.5), f"{name} bias": jnp.zeros(ARC)}
    return params | {
        "table bias": jnp.zeros(HIDDEN),
        "bilinear": normal(ARC, ARC, 0.3 * ARC**-0.5),
        "bilinear bias": jnp.zeros(ARC),
        "pair": jnp.zeros((2, len(CLASSES), len(ROLES))),
        "distance": jnp.zeros((2, len(CLASSES), network.DISTANCES)),
        "between": jnp.zeros((len(CLASSES), 6, 4)),
        "label": normal(HIDDEN, labels, 0.3 * HIDDEN**-0.5),
        "label of head": normal(HIDDEN, labels, 0.3 * HIDDEN**-0.5),
        "label bias": jnp.zeros(labels),
        "label pair": jnp.zeros((len(CLASSES), len(ROLES), labels)),
    }


def weights(params: Params) -> Params:
    """What the product runs: embeddings multiplied into the first layer, what grammar excludes added to the pairs."""
    made = {k: v for k, v in params.items() if not k.startswith(("embedding", "input"))}
    made |= {f"table {k}": params[f"embedding {k}"] @ params[f"input {k}"] for k in range(len(SLOTS))}
    return made | {"pair": params["pair"] + network.barred()}


def loss(params: Params, given: dict[str, Any], key: Any) -> Any:
    """Cross-entropy of heads and of labels, the mean over eojeols."""
    keys = iter(jax.random.split(key, 16))

    def drop(x: Any) -> Any:
        return x * jax.random.bernoulli(next(keys), 1 - DROPOUT, x.shape) / (1 - DROPOUT)

    words = given["words"] * jax.random.bernoulli(next(keys), 1 - HIDE, given["words"].shape)
    batch = network.Batch(**{k: given[k] for k in ("kind", "role", "clause", "comma", "mask")}, words=words)
    made, heads = weights(params), given["heads"]
    context = network.contexts(made, batch, jnp, drop)
    arcs = jax.nn.log_softmax(network.arcs(made, batch, context, jnp, drop))
    arc = jnp.take_along_axis(arcs, jnp.maximum(heads, 0)[..., None], 2)[..., 0]
    # Trees that break the constraints (a wrong analysis, mostly) teach nothing.
    count = (heads >= 0) & (arc > -20)
    label = jax.nn.log_softmax(network.labels(made, batch, drop(context), heads, jnp))
    label = jnp.take_along_axis(label, jnp.maximum(given["labels"], 0)[..., None], 2)[..., 0]
    known = (given["mask"] > 0) & (given["labels"] >= 0)
    mean_arc = jnp.where(count, arc, 0).sum() / count.sum()
    return -mean_arc - LABEL_WEIGHT * jnp.where(known, label, 0).sum() / known.sum()


@jax.jit
def _step(params: Params, first: Params, second: Params, given: dict[str, Any], time: Any, rate: Any) -> Any:
    """One step of AdamW with clipped gradients."""
    value, gradient = jax.value_and_grad(loss)(params, given, jax.random.fold_in(jax.random.PRNGKey(SEED), time))
    norm = jnp.sqrt(sum(jnp.sum(g * g) for g in jax.tree.leaves(gradient)))
    gradient = jax.tree.map(lambda g: g * jnp.minimum(1, 5 / norm), gradient)
    first = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, first, gradient)
    second = jax.tree.map(lambda v, g: 0.98 * v + 0.02 * g * g, second, gradient)

    def move(p: Any, m: Any, v: Any) -> Any:
        return p - rate * (m / (1 - 0.9**time) / (jnp.sqrt(v / (1 - 0.98**time)) + 1e-8) + DECAY * p)

    return jax.tree.map(move, params, first, second), first, second, value


def train(examples: Sequence[Example], words: list[dict[str, int]], labels: list[str]) -> Params:
    """The weights after EPOCHS passes; the same on every run."""
    given = _arrays(examples, words, labels)
    params = start([len(v) for v in words], len(labels))
    first = second = jax.tree.map(jnp.zeros_like, params)
    random, time, per_epoch = np.random.default_rng(SEED), 0, len(examples) // BATCH
    for _ in range(EPOCHS):
        order = random.permutation(len(examples))
        for k in range(per_epoch):
            chosen = order[k * BATCH : (k + 1) * BATCH]
            part = {name: array[chosen] for name, array in given.items()}
            time += 1
            progress = time / (EPOCHS * per_epoch)
            rate = RATE * min(1, time / 100) * (0.52 + 0.5 * np.cos(np.pi * progress))
            params, first, second, _ = _step(params, first, second, part, time, rate)
    return {name: np.asarray(array, np.float16) for name, array in weights(params).items()}


def _arrays(examples: Sequence[Example], words: list[dict[str, int]], labels: list[str]) -> dict[str, np.ndarray]:
    width = max(len(e.seen) for e in examples)
    arrays = dict(vars(network.batch([e.seen for e in examples], words, width)))
    number = {name: i for i, name in enumerate(labels)}
    for key in ("heads", "labels"):
        arrays[key] = np.full((len(examples), width), -1, np.int32)
    for row, e in enumerate(examples):
        arrays["heads"][row, : len(e.heads)] = e.heads
        arrays["labels"][row, : len(e.labels)] = [number.get(label, -1) for label in e.labels]
    return arrays


def score(made: Params, examples: Sequence[Example], words: list[dict[str, int]], labels: list[str]) -> Counter[str]:
    """How many heads, and heads with labels, are right: of all eojeols and of those in news."""
    made = {name: array.astype(np.float32) for name, array in made.items()}
    found: Counter[str] = Counter()
    for e in examples:
        size = len(e.seen)
        given = network.batch([e.seen], words, size)
        context = network.contexts(made, given)
        heads = np.array([tree(network.arcs(made, given, context)[0].tolist(), size)])
        best = network.labels(made, given, context, heads)[0].argmax(-1)
        right = heads[0] == e.heads
        both = right & np.array([labels[k] == label for k, label in zip(best, e.labels, strict=True)])
        for kind in ("all", "news") if e.name.endswith("wikitree") else ("all",):
            found.update({f"{kind} UAS": int(right.sum()), f"{kind} LAS": int(both.sum()), f"{kind} eojeols": size})
            found.update({f"{kind} UAS without root": int(right[:-1].sum()), f"{kind} arcs": size - 1})
    return found


def held_out(examples: Sequence[Example], folds: int) -> None:
    """Prints the scores on sentences that training never saw, for the first of five splits or for all."""
    parts = np.array_split(np.random.default_rng(SEED).permutation(len(examples)), 5)
    total: Counter[str] = Counter()
    for k in range(folds):
        seen = [examples[i] for j, part in enumerate(parts) if j != k for i in sorted(part)]
        words, labels = vocabulary(seen), sorted({label for e in seen for label in e.labels})
        fold = score(train(seen, words, labels), [examples[i] for i in sorted(parts[k])], words, labels)
        print(f"fold {k + 1}: {_figures(fold)}", flush=True)
        total += fold
    print(f"all: {_figures(total)}")


def _figures(found: Counter[str]) -> str:
    shown = [
        f"{k} {name} {found[f'{k} {name}'] / found[f'{k} eojeols']:.4f}"
        for k in ("all", "news")
        for name in ("UAS", "LAS")
    ]
    return ", ".join(
        [
            *shown,
            *(
                f"{k} UAS without root {found[f'{k} UAS without root'] / found[f'{k} arcs']:.4f}"
                for k in ("all", "news")
            ),
        ]
    )


def write(examples: Sequence[Example], target: Path) -> None:
    """Trains on all sentences and writes the weights with their vocabulary."""
    words, labels = vocabulary(examples), sorted({label for e in examples for label in e.labels})
    stored = train(examples, words, labels) | {"labels": np.array(labels)}
    stored |= {f"words {k}": np.array(list(v)) for k, v in enumerate(words)}
    np.savez_compressed(target, **stored)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=1)
    parser.add_argument("--final", type=Path, metavar="TARGET")
    options = parser.parse_args()
    examples = read(options.data)
    if options.final:
        write(examples, options.final)
    else:
        held_out(examples, options.folds)


if __name__ == "__main__":
    main()
