"""The order of work: sources, extraction, identity, dataset, store, check, brokers, page and report."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from biograph import brokers, dataset, files, identity, naming, page, report, shapes
from biograph.errors import NobodyError, SourceError
from biograph.files import expect_writable
from biograph.model import Corpus, Extraction, Status
from biograph.progress import Progress, silent
from biograph.reading import extractions
from biograph.store import DATASET_FILE, Quad, Store
from biograph.vocabulary import Ontology, load

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Built:
    """What a build made: its corpus, the files it wrote, what failed, and what the check found."""

    output: Path
    corpus: Corpus
    files: tuple[Path, ...]
    failures: tuple[SourceError, ...]
    check: shapes.Report

    @property
    def statuses(self) -> Mapping[Status, int]:
        """How many statements have each status, in the order of `Status`."""
        counts = Counter(statement.status for statement in self.corpus.statements)
        return {status: counts[status] for status in Status if counts[status]}

    @property
    def quotes(self) -> int:
        """How many pieces of evidence stand behind the statements."""
        return sum(len(statement.evidence) for statement in self.corpus.statements)

    @property
    def quotes_found(self) -> int:
        """How many of them stand word for word, at their offsets, in the text of their document."""
        documents = self.corpus.documents
        evidence = [e for statement in self.corpus.statements for e in statement.evidence]
        return sum(e.document in documents and e.holds_in(documents[e.document].text) for e in evidence)


def build(
    paths: Iterable[str],
    output: str | Path,
    *,
    language: str = "ko",
    ontology: Ontology | None = None,
    min_confidence: float = 0.0,
    progress: Progress = silent,
) -> Built:
    """Build everything from files, folders and "-" (stdin) into a folder: dataset, page, table of brokers, report.

    `language` is that of the page and the report, ko or en. Statements below `min_confidence` (0 to 1) are left out of
    the dataset. A source that fails is in the result's `failures` and the rest is built. Raises SourceError when
    nothing could be read, DatasetError when the folder cannot be written.
    """
    terms, folder = ontology or load(), Path(output)
    expect_writable(folder)
    found, failures = extractions(paths, terms, progress, min_confidence)
    progress("joining what is the same")
    found, merges = identity.resolve(found, terms)
    log.info("%d ids joined with another", len(merges))
    store = Store.memory(_quads(found, merges, terms))
    progress("checking")
    checked = shapes.check(store, terms)
    corpus = dataset.read(store)
    written = write(store, corpus, folder, language=language, ontology=terms, progress=progress)
    return Built(folder, corpus, written, tuple(failures), checked)


def write(
    store: Store, corpus: Corpus, folder: Path, *, language: str, ontology: Ontology, progress: Progress
) -> tuple[Path, ...]:
    """Write a dataset, and the views of its values, into a folder, and return the files written, the dataset first."""
    store.write(folder / DATASET_FILE)
    views = _views(corpus, language, ontology, progress)
    return (folder / DATASET_FILE, *(files.write(folder / name, content) for name, content in views))


def _views(corpus: Corpus, language: str, terms: Ontology, progress: Progress) -> Iterator[tuple[str, str]]:
    """What is derived from the dataset alone, by file name, each as soon as it is made."""
    corpus = naming.localised(corpus, language)
    progress("comparing who brokers with chance")
    try:
        ranking = brokers.rank(corpus, ontology=terms)
    except NobodyError as nobody:  # an article that names no body is built like any other
        log.warning("%s", nobody)
        ranking = None
    yield "brokers.csv", brokers.csv_text(ranking.rows if ranking else ())
    progress("drawing")
    yield "graph.html", page.render(corpus, language, ontology=terms, ranking=ranking)
    yield "report.md", report.markdown(corpus, ranking, language)
    yield "report.html", report.html(corpus, ranking, language)


def _quads(found: Sequence[Extraction], merges: Iterable[identity.Merge], ontology: Ontology) -> Iterator[Quad]:
    for extraction in found:
        yield from dataset.quads(extraction)
    yield from dataset.identity_quads(merges)
    yield from dataset.gazetteer_quads((entity for extraction in found for entity in extraction.entities), ontology)
    yield from dataset.ontology_quads(ontology)
