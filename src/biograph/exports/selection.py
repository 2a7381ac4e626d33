"""What an export is made from: a dataset, which of its facts, named in which language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from biograph import dataset, naming
from biograph.exports.facts import Facts, facts
from biograph.model import Corpus, Status
from biograph.store import Store
from biograph.vocabulary import Ontology


@dataclass(frozen=True)
class Selection:
    """A dataset and what is wanted of it; its values and its facts are made when a format first asks for them."""

    store: Store
    statuses: tuple[Status, ...]
    language: str
    ontology: Ontology

    @cached_property
    def corpus(self) -> Corpus:
        """Everything in the store as values, whatever the status, its entities named in the language."""
        return naming.localised(dataset.read(self.store), self.language)

    @cached_property
    def facts(self) -> Facts:
        """Every entity as a node, every statement with one of the statuses as an edge."""
        return facts(self.corpus, self.ontology, self.statuses, self.language)
