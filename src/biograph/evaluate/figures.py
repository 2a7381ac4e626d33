"""Counts and the figures that they give: precision, recall, F1 and shares."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Tally:
    """True positives, false positives and misses."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float:
        """tp / (tp + fp); nothing found is right only where nothing was to be found."""
        found = self.tp + self.fp
        return self.tp / found if found else float(not self.fn)

    @property
    def recall(self) -> float:
        """tp / (tp + fn), 1 where nothing was to be found."""
        wanted = self.tp + self.fn
        return self.tp / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall (van Rijsbergen, 1979)."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0

    @property
    def prf(self) -> tuple[float, float, float]:
        return self.precision, self.recall, self.f1

    def add(self, other: Tally) -> None:
        self.tp += other.tp
        self.fp += other.fp
        self.fn += other.fn


@dataclass
class Share:
    """How many of those looked at are right."""

    right: int = 0
    of: int = 0

    def count(self, right: bool) -> None:
        self.right += right
        self.of += 1

    @property
    def value(self) -> float | None:
        """Between 0 and 1, None where there was nothing to look at."""
        return self.right / self.of if self.of else None

    def add(self, other: Share) -> None:
        self.right += other.right
        self.of += other.of


@dataclass
class Figures:
    """The counts of one article or many; `typed` asks for the coarse type, `fine` is the share with the full type."""

    entities: Tally = field(default_factory=Tally)
    typed: Tally = field(default_factory=Tally)
    relations: Tally = field(default_factory=Tally)
    pairs: Tally = field(default_factory=Tally)
    fine: Share = field(default_factory=Share)
    status: Share = field(default_factory=Share)
    evidence: Share = field(default_factory=Share)
    predicates: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def add(self, other: Figures) -> None:
        self.entities.add(other.entities)
        self.typed.add(other.typed)
        self.relations.add(other.relations)
        self.pairs.add(other.pairs)
        self.fine.add(other.fine)
        self.status.add(other.status)
        self.evidence.add(other.evidence)
        for predicate, tally in other.predicates.items():
            self.predicates[predicate].add(tally)

    def numbers(self) -> dict[str, Any]:
        """The figures as JSON values: precision, recall, F1 by layer, and shares (None where nothing matched)."""
        return {
            "ent": self.entities.prf,
            "ent+type": self.typed.prf,
            "rel": self.relations.prf,
            "pair": self.pairs.prf,
            "fine": self.fine.value,
            "status": self.status.value,
            "evid": self.evidence.value,
        }
