"""Names for readers of English: the lexicon's, an alias in Latin letters, else what the text has."""

import pytest

from biograph.model import Corpus, Entity, entity_id
from biograph.naming import fits, localised
from biograph.vocabulary import load
from biograph.why import find


def entity(type_: str, name: str, *aliases: str, country: str | None = None) -> Entity:
    return Entity(entity_id(type_, name), type_, name, aliases, country=country)


def corpus(*entities: Entity) -> Corpus:
    return Corpus(entities={e.id: e for e in entities}, countries={"US": {"ko": "미국", "en": "United States"}})


@pytest.mark.parametrize(
    ("there", "shown"),
    [
        (entity("Association", "누리협회", "NA", "Nuri Association", "누리"), "Nuri Association"),
        (entity("Company", "Hanbit Bio", "한빛바이오", "Hanbit Bio Inc."), "Hanbit Bio"),
        (entity("Company", "누리바이오"), "누리바이오"),
        (entity("Company", "누리바이오", "K-누리", "N", "1004"), "누리바이오"),
        (entity("City", "보스턴"), "Boston"),
        (entity("City", "보스턴", "the Hub of Massachusetts"), "Boston"),
        (entity("Person", "보스턴"), "보스턴"),
        (entity("Country", "미국", "美", country="US"), "United States"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.id,
)
def test_name_in_english(there: Entity, shown: str) -> None:
    found = localised(corpus(there), "en", load()).entities[there.id]
    assert found.name == shown
    assert {found.name, *found.aliases} == {shown, there.name, *there.aliases}


def test_korean_keeps_the_names_of_the_texts() -> None:
    there = corpus(entity("Company", "Hanbit Bio", "한빛바이오"))
    assert localised(there, "ko", load()) is there


def test_an_entity_is_still_found_by_all_its_names() -> None:
    there = localised(corpus(entity("City", "보스턴")), "en", load())
    assert find(there, "보스턴") is find(there, "boston") is there.entities["City/보스턴"]


@pytest.mark.parametrize(
    ("name", "korean", "english"),
    [("보스턴", True, False), ("Boston", False, True), ("SK바이오팜", True, False), ("美", False, False)],
)
def test_script(name: str, korean: bool, english: bool) -> None:
    assert (fits(name, "ko"), fits(name, "en")) == (korean, english)
