"""Where the analyser's reading of Korean is put right."""

from __future__ import annotations

import pytest

from biograph.lang import korean
from biograph.model import Span


@pytest.mark.parametrize(
    ("text", "form", "tag"),
    [("한빛제약은 바젤에 유럽사무소를 열었다.", "은", "JX"), ("금과 은 시세가 올랐다.", "은", "NNG")],
)
def test_the_topic_particle_is_no_metal(text: str, form: str, tag: str) -> None:
    (sentence,) = korean.sentences(text, [Span(0, len(text))])
    assert [token.tag for token in sentence.tokens if token.form == form] == [tag]
