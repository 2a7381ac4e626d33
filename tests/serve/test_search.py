"""Names found as they are typed."""

from __future__ import annotations

import pytest

pytest.importorskip("starlette", reason="starlette is not installed: pip install 'biograph[serve]'")

from biograph.serve.search import Index, Named
from biograph.serve.search.pattern import folded

HANMI = Named(
    "id:1", "Association", "한미바이오교류협회", {"ko": "한미바이오교류협회", "en": "KUBA"}, ("한미 교류회",), 5
)
GAPS = Named("id:2", "Company", "값진바이오", {"ko": "값진바이오"}, (), 1)
BIO = Named("id:3", "Company", "바이오", {"ko": "바이오"}, (), 0)
LATIN = Named("id:4", "Company", "Café Genomics (USA)", {"en": "Café Genomics (USA)"}, ("ＣＧＵ",), 2)
HOSTILE = Named("id:5", "Company", "<script>alert(1)</script>", {}, (".*[", "", "한\n미"), 9)
INDEX = Index([HANMI, GAPS, BIO, LATIN, HOSTILE])


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ㅎㅁㅂㅇㅇ", "id:1"),
        ("한미ㅂ", "id:1"),
        ("한밉", "id:1"),
        ("하", "id:5"),
        ("한미 교류", "id:1"),
        ("교류 한미", "id:1"),
        ("kub", "id:1"),
        ("KUBA", "id:1"),
        ("갑", "id:2"),
        ("갓", None),
        ("값지", "id:2"),
        ("ㄳ", None),
        ("cafe", "id:4"),
        ("genomics usa", "id:4"),
        ("cgu", "id:4"),
        ("바이오", "id:3"),  # the whole name goes before what is better known
        ("script", "id:5"),
        ("없는이름", None),
        (".*", None),
        ("", None),
        ("()", None),
    ],
)
def test_a_query_as_it_is_typed_finds_the_name(query: str, first: str | None) -> None:
    found = INDEX.search(query, 5)
    assert (found[0].iri if found else None) == first


def test_those_that_answer_come_best_first_and_each_once() -> None:
    assert [e.iri for e in INDEX.search("바이오", 5)] == ["id:3", "id:1", "id:2"]
    assert [e.iri for e in INDEX.search("바이오", 2)] == ["id:3", "id:1"]
    assert [e.iri for e in INDEX.search("한미", 5)] == ["id:5", "id:1"]


def test_what_is_written_so_goes_before_what_it_may_become() -> None:
    index = Index([Named("id:1", "Person", "각하나", {}, (), 9), Named("id:2", "Person", "가하나", {}, (), 1)])
    assert [e.iri for e in index.search("가", 2)] == ["id:2", "id:1"]


def test_a_whole_name_is_found_among_very_many_that_begin_so() -> None:
    crowd = [Named(f"id:{n}", "Company", f"가{n}", {}, (), 10) for n in range(5000)]
    index = Index([*crowd, Named("id:rare", "Company", "가", {}, (), 0)])
    assert index.search("가", 1)[0].iri == "id:rare"
    assert len(index.search("ㄱ", 50)) == 50


def test_a_name_is_told_in_the_language_of_the_reader() -> None:
    assert (HANMI.called("en"), HANMI.called("ko"), GAPS.called("en")) == ("KUBA", "한미바이오교류협회", "값진바이오")
    assert HANMI.others("en") == ("한미 교류회", "한미바이오교류협회")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("㈜가온", "주 가온"),
        ("ＡＢ－Ｃ", "ab c"),
        ("ㅎㅁ 바이오", "ㅎㅁ 바이오"),
        ("한글".encode().decode(), "한글"),
        ("한", "한"),
    ],
)
def test_what_counts_of_a_name_are_letters_and_figures(text: str, key: str) -> None:
    assert folded(text) == key
