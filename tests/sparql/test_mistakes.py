"""What is wrong with a query is told where it stands, with what to try."""

from __future__ import annotations

import pytest

from biograph.errors import QueryError
from biograph.store import Store

WHERE_TO_LOOK = "look just before that place"


@pytest.mark.parametrize(
    ("query", "place", "hint"),
    [
        ("이것은 SPARQL이 아니다", "line 1", "a query begins with SELECT"),
        ("", "line 1, column 1", "a query begins with SELECT"),
        ("SELECT ?a {\n  ?a a bg:Company", "line 2, column 18", WHERE_TO_LOOK),
        ("SELECT ?a WHERE ?a a bg:Company", "line 1, column 17: not SPARQL at “?a a bg:Company”", WHERE_TO_LOOK),
        ("SELECT ?a { ?a foo:x ?b }", "line 1, column 21: a prefix is not declared", "write PREFIX"),
    ],
)
def test_a_mistake_has_a_place_and_a_hint(query: str, place: str, hint: str) -> None:
    with pytest.raises(QueryError) as told:
        Store.memory([]).select(query)
    assert place in str(told.value)
    assert hint in str(told.value)
    assert "\n" not in str(told.value)
