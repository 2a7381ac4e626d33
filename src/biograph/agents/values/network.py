"""Paths, brokered pairs and rankings, with the facts behind them."""

from __future__ import annotations

from dataclasses import dataclass

from biograph.agents.values.facts import Citation, Fact, Named


@dataclass(frozen=True)
class Path:
    """Entities in a row, and for each neighbouring two the facts that tie them."""

    entities: tuple[str, ...]
    ties: tuple[tuple[Fact, ...], ...]


@dataclass(frozen=True)
class Connection:
    """What the texts state of just these two, and the shortest paths of asserted facts between them."""

    a: Named
    b: Named
    stated: tuple[Fact, ...]
    paths: tuple[Path, ...]
    not_in_network: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class TwoPath:
    """Two contacts that an entity ties and nothing else does; `roles` are its shares, see Gould and Fernandez."""

    left: str
    right: str
    left_groups: tuple[str, ...]
    right_groups: tuple[str, ...]
    roles: dict[str, float]
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Group:
    """A group of an entity and the facts that lead there; `gazetteer` names what general knowledge placed."""

    name: str
    gazetteer: str | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Explanation:
    """Why an entity does or does not broker: `claims` are what texts say, the rest is computed from other facts."""

    entity: Named
    in_network: bool
    groups: tuple[Group, ...]
    claims: tuple[Fact, ...]
    pairs: int
    roles: dict[str, float]
    two_paths: tuple[TwoPath, ...]
    falls_apart_into: tuple[int, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Broker:
    """One row of a ranking. `rank_low` and `rank_high` bound its rank in 95 % of resampled sets of articles.

    `across` counts the open two-paths between groups, each way; `p` is that on which `verdict` rests.
    """

    entity: Named
    type: str
    groups: tuple[str, ...]
    rank: int
    rank_low: int | None
    rank_high: int | None
    across: float
    roles: dict[str, float]
    p: float | None
    verdict: str
    verdict_in_words: str
    documents: int
    claims: tuple[Fact, ...]
    two_paths: tuple[TwoPath, ...]


@dataclass(frozen=True)
class Ranking:
    """Who brokers: `computed` by the network, `claimed` by the texts, and how to read either."""

    between: tuple[str, ...]
    group: str
    documents: int
    entities: int
    ties: int
    candidates: int
    draws: int
    bootstraps: int
    computed: tuple[Broker, ...]
    claimed: tuple[Broker, ...]
    notes: tuple[str, ...]
    citations: tuple[Citation, ...]
