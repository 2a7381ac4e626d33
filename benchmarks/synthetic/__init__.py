"""A corpus of any size that is shaped like real ones, for benchmarks; nothing in it is true."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from biograph import countries, dataset
from biograph.model import Corpus, Entity, Evidence, Extraction, Mention, Statement
from biograph.naming import language_of
from biograph.store import Quad
from biograph.vocabulary import load

from . import articles, entities, ties

_FACTS = 7  # in an article
_AGAIN = 0.07  # of the facts are stated in another article, too

__all__ = ["corpus", "extractions", "quads"]


def corpus(nodes: int, edges: int | None = None, seed: int = 0) -> Corpus:
    """As many entities, all of them in facts; as many facts, 2.5 a node unless told, no two on the same pair.

    Degrees follow a power law, most ties stay within a community or a country, and some communities are in no
    known one. Every quote stands in its article. The same arguments give the same corpus.
    """
    draw = random.Random(seed)
    made, homes = entities.entities(nodes, load(), draw)
    by_id = {entity.id: entity for entity in made}
    facts = ties.facts(made, homes, edges if edges is not None else nodes * 5 // 2, draw)
    documents, sightings = {}, {}
    evidence: dict[ties.Fact, list[Evidence]] = defaultdict(list)
    for number, its in enumerate(_by_article(facts, homes, draw)):
        document, seen, stated = articles.write(number, its, by_id, draw)
        documents[document.id], sightings[document.id] = document, seen
        for fact, where in stated:
            evidence[fact].append(where)
    statements = tuple(_statement(fact, tuple(found)) for fact, found in evidence.items())
    names = {code: countries.names(code) for code in entities.COUNTRIES}
    return Corpus(documents, by_id, statements, names, {e.id: _labels(e) for e in made}, sightings)


def _by_article(
    facts: Sequence[ties.Fact], homes: dict[str, entities.Home], draw: random.Random
) -> list[list[ties.Fact]]:
    """Facts of one community stand together, those that are stated again among the facts of another."""
    about = [(homes[fact.subject].community, draw.random(), fact) for fact in facts]
    again = draw.sample(facts, int(_AGAIN * len(facts)))
    about += [(draw.choice(about)[0], draw.random(), fact) for fact in again]
    ordered = [fact for *_, fact in sorted(about, key=lambda item: item[:2])]
    return [ordered[n : n + _FACTS] for n in range(0, len(ordered), _FACTS)]


def _statement(fact: ties.Fact, evidence: tuple[Evidence, ...]) -> Statement:
    return Statement(
        fact.subject,
        fact.predicate,
        fact.object,
        evidence,
        fact.status,
        fact.qualifiers,
        fact.speaker,
        fact.confidence,
        f"{fact.predicate}/1",
    )


def _labels(entity: Entity) -> dict[str, str]:
    """What it is called in each language that it has a name in."""
    return {language_of(form) or "": form for form in (*reversed(entity.aliases), entity.name)}


def extractions(made: Corpus) -> Iterator[Extraction]:
    """The same corpus as what each of its documents contributes, which is what a build writes as RDF."""
    stated: dict[str, list[Statement]] = defaultdict(list)
    for statement in made.statements:
        for document in {found.document for found in statement.evidence}:
            here = tuple(found for found in statement.evidence if found.document == document)
            stated[document].append(replace(statement, evidence=here))
    for id_, document in made.documents.items():
        mentions: dict[str, list[Mention]] = defaultdict(list)
        for seen in made.sightings[id_]:
            mentions[seen.entity].append(Mention(seen.span, seen.span.of(document.text)))
        named = (replace(made.entities[entity], mentions=tuple(found)) for entity, found in mentions.items())
        yield Extraction(document, tuple(named), tuple(stated[id_]))


def quads(articles: int, seed: int = 0) -> Iterator[Quad]:
    """A dataset of about as many articles, some 180 quads each, in named graphs as a build makes them."""
    made, ontology = corpus(articles * 5 // 2, articles * _FACTS * 100 // 107, seed), load()
    found = list(extractions(made))
    for extraction in found:
        yield from dataset.quads(extraction)
    yield from dataset.gazetteer_quads((entity for extraction in found for entity in extraction.entities), ontology)
    yield from dataset.ontology_quads(ontology)
