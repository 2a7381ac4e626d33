"""What a ranking of brokers holds: a row for each body, one for each group, and what is true of the whole network."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from biograph.brokerage import Roles

if TYPE_CHECKING:
    from biograph.brokerage import Chance, Context, Holes, Loss, Mixing
    from biograph.brokers.question import Question
    from biograph.brokers.stability import Stability
    from biograph.claims import Claim
    from biograph.verdict import Reason, Verdict

Tests = Mapping[str, "Mapping[str, Chance]"]  # null model to measure to what it says


@dataclass(frozen=True, slots=True)
class BrokerRow:
    """One entity. Measures are those of `brokerage`, on the projection of `network.project`.

    `rank` counts from 1 by the measure asked for; equals share the best rank. `documents` counts the independent
    documents that state anything of it. `claimed_paths` are its open two-paths between two countries that asserted
    claims name, None where they name fewer. `group_betweenness` is the global measure between groups, `error` its
    standard error where shortest paths were sampled, else None. `bridging` is bridging centrality, `bridge_ties` counts
    ties of its own that nothing replaces. `p` is that on which the verdict rests (see `verdict.decisive_p`), `tests` is
    empty where nothing was tested, `stability` None where nothing was left out.
    """

    entity: str
    name: str
    type: str
    groups: tuple[str, ...]
    group_names: Mapping[str, tuple[str, ...]]
    rank: int
    verdict: Verdict
    reasons: tuple[Reason, ...]
    claims: tuple[Claim, ...]
    claimed_paths: float | None
    documents: int
    roles: Roles
    group_betweenness: float
    local_betweenness: float
    within_betweenness: float
    betweenness: float
    error: float | None
    holes: Holes
    bridging: float | None
    bridge_ties: int
    loss: Loss
    context: Context
    p: float | None
    tests: Tests
    stability: Stability | None

    @property
    def degree(self) -> int:
        """How many ties it has."""
        return self.context.degree

    def to_dict(self) -> dict[str, Any]:
        """The row as JSON takes it; `roles` holds its counts, and their sums `total` and `across`."""
        return asdict(self) | {"roles": _roles(self.roles)}


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group: how many nodes (by shares), the roles of its nodes summed, and its ties.

    `within` counts the ties among its nodes, `out` those to other groups, by shares; `ei` is its E-I index (see
    `brokerage.Mixing`), None without ties.
    """

    group: str
    names: Mapping[str, str]
    nodes: float
    roles: Roles
    tests: Tests
    within: float
    out: float
    ei: float | None

    def to_dict(self) -> dict[str, Any]:
        """The row as JSON takes it."""
        return asdict(self) | {"roles": _roles(self.roles)}


@dataclass(frozen=True, slots=True)
class NetworkSize:
    """How large the network is. `independent` counts distinct texts, `placed` the nodes of known group."""

    documents: int
    independent: int
    nodes: int
    ties: int
    placed: int
    components: int


@dataclass(frozen=True, slots=True)
class NullModel:
    """One null model that was drawn from.

    `draws` networks or labellings; `betweenness_draws` of them with betweenness, fewer in large networks. `proposals`
    of swaps lie between two draws, of which the share `acceptance` was made; None where no ties are swapped.
    """

    name: str
    draws: int
    betweenness_draws: int
    proposals: int | None
    acceptance: float | None


@dataclass(frozen=True)
class Ranking:
    """The answer to a question: who brokers, compared with whom, and how sure that is.

    Iterating gives the rows, in order of rank. `overall` sums the roles of all nodes. `reasons` say why nothing can be
    said of anybody; empty where something can. `sources` counts the nodes from which shortest paths were followed:
    all, or a sample of a large network.
    """

    question: Question
    network: NetworkSize
    rows: tuple[BrokerRow, ...]
    groups: tuple[GroupRow, ...]
    overall: Roles
    overall_tests: Tests
    mixing: Mixing
    nulls: tuple[NullModel, ...]
    sources: int
    reasons: tuple[Reason, ...]

    def __iter__(self) -> Iterator[BrokerRow]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def to_dict(self) -> dict[str, Any]:
        """The ranking as JSON takes it."""
        return {
            "question": self.question.to_dict(),
            "network": asdict(self.network) | {"sources": self.sources},
            "reasons": list(self.reasons),
            "nulls": [asdict(null) for null in self.nulls],
            "overall": {"roles": _roles(self.overall), "tests": self._tests()},
            "groups": [row.to_dict() for row in self.groups],
            "mixing": asdict(self.mixing),
            "brokers": [row.to_dict() for row in self.rows],
        }

    def _tests(self) -> dict[str, dict[str, Any]]:
        tests = self.overall_tests.items()
        return {null: {measure: asdict(chance) for measure, chance in of.items()} for null, of in tests}


def _roles(roles: Roles) -> dict[str, float]:
    return asdict(roles) | {"total": roles.total, "across": roles.across}
