"""Quads in memory, files and SPARQL answers, all as rdflib terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import rdflib
from rdflib import URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from biograph.errors import DatasetError, QueryError
from biograph.files import write
from biograph.sparql.asking import UNLIMITED, Limits, Reply, Request
from biograph.store import files
from biograph.store.evaluation import evaluate, solve
from biograph.store.loading import add_union, file_of, load
from biograph.store.serialisation import serialised
from biograph.store.terms import Quad, Term, Triple, from_ox, node, to_ox, to_value


@dataclass(frozen=True)
class Answer:
    """What a query found. `kind` is select, ask or construct; the fields of the other kinds are empty.

    `rows` are tuples in the order of `variables`, with None where a variable is unbound.
    """

    kind: str
    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    triples: tuple[Triple, ...]
    truth: bool


class Store:
    """Quads in memory. Queries see the union of all named graphs as their default graph."""

    def __init__(self, engine: ox.Store) -> None:
        self._engine = engine
        self._queried: ox.Store | None = None

    @classmethod
    def memory(cls, quads: Iterable[Quad] = ()) -> Store:
        """A store that holds these quads."""
        store = cls(ox.Store())
        store.add(quads)
        return store

    @classmethod
    def read(cls, path: str | Path) -> Store:
        """The store in a file (.trig, .nq, .ttl, .nt, .jsonld) or in the `dataset.trig` of a folder.

        Reifiers of RDF 1.2 become statement nodes. Raises DatasetError when there is none, or it cannot be read.
        """
        return cls(load(Path(path)))

    def write(self, path: str | Path) -> None:
        """Write all quads, sorted, to a .trig or .nq file, or to the `dataset.trig` of a folder.

        A reader sees the old file or the new one, never a part. Raises DatasetError when that fails.
        """
        file = file_of(Path(path))
        form = files.format_of(file)
        if not form.supports_datasets:
            raise DatasetError("holds one graph only, not a dataset", where=str(file), hint="use .trig or .nq")
        write(file, self.serialise(form.media_type))

    def serialise(self, media_type: str) -> Iterator[bytes]:
        """All quads, sorted, as TriG or N-Quads, or the union of all graphs as Turtle or N-Triples, piece by piece.

        With `; version=1.2` behind the media type, statement nodes are reifiers, see `reification`. Raises DatasetError
        for another media type.
        """
        return serialised(self._engine, media_type)

    def add(self, quads: Iterable[Quad]) -> None:
        """Add quads; one that is there already stays single."""
        self._queried = None
        self._engine.bulk_extend(
            ox.Quad(node(s), ox.NamedNode(p), to_ox(o), ox.NamedNode(g) if g is not None else ox.DefaultGraph())
            for s, p, o, g in quads
        )

    def drop_graph(self, graph: str) -> None:
        """Remove a named graph and all its quads; nothing happens when there is none."""
        self._queried = None
        self._engine.remove_graph(ox.NamedNode(graph))

    def graphs(self) -> tuple[URIRef, ...]:
        """The addresses of the named graphs, sorted."""
        return tuple(sorted(URIRef(g.value) for g in self._engine.named_graphs()))

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """All quads, or those of one named graph, in a fixed order; the graph is None for the default graph."""
        found = self._engine.quads_for_pattern(None, None, None, ox.NamedNode(graph) if graph else None)
        for quad in sorted(found, key=files.order):
            named = quad.graph_name
            where = None if isinstance(named, ox.DefaultGraph) else URIRef(named.value)
            yield from_ox(quad.subject), URIRef(quad.predicate.value), from_ox(quad.object), where

    def __len__(self) -> int:
        return len(self._engine)

    def dataset(self) -> rdflib.Dataset:
        """A copy as an rdflib dataset whose default graph is the union of all graphs."""
        copy = rdflib.Dataset(default_union=True)
        copy.addN((s, p, o, copy.graph(g or DATASET_DEFAULT_GRAPH_ID)) for s, p, o, g in self.quads())
        return copy

    def select(self, sparql: str, /, **bindings: Term | str) -> list[dict[str, Term | None]]:
        """The rows of a SELECT query, by variable; see `answer`."""
        found = self.answer(sparql, **bindings)
        if found.kind != "select":
            raise QueryError("not a SELECT query", where="query")
        return [dict(zip(found.variables, row, strict=True)) for row in found.rows]

    def answer(self, sparql: str, /, **bindings: Term | str) -> Answer:
        """What a query finds over the union of all graphs, with variables bound to terms (a `str` is a plain literal).

        A bound variable of a SELECT must be among those it selects. The usual prefixes need no declaration.
        Raises QueryError when the query is wrong, is refused (`sparql.vet`), or lacks a bound variable.
        """
        results = solve(self._union(), Request(sparql, {name: to_value(value) for name, value in bindings.items()}))
        if isinstance(results, ox.QueryBoolean):
            return Answer("ask", (), (), (), bool(results))
        if isinstance(results, ox.QueryTriples):
            triples = sorted(set(results), key=str)
            terms = [(from_ox(t.subject), URIRef(t.predicate.value), from_ox(t.object)) for t in triples]
            return Answer("construct", (), (), tuple(terms), bool(terms))
        variables = tuple(v.value for v in results.variables)
        rows = tuple(tuple(from_ox(cell) if cell is not None else None for cell in row) for row in results)
        return Answer("select", variables, rows, (), bool(rows))

    def ask(self, request: Request, limits: Limits | None = None) -> Reply:
        """The answer to a request as bytes, over the union of all graphs; see `evaluation.evaluate`.

        It runs in this process, where nothing can stop it between two rows: for queries of one's own.
        """
        return evaluate(self._union(), request, limits or UNLIMITED)

    def _union(self) -> ox.Store:
        """The quads, with the union of all graphs in the default graph; made at the first query."""
        if self._queried is None:
            self._queried = ox.Store()
            self._queried.bulk_extend(self._engine)
            add_union(self._queried)
        return self._queried
