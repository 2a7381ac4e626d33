"""What explains a name: its groups, claims and brokered pairs, and paths, each with its facts and their quotes."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from biograph.model import Status
from biograph.why import text


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence as it stands in a document, with its half-open code-point offsets there."""

    document: str
    title: str | None
    published: str | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement with the quotes of every document that makes it."""

    statement: str
    subject: str
    predicate: str
    object: str
    status: Status
    speaker: str | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the entity, and the facts that lead there; `gazetteer` names the place resolved without a text."""

    group: str
    names: dict[str, str]
    facts: tuple[Fact, ...]
    gazetteer: str | None


@dataclass(frozen=True, slots=True)
class Brokered:
    """Two contacts that the entity ties and nothing else does, its roles there with their shares, and the facts.

    In an undirected network one pair stands for both directions, and `roles` sums over both, as `brokerage.roles` does.
    """

    left: str
    right: str
    left_groups: tuple[str, ...]
    right_groups: tuple[str, ...]
    roles: dict[str, float]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """Names along a path, and for each tie the facts that make it."""

    names: tuple[str, ...]
    ties: tuple[tuple[Fact, ...], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything behind one name. `node` is False for a place that the projection keeps out of the network.

    `brokered` holds the pairs in the roles asked for. `apart` are the parts into which its component falls without it,
    as names, the largest first; none where everything stays joined. `group_names` are the names by language of every
    group that occurs in `brokered`.
    """

    entity: str
    name: str
    type: str
    node: bool
    groups: tuple[Group, ...]
    claims: tuple[Fact, ...]
    brokered: tuple[Brokered, ...]
    apart: tuple[tuple[str, ...], ...]
    other: tuple[Fact, ...]
    group_names: dict[str, dict[str, str]]

    def to_json(self) -> dict[str, Any]:
        """Plain values for `json.dumps`."""
        return asdict(self)

    def to_text(self, width: int = 80, language: str = "ko") -> str:
        """For reading, within so many terminal columns; ends in a line break."""
        return text.explanation(self, width, language)


@dataclass(frozen=True, slots=True)
class Connection:
    """The shortest paths between two names; none where the network does not join them.

    `stated` are the statements about just these two, whatever their status, claims and places included.
    """

    a: str
    b: str
    stated: tuple[Fact, ...]
    not_nodes: tuple[str, ...]
    paths: tuple[Path, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain values for `json.dumps`."""
        return asdict(self)

    def to_text(self, width: int = 80, language: str = "ko") -> str:
        """For reading, within so many terminal columns; ends in a line break."""
        return text.connection(self, width, language)
