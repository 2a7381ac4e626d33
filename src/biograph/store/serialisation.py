"""A whole dataset as RDF text, piece by piece, so that no more than a piece of it is held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import pyoxigraph as ox

from biograph.errors import DatasetError
from biograph.store.files import order, prefixes
from biograph.store.reification import reified

_FORMATS = (ox.RdfFormat.TRIG, ox.RdfFormat.N_QUADS, ox.RdfFormat.TURTLE, ox.RdfFormat.N_TRIPLES)
_BATCH = 2000  # quads written at a time: enough that the engine's own start does not count, few enough to hold


def serialised(engine: ox.Store, media_type: str) -> Iterator[bytes]:
    """All quads, sorted, as TriG or N-Quads, or the union of all graphs as Turtle or N-Triples.

    With `; version=1.2` behind the media type, statement nodes are reifiers, see `reification`. The same quads give the
    same bytes. Raises DatasetError for another media type.
    """
    form = ox.RdfFormat.from_media_type(media_type)
    if form is None or form not in _FORMATS:
        known = ", ".join(known.media_type for known in _FORMATS)
        raise DatasetError(f"RDF cannot be written as {media_type}", hint=f"there is {known}")
    reifying = "version=1.2" in media_type
    quads = _by_graph(engine, reifying) if form.supports_datasets else _union(engine, reifying)
    lined = form in (ox.RdfFormat.N_QUADS, ox.RdfFormat.N_TRIPLES)
    return _lines(quads, form) if lined else _blocks(quads, form, prefixes(engine))


def _by_graph(engine: ox.Store, reifying: bool) -> Iterator[ox.Quad]:
    """The quads in order, no more than those of a graph held at a time."""
    for graph in sorted([*engine.named_graphs(), ox.DefaultGraph()], key=str):
        inside = reified(engine, graph) if reifying else engine.quads_for_pattern(None, None, None, graph)
        yield from sorted(inside, key=order)


def _union(engine: ox.Store, reifying: bool) -> Iterator[ox.Quad]:
    """The triples of all graphs, each once, in order."""
    unique = {(quad.subject, quad.predicate, quad.object) for quad in _by_graph(engine, reifying)}
    yield from sorted((ox.Quad(*triple) for triple in unique), key=order)


def _lines(quads: Iterable[ox.Quad], form: ox.RdfFormat) -> Iterator[bytes]:
    for batch in _batches(quads):
        yield _written(batch, form, {})


def _blocks(quads: Iterable[ox.Quad], form: ox.RdfFormat, names: dict[str, str]) -> Iterator[bytes]:
    """The prefixes and each graph. The engine would order the prefixes anew in each run, so its own are cut off."""
    yield "".join(f"@prefix {name}: <{names[name]}> .\n" for name in sorted(names)).encode() + b"\n"
    for graph, inside in groupby(quads, key=lambda quad: quad.graph_name):
        named = not isinstance(graph, ox.DefaultGraph)
        for number, batch in enumerate(_batches(inside)):
            lines = _written(batch, form, names).splitlines(keepends=True)
            begin = len(names) + (1 if named and number else 0)  # a graph is opened once
            yield b"".join(lines[begin : -1 if named else None]).replace(b"\t", b"  ")
        if named:
            yield b"}\n"


def _batches(quads: Iterable[ox.Quad]) -> Iterator[list[ox.Quad]]:
    """Quads by the thousand; all of one subject stay together."""
    batch: list[ox.Quad] = []
    for quad in quads:
        if len(batch) >= _BATCH and quad.subject != batch[-1].subject:
            yield batch
            batch = []
        batch.append(quad)
    if batch:
        yield batch


def _written(quads: list[ox.Quad], form: ox.RdfFormat, names: dict[str, str]) -> bytes:
    content = quads if form.supports_datasets else [quad.triple for quad in quads]
    return ox.serialize(content, format=form, prefixes=names) or b""
