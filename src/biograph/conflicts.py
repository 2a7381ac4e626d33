"""Statements about one fact that contradict each other, or of which one reports what became of the other.

    denied      asserted in one place, negated in another
    amount      the same, with different amounts of one currency
    date        the same, at different dates of one year
    happened    planned, possible or rumoured first, reported as a fact later
    dropped     planned, possible or rumoured first, negated later
    ended       asserted first, reported as ended later

The first three cannot all be true, the others tell a development. Two statements are about one fact where subject,
relation and object are the same (either way round where the relation is symmetric), unless their dates, products or
roles say that they speak of two events: who is no longer chairman may be president. Dates agree where one is the other
told less exactly. Dates of different years are taken for two events, for a fair that is held each year would
contradict itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import networkx as nx

from biograph.model import Corpus, Statement, Status
from biograph.vocabulary import Ontology

AHEAD = (Status.PLANNED, Status.POSSIBLE, Status.RUMOURED)  # of what has not happened yet
DIGITS = 2  # of an amount that count at least, when it is compared with a rounded one

Pairs = Iterator[tuple[Statement, Statement]]


@dataclass(frozen=True, slots=True)
class Conflict:
    """The ids of statements in the order in which documents first said them; each conflicts with one of the others."""

    kind: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Fact:
    """The statements about one subject, relation and object, and when the first document said each."""

    statements: Sequence[Statement]
    said: Callable[[Statement], str]

    def of(self, *statuses: Status) -> list[Statement]:
        return [s for s in self.statements if s.status in statuses]


def find(corpus: Corpus, ontology: Ontology) -> tuple[Conflict, ...]:
    """All conflicts of a corpus, in order of kind and of their first statement.

    The time is linear in statements, and quadratic only in those about one fact that may differ in the same way.
    """
    published = {document.id: document.published or "" for document in corpus.documents.values()}

    def said(statement: Statement) -> str:
        return min((date for e in statement.evidence if (date := published.get(e.document))), default="")

    found = [
        Conflict(kind, tuple(s.id for s in sorted(linked, key=lambda s: (said(s), s.id))))
        for statements in _facts(corpus.statements, ontology)
        for kind, pairs in KINDS.items()
        for linked in _linked(pairs(_Fact(statements, said)))
    ]
    order = list(KINDS)
    return tuple(sorted(found, key=lambda c: (order.index(c.kind), c.statements)))


def _facts(statements: Iterable[Statement], ontology: Ontology) -> Iterator[list[Statement]]:
    """The statements that share subject, relation and object, where there are several."""
    about: dict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for s in statements:
        known = ontology.properties.get(s.predicate)
        ends = sorted((s.subject, s.object)) if known and known.symmetric else (s.subject, s.object)
        about[ends[0], s.predicate, ends[1]].append(s)
    return (sorted(some, key=lambda s: s.id) for some in about.values() if len(some) > 1)


def _linked(pairs: Pairs) -> Iterator[list[Statement]]:
    """What pairs join, directly or through others: three amounts are one conflict, not three."""
    by_id: dict[str, Statement] = {}
    joined = nx.Graph()
    for a, b in pairs:
        by_id[a.id], by_id[b.id] = a, b
        joined.add_edge(a.id, b.id)
    for ids in nx.connected_components(joined):
        yield [by_id[id_] for id_ in ids]


def _denied(fact: _Fact) -> Pairs:
    said, denied = fact.of(Status.ASSERTED), fact.of(Status.NEGATED)
    return ((yes, no) for yes, no in product(said, denied) if _one_event(yes, no))


def _amounts(fact: _Fact) -> Pairs:
    """Of what is asserted: a plan may become dearer."""
    sums = [(s, amount) for s in fact.of(Status.ASSERTED) if (amount := _amount(s))]
    for (a, (sum_a, unit_a)), (b, (sum_b, unit_b)) in combinations(sums, 2):
        if unit_a == unit_b and not _same_sum(sum_a, sum_b) and _one_event(a, b):
            yield a, b


def _dates(fact: _Fact) -> Pairs:
    by_year: dict[str, list[Statement]] = defaultdict(list)
    for s in fact.of(Status.ASSERTED):
        by_year[_qualifier(s, "date")[:4]].append(s)
    for year, some in by_year.items():
        for a, b in combinations(some, 2):
            differ = not _same_time(_qualifier(a, "date"), _qualifier(b, "date"))
            of_one_sum = _same_word(_qualifier(a, "amount"), _qualifier(b, "amount"))
            if year and differ and of_one_sum and _one_event(a, b, besides="date"):
                yield a, b


def _came(fact: _Fact, before: tuple[Status, ...], after: Status) -> Pairs:
    """What was said of one event first and later, by the days on which documents were published."""
    for a, b in product(fact.of(*before), fact.of(after)):
        if "" < fact.said(a) < fact.said(b) and _one_event(a, b, besides="date" if after is Status.ENDED else None):
            yield a, b


KINDS: dict[str, Callable[[_Fact], Pairs]] = {
    "denied": _denied,
    "amount": _amounts,
    "date": _dates,
    "happened": lambda fact: _came(fact, AHEAD, Status.ASSERTED),
    "dropped": lambda fact: _came(fact, AHEAD, Status.NEGATED),
    "ended": lambda fact: _came(fact, (Status.ASSERTED,), Status.ENDED),
}


def _one_event(a: Statement, b: Statement, besides: str | None = None) -> bool:
    """Whether no qualifier tells the two apart; the one `besides` which is not asked."""
    same = {"date": _same_time, "product": _same_word, "role": _same_word}
    return all(key == besides or agree(_qualifier(a, key), _qualifier(b, key)) for key, agree in same.items())


def _qualifier(statement: Statement, key: str) -> str:
    return next((value for name, value in statement.qualifiers if name == key), "")


def _same_time(a: str, b: str) -> bool:
    """Whether ISO dates agree, as far as both tell: 2025 and 2025-03 do, and either and an unknown one."""
    return a.startswith(b) or b.startswith(a)


def _same_word(a: str, b: str) -> bool:
    return not a or not b or a == b


def _amount(statement: Statement) -> tuple[int, str] | None:
    number, _, currency = _qualifier(statement, "amount").partition(" ")
    return (int(number), currency) if number.isascii() and number.isdigit() and currency else None


def _same_sum(a: int, b: int) -> bool:
    """Whether one may be the other rounded: 570 million is 571 million, 500 is not."""
    digits = max(DIGITS, min(len(str(n).rstrip("0")) for n in (a, b)))
    return _rounded(a, digits) == _rounded(b, digits)


def _rounded(n: int, digits: int) -> int:
    unit: int = 10 ** max(0, len(str(n)) - digits)
    return (n + unit // 2) // unit * unit
