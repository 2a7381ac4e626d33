"""The dataset in other programs' formats: RDF whole, and the network of its facts for graph tools and spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from biograph import dataset, files, naming
from biograph.errors import DatasetError, NotFoundError
from biograph.exports import csvs, gexf, graphml, rdf
from biograph.exports.facts import Facts, facts
from biograph.model import Status
from biograph.store import Store
from biograph.vocabulary import Ontology, load

__all__ = ["FORMATS", "Format", "export", "text"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format and the files that hold it; exactly one of the two writers is there, for all quads or for the facts."""

    description: str
    file_names: tuple[str, ...]
    of_store: Callable[[Store], str] | None = None
    of_facts: Callable[[Facts], tuple[str, ...]] | None = None


_FORMATS = {
    "turtle": Format("RDF, all graphs as one", ("dataset.ttl",), of_store=rdf.turtle),
    "trig": Format("RDF with its named graphs", ("dataset.trig",), of_store=partial(rdf.written, suffix=".trig")),
    "nquads": Format(
        "RDF with its named graphs, a line a quad", ("dataset.nq",), of_store=partial(rdf.written, suffix=".nq")
    ),
    "jsonld": Format("RDF with its named graphs, as JSON", ("dataset.jsonld",), of_store=rdf.jsonld),
    "graphml": Format("the facts as a graph, for yEd, igraph, networkx", ("graph.graphml",), of_facts=graphml.write),
    "gexf": Format("the facts as a graph, for Gephi", ("graph.gexf",), of_facts=gexf.write),
    "csv": Format("the facts as two tables, in a folder", ("nodes.csv", "edges.csv"), of_facts=csvs.write),
}
FORMATS: Mapping[str, str] = {name: form.description for name, form in _FORMATS.items()}
ASSERTED = (Status.ASSERTED,)


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

    `target` is a file, or a folder in which the file gets its usual name; for csv it is a folder, made where it is
    missing. RDF holds everything; the other formats hold the facts with one of the `statuses`, names and labels in
    `language`. Raises NotFoundError for an unknown format, DatasetError where nothing can be written.
    """
    form = _format(format)
    several = len(form.file_names) > 1
    folder = target if several or target.is_dir() else target.parent
    names = form.file_names if folder == target else (target.name,)
    contents = _contents(store, form, statuses, language, ontology)
    return [files.write(folder / name, content) for name, content in zip(names, contents, strict=True)]


def text(
    store: Store,
    format: str,
    *,
    statuses: tuple[Status, ...] = ASSERTED,
    language: str = "ko",
    ontology: Ontology | None = None,
) -> str:
    """What `export` would write, for the formats of a single file. Raises DatasetError for csv, which has two."""
    form = _format(format)
    if len(form.file_names) > 1:
        raise DatasetError(f"{format} is {' and '.join(form.file_names)}", hint="give a folder: -o FOLDER")
    return _contents(store, form, statuses, language, ontology)[0]


def _format(name: str) -> Format:
    if name not in _FORMATS:
        raise NotFoundError(f"no such format: {name}", hint=f"there is {', '.join(_FORMATS)}")
    return _FORMATS[name]


def _contents(
    store: Store, form: Format, statuses: tuple[Status, ...], language: str, ontology: Ontology | None
) -> tuple[str, ...]:
    if form.of_store:
        return (form.of_store(store),)
    assert form.of_facts
    corpus = naming.localised(dataset.read(store), language)
    return form.of_facts(facts(corpus, ontology or load(), statuses, language))
