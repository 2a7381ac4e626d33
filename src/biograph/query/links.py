"""What the cells of a table open: an entity or a quote in the page of the same build, else the source of a quote."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote, unquote

from rdflib import Literal, URIRef

from biograph.query.formats import Links, Term, rows
from biograph.sparql.asking import Engine, Request
from biograph.vocabulary import BASE

_MOST = 200  # rows of which quotes are looked up: who reads on does not click
_PLACE = """
SELECT ?quote ?document ?start ?end ?source {
  ?evidence oa:exact ?quote ; prov:wasQuotedFrom ?document ; oa:start ?start ; oa:end ?end .
  OPTIONAL { ?document dcterms:source ?source FILTER(ISIRI(?source)) }
} ORDER BY ?start LIMIT 1"""
_DOCUMENT = f"{BASE}document/"
_INNER = ("statement/", "evidence/", "mention/", "merge/", "graph/")  # what the page does not show by its address


def links(engine: Engine, page: Path | None) -> Links:
    """Links into the page, where there is one, else to the web addresses that quotes come from."""
    address = page.absolute().as_uri() if page else ""

    def of(found: Sequence[Sequence[Term | None]]) -> list[list[str]]:
        return [
            [_link(term, row, engine if number < _MOST else None, address) for term in row]
            for number, row in enumerate(found)
        ]

    return of


def _link(term: Term | None, row: Sequence[Term | None], engine: Engine | None, page: str) -> str:
    if isinstance(term, URIRef):
        return _to_node(term, page)
    if not isinstance(term, Literal) or engine is None or term.datatype is not None:
        return ""
    for other in row:
        if isinstance(other, URIRef) and other.startswith(_DOCUMENT):
            return _to_quote(str(term), other, engine, page)
    return ""


def _to_node(iri: URIRef, page: str) -> str:
    local = unquote(iri.removeprefix(BASE))
    if not page or not iri.startswith(BASE) or local.startswith(_INNER):
        return "" if iri.startswith(BASE) or not str(iri).startswith(("https://", "http://")) else str(iri)
    if iri.startswith(_DOCUMENT):
        return f"{page}#page=texts&text={_part(local.removeprefix('document/'))}"
    return f"{page}#sel=e,{_part(local)}"


def _to_quote(said: str, document: URIRef, engine: Engine, page: str) -> str:
    values = {"quote": ("literal", said, "", ""), "document": ("iri", str(document), "", "")}
    _, found = rows(engine.ask(Request(_PLACE, values)))
    if not found:
        return ""
    _, _, start, end, source = found[0]
    if page:
        return f"{_to_node(document, page)},{start},{end}"
    # https://wicg.github.io/scroll-to-text-fragment/
    return f"{source}#:~:text={quote(said, safe='')}" if source is not None else ""


def _part(value: str) -> str:
    """An id as the page's fragment writes it, with Hangul escaped, as a terminal wants it."""
    return quote(value, safe="/:")
