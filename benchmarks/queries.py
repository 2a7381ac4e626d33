"""Named queries on a thousand made-up articles: by biograph's own path, by bare pyoxigraph, and by rdflib's evaluator.

    python benchmarks/queries.py [ARTICLES] [SECONDS]

Prints, for each named query, times in milliseconds, how much longer the vetted path in a process of its own takes than
the engine called directly (least of several runs each, in turns), and how many times as long rdflib takes, which is
given up after SECONDS. For rdflib, whose regular expressions are Python's, `\\p{L}\\p{N}` is written `\\w`.
"""

from __future__ import annotations

import multiprocessing
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import rdflib
import synthetic

from biograph import query
from biograph.namespaces import QUERY_PREFIXES
from biograph.sparql.asking import UNLIMITED, Request
from biograph.store import Store
from biograph.store.evaluation import term
from biograph.vocabulary import load
from biograph.workers import Pool

TIMES = 7
CLASSES = (r"\\p{L}\\p{N}", r"\\w")
LOOK_UP = "SELECT ?p ?o ?s { ?s ?p ?o }"


def least(*works: Callable[[], Any]) -> list[float]:
    """The least time of several runs of each, in milliseconds; they run in turns, so that a busy machine hits all."""
    spent: list[list[float]] = [[] for _ in works]
    for _ in range(TIMES):
        for work, its in zip(works, spent, strict=True):
            start = time.perf_counter()
            work()
            its.append(time.perf_counter() - start)
    return [min(its) * 1000 for its in spent]


def bare(engine: ox.Store, request: Request) -> Callable[[], Any]:
    """The engine alone, called as its documentation says, its answer written by itself."""
    values: dict[ox.Variable, Any] = {ox.Variable(name): term(value) for name, value in request.values.items()}

    def run() -> Any:
        found = engine.query(request.text, prefixes=QUERY_PREFIXES, substitutions=values)
        return found.serialize(format=ox.QueryResultsFormat.JSON)

    return run


def by_rdflib(data: rdflib.Dataset, request: Request, patience: float) -> float | None:
    """What rdflib's evaluator takes, in milliseconds; None where patience ends.

    Raises EOFError where it fails.
    """
    bound = {name: rdflib.Literal(value[1]) for name, value in request.values.items()}

    def run(told: Any) -> None:
        start = time.perf_counter()
        list(data.query(request.text.replace(*CLASSES), initNs=QUERY_PREFIXES, initBindings=bound))
        told.send(time.perf_counter() - start)

    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=run, args=(theirs,))
    process.start()
    theirs.close()
    found = ours.recv() * 1000 if ours.poll(patience) else None
    process.kill()
    process.join()
    return found


def requests(store: Store) -> dict[str, Request]:
    """The named queries, one with the name of somebody who is in the dataset, and a look-up of what is said of them."""
    (somebody,) = store.select("SELECT ?s ?n { ?x rdf:subject ?s . ?s skos:prefLabel ?n } ORDER BY ?s LIMIT 1")
    found = {}
    for named in query.named(load()):
        values = {"name": str(somebody["n"])} if named.name == "about" else {}
        found[named.name] = query.request_of(named, "json", values)
    return found | {"(look-up)": Request(LOOK_UP, {"s": ("iri", str(somebody["s"]), "", "")})}


def main() -> None:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    patience = float(sys.argv[2]) if len(sys.argv) > 2 else 60
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "dataset.nq"
        store = Store.memory(synthetic.quads(articles))
        store.write(file)
        print(f"{articles} articles, {len(store):,} quads; milliseconds, least of {TIMES}; rdflib once\n")
        print("| query | rows | biograph | pyoxigraph | more | rdflib | times as long |\n|---|--:|--:|--:|--:|--:|--:|")
        engine, data = store._union(), store.dataset()
        more, ours_all, theirs_all = [], 0.0, 0.0
        with Pool(file, limits=UNLIMITED) as pool:
            for name, request in requests(store).items():
                rows = pool.ask(request).rows
                ours, alone = least(lambda r=request: pool.ask(r), bare(engine, request))
                theirs = by_rdflib(data, request, patience)
                known = theirs if theirs is not None else patience * 1000
                more.append(ours - alone)
                ours_all, theirs_all = ours_all + ours, theirs_all + known
                sign = "" if theirs is not None else ">"
                print(
                    f"| {name} | {rows} | {ours:.1f} | {alone:.1f} | {ours - alone:+.1f} | {sign}{known:.0f} "
                    f"| {sign}{known / ours:.0f} |",
                    flush=True,
                )
        print(f"\nmore than bare pyoxigraph: median {statistics.median(more):.1f} ms, most {max(more):.1f} ms")
        print(f"rdflib takes at least {theirs_all / ours_all:.0f} times as long in all")


if __name__ == "__main__":
    main()
