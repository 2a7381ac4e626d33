"""Which address stands for which id: all IRIs of a dataset lie below one base."""

from __future__ import annotations

from urllib.parse import quote, unquote

from rdflib import URIRef

from biograph.model import Document, Span, short_hash

_SAFE = "/-._~"


def entity(id_: str, base: str) -> URIRef:
    """The IRI of an entity: Hangul stays readable, what an IRI may not hold is percent-encoded."""
    return URIRef(base + _encode(id_))


def document(id_: str, base: str) -> URIRef:
    """The IRI of a document, and of the named graph with all that it contributes."""
    return URIRef(f"{base}document/{_encode(id_)}")


def statement(id_: str, base: str) -> URIRef:
    """The IRI of a statement node."""
    return URIRef(f"{base}statement/{id_}")


def evidence(in_: str, span: Span, base: str) -> URIRef:
    """The IRI of the evidence at one place of a document."""
    return URIRef(f"{base}evidence/{short_hash(in_, str(span.start), str(span.end))}")


def mention(in_: Document, named: str, span: Span, base: str) -> URIRef:
    """The IRI of the mention of one entity at one place of a document."""
    return URIRef(f"{base}mention/{short_hash(in_.id, named, str(span.start), str(span.end))}")


def merge(kept: str, merged: str, base: str) -> URIRef:
    """The IRI of the decision that one id stands for another."""
    return URIRef(f"{base}merge/{short_hash(kept, merged)}")


def graph(name: str, base: str) -> URIRef:
    """The IRI of a graph that belongs to no document: identity, gazetteer or ontology."""
    return URIRef(f"{base}graph/{name}")


def local(iri: str, base: str) -> str:
    """The id that an IRI of `entity` stands for; an IRI from elsewhere stands for itself."""
    return unquote(iri.removeprefix(base)) if iri.startswith(base) else iri


def base_of(document_iri: str, id_: str) -> str | None:
    """The base below which a document with this id got this IRI, None where it is not one of ours."""
    ending = f"document/{_encode(id_)}"
    return document_iri.removesuffix(ending) if document_iri.endswith(ending) else None


def _encode(id_: str) -> str:
    return "".join(c if _allowed(c) else quote(c, safe="") for c in id_)


def _allowed(char: str) -> bool:
    """Whether RFC 3987 lets the character stand in a path as itself (its `iunreserved`, and the slash)."""
    if char.isascii():
        return char.isalnum() or char in _SAFE
    code = ord(char)
    return (
        0xA0 <= code <= 0xD7FF
        or 0xF900 <= code <= 0xFDCF
        or 0xFDF0 <= code <= 0xFFEF
        or (0x10000 <= code <= 0xDFFFD and code & 0xFFFF <= 0xFFFD)
    )
