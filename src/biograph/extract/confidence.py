"""How sure a relation is: a logistic model over the marks of how it was read, fitted on annotated articles."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from biograph.extract.drafts import Draft, Names


@dataclass(frozen=True)
class Model:
    """What each mark adds to the log-odds that a relation is right; a mark that it does not know adds nothing."""

    bias: float
    weights: dict[str, float]

    def confidence(self, marks: Iterable[str]) -> float:
        """The probability that a relation with these marks is right, from 0 to 1, two decimals."""
        return round(1 / (1 + math.exp(-self.logit(marks))), 2)

    def logit(self, marks: Iterable[str]) -> float:
        """The log-odds that a relation with these marks is right."""
        return self.bias + sum(self.weights.get(mark, 0.0) for mark in marks)


@lru_cache(maxsize=2)
def load(language: str) -> Model:
    """The model of a language, which `training/confidence.py` fitted."""
    stored = json.loads(files("biograph").joinpath("models", "confidence", f"{language}.json").read_text("utf-8"))
    return Model(stored["bias"], stored["weights"])


def marks(draft: Draft, names: Names) -> Iterator[str]:
    """How a relation was read: by which rule, from which marks, between names that which rules found."""
    yield draft.extractor
    yield f"{draft.predicate} {draft.status}"
    yield from draft.signs
    for end, entity in (("subject", draft.subject), ("object", draft.object)):
        yield f"{end} by {names.rules.get(entity, '')}"
        yield f"{draft.predicate} {end} {names.entities[entity].type}"


def weigh(drafts: Iterable[Draft], names: Names, language: str) -> Iterator[Draft]:
    """The drafts, each with its confidence."""
    model = load(language)
    for draft in drafts:
        yield replace(draft, confidence=model.confidence(marks(draft, names)))
