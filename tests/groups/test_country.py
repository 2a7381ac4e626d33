"""Countries by chains of statements: what counts, what does not, and what stays unknown."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biograph.groups import Membership, by_country
from biograph.model import Corpus
from small_corpus import corpus

UNIT = "OrganizationalUnit:U unitOf Company:A\nCompany:A locatedIn City:Seoul"
# What the text says, who is asked about, and the groups that follow.
CASES = [
    ("Company:A locatedIn Country:한국", "Company/a", ("KR",)),
    ("Company:A locatedIn City:Boston", "Company/a", ("US",)),
    ("Company:A locatedIn City:Nowhere", "Company/a", ()),
    ("Company:A locatedIn City:Boston\nCompany:A locatedIn City:Seoul", "Company/a", ("KR", "US")),
    ("Company:A relocatesTo City:Boston", "Company/a", ("US",)),
    ("Company:A locatedIn City:Boston status=planned", "Company/a", ()),
    ("Company:A locatedIn City:Boston status=negated", "Company/a", ()),
    ("Company:A expandsInto City:Boston", "Company/a", ()),
    (
        "Company:A locatedIn Facility:F\nFacility:F locatedIn Region:R\nRegion:R partOf Country:미국",
        "Company/a",
        ("US",),
    ),
    ("City:Andover partOf Country:Atlantis\nCompany:A locatedIn City:Andover", "Company/a", ("Atlantis",)),
    (UNIT, "OrganizationalUnit/u", ("KR",)),
    (f"{UNIT}\nOrganizationalUnit:U locatedIn City:Boston", "OrganizationalUnit/u", ("US",)),
    (f"{UNIT}\nOrganizationalUnit:U locatedIn City:Nowhere", "OrganizationalUnit/u", ()),
    ("OrganizationalUnit:U unitOf Company:A\nOrganizationalUnit:U locatedIn City:Boston", "Company/a", ()),
    ("Company:A subsidiaryOf Company:B\nCompany:B locatedIn City:Seoul", "Company/a", ()),
    ("Person:P affiliatedWith Company:A role=CEO\nCompany:A locatedIn City:Seoul", "Person/p", ("KR",)),
    ("Person:P affiliatedWith Company:A role=전무\nCompany:A locatedIn City:Seoul", "Person/p", ("KR",)),
    ("Person:P affiliatedWith Company:A role=전직회장\nCompany:A locatedIn City:Seoul", "Person/p", ()),
    ("Person:P affiliatedWith Company:A role=former-CEO\nCompany:A locatedIn City:Seoul", "Person/p", ()),
    ("Company:A partnersWith Company:B\nCompany:B locatedIn City:Seoul", "Company/a", ()),
    ("Region:X partOf Region:Y\nRegion:Y partOf Region:X\nCompany:A locatedIn Region:X", "Company/a", ()),
    ("Country:한국 partOf Country:미국", "Country/한국", ("KR",)),
    # Chains that the news tells: a park in a district in a city, a school's hospital, a session of a convention.
    ("Company:A locatedIn Cluster:C\nCluster:C locatedIn Region:R\nRegion:R partOf City:Seoul", "Company/a", ("KR",)),
    ("Hospital:H unitOf University:U\nUniversity:U locatedIn City:Seoul", "Hospital/h", ("KR",)),
    ("ResearchInstitute:I unitOf Hospital:H\nHospital:H locatedIn City:Boston", "ResearchInstitute/i", ("US",)),
    (f"OrganizationalUnit:Lab unitOf OrganizationalUnit:U\n{UNIT}", "OrganizationalUnit/lab", ("KR",)),
    ("Event:Session partOf Event:Convention\nEvent:Convention locatedIn City:Boston", "Event/session", ("US",)),
    ("Person:P affiliatedWith OrganizationalUnit:U\n" + UNIT, "Person/p", ("KR",)),
    # A plant is a place: that its owner is Korean does not put it in Korea.
    ("Facility:Plant unitOf Company:A\nCompany:A locatedIn City:Seoul", "Facility/plant", ()),
    (
        "Hospital:H unitOf University:U\nHospital:H locatedIn City:Boston\nUniversity:U locatedIn City:Seoul",
        "Hospital/h",
        ("US",),
    ),
    # Full-time staff and former staff, which Korean writes alike.
    ("Person:P affiliatedWith University:A role=전임교수\nUniversity:A locatedIn City:Seoul", "Person/p", ("KR",)),
    ("Person:P affiliatedWith Hospital:A role=전임의\nHospital:A locatedIn City:Seoul", "Person/p", ("KR",)),
    ("Person:P affiliatedWith Company:A role=전임회장\nCompany:A locatedIn City:Seoul", "Person/p", ()),
    ("Person:P affiliatedWith Company:A role=前대표\nCompany:A locatedIn City:Seoul", "Person/p", ()),
]


@pytest.mark.parametrize(("text", "entity", "expected"), CASES)
def test_country(text: str, entity: str, expected: tuple[str, ...]) -> None:
    assert by_country(corpus(text)).groups[entity] == expected


def test_the_chain_shows_why_by_the_shortest_way() -> None:
    found = corpus(
        """
        Company:A locatedIn Facility:F
        Facility:F locatedIn Country:미국
        Company:A locatedIn Country:미국
        Company:B locatedIn Facility:F
        """
    )
    ids = [s.id for s in found.statements]
    assert by_country(found).memberships["Company/a"] == (Membership("US", (ids[2],)),)
    assert by_country(found).memberships["Company/b"] == (Membership("US", (ids[3], ids[1])),)


def test_of_two_ways_of_one_length_the_first_id_is_shown() -> None:
    lines = [f"Company:A locatedIn Country:미국 date={year}" for year in range(2000, 2010)]
    found = corpus("\n".join(lines))
    first = min(s.id for s in found.statements)
    assert by_country(found).memberships["Company/a"] == (Membership("US", (first,)),)


def test_the_gazetteer_is_named_and_a_text_goes_before_it() -> None:
    found = corpus("Company:A locatedIn City:Boston", codes={"Boston": "US"})
    assert by_country(found).memberships["Company/a"] == (Membership("US", (found.statements[0].id,), "City/boston"),)
    assert by_country(found).memberships["City/boston"] == (Membership("US", (), "City/boston"),)
    told = corpus("City:Boston partOf Country:영국", codes={"Boston": "US", "영국": "GB"})
    assert by_country(told).memberships["City/boston"] == (Membership("GB", (told.statements[0].id,)),)


def test_a_long_chain_of_places_that_loop_ends() -> None:
    every = "\n".join(f"Region:R{a} partOf Region:R{b}" for a in range(25) for b in range(25) if a != b)
    found = corpus(f"{every}\nRegion:R3 partOf Country:한국")
    assert by_country(found).groups["Region/r24"] == ("KR",)


def test_a_country_goes_by_the_gazetteers_name_else_by_its_name_or_fullest_alias() -> None:
    found = corpus("Company:A locatedIn Country:미국", aliases={"미국": ("美", "U.S.", "United States")})
    grouping = by_country(found)
    assert (grouping.label("US", "ko"), grouping.label("US", "en")) == ("미국", "United States")
    told = replace(found, countries={"US": {"ko": "미합중국", "en": "United States of America"}})
    assert by_country(told).names == {"US": {"ko": "미합중국", "en": "United States of America"}}
    assert by_country(corpus("City:X locatedIn Country:Atlantis")).label("Atlantis", "ko") == "Atlantis"


@given(st.data())
def test_order_of_statements_and_entities_does_not_matter(data: st.DataObject) -> None:
    things = [
        "Company:A",
        "Company:B",
        "OrganizationalUnit:U",
        "GovernmentBody:Seoul",
        "City:Seoul",
        "Region:R",
        "Country:미국",
    ]
    thing = st.sampled_from(things)
    relation = st.sampled_from(["locatedIn", "partOf", "unitOf", "relocatesTo"])
    lines = data.draw(st.lists(st.tuples(thing, relation, thing), min_size=1, max_size=12))
    found = corpus("\n".join(" ".join(line) for line in lines))
    turned = Corpus(
        found.documents,
        dict(data.draw(st.permutations(sorted(found.entities.items())))),
        tuple(data.draw(st.permutations(found.statements))),
    )
    a, b = by_country(found), by_country(turned)
    assert (list(a.memberships.items()), a.names) == (list(b.memberships.items()), b.names)


def test_a_known_seat_is_a_country_too_wherever_texts_place_the_body() -> None:
    found = corpus(
        "Company:A locatedIn City:Boston\nPerson:P affiliatedWith Company:A", codes={"Boston": "US", "A": "KR"}
    )
    assert by_country(found).groups["Company/a"] == ("KR", "US")
    assert by_country(found).memberships["Company/a"][0] == Membership("KR", (), "Company/a"), "no text says it"
    assert by_country(found).groups["Person/p"] == ("KR", "US")
    assert by_country(found, stated=True).groups["Company/a"] == ("US",)
    assert by_country(found, stated=True).groups["City/boston"] == ("US",), "where places are is told all the same"
    assert by_country(found, stated=True).kind == "stated"


def test_a_unit_called_after_another_country_does_not_stand_at_the_seat_of_its_parent() -> None:
    units = "\n".join(f"OrganizationalUnit:{name} unitOf Company:A" for name in ("미국지사", "연구소"))
    found = corpus(f"{units}\nCountry:미국 partOf Region:R", codes={"A": "KR", "미국": "US"})
    groups = by_country(found).groups
    assert (groups["OrganizationalUnit/미국지사"], groups["OrganizationalUnit/연구소"]) == ((), ("KR",))
