"""What stated relations say besides, by the rules of the ontology."""

from __future__ import annotations

from biograph import sources, vocabulary
from biograph.extract import extract


def facts(text: str) -> set[tuple[str, str, str]]:
    found = extract(sources.from_text(text, id="case"), vocabulary.load())
    names = {entity.id: entity.name for entity in found.entities}
    return {(names[s.subject], s.predicate, names[s.object]) for s in found.statements}


def test_who_moved_to_a_place_is_there() -> None:
    found = facts("다온바이오협회가 대전으로 이전했다.\n\n다온바이오협회는 기업들이 모인 단체다.\n")
    assert ("다온바이오협회", "relocatesTo", "대전") in found
    assert ("다온바이오협회", "locatedIn", "대전") in found


def test_nobody_partners_with_a_unit_of_its_own() -> None:
    found = facts("유한양행과 한미약품은 유한양행 미국지사와 업무협약을 맺었다.\n\n두 회사는 함께 일한다.\n")
    partners = [set(fact) - {"partnersWith"} for fact in found if fact[1] == "partnersWith"]
    assert {"한미약품", "유한양행 미국지사"} in partners
    assert {"유한양행", "유한양행 미국지사"} not in partners


def test_who_is_to_move_is_not_there_yet() -> None:
    found = facts("다온바이오협회는 내년 대전으로 이전할 계획이다.\n\n다온바이오협회는 기업들이 모인 단체다.\n")
    assert ("다온바이오협회", "relocatesTo", "대전") in found
    assert ("다온바이오협회", "locatedIn", "대전") not in found


def test_the_place_in_a_name_gives_way_to_the_one_told() -> None:
    found = facts("한빛제약은 대전에 한빛제약 한국연구소를 세웠다.\n\n한빛제약은 한국 시장을 본다.\n")
    assert ("한빛제약 한국연구소", "locatedIn", "대전") in found
    assert ("한빛제약 한국연구소", "locatedIn", "한국") not in found


def test_who_licenses_a_product_out_has_it_even_if_that_is_only_planned() -> None:
    found = facts("다온바이오는 한빛제약에 '가온정'을 기술이전할 계획이다.\n\n'가온정'은 신약 후보물질이다.\n")
    assert ("다온바이오", "licensesTo", "한빛제약") in found
    assert ("다온바이오", "develops", "가온정") in found
    extraction = extract(
        sources.from_text("다온바이오는 한빛제약에 '가온정'을 기술이전할 계획이다. '가온정'은 신약이다.", id="case"),
        vocabulary.load(),
    )
    assert {s.predicate: str(s.status) for s in extraction.statements}["develops"] == "asserted"
