"""Qualifiers of a statement that need no grammar: dates as precise as the text allows, and sums of money."""

from biograph.extract.qualifiers.amounts import amounts
from biograph.extract.qualifiers.dates import dates

__all__ = ["amounts", "dates"]
