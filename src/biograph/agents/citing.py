"""Statements of a corpus as facts, and the citations that they point to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from biograph import network
from biograph.agents.values import Citation, Fact, Named
from biograph.dataset import names
from biograph.model import Corpus, Evidence, Statement, Status
from biograph.vocabulary import load

CITED = 3  # citations of one fact; the rest are counted
LONGEST = 1000  # characters of a quote; a sentence is shorter, but a dataset from elsewhere may quote anything


class Citing:
    """The facts of one answer, with labels in a language and addresses below a base.

    Quotes are numbered in order of first use, so that each stands once however many facts rest on it.
    """

    def __init__(self, corpus: Corpus, statements: Mapping[str, Statement], base: str, language: str) -> None:
        self._corpus, self._statements, self._base, self._language = corpus, statements, base, language
        self._numbered: dict[Evidence, int] = {}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All that the facts made so far point to, in order of number."""
        return tuple(self._citation(evidence, number) for evidence, number in self._numbered.items())

    def named(self, entity: str) -> Named:
        """An entity with its name; what the corpus does not know is named by its id."""
        known = self._corpus.entities.get(entity)
        return Named(entity, known.name if known else entity)

    def by_id(self, statements: Iterable[str], *, cited: int = CITED) -> tuple[Fact, ...]:
        """The facts of statements by id, each with so many citations at most."""
        return tuple(self.fact(self._statements[id_], cited=cited) for id_ in statements)

    def fact(self, statement: Statement, *, cited: int = CITED) -> Fact:
        """A statement as a fact, with so many citations at most."""
        evidence = sorted(set(statement.evidence))
        return Fact(
            statement=str(names.statement(statement.id, self._base)),
            subject=self.named(statement.subject),
            predicate=statement.predicate,
            predicate_label=load().label(statement.predicate, self._language),
            object=self.named(statement.object),
            status=statement.status,
            is_asserted=statement.status is Status.ASSERTED,
            speaker=self.named(statement.speaker).name if statement.speaker else None,
            qualifiers=dict(statement.qualifiers),
            confidence=statement.confidence,
            documents=len(network.documents(self._corpus, [statement])),
            citations=tuple(self._numbered.setdefault(e, len(self._numbered) + 1) for e in evidence[:cited]),
            more_citations=max(0, len(evidence) - cited),
        )

    def _citation(self, evidence: Evidence, number: int) -> Citation:
        document = self._corpus.documents[evidence.document]
        return Citation(
            number=number,
            quote=evidence.quote[:LONGEST],
            quote_is_cut=len(evidence.quote) > LONGEST,
            document=document.id,
            title=document.title,
            outlet=document.publisher,
            date=document.published,
            source=document.source,
            start=evidence.span.start,
            end=evidence.span.end,
        )
