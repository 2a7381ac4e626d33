"""Countries by chains of statements: what counts, what does not, and what stays unknown."""

import pytest

from biograph.groups import Membership, by_country
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
