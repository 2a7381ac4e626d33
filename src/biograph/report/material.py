"""What all sections draw on: the ranking, the network and groups behind it, and the quotes, numbered as they occur."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import networkx as nx

from biograph.brokerage import ROLES, Chance
from biograph.brokers import BrokerRow, GroupRow, Ranking
from biograph.brokers.case import Case
from biograph.brokers.ranking import Tests
from biograph.claims import Claim
from biograph.groups import Grouping
from biograph.model import Corpus, Statement
from biograph.report.blocks import Line, Link, Quoted, joined
from biograph.verdict import decisive_null
from biograph.why import Quote
from biograph.why.facts import Facts
from biograph.why.text import fact_line, source_line
from biograph.wording import Wording, wording

LISTED = 10  # bodies in the tables; brokers.csv and `biograph brokers` have them all
GROUPS = 12  # groups in tables that can be read; JSON has them all
HELD = (*ROLES, "ungrouped")  # what a broker can be, told or not by its own group
SHOWN = 5  # items of evidence under one number; `biograph why` has them all


@dataclass(frozen=True)
class Material:
    """A ranking and where it comes from; `corpus` holds what the ranking takes for evidence, `whole` all there is.

    `claims` are what texts say of brokers, also where a single one does.
    """

    corpus: Corpus
    whole: Corpus
    claims: Mapping[str, tuple[Claim, ...]]
    ranking: Ranking
    language: str
    graph: nx.Graph
    grouping: Grouping
    ends: frozenset[str] | None
    quotes: dict[Quote, int] = field(default_factory=dict)

    @classmethod
    def of(cls, corpus: Corpus, ranking: Ranking, language: str, grouping: Grouping | None) -> Material:
        """The network anew, as the ranking's question has it; `grouping` is what a query gave."""
        case = Case.of(corpus, ranking.question, grouping)
        return cls(case.corpus, corpus, case.claims, ranking, language, case.graph, case.grouping, case.ends)

    @property
    def say(self) -> Wording:
        """All texts in the language of the report."""
        return wording(self.language)

    @property
    def words(self) -> Wording:
        """The report's own texts."""
        found: Wording = self.say["report"]
        return found

    @property
    def listed(self) -> tuple[BrokerRow, ...]:
        """The rows in the tables: the first, and behind them whoever a text claims to be a bridge."""
        rows = self.ranking.rows
        return (*rows[:LISTED], *(row for row in rows[LISTED:] if row.claims))[: 2 * LISTED]

    @property
    def groups(self) -> tuple[GroupRow, ...]:
        """The groups in the tables, the largest first."""
        return self.ranking.groups[:GROUPS]

    @property
    def ends_named(self) -> str:
        """The two groups asked for, by name; empty without them."""
        return " – ".join(self.grouping.label(end, self.language) for end in sorted(self.ends or ()))

    @cached_property
    def facts(self) -> Facts:
        """The statements with their quotes."""
        return Facts(self.whole)

    def name(self, entity: str) -> str:
        """The entity's name with its groups."""
        named = ", ".join(self.grouping.label(g, self.language) for g in self.grouping.groups.get(entity, ()))
        return f"{self.corpus.entities[entity].name} ({named or self.say['unknown']})"

    @property
    def null(self) -> str:
        """What the null model is called on which verdicts rest; empty without any."""
        name = decisive_null([null.name for null in self.ranking.nulls])
        return str(self.say["nulls"][name]) if name else ""

    def fact(self, statement: str) -> Line:
        """A statement in one line, with links to its quotes."""
        (found,) = self.facts.of((statement,))
        return (f"{fact_line(found, self.language)} ", *self.marks(found.quotes))

    def facts_line(self, statements: Iterable[str]) -> Line:
        """Several statements in one line."""
        return joined((self.fact(statement) for statement in statements), "; ")

    def ties_of(self, entity: str) -> list[tuple[str, tuple[str, ...]]]:
        """The contacts of a node, those of most documents first, and the statements that tie them to it."""
        found: dict[str, tuple[str, ...]] = {}
        documents: Counter[str] = Counter()
        for pair in (*self.graph.edges(entity), *(self.graph.in_edges(entity) if self.graph.is_directed() else ())):
            (contact,) = set(pair) - {entity}
            edge = self.graph.edges[pair]
            found[contact] = (*found.get(contact, ()), *edge["statements"])
            documents[contact] += len(edge["documents"])
        return sorted(found.items(), key=lambda tie: (-documents[tie[0]], tie[0]))

    def statements_of(self, entity: str) -> list[Statement]:
        """All statements about an entity."""
        return [statement for statement in self.corpus.statements if entity in (statement.subject, statement.object)]

    def marks(self, quotes: Iterable[Quote]) -> Line:
        """Links to quotes, numbered in order of first use."""
        numbers = [self.quotes.setdefault(quote, len(self.quotes) + 1) for quote in quotes]
        return tuple(Link(f"[{n}]", f"q{n}") for n in numbers)

    def document(self, id_: str) -> str:
        """A document's title and date."""
        document = self.corpus.documents.get(id_)
        title, date = (document.title, document.published) if document else (None, None)
        return f"{title or self.say['untitled']}, {date or self.say['unknown_date']} ({id_})"

    def quoted(self) -> tuple[Quoted, ...]:
        """All quotes that have a number by now."""
        return tuple(
            Quoted(f"q{n}", n, f"{source_line(q, self.language)}, {q.start}–{q.end}", q.quote)
            for q, n in self.quotes.items()
        )


def strictest(tests: Tests) -> Mapping[str, Chance]:
    """What the null model on which verdicts rest says, by measure; empty where none was drawn from."""
    return tests.get(decisive_null(tests) or "", {})


def anchors(rows: Iterable[BrokerRow]) -> dict[str, str]:
    """Entity id to the place in the report where its evidence stands."""
    return {row.entity: f"b{n}" for n, row in enumerate(rows, 1)}
