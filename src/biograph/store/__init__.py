"""The RDF store, and the one door to pyoxigraph: quads go in and out as rdflib terms, SPARQL sees all graphs."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from biograph.store.files import DATASET_FILE
    from biograph.store.memory import Answer, Store
    from biograph.store.terms import Quad, Term, Triple

# Loaded when first asked for: a process that only answers queries does without rdflib.
_HOMES = {
    "DATASET_FILE": "files",
    "Answer": "memory",
    "Store": "memory",
    "Quad": "terms",
    "Term": "terms",
    "Triple": "terms",
}
__all__ = ["DATASET_FILE", "Answer", "Quad", "Store", "Term", "Triple"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'biograph.store' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"biograph.store.{_HOMES[name]}"), name)
    return value
