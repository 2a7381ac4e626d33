"""Frames: example sentences compiled, and held against the events of a sentence."""
