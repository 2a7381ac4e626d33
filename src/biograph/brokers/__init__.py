"""Who brokers: what the texts claim of each body, what the network shows, and whether that can be said."""

from biograph.brokers.answering import rank
from biograph.brokers.cells import claim_side, csv_text, group_table, table
from biograph.brokers.notes import note, notes
from biograph.brokers.question import MEASURES, Question
from biograph.brokers.ranking import BrokerRow, GroupRow, NetworkSize, NullModel, Ranking
from biograph.brokers.stability import Stability

__all__ = [
    "MEASURES",
    "BrokerRow",
    "GroupRow",
    "NetworkSize",
    "NullModel",
    "Question",
    "Ranking",
    "Stability",
    "claim_side",
    "csv_text",
    "group_table",
    "note",
    "notes",
    "rank",
    "table",
]
