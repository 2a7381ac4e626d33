"""The order of work: sources, extraction, identity, dataset, store, check, page, brokers and report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from biograph import brokers, dataset, groups, identity, page, report, shapes
from biograph.errors import SourceError
from biograph.model import Corpus, Extraction, Status
from biograph.reading import Progress, extractions, silent
from biograph.store import Quad, Store
from biograph.vocabulary import Ontology, load


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
    output: Path,
    *,
    language: str = "ko",
    ontology: Ontology | None = None,
    progress: Progress = silent,
) -> Built:
    """Build everything from files, folders and "-" (stdin) into a folder: dataset, page, table of brokers, report.

    A source that fails is in the result's `failures` and the rest is built. Raises SourceError when nothing was read.
    """
    terms = ontology or load()
    found, failures = extractions(paths, terms, progress)
    progress("joining what is the same")
    found, merges = identity.resolve(found, terms)
    store = Store.memory(_quads(found, merges, terms))
    progress("checking")
    checked = shapes.check(store)
    corpus = dataset.read(store)
    output.mkdir(parents=True, exist_ok=True)
    store.write(output / "dataset.trig")
    progress("drawing")
    texts = {
        "graph.html": page.render(
            corpus, language=language, groups=groups.names(groups.by_country(corpus)), ontology=terms
        ),
        "brokers.csv": brokers.to_csv(brokers.table(corpus)),
        "report.md": report.markdown(corpus, language),
    }
    for name, text in texts.items():
        (output / name).write_text(text, "utf-8")
    files = tuple(output / name for name in ("dataset.trig", *texts))
    return Built(output, corpus, files, tuple(failures), checked)


def _quads(found: Sequence[Extraction], merges: Iterable[identity.Merge], ontology: Ontology) -> Iterator[Quad]:
    for extraction in found:
        yield from dataset.quads(extraction)
    yield from dataset.identity_quads(merges)
    yield from dataset.gazetteer_quads((entity for extraction in found for entity in extraction.entities), ontology)
    yield from dataset.ontology_quads(ontology)
