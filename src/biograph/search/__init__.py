"""Search over names as they are typed: begun, in initial consonants, in unfinished syllables, words in any order."""

from biograph.search.index import Hit, Index, Named
from biograph.search.question import Match

__all__ = ["Hit", "Index", "Match", "Named"]
