"""The dataset behind the tools: processes that answer SPARQL, and its values, always of the newest generation."""

from __future__ import annotations

import json
import logging
import threading
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from biograph import dataset, naming
from biograph.agents.citing import Citing
from biograph.brokers import Question
from biograph.brokers.case import Case
from biograph.dataset import names
from biograph.errors import BiographError, DatasetError
from biograph.model import Corpus, Entity, Statement
from biograph.namespaces import BASE
from biograph.search import Index, Named
from biograph.sparql.asking import TABLES, Request
from biograph.store import Store
from biograph.store.loading import MAKE_ONE, file_of
from biograph.workers import Pool
from biograph.workers.generation import Stamp

log = logging.getLogger(__name__)

_BASES = "SELECT ?document ?id { ?document a schema:NewsArticle ; dcterms:identifier ?id } LIMIT 1"


@dataclass(frozen=True)
class Generation:
    """One state of the dataset as values, its entities named in `language`; what is derived waits until asked for."""

    stamp: Stamp
    quads: int
    corpus: Corpus
    base: str
    language: str

    def citing(self) -> Citing:
        """What cites for one answer, with numbers from 1."""
        return Citing(self.corpus, self._statements, self.base, self.language)

    @cached_property
    def _statements(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.corpus.statements}

    @cached_property
    def about(self) -> dict[str, list[Statement]]:
        """Entity id to the statements whose subject, object or speaker it is, in order of the corpus."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.corpus.statements:
            for entity in {statement.subject, statement.object, statement.speaker} - {None}:
                found[str(entity)].append(statement)
        return dict(found)

    @cached_property
    def index(self) -> Index:
        """The entities by their names; those of whom more is said come first."""
        return Index(map(self._named, self.corpus.entities.values()))

    def _named(self, entity: Entity) -> Named:
        address, labels = str(names.entity(entity.id, self.base)), self.corpus.labels.get(entity.id, {})
        facts = len(self.about.get(entity.id, ()))
        return Named(address, entity.type, entity.name, labels, entity.aliases, facts)

    @cached_property
    def case(self) -> Case:
        """The network of asserted facts, with countries as its groups."""
        return Case.of(self.corpus, Question())


class Held:
    """A dataset's file as it is now. Safe for threads; nothing is loaded before it is asked for."""

    def __init__(self, path: Path, language: str) -> None:
        """Raises BiographError where the system cannot fork, DatasetError where there is no file.

        A file that cannot be read is told by what asks for it.
        """
        if not Pool.is_possible():  # nothing could stop a model's query
            raise BiographError("an agent's queries need a system that can fork", hint="on Windows, run it in WSL")
        self._file, self.language = file_of(path), language
        if not self._file.exists():
            raise DatasetError("no dataset here", where=str(path), hint=MAKE_ONE)
        self._asking, self._reading = threading.Lock(), threading.Lock()  # queries need not wait for the values
        self._pool: Pool | None = None
        self._now: Generation | None = None

    def pool(self) -> Pool:
        """The processes that answer queries. Raises DatasetError where the file could never be read."""
        with self._asking:
            return self._renewed()

    def now(self) -> Generation:
        """The newest generation that can be read. Raises DatasetError where none could."""
        pool = self.pool()
        with self._reading:
            if self._now is None or self._now.stamp != pool.stamp:
                try:
                    self._now = self._read(pool)
                except DatasetError as error:
                    if self._now is None:
                        raise
                    log.warning("the old dataset stays: %s", error)
            return self._now

    def close(self) -> None:
        """End all processes."""
        with self._asking:
            if self._pool:
                self._pool.close()

    def _renewed(self) -> Pool:
        if self._pool is None:
            self._pool = Pool(self._file)
            return self._pool
        try:
            self._pool.renew()
        except DatasetError as error:  # half copied, or just being replaced: the next call looks again
            log.warning("the old dataset stays: %s", error)
        return self._pool

    def _read(self, pool: Pool) -> Generation:
        stamp, quads = pool.stamp, pool.quads  # first: a file replaced meanwhile is then read again
        corpus = naming.localised(dataset.read(Store.read(self._file)), self.language)
        return Generation(stamp, quads, corpus, _base(pool), self.language)


def _base(pool: Pool) -> str:
    """What all addresses of the dataset begin with."""
    rows = json.loads(pool.ask(Request(_BASES, table=TABLES["json"])).body)["results"]["bindings"]
    return next((names.base_of(row["document"]["value"], row["id"]["value"]) for row in rows), None) or BASE
