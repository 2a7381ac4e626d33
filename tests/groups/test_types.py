"""Every entity's type is its group."""

from biograph.groups import Membership, by_type
from small_corpus import corpus


def test_types_need_no_statement_and_have_labels() -> None:
    found = by_type(corpus("Person:P founded Company:A"))
    assert found.memberships == {"Company/a": (Membership("Company"),), "Person/p": (Membership("Person"),)}
    assert found.names == {"Company": {"ko": "기업", "en": "company"}, "Person": {"ko": "인물", "en": "person"}}
    assert (found.kind, found.derived) == ("type", False)
