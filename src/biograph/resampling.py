"""Smaller corpora from one: without some article, or of articles drawn by chance.

An article is an independent document: a text stored under several ids is one, named by the first of them, and comes
and goes as a whole (see `network.documents`). Articles that state nothing are neither left out nor drawn.

What stays keeps its id, name and type, so that corpora can be compared; who is who is not decided anew. With an article
go its evidence, the statements without any other, and the entities that no other statement names. A statement of
several articles keeps the confidence of the surest, even where that one went: the others' are not recorded.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

import numpy as np

from biograph.errors import NotFoundError
from biograph.model import Corpus, Entity, Statement

_Fact = tuple[str, str, str, str]


def without(corpus: Corpus, document_ids: Collection[str]) -> Corpus:
    """The corpus without these documents, nor any other of the same text.

    Raises NotFoundError for an id that no document has.

    >>> from biograph.model import Document
    >>> twice = Corpus({id_: Document(id_, "Alpha joins Beta.", "en", ()) for id_ in ("a", "b")})
    >>> without(twice, ["a"]).documents
    {}
    """
    if unknown := sorted(set(document_ids) - set(corpus.documents)):
        raise NotFoundError(f"no document named {unknown[0]!r}", hint="their ids: biograph query documents")
    gone = {corpus.documents[id_].text for id_ in document_ids}
    same = {id_ for id_, document in corpus.documents.items() if document.text in gone}
    return _Shelf.of(corpus).without(same)


def leave_one_out(corpus: Corpus) -> Iterator[tuple[str, Corpus]]:
    """Each article and the corpus without it, those first that alone state most facts, then in order of id.

    So the first few tell most: an article whose facts others state, too, takes no tie along.
    """
    shelf = _Shelf.of(corpus)
    only = Counter(articles[0] for articles in shelf.facts().values() if len(articles) == 1)
    for article in sorted(shelf.articles, key=lambda article: (-only[article], article)):
        yield article, shelf.without(shelf.articles[article])


def bootstrap(corpus: Corpus, seed: int = 0) -> Iterator[tuple[tuple[str, ...], Corpus]]:
    """Without end: as many articles as there are, drawn with replacement, and the corpus of them; nothing of only one.

    The articles drawn are named once each, in order. One drawn twice counts once, since a tie is there or not: about
    37 % of the articles are missing each time, and counts come out smaller than in the whole.
    Efron, B. (1979), Bootstrap methods: another look at the jackknife, The Annals of Statistics 7(1), 1-26.
    """
    shelf = _Shelf.of(corpus)
    articles = tuple(shelf.articles)
    rng = np.random.default_rng(seed)
    while len(articles) > 1:
        drawn = {articles[i] for i in rng.integers(len(articles), size=len(articles))}
        missing = [id_ for article in articles if article not in drawn for id_ in shelf.articles[article]]
        yield tuple(sorted(drawn)), shelf.without(missing)


@dataclass(frozen=True)
class _Shelf:
    """A corpus by article: the ids of its documents (in order), and each statement with those of the ones it quotes."""

    corpus: Corpus
    articles: Mapping[str, tuple[str, ...]]
    rows: tuple[tuple[Statement, frozenset[str]], ...]

    @classmethod
    def of(cls, corpus: Corpus) -> _Shelf:
        rows = tuple((s, frozenset(e.document for e in s.evidence)) for s in corpus.statements)
        by_text: dict[str, list[str]] = defaultdict(list)
        for id_ in sorted(set().union(*(ids for _, ids in rows))):
            document = corpus.documents.get(id_)
            by_text[document.text if document else id_].append(id_)
        return cls(corpus, {ids[0]: tuple(ids) for ids in by_text.values()}, rows)

    def facts(self) -> dict[_Fact, tuple[str, ...]]:
        """Each fact and the articles that state it, in order."""
        article_of = {id_: article for article, ids in self.articles.items() for id_ in ids}
        found: dict[_Fact, set[str]] = defaultdict(set)
        for statement, ids in self.rows:
            found[_fact(statement)].update(article_of[id_] for id_ in ids)
        return {fact: tuple(sorted(articles)) for fact, articles in found.items()}

    def without(self, ids: Iterable[str]) -> Corpus:
        """The corpus without these documents; all copies of a text must be among them."""
        gone = frozenset(ids)
        kept, lost = [], []
        for statement, documents in self.rows:
            if gone.isdisjoint(documents):
                kept.append(statement)
            elif documents <= gone:
                lost.append(statement)
            else:
                evidence = tuple(e for e in statement.evidence if e.document not in gone)
                kept.append(replace(statement, evidence=evidence))
        return replace(
            self.corpus,
            documents={id_: d for id_, d in self.corpus.documents.items() if id_ not in gone},
            entities=_still_named(self.corpus.entities, kept, lost),
            statements=tuple(kept),
        )


def _fact(statement: Statement) -> _Fact:
    return statement.subject, statement.predicate, statement.object, statement.status


def _still_named(
    entities: Mapping[str, Entity], kept: Iterable[Statement], lost: Iterable[Statement]
) -> dict[str, Entity]:
    """The entities but those that only lost statements name; a node without ties would still count among the pairs."""
    missing = _named(lost) - _named(kept)
    return {id_: entity for id_, entity in entities.items() if id_ not in missing}


def _named(statements: Iterable[Statement]) -> Set[str]:
    return {id_ for s in statements for id_ in (s.subject, s.object, s.speaker) if id_}
