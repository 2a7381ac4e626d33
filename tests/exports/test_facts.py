from __future__ import annotations

from dataclasses import replace

import pytest

from biograph.errors import DatasetError
from biograph.exports.facts import facts, one_line, plain
from biograph.model import Corpus, Sighting, Span, Status
from biograph.vocabulary import load
from small_corpus import corpus

PACT = "Company:Alpha partnersWith Company:Beta"


def test_a_fact_is_as_old_as_its_earliest_dated_article() -> None:
    values = corpus(PACT, PACT)
    both = replace(values.statements[0], evidence=values.statements[1].evidence + values.statements[0].evidence)
    undated = dict(values.documents) | {"d1": replace(values.documents["d1"], published=None)}

    def published(values: Corpus) -> object:
        return facts(values, load(), tuple(Status), "en").edges[0]["published"]

    assert published(replace(values, statements=(both,))) == "2024-01-01"
    assert published(replace(values, statements=(both,), documents=undated)) == "2024-01-02"


def test_documents_name_entities_so_many_times() -> None:
    values = corpus(PACT)
    seen = [
        Sighting(Span(0, 5), "Company/alpha"),
        Sighting(Span(7, 9), "Company/alpha"),
        Sighting(Span(7, 9), "City/gone"),
    ]
    named = facts(replace(values, sightings={"d1": tuple(seen)}), load(), (), "en").named
    assert named == ({"source": "d1", "target": "Company/alpha", "times": 2},)


def test_a_fact_about_nothing_known_is_one_line() -> None:
    values = corpus(PACT)
    with pytest.raises(DatasetError, match=r"no entity Company/beta \(see: biograph check\)") as caught:
        facts(replace(values, entities={"Company/alpha": values.entities["Company/alpha"]}), load(), (), "en")
    assert "\n" not in str(caught.value)


def test_texts_of_one_line_have_neither_controls_nor_runs_of_blanks() -> None:
    assert one_line(" a\x00\x08\r\n\u2028b\x1f\x85\u3000c\x9f\ufffe\ud800 ") == "a b c"


def test_lists_are_joined_where_there_are_none() -> None:
    assert [plain(value) for value in (("a", "b"), (), "a", 3)] == ["a | b", "", "a", 3]
