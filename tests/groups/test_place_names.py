"""What a name says of a place, and what it does not."""

from dataclasses import replace

import pytest

from biograph.groups import Membership, by_country
from biograph.model import Entity
from small_corpus import corpus

CODES = {
    "한국": "KR",
    "미국": "US",
    "Seoul": "KR",
    "보스턴": "US",
    "중국": "CN",
    "US": "US",
    "인도": "IN",
    "인도네시아": "ID",
}
PLACES = "\n".join(f"Company:Other{n} visits City:{name}" for n, name in enumerate(CODES))
KOREAN = f"Company:A locatedIn City:Seoul\n{PLACES}"
AMERICAN = f"Company:A locatedIn City:보스턴\n{PLACES}"

# The unit, its parent, what else is said, and where the unit is.
UNITS = [
    ("연구소", "Company:A", KOREAN, ("KR",)),
    ("A-미국지사", "Company:A", KOREAN, ()),
    ("A-미국지사", "Company:A", AMERICAN, ("US",)),
    ("보스턴지부", "Company:A", KOREAN, ()),
    ("US-Branch", "Company:A", KOREAN, ()),
    ("US-Branch", "Company:A", AMERICAN, ("US",)),
    ("USability-Lab", "Company:A", KOREAN, ("KR",)),
    ("대미국사업부", "Company:A", KOREAN, ("KR",)),  # not at the beginning of a word
    ("인도네시아법인", "Company:A", KOREAN.replace("Seoul", "인도네시아"), ("ID",)),
    ("인도네시아법인", "Company:A", KOREAN.replace("Seoul", "인도"), ()),
    # What belongs to the parent's name is not the unit's: 보스턴사이언티픽 has a sales office in Seoul.
    (
        "보스턴사이언티픽영업본부",
        "Company:보스턴사이언티픽",
        f"Company:보스턴사이언티픽 locatedIn City:Seoul\n{PLACES}",
        ("KR",),
    ),
    (
        "보스턴사이언티픽-한국지사",
        "Company:보스턴사이언티픽",
        f"Company:보스턴사이언티픽 locatedIn City:보스턴\n{PLACES}",
        (),
    ),
]


@pytest.mark.parametrize(("unit", "parent", "text", "expected"), UNITS)
def test_a_unit_called_after_a_place_elsewhere_does_not_follow_its_parent(
    unit: str, parent: str, text: str, expected: tuple[str, ...]
) -> None:
    found = corpus(f"OrganizationalUnit:{unit} unitOf {parent}\n{text}", codes=CODES)
    id_ = next(id_ for id_ in found.entities if id_.startswith("OrganizationalUnit/"))
    assert by_country(found).groups[id_] == expected


def test_a_unit_called_after_a_place_is_where_a_text_puts_it() -> None:
    unit = "OrganizationalUnit:미국사업부"
    told = corpus(f"{unit} unitOf Company:A\n{unit} locatedIn City:Seoul\n{AMERICAN}", codes=CODES)
    assert by_country(told).groups["OrganizationalUnit/미국사업부"] == ("KR",)


def test_an_alias_names_a_place_as_a_name_does() -> None:
    text = f"OrganizationalUnit:지사 unitOf Company:A\n{KOREAN}"
    assert by_country(corpus(text, codes=CODES)).groups["OrganizationalUnit/지사"] == ("KR",)
    renamed = corpus(text, codes=CODES, aliases={"지사": ("미국지사",)})
    assert by_country(renamed).groups["OrganizationalUnit/지사"] == ()


def test_countries_are_known_by_the_gazetteers_names_too() -> None:
    found = corpus("OrganizationalUnit:캐나다지사 unitOf Company:A\nCompany:A locatedIn City:Seoul")
    assert by_country(found).groups["OrganizationalUnit/캐나다지사"] == ("KR",)
    told = replace(found, countries={"CA": {"ko": "캐나다", "en": "Canada"}})
    assert by_country(told).groups["OrganizationalUnit/캐나다지사"] == ()


# A body and places, and where the body is.
GOVERNMENTS = [
    ("GovernmentBody:인천시 supports Company:A\nCity:인천시 partOf Country:한국", "GovernmentBody/인천시", ("KR",)),
    ("GovernmentBody:Rio supports Company:A\nCity:RIO partOf Country:한국", "GovernmentBody/rio", ("KR",)),
    ("GovernmentBody:인천시 supports Company:A\nCity:인천 partOf Country:한국", "GovernmentBody/인천시", ()),
    ("Company:인천시 supports Company:A\nCity:인천시 partOf Country:한국", "Company/인천시", ()),
    ("GovernmentBody:인천시 supports Company:A\nFacility:인천시 partOf Country:한국", "GovernmentBody/인천시", ()),
    (
        "GovernmentBody:인천시 locatedIn City:Seoul\nCity:인천시 partOf Country:미국",
        "GovernmentBody/인천시",
        ("KR",),
    ),
    (
        "GovernmentBody:광주시 supports Company:A\nCity:광주시 partOf Country:한국\nRegion:광주시 partOf Country:미국",
        "GovernmentBody/광주시",
        ("KR", "US"),
    ),
]


@pytest.mark.parametrize(("text", "body", "expected"), GOVERNMENTS)
def test_a_local_government_is_where_the_place_of_its_name_is(text: str, body: str, expected: tuple[str, ...]) -> None:
    assert by_country(corpus(text)).groups[body] == expected


def test_what_shows_a_local_governments_country_is_what_shows_its_places() -> None:
    told = corpus("GovernmentBody:Essex supports Company:A\nRegion:Essex partOf Country:미국")
    assert by_country(told).memberships["GovernmentBody/essex"] == (Membership("US", (told.statements[1].id,)),)
    city = Entity("City/essex", "City", "Essex", country="GB")
    known = replace(told, entities={**told.entities, city.id: city}, statements=told.statements[:1])
    assert by_country(known).memberships["GovernmentBody/essex"] == (Membership("GB", (), "City/essex"),)
