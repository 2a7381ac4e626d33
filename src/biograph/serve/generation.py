"""What is known of one state of the dataset without asking it again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from biograph.workers import Pool


@dataclass(frozen=True)
class Generation:
    """One state of the dataset: the how many-th it is, since when it is served, how many quads it has."""

    number: int
    since: datetime
    quads: int
    tag: str

    @classmethod
    def of(cls, pool: Pool, number: int) -> Generation:
        """What a pool holds now."""
        tag = hashlib.sha256(repr(pool.stamp).encode()).hexdigest()[:16]
        return cls(number, datetime.now(UTC).replace(microsecond=0), pool.quads, tag)
