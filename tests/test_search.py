"""Names found as they are typed."""

from __future__ import annotations

import pytest

from biograph.search import Index, Match, Named
from biograph.search.keyboard import retyped
from biograph.search.pattern import folded

HANMI = Named(
    "id:1", "Association", "한미바이오교류협회", {"ko": "한미바이오교류협회", "en": "KUBA"}, ("한미 교류회",), 5
)
GAPS = Named("id:2", "Company", "값진바이오", {"ko": "값진바이오"}, (), 1)
BIO = Named("id:3", "Company", "바이오", {"ko": "바이오"}, (), 0)
LATIN = Named("id:4", "Company", "Café Genomics (USA)", {"en": "Café Genomics (USA)"}, ("ＣＧＵ",), 2)
HOSTILE = Named("id:5", "Company", "<script>alert(1)</script>", {}, (".*[", "", "한\n미"), 9)
INDEX = Index([HANMI, GAPS, BIO, LATIN, HOSTILE])


def searched(index: Index, query: str) -> list[str]:
    return [hit.entity.iri for hit in index.search(query)]


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
        ("ㄳㅂ", None),
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
    found = searched(INDEX, query)
    assert (found[0] if found else None) == first


@pytest.mark.parametrize(
    ("query", "match", "name"),
    [
        ("kuba", Match.EXACT, "KUBA"),
        ("한미바이오 교류협회", Match.EXACT, HANMI.name),
        ("한미", Match.PREFIX, HANMI.name),
        ("교류회", Match.WORD, "한미 교류회"),
        ("협회", Match.PART, HANMI.name),
        ("협회 한미", Match.WORDS, HANMI.name),
        ("ㅎㅁㅂㅇㅇㄱㄹㅎㅎ", Match.INITIALS, HANMI.name),
        ("한밉", Match.INITIALS, HANMI.name),
        ("gksalqkdl", Match.KEYBOARD, HANMI.name),
        ("ㅏㅕㅠㅁ", Match.KEYBOARD, "KUBA"),
    ],
)
def test_a_hit_says_which_name_answers_and_how(query: str, match: Match, name: str) -> None:
    found = {hit.entity.iri: (hit.match, hit.name) for hit in INDEX.search(query)}
    assert found["id:1"] == (match, name)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gksal", "한미"),
        ("rkqtwls", "값진"),
        ("ghksrud qkdl", "환경 바이"),
        ("GKSAL", "한미"),
        ("Rk", "까"),
        ("ㅜ믇ㄴ", "names"),
        ("ㅏㅠㅑㅊ", "kbic"),
        ("ㅘㄳ", "hkrt"),
        ("까뀌", "RkRnl"),
        ("2024", None),
        ("", None),
    ],
)
def test_a_query_is_retyped_in_the_other_script(typed: str, meant: str | None) -> None:
    assert retyped(typed) == meant


def test_what_answers_as_it_is_typed_is_not_retyped() -> None:
    both = Index([Named("id:1", "Company", "Gksal", {}, (), 0), Named("id:2", "Company", "한미", {}, (), 9)])
    assert [(hit.entity.iri, hit.match) for hit in both.search("gksal")] == [("id:1", Match.EXACT)]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("한미바오교류협회", ["id:1"]),
        ("값짐바이오", ["id:2", "id:3", "id:1"]),
        ("값진제약", ["id:2"]),
        ("KUBX", ["id:1"]),
        ("KXUXXX", []),  # two letters of four and six
        ("cafe genomic usb", ["id:4"]),
        ("없는이름", []),
        ("z", []),
        ("", []),
        (".*", []),
    ],
)
def test_names_spelled_like_a_name_are_the_nearest(name: str, near: list[str]) -> None:
    found = INDEX.nearest(name, 5)
    assert [hit.entity.iri for hit in found] == near
    assert all(hit.name in hit.entity.names for hit in found)
    assert {hit.match for hit in found} <= {Match.NEAREST}


def test_the_nearest_are_as_many_as_asked_for_and_each_once() -> None:
    index = Index(Named(f"id:{n}", "Company", f"가나다{n}", {}, (f"가나라{n}",), 0) for n in range(300))
    found = [hit.entity.iri for hit in index.nearest("가나마7", 5)]
    assert found[0] == "id:7"
    assert index.nearest("가나라라7", 1)[0].name == "가나라7"
    assert len(set(found)) == 5


@pytest.mark.parametrize("name", ["kuba", "한미 바이오교류협회", "(CAFÉ) genomics-usa", "CAFE\u0301 Genomics USA"])
def test_a_name_is_known_whatever_its_case_blanks_and_punctuation(name: str) -> None:
    assert INDEX.knows(name)


@pytest.mark.parametrize("name", ["kub", ".*[", ""])
def test_a_part_of_a_name_is_no_name(name: str) -> None:
    assert not INDEX.knows(name)


def test_a_query_longer_than_any_name_is_cut() -> None:
    assert searched(INDEX, "바이오" + " " * 97 + "없음") == searched(INDEX, "바이오")


def test_those_that_answer_come_best_first_and_each_once() -> None:
    assert searched(INDEX, "바이오") == ["id:3", "id:1", "id:2"]
    assert searched(INDEX, "한미") == ["id:5", "id:1"]


def test_what_is_written_so_goes_before_what_it_may_become() -> None:
    index = Index([Named("id:1", "Person", "각하나", {}, (), 9), Named("id:2", "Person", "가하나", {}, (), 1)])
    assert searched(index, "가") == ["id:2", "id:1"]


def test_a_whole_name_is_found_among_very_many_that_begin_so() -> None:
    crowd = [Named(f"id:{n}", "Company", f"가{n}", {}, (), 10) for n in range(5000)]
    index = Index([*crowd, Named("id:rare", "Company", "가", {}, (), 0)])
    assert searched(index, "가")[0] == "id:rare"
    assert len(index.search("ㄱ")) == 3000


def test_all_who_bear_a_whole_name_come_first() -> None:
    crowd = [Named(f"id:{n}", "Company", f"Bio {n}", {}, (), 10) for n in range(5000)]
    same = [Named(f"id:{type_}", type_, "B-io", {}, (), 0) for type_ in ("City", "Company")]
    assert searched(Index([*crowd, *same]), "bio")[:3] == ["id:City", "id:Company", "id:0"]


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
