"""Statements of a corpus as facts: with names, and with the quotes of every document that makes them."""

from __future__ import annotations

from collections.abc import Iterable

from biograph.model import Corpus, Statement
from biograph.why.values import Fact, Quote


class Facts:
    """Statements of a corpus as facts with quotes."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._statements: dict[str, list[Statement]] = {}
        for statement in corpus.statements:
            self._statements.setdefault(statement.id, []).append(statement)

    def name(self, entity: str) -> str:
        """What an entity is called."""
        known = self._corpus.entities.get(entity)
        return known.name if known else entity

    def of(self, ids: Iterable[str]) -> tuple[Fact, ...]:
        """The facts of statements by id."""
        return tuple(self._fact(id_) for id_ in ids)

    def _fact(self, id_: str) -> Fact:
        first, *_ = same = self._statements[id_]
        evidence = sorted({e for statement in same for e in statement.evidence})
        documents = self._corpus.documents
        quotes = []
        for e in evidence:
            document = documents.get(e.document)
            title, published = (document.title, document.published) if document else (None, None)
            quotes.append(Quote(e.document, title, published, e.span.start, e.span.end, e.quote))
        speaker = self.name(first.speaker) if first.speaker else None
        subject, object_ = self.name(first.subject), self.name(first.object)
        return Fact(id_, subject, first.predicate, object_, first.status, speaker, tuple(quotes))
