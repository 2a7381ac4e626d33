"""What the commands print: JSON, and a progress line that only a person at a terminal sees."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from biograph.table import clean, shorten

if TYPE_CHECKING:
    from biograph.brokers import Question
    from biograph.groups import Grouping
    from biograph.model import Corpus
    from biograph.sparql.asking import Engine
    from biograph.store import Store
    from biograph.vocabulary import Ontology


def print_json(value: Any) -> None:
    """Print JSON, in UTF-8 letters, not escapes."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def load_ontology(folder: Path | None) -> Ontology:
    """The ontology of a folder, the packaged one by default."""
    from biograph import vocabulary

    return vocabulary.load(folder)


def load_store(data: Path | str, min_confidence: float = 0.0) -> Store:
    """A built dataset, or what is published in an engine elsewhere, without the statements below a confidence.

    Raises DatasetError, with the way to make one, where nothing is.
    """
    store = _read(data)
    if not min_confidence:
        return store
    from biograph import dataset
    from biograph.store import Store

    return Store.memory(dataset.confident(store, min_confidence))


@contextmanager
def open_engine(data: Path | str, allowed: dict[str, Any]) -> Iterator[Engine]:
    """What answers queries on a built dataset, within `options.limits`.

    It is a process of its own where the system can fork; elsewhere nothing can stop a query that runs. An engine
    elsewhere has limits of its own.
    """
    if isinstance(data, str):
        from biograph import remote

        yield remote.Remote(remote.Endpoint.parse(data))
        return
    from biograph.sparql.asking import Limits
    from biograph.workers import Pool

    _expect_there(data)
    if not Pool.is_possible():
        yield load_store(data)
        return
    memory = allowed["memory"] << 20
    with Pool(data, limits=Limits(allowed["timeout"], memory, allowed["max_rows"], memory), quick=1, slow=1) as pool:
        yield pool


def page_of(data: Path | str) -> Path | None:
    """The page that was built with a dataset, where there is one."""
    if isinstance(data, str):
        return None
    page = (data if data.is_dir() else data.parent) / "graph.html"
    return page if page.is_file() else None


def may_link() -> bool:
    """Whether the terminal is one that opens addresses at a click, or the user says so (FORCE_HYPERLINK=1 or 0).

    There is no way to ask it; those named here are known to (https://github.com/Alhadis/OSC8-Adoption).
    """
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced is not None or not sys.stdout.isatty():
        return forced not in (None, "", "0")
    if os.environ.get("TERM") in ("xterm-kitty", "alacritty", "foot", "xterm-ghostty", "contour"):
        return True
    known = ("iTerm.app", "WezTerm", "vscode", "Hyper", "ghostty", "Tabby", "rio")
    if os.environ.get("TERM_PROGRAM") in known or "WT_SESSION" in os.environ or "KONSOLE_VERSION" in os.environ:
        return True
    return os.environ.get("VTE_VERSION", "0").isdecimal() and int(os.environ.get("VTE_VERSION", "0")) >= 5000


def _read(data: Path | str) -> Store:
    if isinstance(data, str):
        from biograph import remote

        return remote.read(data)
    from biograph.store import Store

    _expect_there(data)
    return Store.read(data)


def _expect_there(data: Path) -> None:
    from biograph.errors import DatasetError
    from biograph.store.loading import MAKE_ONE

    if not data.exists():
        raise DatasetError("no dataset here", where=str(data), hint=MAKE_ONE)


def load_corpus(data: Path | str, language: str, min_confidence: float = 0.0) -> Corpus:
    """A built dataset as values, its entities named for readers of a language; see `load_store`."""
    from biograph import dataset, naming

    return naming.localised(dataset.read(load_store(data, min_confidence)), language)


def load_network(data: Path | str, language: str, asked: dict[str, Any]) -> tuple[Corpus, Question, Grouping | None]:
    """A built dataset as values and what is asked of it, from `options.network` or `options.question`.

    The grouping is that of --group-query, None where there is none.
    """
    from biograph import dataset, groups, naming, vocabulary
    from biograph import query as sparql
    from biograph.brokers import Question
    from biograph.model import Status
    from biograph.network import Projection

    store, query = load_store(data), asked.pop("group_query")
    corpus = naming.localised(dataset.read(store), language)
    projection = Projection(
        directed=asked.pop("directed"),
        statuses=tuple(map(Status, asked.pop("statuses"))) or (Status.ASSERTED,),
        predicates=asked.pop("predicates") or None,
        **{name: asked.pop(name) for name in ("places", "weight", "min_confidence", "min_documents")},
    )
    asked = {name: value for name, value in asked.items() if name != "nulls" or value}
    if query is None:
        return corpus, Question(projection, **asked), None
    read = sparql.read(Path(query[1:])) if query.startswith("@") else sparql.resolve(query, vocabulary.load())
    return corpus, Question(projection, **(asked | {"group": "query"})), groups.by_query(store, read.text, corpus)


def count(number: int, one: str, many: str | None = None) -> str:
    """A number of things in words, "1 document" or "2 documents"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def columns() -> int | None:
    """The width to keep tables within; None in a pipe, where rows must stay whole lines."""
    told = sys.stdout.isatty() or "COLUMNS" in os.environ
    return shutil.get_terminal_size().columns if told else None


class Progress:
    """A line on stderr that overwrites itself, wiped at the end; silent where stderr is not a terminal."""

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._write("")

    def __call__(self, what: str, done: int = 0, total: int = 0) -> None:
        """Say what is being worked on."""
        count = f"[{done}/{total}] " if total else ""
        self._write(count + clean(what))

    def _write(self, line: str) -> None:
        if sys.stderr.isatty():
            width = shutil.get_terminal_size().columns - 1
            print(f"\r\x1b[K{shorten(line, width)}", end="", file=sys.stderr, flush=True)
