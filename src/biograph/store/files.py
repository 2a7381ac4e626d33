"""RDF files: their formats, and bytes that are the same each time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox

from biograph.errors import DatasetError
from biograph.namespaces import PREFIXES

DATASET_FILE = "dataset.trig"
_TYPE = PREFIXES["rdf"] + "type"
_FORMATS = {
    ".trig": ox.RdfFormat.TRIG,
    ".nq": ox.RdfFormat.N_QUADS,
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
# The last folder of our own addresses becomes a prefix of its own, which keeps TriG readable whatever the base.
_OWN = re.compile(r"(?P<namespace>.*/(?P<kind>document|statement|evidence|mention|merge|graph|[A-Z][A-Za-z]*)/)[^/#]+")


def format_of(file: Path) -> ox.RdfFormat:
    """The format that a file's extension names. Raises DatasetError for another extension."""
    if file.suffix not in _FORMATS:
        raise DatasetError("not a kind of RDF file known here", where=str(file), hint="use " + ", ".join(_FORMATS))
    return _FORMATS[file.suffix]


def order(quad: ox.Quad) -> tuple[str, str, bool, str, str]:
    """By graph and subject; what a thing is comes before what is said of it."""
    is_type = quad.predicate.value == _TYPE
    return str(quad.graph_name), str(quad.subject), not is_type, quad.predicate.value, str(quad.object)


def prefixes(quads: Iterable[ox.Quad]) -> dict[str, str]:
    """The usual prefixes, and one for each kind of our own addresses in these quads."""
    found = dict(PREFIXES)
    for quad in quads:
        for node in (quad.graph_name, quad.subject):
            if isinstance(node, ox.NamedNode) and (own := _OWN.fullmatch(node.value)):
                found.setdefault(own["kind"].lower(), own["namespace"])
    return found


def written(statements: Sequence[ox.Quad] | Sequence[ox.Triple], form: ox.RdfFormat, names: dict[str, str]) -> bytes:
    """A file's bytes, the same for the same input; by itself the engine orders prefixes anew in each run."""
    if form not in (ox.RdfFormat.TRIG, ox.RdfFormat.TURTLE):
        return ox.serialize(statements, format=form) or b""
    lines = (ox.serialize(statements, format=form, prefixes=names) or b"").split(b"\n")
    head = [line for line in lines if line.startswith(b"@prefix ")]
    rest = [line.replace(b"\t", b"  ") for line in lines[len(head) :]]
    return b"\n".join([*sorted(head), b"", *rest])
