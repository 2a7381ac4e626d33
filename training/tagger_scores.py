"""What a model finds in examples, and how much of it is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tagger_examples import MAY_BE, Example

from biograph.lang import tagger
from biograph.lang.tagger_features import Cues
from biograph.model import Span

THRESHOLDS = (0.0, 0.4, 0.5, 0.75, 0.9)


def predicted(
    examples: Sequence[Example], cues: Cues, model: tagger.Model, least: float = 0.0
) -> list[list[tagger.TaggedSpan]]:
    """What a model finds in each of the examples."""
    return [tagger.tag(e.text, [e.sentence], cues, e.known, least=least, model=model) for e in examples]


def as_klue(guesses: Sequence[Sequence[tagger.TaggedSpan]]) -> list[list[tagger.TaggedSpan]]:
    """The finds with the labels of KLUE; those that KLUE does not mark are left out."""
    label = {own: klue for klue, types in MAY_BE.items() if klue for own in types}
    return [[replace(g, label=label[g.label]) for g in own if g.label in label] for own in guesses]


@dataclass
class Score:
    """Counts of exact names by label."""

    right: Counter[str]
    found: Counter[str]
    gold: Counter[str]

    @classmethod
    def of(
        cls, examples: Sequence[Example], guesses: Sequence[Sequence[tagger.TaggedSpan]], least: float = 0.0
    ) -> Score:
        score = cls(Counter(), Counter(), Counter())
        for example, guess in zip(examples, guesses, strict=True):
            gold = set(example.names)
            for g in guess:
                if g.score >= least:
                    score.found[g.label] += 1
                    score.right[g.label] += (g.start, g.end, g.label) in gold
            score.gold.update(label for *_, label in gold)
        return score

    def lines(self) -> Iterator[str]:
        for label in [*sorted(self.gold), "all"]:
            right, found_, gold = (
                sum(c.values()) if label == "all" else c[label] for c in (self.right, self.found, self.gold)
            )
            p, r = right / max(found_, 1), right / max(gold, 1)
            yield f"{label:18} P {p:.3f} R {r:.3f} F1 {2 * p * r / max(p + r, 1e-9):.3f}  ({gold} names)"


def show(title: str, given: Sequence[Example], guesses: Sequence[Sequence[tagger.TaggedSpan]]) -> None:
    """Prints the scores of all names, and of those that the lexicon does not know at several thresholds."""
    print(f"## {title}\n")
    print(*Score.of(given, guesses).lines(), sep="\n")
    beyond = [replace(e, names=tuple(n for n in e.names if Span(*n[:2]) not in {h for h, _ in e.known})) for e in given]
    new = [
        [g for g in own if Span(g.start, g.end) not in {h for h, _ in e.known}]
        for e, own in zip(given, guesses, strict=True)
    ]
    print("\nNames beyond the lexicon: precision/recall")
    for least in THRESHOLDS:
        score = Score.of(beyond, new, least)
        cells = (f"{label} {_share(score, label)}" for label in sorted(score.gold))
        print(f"  from {least:.2f}: ", "  ".join(cells))
    print(flush=True)


def _share(score: Score, label: str) -> str:
    right = score.right[label]
    return f"{right / max(score.found[label], 1):.2f}/{right / max(score.gold[label], 1):.2f}"
