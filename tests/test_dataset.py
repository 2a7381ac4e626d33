"""Values survive the way into RDF and back."""

from __future__ import annotations

import string
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biograph import dataset
from biograph.errors import DatasetError
from biograph.model import Document, Entity, Evidence, Extraction, Mention, Span, Statement, Status, entity_id
from biograph.store import Store

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=60).filter(str.strip)
NAMES = st.text("가나다AbC1 ()-%é美", min_size=1, max_size=8).filter(str.strip)
TYPES = st.sampled_from(["Company", "Association", "Country", "City", "Person"])


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    text = draw(TEXTS)
    optional = st.none() | TEXTS
    document = Document(
        draw(TEXTS),
        text,
        draw(st.sampled_from(["ko", "en"])),
        tuple(draw(st.lists(spans(text), max_size=3))),
        draw(optional),
        draw(st.none() | st.sampled_from(["2021", "2021-10", "2021-10-18", "2021-02-30", "어제", "0000"])),
        draw(optional),
        draw(optional),
        draw(optional | st.sampled_from(["https://example.org/기사?id=1", "https://example.org/a b"])),
    )
    named = draw(st.dictionaries(NAMES, TYPES, min_size=1, max_size=4))
    entities = {}
    for name, type_ in named.items():
        mentions = tuple(sorted({Mention(s, s.of(text)) for s in draw(st.lists(spans(text), max_size=3))}))
        aliases = tuple(sorted(set(draw(st.lists(NAMES, max_size=2))) - {name}))
        entity = Entity(entity_id(type_, name), type_, name, aliases, mentions)
        entities[entity.id] = entity
    ids = st.sampled_from(sorted(entities))
    places = spans(text).filter(lambda span: span.of(text).strip())
    statements = [
        Statement(
            draw(ids),
            draw(st.sampled_from(["locatedIn", "partnersWith"])),
            draw(ids),
            tuple(sorted({Evidence.cut(document, span) for span in draw(st.lists(places, min_size=1, max_size=3))})),
            draw(st.sampled_from(Status)),
            tuple(sorted(draw(st.dictionaries(st.sampled_from(["date", "amount"]), NAMES)).items())),
            draw(st.none() | ids),
            draw(st.integers(0, 1000)) / 1000,
            draw(st.text(string.ascii_lowercase + ".", max_size=5)),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    return Extraction(document, tuple(entities.values()), tuple({s.id: s for s in statements}.values()))


@settings(deadline=None, max_examples=60)
@given(extractions())
def test_what_is_written_is_read_back(extraction: Extraction) -> None:
    store = Store.memory(dataset.quads(extraction))
    corpus = dataset.read(store)
    assert dict(corpus.documents) == {extraction.document.id: extraction.document}
    assert dict(corpus.entities) == {entity.id: entity for entity in extraction.entities}
    assert set(corpus.statements) == set(extraction.statements)
