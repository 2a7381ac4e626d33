"""Queries in processes of their own, which can be stopped: in time, in memory, or when nobody waits any more."""

from biograph.workers.pool import Pool

__all__ = ["Pool"]
