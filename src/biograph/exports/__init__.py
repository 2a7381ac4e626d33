"""The dataset in other programs' formats: RDF whole, and the network of its facts for graph tools and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from biograph.errors import DatasetError, NotFoundError
from biograph.exports import (
    csvs,
    cytoscape,
    dot,
    gexf,
    graphml,
    jsonld,
    lexicon,
    neo4j,
    obsidian,
    pajek,
    parquet,
    rdfxml,
    skos,
)
from biograph.exports.format import Chunks, Format, folder_of_facts, of_facts, of_quads, of_store
from biograph.exports.selection import Selection
from biograph.files import write
from biograph.model import Status
from biograph.store import Store
from biograph.vocabulary import Ontology, load

__all__ = ["ASSERTED", "FORMATS", "Format", "export", "files", "stream"]

FORMATS: Mapping[str, Format] = {
    "turtle": of_quads("RDF, all graphs as one", "text/turtle", "dataset.ttl"),
    "trig": of_quads("RDF with its named graphs", "application/trig", "dataset.trig"),
    "nquads": of_quads("RDF with its named graphs, a line a quad", "application/n-quads", "dataset.nq"),
    "rdf12": of_quads("RDF 1.2, a reifier for each statement", "application/trig; version=1.2", "dataset-1.2.trig"),
    "rdfxml": of_store("RDF, all graphs as one, in XML", "application/rdf+xml", "dataset.rdf", rdfxml.write),
    "jsonld": Format(
        "RDF with its named graphs, as JSON",
        "application/ld+json",
        lambda chosen: [("dataset.jsonld", jsonld.write(chosen.store, chosen.ontology))],
        "dataset.jsonld",
        selects=False,
    ),
    "graphml": of_facts(
        "the facts as a graph, for yEd, igraph, networkx", "application/graphml+xml", "graph.graphml", graphml.write
    ),
    "gexf": of_facts("the facts as a graph, for Gephi", "application/gexf+xml", "graph.gexf", gexf.write),
    "dot": of_facts("the facts as a graph, for Graphviz", "text/vnd.graphviz", "graph.dot", dot.write),
    "cytoscape": of_facts("the facts as a graph, for Cytoscape", "application/json", "graph.cyjs", cytoscape.write),
    "pajek": folder_of_facts("the facts as a network, for Pajek", "text/plain", pajek.write),
    "csv": folder_of_facts("the facts as three tables", "text/csv", csvs.write),
    "parquet": folder_of_facts("the facts as three typed tables", "application/vnd.apache.parquet", parquet.write),
    "neo4j": folder_of_facts("the facts for Neo4j, as tables and Cypher", "text/csv", neo4j.write),
    "skos": Format(
        "the names, as a concept scheme",
        "text/turtle",
        lambda chosen: [("lexicon.ttl", skos.write(chosen))],
        "lexicon.ttl",
    ),
    "names": Format(
        "names that the ontology lacks, as a table of it",
        "text/tab-separated-values",
        lambda chosen: [("names.tsv", lexicon.write(chosen))],
        "names.tsv",
        selects=False,
    ),
    "obsidian": Format("a note for each entity and document", "text/markdown", obsidian.write, place=obsidian.replace),
}
ASSERTED = (Status.ASSERTED,)
_PIECE = 1 << 16  # bytes that are handed on at a time: a system call for each line would be slow


def export(
    store: Store,
    format: str,
    target: Path,
    *,
    statuses: tuple[Status, ...] = ASSERTED,
    language: str = "ko",
    ontology: Ontology | None = None,
) -> list[Path]:
    """Write the dataset in one of FORMATS and return the files written.

    `target` is a file, or a folder in which the file gets its usual name; for a format of several files it is a
    folder, made where it is missing. RDF holds everything; the other formats hold the facts with one of the
    `statuses`, names and labels in `language`. Each file is written aside and put in place in one step. Raises
    NotFoundError for an unknown format, DatasetError where nothing can be written.
    """
    several = _format(format).file_name is None
    folder = target if several or target.is_dir() else target.parent
    found = files(store, format, statuses=statuses, language=language, ontology=ontology)
    if place := _format(format).place:
        return place(folder, found)
    return [write(folder / name if folder == target else target, content) for name, content in found]


def files(
    store: Store,
    format: str,
    *,
    statuses: tuple[Status, ...] = ASSERTED,
    language: str = "ko",
    ontology: Ontology | None = None,
) -> Iterator[tuple[str, Iterator[bytes]]]:
    """What `export` would write: each file's name, which may hold a slash, and its content piece by piece.

    A file is to be read to its end before the next is asked for.
    """
    chosen = Selection(store, statuses, language, ontology or load())
    return ((name, _pieces(chunks)) for name, chunks in _format(format).files(chosen))


def stream(
    store: Store,
    format: str,
    *,
    statuses: tuple[Status, ...] = ASSERTED,
    language: str = "ko",
    ontology: Ontology | None = None,
) -> Iterator[bytes]:
    """What `export` would write, for a format of a single file. Raises DatasetError for one of several files."""
    if _format(format).file_name is None:
        raise DatasetError(f"{format} is a folder of files", hint="give a folder: -o FOLDER")
    ((_, content),) = files(store, format, statuses=statuses, language=language, ontology=ontology)
    return content


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise NotFoundError(f"no such format: {name}", hint=f"there is {', '.join(FORMATS)}")
    return FORMATS[name]


def _pieces(chunks: Chunks) -> Iterator[bytes]:
    held = bytearray()
    for chunk in chunks:
        held += chunk.encode() if isinstance(chunk, str) else chunk
        if len(held) >= _PIECE:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)
