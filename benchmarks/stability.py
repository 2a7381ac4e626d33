"""What leaving documents out and drawing them anew costs beside projecting each part: `stability.py [DOCUMENTS]`.

Then what the whole ranking takes, tests against chance included.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from biograph import brokerage, groups, network, resampling
from biograph.brokers import rank, stability
from biograph.model import Corpus, Document, Entity, Evidence, Span, Statement, entity_id

STATEMENTS = 10  # in each document
PARTS = 20


def corpus(documents: int, seed: int = 0) -> Corpus:
    """Articles on twice as many companies of two countries, some named far more often than others."""
    draw = random.Random(seed)
    companies = [Entity(entity_id("Company", f"C{n}"), "Company", f"C{n}") for n in range(2 * documents)]
    countries = [Entity(entity_id("Country", name), "Country", name, country=name) for name in ("KR", "US")]
    found, statements = {}, []
    for n in range(documents):
        document = Document(f"d{n}", f"Article {n}. " + "The bodies that it names are tied. " * 80, "en", ())
        found[document.id] = document
        evidence = (Evidence.cut(document, Span(0, 9)),)
        for k in range(STATEMENTS):
            a, b = (int(len(companies) * draw.random() ** 2) for _ in range(2))
            fact = ("locatedIn", countries[a % 2].id) if k % 5 == 0 else ("partnersWith", companies[b].id)
            statements.append(Statement(companies[a].id, *fact, evidence))
    return Corpus(found, {e.id: e for e in (*companies, *countries)}, tuple(statements))


def keys(part: Corpus) -> Mapping[str, tuple[float, ...]]:
    """Two-paths between countries."""
    graph = network.project(part)
    found = brokerage.roles(graph, groups.by_country(part).groups)
    return {node: (its.across,) for node, its in found.items()}


def seconds(work: Callable[[], Iterable[object]]) -> float:
    """How long it takes to exhaust."""
    start = time.perf_counter()
    for _ in work():
        pass
    return time.perf_counter() - start


def main(documents: int) -> None:
    """Print the times for some parts and their ratio, then a whole analysis."""
    whole = corpus(documents)
    parts = [part for _, part in islice(resampling.bootstrap(whole), PARTS)]

    def left_out() -> Iterator[object]:
        return islice(resampling.leave_one_out(whole), PARTS)

    def drawn() -> Iterator[object]:
        return islice(resampling.bootstrap(whole), PARTS)

    print(f"{documents} documents, {len(whole.statements)} statements, {len(whole.entities)} entities; {PARTS} parts")
    projected = seconds(lambda: map(network.project, parts))
    for name, taken in (
        ("left out", seconds(left_out)),
        ("drawn", seconds(drawn)),
        ("projected", projected),
        ("keys", seconds(lambda: map(keys, parts))),
    ):
        print(f"  {name:10} {taken / PARTS * 1000:8.1f} ms each   {taken / projected:6.3f} of the projection")
    start = time.perf_counter()
    found = stability.stability(whole, keys)
    one = next(iter(found.values()))
    print(f"  all: {one.left_out} left out, {one.bootstraps} drawn, {time.perf_counter() - start:.1f} s")
    start = time.perf_counter()
    ranking = rank(whole)
    size = f"{ranking.network.nodes} nodes, {ranking.network.ties} ties"
    print(f"  whole ranking with tests, {size}: {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
