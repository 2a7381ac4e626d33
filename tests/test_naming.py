"""Names by language: those that texts prefer, those that the lexicon knows, and an alias for readers of English."""

import pytest

from biograph import dataset
from biograph.extract import lexicon
from biograph.model import Corpus, Document, Entity, Extraction, Span, entity_id
from biograph.naming import language_of, localised, name_in
from biograph.shapes import check
from biograph.store import Store
from biograph.vocabulary import load
from biograph.why import find

KNOWN = lexicon.load(load().directory)


def entity(type_: str, name: str, *aliases: str) -> Entity:
    return Entity(entity_id(type_, name), type_, name, aliases)


@pytest.mark.parametrize(
    ("there", "english"),
    [
        (entity("Association", "누리협회", "NA", "Nuri Association", "누리"), "Nuri Association"),
        (entity("Company", "누리바이오"), None),
        (entity("Company", "누리바이오", "K-누리", "N", "1004"), None),
        (entity("City", "보스턴"), "Boston"),
        (entity("City", "보스턴", "the Hub of Massachusetts"), "Boston"),
        (entity("Person", "보스턴"), None),
    ],
    ids=lambda value: value.name if isinstance(value, Entity) else str(value),
)
def test_name_in_english(there: Entity, english: str | None) -> None:
    assert name_in("en", [there], KNOWN) == english


@pytest.mark.parametrize(
    ("there", "korean"), [(entity("City", "Boston"), "보스턴"), (entity("Company", "Hanbit Bio", "회사"), None)]
)
def test_name_in_korean(there: Entity, korean: str | None) -> None:
    assert name_in("ko", [there], KNOWN) == korean


def test_the_dataset_hands_names_over_and_every_name_still_finds() -> None:
    text = "누리협회(Nuri Association)는 보스턴에 있다."
    document = Document("news", text, "ko", (Span(0, len(text)),))
    entities = (entity("Association", "누리협회", "Nuri Association"), entity("City", "보스턴"))
    store = Store.memory(dataset.quads(Extraction(document, entities, ())))
    store.add(dataset.gazetteer_quads(entities, load()))
    assert check(store).conforms
    read = dataset.read(store)
    assert {e.name for e in read.entities.values()} == {"누리협회", "보스턴"}, "the text's names lead"
    assert localised(read, "ko").entities == read.entities
    english = localised(read, "en")
    assert {e.name for e in english.entities.values()} == {"Nuri Association", "Boston"}
    assert find(english, "누리협회") is find(english, "nuri association") is english.entities["Association/누리협회"]


def test_one_entity_of_two_articles_keeps_one_name_a_language() -> None:
    id_, articles = "Company/nuri", (("ko", "누리바이오", "Nuri"), ("en", "Nuri Bio", "Nuri"))
    store = Store.memory()
    sightings = []
    for language, name, alias in articles:
        sightings.append(Entity(id_, "Company", name, (alias,)))
        document = Document(language, name, language, (Span(0, len(name)),))
        store.add(dataset.quads(Extraction(document, (sightings[-1],), ())))
    store.add(dataset.gazetteer_quads(sightings, load()))
    assert check(store).conforms
    assert dataset.read(store).labels == {id_: {"en": "Nuri Bio", "ko": "누리바이오"}}


def test_without_labels_names_stay() -> None:
    there = Corpus(entities={"Company/x": Entity("Company/x", "Company", "누리바이오", ("Nuri",))})
    assert localised(there, "en") == there


@pytest.mark.parametrize(
    ("name", "language"), [("보스턴", "ko"), ("Boston", "en"), ("SK바이오팜", "ko"), ("美", None), ("1004", None)]
)
def test_language_of_a_name(name: str, language: str | None) -> None:
    assert language_of(name) == language
