"""Search over names as they are typed: begun, in initial consonants, in unfinished syllables, words in any order."""

from biograph.serve.search.index import Index, Named

__all__ = ["Index", "Named"]
