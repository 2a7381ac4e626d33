"""What a click on a cell of a table opens."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from rdflib import Literal, URIRef

from biograph import query
from biograph.dataset import quads
from biograph.model import Document, Entity, Evidence, Extraction, Mention, Span, Statement
from biograph.query.links import links
from biograph.store import Store
from biograph.vocabulary import BASE, load

TEXT = "가람바이오는 대전에 있다. 끝."
QUOTE = "가람바이오는 대전에 있다."
DOCUMENT = URIRef(f"{BASE}document/news/1")


@pytest.fixture
def store() -> Store:
    document = Document("news/1", TEXT, "ko", (Span(0, len(TEXT)),), source="https://example.org/news?id=1")
    entities = (
        Entity("Company/가람바이오", "Company", "가람바이오", mentions=(Mention(Span(0, 5), "가람바이오"),)),
        Entity("City/대전", "City", "대전", mentions=(Mention(Span(7, 9), "대전"),)),
    )
    evidence = (Evidence.cut(document, Span(0, len(QUOTE))),)
    fact = Statement("Company/가람바이오", "locatedIn", "City/대전", evidence)
    return Store.memory(quads(Extraction(document, entities, (fact,))))


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "graph.html").write_text("<!doctype html>")
    return tmp_path / "graph.html"


def test_a_quote_opens_its_place_in_the_text_and_an_entity_its_node(store: Store, page: Path) -> None:
    row = [URIRef(f"{BASE}Company/가람바이오"), Literal(QUOTE), DOCUMENT, Literal("no quote"), None]
    entity, quote, document, other, nothing = links(store, page)([row])[0]
    assert unquote(entity) == f"{page.as_uri()}#sel=e,Company/가람바이오"
    assert quote == f"{page.as_uri()}#page=texts&text=news/1,0,{len(QUOTE)}"
    assert document == f"{page.as_uri()}#page=texts&text=news/1"
    assert (other, nothing) == ("", "")


def test_without_a_page_a_quote_opens_its_source_where_it_stands(store: Store) -> None:
    row = [URIRef(f"{BASE}Company/가람바이오"), Literal(QUOTE), DOCUMENT, URIRef("https://example.org/a")]
    entity, quote, document, elsewhere = links(store, None)([row])[0]
    assert (entity, document, elsewhere) == ("", "", "https://example.org/a")
    assert unquote(quote) == f"https://example.org/news?id=1#:~:text={QUOTE}"


def test_statements_and_graphs_have_no_place_in_the_page(store: Store, page: Path) -> None:
    row = [URIRef(f"{BASE}{name}") for name in ("statement/a", "evidence/a", "graph/identity")]
    assert links(store, page)([row]) == [["", "", ""]]


def test_a_table_with_links_is_the_same_table_for_the_eye(store: Store, page: Path) -> None:
    asked = query.find("facts-by-document", load())
    reply = query.ask(store, asked)
    plain = query.show(reply, columns=60)
    linked = query.show(reply, columns=60, links=links(store, page))
    assert "\x1b]8;;file://" in linked
    pieces = linked.split("\x1b]8;;")
    assert pieces[0] + "".join(piece.partition("\x1b\\")[2] for piece in pieces[1:]) == plain
