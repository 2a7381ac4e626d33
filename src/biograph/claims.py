"""The text's own claims that somebody is a bridge, kept apart from anything computed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from biograph.model import Corpus, Status
from biograph.network import CLAIM


@dataclass(frozen=True, slots=True)
class Claim:
    """One side that a text says an entity bridges; `speaker` is who says so, None where it is the text itself."""

    statement: str
    side: str
    side_name: str
    status: Status
    speaker: str | None


def claims(corpus: Corpus) -> dict[str, tuple[Claim, ...]]:
    """Entity id to its claims, whatever their status, in order of side."""
    found: dict[str, dict[str, Claim]] = defaultdict(dict)
    entities = corpus.entities
    for s in corpus.statements:
        if s.predicate == CLAIM and s.subject in entities and s.object in entities:
            speaker = entities[s.speaker].name if s.speaker and s.speaker in entities else None
            found[s.subject][s.id] = Claim(s.id, s.object, entities[s.object].name, s.status, speaker)
    return {
        entity: tuple(sorted(by_id.values(), key=lambda c: (c.side_name, c.status, c.statement)))
        for entity, by_id in sorted(found.items())
    }
