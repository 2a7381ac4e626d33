"""SPARQL for people: named queries with parameters, put to any engine; answers as tables or in standard formats."""

from biograph.query.asking import ask, request_of, run
from biograph.query.formats import FORMATS, brief, rows, show
from biograph.query.named import NamedQuery, Parameter, find, named, read, resolve

__all__ = [
    "FORMATS",
    "NamedQuery",
    "Parameter",
    "ask",
    "brief",
    "find",
    "named",
    "read",
    "request_of",
    "resolve",
    "rows",
    "run",
    "show",
]
