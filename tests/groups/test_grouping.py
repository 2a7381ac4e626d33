"""Groups are found by what people call them, whatever they are."""

from dataclasses import replace

import pytest

from biograph.errors import NotFoundError
from biograph.groups import Grouping, Membership, by_country, by_type, resolve
from biograph.model import Corpus
from small_corpus import corpus

AMERICAN = corpus("Company:A locatedIn Country:미국", aliases={"미국": ("美", "U.S.", "United States")})


@pytest.mark.parametrize("name", ["US", "us", "미국", "United States", "united states", "美", "Country/미국"])
def test_a_country_goes_by_code_name_alias_and_id(name: str) -> None:
    assert resolve(AMERICAN, by_country(AMERICAN), name) == "US"


@pytest.mark.parametrize("name", ["Company", "company", "기업"])
def test_a_type_goes_by_its_labels(name: str) -> None:
    assert resolve(AMERICAN, by_type(AMERICAN), name) == "Company"


def test_an_entity_that_is_a_group_goes_by_its_aliases() -> None:
    found = corpus("Company:A memberOf Association:KABIC", aliases={"KABIC": ("재미한인바이오산업협회",)})
    grouping = Grouping(
        "query", {"Company/a": (Membership("Association/kabic"),)}, {"Association/kabic": {"ko": "KABIC"}}
    )
    assert resolve(found, grouping, "재미한인바이오산업협회") == "Association/kabic"


def test_an_entity_named_like_a_community_is_not_meant() -> None:
    communities = Grouping("louvain", {"Company/a": (Membership("1"),)}, {"1": {"ko": "1: A, …"}}, derived=True)
    with pytest.raises(NotFoundError, match=r"no group named 'A' \(groups here: 1 or 1: A, …\)"):
        resolve(corpus("Company:A partnersWith Company:B"), communities, "A")


def test_an_unknown_group_is_told_with_the_nearest_first_and_not_all_of_hundreds() -> None:
    with pytest.raises(NotFoundError, match=r"no group named 'Mars' \(groups here: US or 미국 or United States\)"):
        resolve(AMERICAN, by_country(AMERICAN), "Mars")
    names = {f"team{n:03}": {"en": f"Team {n}"} for n in range(200)}
    many = Grouping("query", {}, names)
    with pytest.raises(NotFoundError, match=r"groups here: team150 or Team 150, .* and 188 more\)"):
        resolve(Corpus(), many, "taem150")
    with pytest.raises(NotFoundError, match="groups here: none"):
        resolve(Corpus(), Grouping("query", {}, {}), "+")


def test_a_name_of_two_groups_is_asked_back_unless_written_as_it_is() -> None:
    both = Grouping("query", {}, {"A-1": {"en": "One"}, "a1": {"en": "one"}})
    with pytest.raises(NotFoundError, match=r"'one' names several groups \(say which: A-1, a1\)"):
        resolve(Corpus(), both, "one")
    assert resolve(Corpus(), both, "a1") == "a1"


def test_a_country_of_the_gazetteer_alone_goes_by_its_names() -> None:
    told = replace(corpus("Company:A locatedIn City:Boston"), countries={"US": {"ko": "미국", "en": "United States"}})
    assert resolve(told, by_country(told), "미국") == "US"
