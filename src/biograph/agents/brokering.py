"""Tools about the network: what joins two entities, who brokers between groups, and why one does."""

from __future__ import annotations

import time
from concurrent.futures import Future
from typing import Annotated, Literal

import anyio
from mcp.server.mcpserver import Context
from mcp.types import CallToolResult
from pydantic import Field

from biograph import why
from biograph.agents import text
from biograph.agents.answer import answer
from biograph.agents.held import Generation, Held
from biograph.agents.lookup import Name
from biograph.agents.ranked import listed
from biograph.agents.rankings import Ranked, Rankings
from biograph.agents.values import Connection, Explanation, Fact, Group, Path, Ranking, TwoPath
from biograph.brokers import Question
from biograph.brokers.case import Case
from biograph.errors import LimitError

Between = Annotated[
    list[str] | None,
    Field(min_length=2, max_length=2, description='Two groups (countries), e.g. ["한국", "미국"] or ["KR", "US"].'),
]
Grouping = Literal["country", "stated", "type", "louvain", "leiden"]

_PATIENCE = 45.0  # seconds: many clients give up a call after a minute
_LOOK = 0.2
_FACTS = 3  # for each tie
_OF_PAIR = 4  # facts of either tie
_STATED = 10


class Brokering:
    """The tools about the network; docstrings of methods are what a model reads."""

    def __init__(self, held: Held) -> None:
        self._held, self._rankings = held, Rankings()

    def connect(self, a: Name, b: Name) -> Annotated[CallToolResult, Connection]:
        """What joins two entities: statements about just these two, and the shortest paths, each step with its quotes.

        Paths run over asserted facts alone, and places are no steps of them. No path means only that these texts state
        none.
        """
        now = self._held.now()
        first, second = why.find(now.corpus, a), why.find(now.corpus, b)
        found = why.connect(now.corpus, now.case.graph, first.id, second.id)

        citing = now.citing()

        def tie(facts: tuple[why.Fact, ...], most: int = _FACTS) -> tuple[Fact, ...]:
            return citing.by_id((fact.statement for fact in facts[:most]), cited=1)

        result = Connection(
            a=citing.named(first.id),
            b=citing.named(second.id),
            stated=tie(found.stated, _STATED),
            paths=tuple(Path(path.names, tuple(map(tie, path.ties))) for path in found.paths),
            not_in_network=found.not_nodes,
            citations=citing.citations,
        )
        return answer(text.connection(result), result)

    def explain_broker(
        self,
        entity: Name,
        between: Between = None,
        limit: Annotated[int, Field(ge=1, le=10, description="Pairs of contacts shown.")] = 5,
    ) -> Annotated[CallToolResult, Explanation]:
        """Why an entity does or does not broker: its groups, what texts claim of it, and the pairs that only it ties.

        Roles are Gould and Fernandez's: coordinator (all in one group), itinerant, representative, gatekeeper, liaison
        (three groups). A claim in a text is no finding; compare it with the computed pairs. Whether the count is more
        than chance is what brokers tells.
        """
        now = self._held.now()
        case = Case.of(now.corpus, Question(between=_pair(between))) if between else now.case
        found = why.about(now.corpus, case.graph, entity, grouping=case.grouping, between=case.ends)
        result = _explained(now, found, limit)
        return answer(text.explanation(result), result)

    async def brokers(
        self,
        context: Context,
        between: Between = None,
        group: Annotated[
            Grouping,
            Field(description="What groups are: countries, those stated by texts alone, types, or communities."),
        ] = "country",
        top: Annotated[int, Field(ge=1, le=20)] = 5,
    ) -> Annotated[CallToolResult, Ranking]:
        """Who connects groups that are otherwise apart: a ranking with rank intervals, p, a verdict and the evidence.

        What texts claim of a body stands apart from what the network shows. The verdict says whether the count is more
        than chance, or that the network is too small to say: believe it. The first call takes from seconds to minutes;
        where it is not done in time, ask the same again.
        """
        now = await anyio.to_thread.run_sync(self._held.now)
        coming = self._rankings.of(now, _pair(between), group)
        await _wait(coming, context)
        result = await anyio.to_thread.run_sync(listed, now, *coming.result(), top)
        return answer(text.ranking(result), result)


async def _wait(coming: Future[Ranked], context: Context) -> None:
    """Until a ranking is there, with word to the client. Raises LimitError where that takes too long for one call."""
    started = told = time.monotonic()
    while not coming.done():
        await anyio.sleep(_LOOK)
        now = time.monotonic()
        if now - started > _PATIENCE:
            what = f"the ranking is not done after {_PATIENCE:g} s, and goes on"
            raise LimitError(what, hint="ask exactly the same again in a minute")
        if now - told >= 1:
            told = now
            await context.report_progress(now - started, message="counting, drawing by chance, resampling articles")


def _pair(between: list[str] | None) -> tuple[str, str] | None:
    return (between[0], between[1]) if between else None


def _explained(now: Generation, found: why.Explanation, limit: int) -> Explanation:
    roles: dict[str, float] = {}
    for pair in found.brokered:
        for role, share in pair.roles.items():
            roles[role] = roles.get(role, 0.0) + share

    citing = now.citing()

    def cited(facts: tuple[why.Fact, ...]) -> tuple[Fact, ...]:
        return citing.by_id((fact.statement for fact in facts), cited=1)

    def names(groups: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(found.group_names[group][now.language] for group in groups)

    return Explanation(
        entity=citing.named(found.entity),
        in_network=found.node,
        groups=tuple(Group(group.names[now.language], group.gazetteer, cited(group.facts)) for group in found.groups),
        claims=cited(found.claims[:_STATED]),
        pairs=len(found.brokered),
        roles=dict(sorted(roles.items())),
        two_paths=tuple(
            TwoPath(p.left, p.right, names(p.left_groups), names(p.right_groups), p.roles, cited(p.facts[:_OF_PAIR]))
            for p in found.brokered[:limit]
        ),
        falls_apart_into=tuple(map(len, found.apart)),
        citations=citing.citations,
    )
