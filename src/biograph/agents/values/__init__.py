"""What the tools answer: plain values whose fields are the schemas that a client is told.

Without slots, which the SDK would take for default values.
"""

from biograph.agents.values.data import Description, Example, Found, NamedQuery, Term
from biograph.agents.values.facts import Citation, Fact, Facts, FoundEntities, FoundEntity, Named, Passage
from biograph.agents.values.network import Broker, Connection, Explanation, Group, Path, Ranking, TwoPath

__all__ = [
    "Broker",
    "Citation",
    "Connection",
    "Description",
    "Example",
    "Explanation",
    "Fact",
    "Facts",
    "Found",
    "FoundEntities",
    "FoundEntity",
    "Group",
    "Named",
    "NamedQuery",
    "Passage",
    "Path",
    "Ranking",
    "Term",
    "TwoPath",
]
