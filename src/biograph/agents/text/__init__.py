"""Answers as text for a model."""

from biograph.agents.text.data import description, found, row
from biograph.agents.text.facts import citations, entities, fact, facts, passage
from biograph.agents.text.network import connection, explanation, ranking
from biograph.agents.text.quoting import MOST, quoted, within

__all__ = [
    "MOST",
    "citations",
    "connection",
    "description",
    "entities",
    "explanation",
    "fact",
    "facts",
    "found",
    "passage",
    "quoted",
    "ranking",
    "row",
    "within",
]
