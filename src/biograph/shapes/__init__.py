"""The proof of a dataset: its shapes (SHACL), its quotes, and each violation in plain words."""

from biograph.shapes.check import Report, Violation, check

__all__ = ["Report", "Violation", "check"]
