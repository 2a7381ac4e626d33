"""What the layers of Korean give together: what one says of another's."""

from __future__ import annotations

from biograph import sources, vocabulary
from biograph.extract.korean import extract

ONTOLOGY = vocabulary.load()


def stated(text: str) -> set[tuple[str, str, str]]:
    extraction = extract(sources.from_text(text, id="case", ontology=ONTOLOGY), ONTOLOGY)
    names = {e.id: e.name for e in extraction.entities}
    return {(names[s.subject], s.predicate, names[s.object]) for s in extraction.statements}


def test_a_host_takes_no_part_in_its_own_event() -> None:
    found = stated(
        "한국바이오협회는 8일 '누리 바이오 포럼'을 열었다. 한국바이오협회와 셀트리온은 '누리 바이오 포럼'에 참가했다."
    )
    assert ("한국바이오협회", "organizes", "누리 바이오 포럼") in found
    assert ("셀트리온", "participatesIn", "누리 바이오 포럼") in found
    assert ("한국바이오협회", "participatesIn", "누리 바이오 포럼") not in found
