"""Files into the engine; imports little, as the processes that queries run in load it."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from biograph.errors import DatasetError
from biograph.store.files import DATASET_FILE, format_of
from biograph.store.reification import restore

MAKE_ONE = "make one: biograph build SOURCE, or biograph demo"  # the hint where there is no dataset


def file_of(path: Path) -> Path:
    """The file of a dataset: itself, or the one in a folder that was built."""
    return path / DATASET_FILE if path.is_dir() else path


def load(path: Path) -> ox.Store:
    """The quads of a file (.trig, .nq, .ttl, .nt, .jsonld) or of the `dataset.trig` of a folder, reifiers as statement
    nodes.

    Raises DatasetError when there is none, or it cannot be read.
    """
    file, engine = file_of(path), ox.Store()
    try:
        # Not Store.load: only the parser keeps the names of blank nodes, and so the bytes of the next write.
        engine.bulk_extend(ox.parse(path=str(file), format=format_of(file)))
    except SyntaxError as error:
        raise DatasetError(f"cannot be read as RDF: {error.msg}", where=str(file)) from error
    except FileNotFoundError as error:
        raise DatasetError("no dataset here", where=str(file), hint=MAKE_ONE) from error
    except (OSError, ValueError, MemoryError) as error:  # the last for a text of more than 16 MB
        raise DatasetError(f"cannot be read: {error}", where=str(file)) from error
    restore(engine)
    return engine


def add_union(engine: ox.Store) -> None:
    """Put the union of all graphs into the default graph, as a set.

    The engine's own union is a bag: a triple in n graphs would be counted n times.
    """
    engine.bulk_extend(ox.Quad(quad.subject, quad.predicate, quad.object) for quad in engine)
