"""Who is who across documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from biograph.model import Statement


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """The decision that two ids are one thing: `kept` stands for `merged`, too.

    `by` is stated, lexicon or rule; `document` is the text that states it, None where no single text does.
    """

    kept: str
    merged: str
    reason: str
    document: str | None
    by: str


def combined(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Each fact once, in the order of their ids: all its evidence, and the rule that was surest of it."""
    facts: dict[str, Statement] = {}
    for new in statements:
        old = facts.get(new.id, new)
        surest = min(old, new, key=lambda s: (-s.confidence, s.extractor))
        facts[new.id] = replace(surest, evidence=tuple(sorted({*old.evidence, *new.evidence})))
    return tuple(facts[id_] for id_ in sorted(facts))
