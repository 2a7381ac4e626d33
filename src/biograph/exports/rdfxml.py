"""RDF/XML (https://www.w3.org/TR/rdf-syntax-grammar/): the union of all graphs, for tools that read nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

from rdflib import RDF, Literal, URIRef

from biograph.errors import DatasetError
from biograph.exports import xml
from biograph.namespaces import PREFIXES
from biograph.store import Store, Term, Triple

# The end of an address that can be an element's name (https://www.w3.org/TR/xml-names/#NT-NCName).
_START = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME = re.compile(rf"[{_START}][{_START}\-.0-9\xb7\u0300-\u036f\u203f\u2040]*\Z")
# Words of the syntax itself, which name no property (section 5.1 of the grammar).
_RESERVED = {str(RDF) + word for word in "Description ID RDF about datatype li nodeID parseType resource".split()}
_TYPE = RDF.type
_SHORT = {namespace: prefix for prefix, namespace in PREFIXES.items()}


def write(store: Store) -> Iterator[str]:
    """A description for each subject. Characters that XML 1.0 cannot hold are left out.

    Raises DatasetError for a property whose address does not end in a name of XML: RDF/XML has no way to write it.
    """
    names = "".join(f'\n  xmlns:{prefix}="{escape(namespace)}"' for prefix, namespace in sorted(PREFIXES.items()))
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{names}>\n'
    for subject, about in groupby(_union(store), key=lambda triple: triple[0]):
        lines = (_property(predicate, object_) for _, predicate, object_ in about)
        yield f"<rdf:Description {_reference(subject, 'about')}>\n{''.join(lines)}</rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _union(store: Store) -> list[Triple]:
    """What several graphs say is there once."""
    unique = dict.fromkeys((s, p, o) for s, p, o, _ in store.quads())
    return sorted(unique, key=lambda t: (isinstance(t[0], URIRef), str(t[0]), t[1] != _TYPE, t[1]))


def _property(predicate: URIRef, object_: Term) -> str:
    name, declared = _element(predicate)
    if not isinstance(object_, Literal):
        return f"  <{name}{declared} {_reference(object_, 'resource')}/>\n"
    if object_.language:
        told = f' xml:lang="{escape(object_.language)}"'
    else:
        told = f' rdf:datatype="{_text(object_.datatype)}"' if object_.datatype else ""
    return f"  <{name}{declared}{told}>{_text(object_)}</{name}>\n"


def _element(predicate: URIRef) -> tuple[str, str]:
    """The element's name, and the declaration of its namespace where it is none of the usual ones."""
    found = _NAME.search(predicate)
    if not found or str(predicate) in _RESERVED:
        hint = "export turtle, or another RDF format"
        raise DatasetError("RDF/XML has no name for this property", where=str(predicate), hint=hint)
    namespace = predicate[: found.start()]
    if prefix := _SHORT.get(namespace):
        return f"{prefix}:{found[0]}", ""
    return f"own:{found[0]}", f' xmlns:own="{_text(namespace)}"'


def _reference(term: Term, attribute: str) -> str:
    if isinstance(term, URIRef):
        return f'rdf:{attribute}="{_text(term)}"'
    return f'rdf:nodeID="n{term}"'  # a name of XML cannot begin with a digit


def _text(value: str) -> str:
    """Text for an element or attribute; a parser would make a line feed of a plain carriage return."""
    return escape(xml.text(value)).replace("\r", "&#13;")
