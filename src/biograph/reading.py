"""Sources to extractions: every article read in turn, and what could not be read."""

from __future__ import annotations

import json
import logging
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from biograph import evaluate, prediction, sources
from biograph.errors import BiographError, SourceError
from biograph.extract import extract
from biograph.files import expect_writable, write
from biograph.model import Document, Extraction
from biograph.progress import Progress, silent
from biograph.vocabulary import Ontology, load

log = logging.getLogger(__name__)


def write_predictions(
    paths: Iterable[str],
    folder: Path,
    *,
    ontology: Ontology | None = None,
    min_confidence: float = 0.0,
    progress: Progress = silent,
) -> tuple[list[Path], list[SourceError]]:
    """Write one NAME.json per article in the annotation format; the files written, and the sources that failed.

    Statements below `min_confidence` are left out.

    Raises SourceError when nothing was read, DatasetError when the folder cannot be written.
    """
    expect_writable(folder)
    found, failures = extractions(paths, ontology or load(), progress, min_confidence)
    stems = Counter(_stem(extraction.document) for extraction in found)
    files = []
    for extraction in found:
        stem = _stem(extraction.document)
        file = folder / f"{stem if stems[stem] == 1 else extraction.document.id}.json"
        text = json.dumps(prediction.to_json(extraction), ensure_ascii=False, indent=1)
        files.append(write(file, text + "\n"))
    return files, failures


def predict(
    gold: Path,
    ontology: Ontology | None = None,
    *,
    only: str = "",
    min_confidence: float = 0.0,
    progress: Progress = silent,
) -> dict[str, evaluate.Article]:
    """What is found in the texts beside gold annotations, by file stem, as the scorer takes it.

    `only` restricts it to the articles whose id contains it; statements below `min_confidence` do not count. Raises
    SourceError when nothing was read.
    """
    wanted = {stem for stem, article in evaluate.read(gold).items() if only in article.id}
    paths = [str(path) for path in sorted(gold.rglob("*.txt")) if path.stem in wanted]
    if not paths:
        raise SourceError("no text (NAME.txt) here", where=str(gold), hint="give predictions, too")
    found, failures = extractions(paths, ontology or load(), progress, min_confidence)
    for failure in failures:
        log.warning("%s", failure)
    return {_stem(e.document): evaluate.article(prediction.to_json(e)) for e in found}


def extractions(
    paths: Iterable[str], ontology: Ontology, progress: Progress = silent, min_confidence: float = 0.0
) -> tuple[list[Extraction], list[SourceError]]:
    """What each document states, in order of source, and the sources that failed.

    Statements below `min_confidence` (0 to 1) are left out; the names in them stay. Raises SourceError when no source
    could be read.
    """
    documents: list[Document] = []
    failures: list[SourceError] = []
    for item in sources.read(paths, ontology=ontology):
        if isinstance(item, SourceError):
            failures.append(item)
        else:
            documents.append(item)
    found: list[Extraction] = []
    for number, document in enumerate(documents, start=1):
        progress(document.id, number, len(documents))
        try:
            found.append(_confident(extract(document, ontology), min_confidence))
        except BiographError:
            raise  # of the ontology: no article could be read
        except Exception as error:  # a mistake of ours in one article must not cost the user all others
            log.info("%s: the analysis failed", document.id, exc_info=True)
            what = f"the analysis failed, which is a bug: {type(error).__name__}: {error}"
            failures.append(SourceError(what, where=document.id, hint="-v shows where; please report it"))
            continue
        log.info("%s: %d entities, %d statements", document.id, len(found[-1].entities), len(found[-1].statements))
    if not found:
        raise _nothing(failures)
    return found, failures


def _confident(extraction: Extraction, least: float) -> Extraction:
    return replace(extraction, statements=tuple(s for s in extraction.statements if s.confidence >= least))


def _nothing(failures: Sequence[SourceError]) -> SourceError:
    if len(failures) == 1:
        return failures[0]
    for failure in failures:
        log.warning("%s", failure)
    return SourceError(
        f"none of {len(failures)} sources could be read" if failures else "no article here",
        hint="give .txt or .html files, or a folder with some",
    )


def _stem(document: Document) -> str:
    """The name of the source's file, by which gold and predictions know each other."""
    return Path(document.source).stem.strip("-") or document.id if document.source else document.id
