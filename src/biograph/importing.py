"""A dataset that somebody edited, taken back: checked, compared with what was there, put in its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF

from biograph import dataset, pipeline, shapes
from biograph.errors import DatasetError
from biograph.files import expect_writable
from biograph.progress import Progress, silent
from biograph.store import DATASET_FILE, Quad, Store
from biograph.vocabulary import BG, Ontology, load


@dataclass(frozen=True, slots=True)
class Change:
    """How many were added and removed; of those in both, how many have something else said of them."""

    added: int
    removed: int
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import found, and the files it wrote: none where violations kept it from doing so."""

    check: shapes.Report
    quads: Change
    statements: Change
    repaired: Change
    files: tuple[Path, ...]


def take_back(
    file: str | Path,
    output: str | Path,
    *,
    language: str = "ko",
    ontology: Ontology | None = None,
    repair: bool = False,
    force: bool = False,
    progress: Progress = silent,
) -> Imported:
    """Check the dataset in a file and make it the one of a folder, with page, table of brokers and report made anew.

    The file is TriG, N-Quads or JSON-LD; statements may be reifiers of RDF 1.2. With `repair` the direct triples follow
    the statements before anything is checked, see `repaired`. A dataset with violations is left alone unless `force`
    takes it as it is. Raises DatasetError when the file cannot be read, holds no dataset, or has what not even force
    can take: a part without which no page can be made.
    """
    terms, folder = ontology or load(), Path(output)
    expect_writable(folder)
    progress("reading")
    if not Path(file).exists():  # to build one, as the store would say, is not what was meant
        raise DatasetError("no such file", where=str(file), hint="biograph export trig -o FILE writes one to edit")
    read = Store.read(file)
    if not read.graphs():
        hint = "one graph a document is needed: TriG, N-Quads or JSON-LD, see docs/dataset.md"
        raise DatasetError("there is no named graph in it", where=str(file), hint=hint)
    store = repaired(read, terms) if repair else read
    progress("checking")
    checked = shapes.check(store, terms)
    before = set(Store.read(folder).quads()) if (folder / DATASET_FILE).exists() else set()
    after = set(store.quads())
    files: tuple[Path, ...] = ()
    if checked.conforms or force:
        files = pipeline.write(store, dataset.read(store), folder, language=language, ontology=terms, progress=progress)
    return Imported(
        checked, _change(before, after), _statements(before, after), _change(set(read.quads()), after), files
    )


def repaired(store: Store, ontology: Ontology) -> Store:
    """A copy in which a relation of the ontology is a direct triple exactly where its graph has an asserted statement.

    So a status can be edited, or a statement removed, in one place.
    """
    quads = list(store.quads())
    relations = {BG[name] for name in ontology.properties}
    return Store.memory([*(quad for quad in quads if quad[1] not in relations), *dataset.direct_triples(quads)])


def _change(before: set[Quad], after: set[Quad]) -> Change:
    return Change(len(after - before), len(before - after))


def _statements(before: set[Quad], after: set[Quad]) -> Change:
    old, new = ({s for s, p, o, _ in quads if o == BG.Statement and p == RDF.type} for quads in (before, after))
    touched = {quad[0] for quad in before ^ after}
    return Change(len(new - old), len(old - new), len(old & new & touched))
