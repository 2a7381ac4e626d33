"""A corpus of any size that is shaped like real ones, for benchmarks; nothing in it is true."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

from biograph import countries
from biograph.model import Corpus, Entity, Evidence, Statement
from biograph.naming import language_of
from biograph.vocabulary import load

from . import articles, entities, ties

_FACTS = 7  # in an article
_AGAIN = 0.07  # of the facts are stated in another article, too

__all__ = ["corpus"]


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
