"""What is asked of a ranking: which ties, which groups, by which measure, against which chance, how often resampled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from biograph.brokerage import NULLS
from biograph.errors import NetworkError, NotFoundError
from biograph.network import Projection

# What may rank; more is more of a broker. `constraint` does not rank: little of it is nothing without contacts apart.
MEASURES = ("across", "group_betweenness", "betweenness", "effective_size", "bridging", "loss")


@dataclass(frozen=True)
class Question:
    """A question to a corpus.

    `group` is a way of grouping (see `groups`), `between` two of its groups by name, alias or code, whose paths alone
    are counted. `by` is the measure that ranks. `nulls` are the null models of `brokerage.by_chance`, each with so many
    `draws`; none for no test. `bootstraps` is how often documents are drawn anew; with 0 nothing is left out.

    Raises NotFoundError for an unknown measure or null model, NetworkError for a number below 0.
    """

    projection: Projection = field(default_factory=Projection)
    group: str = "country"
    between: tuple[str, str] | None = None
    by: str = "across"
    nulls: tuple[str, ...] = NULLS
    draws: int = 999
    bootstraps: int = 200
    seed: int = 0

    def __post_init__(self) -> None:
        if self.by not in MEASURES:
            raise NotFoundError(f"no measure named {self.by!r} to rank by", hint=f"there are {', '.join(MEASURES)}")
        for null in self.nulls:
            if null not in NULLS:
                raise NotFoundError(f"no null model named {null!r}", hint=f"there are {', '.join(NULLS)}")
        for name in ("draws", "bootstraps", "seed"):
            if getattr(self, name) < 0:
                raise NetworkError(f"{name} cannot be {getattr(self, name)}", hint="give 0 or more")

    @property
    def network_options(self) -> list[str]:
        """Which network it asks about, as options of the commands; what is left at its default is left out.

        The text of a query that groups is not known here, so whoever groups by one must add it.

        >>> Question(Projection(places=True), group="type").network_options
        ['--group', 'type', '--places']
        """
        asked, usual = self.projection, Projection()
        options = ["--between", *self.between] if self.between else []
        if self.group not in ("country", "query"):
            options += ["--group", self.group]
        options += [f"--{name}" for name in ("directed", "places") if getattr(asked, name)]
        for name in ("weight", "min_confidence", "min_documents"):
            if getattr(asked, name) != getattr(usual, name):
                options += [f"--{name.replace('_', '-')}", str(getattr(asked, name))]
        several = (("predicate", asked.predicates or ()), ("status", asked.statuses))
        for name, values in several if asked.statuses != usual.statuses else several[:1]:
            options += [part for value in values for part in (f"--{name}", str(value))]
        return options

    def to_dict(self) -> Mapping[str, Any]:
        """The question as JSON takes it."""
        return asdict(self)
