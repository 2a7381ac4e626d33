"""The sections of the data: they can stand in a script element, and a large one comes back whole."""

from __future__ import annotations

import base64
import gzip
import json
import re

import pytest

from biograph.page import sections

from . import sample


@pytest.mark.parametrize("payload", sample.PAYLOADS)
def test_embedded_json_holds_no_markup_and_means_the_same(payload):
    text = sections.safe({payload: payload})
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == {payload: payload}


def test_a_small_part_can_be_read_and_a_large_one_is_packed():
    small, large = ["가"], ["가나다라"] * sections.PACKED
    markup = sections.embed({"small": small, "large": large})
    assert '<script type="application/json" id="data-small">["가"]</script>' in markup
    (packed,) = re.findall(r'data-encoding="gzip" id="data-large">([^<]*)<', markup)
    assert json.loads(gzip.decompress(base64.b64decode(packed))) == large
    assert len(packed) < sections.PACKED
    assert sections.embed({"small": small, "large": large}) == markup


def test_texts_are_read_in_blocks():
    assert list(sections.blocks([10, 10, 25, 1, 1], 20)) == [0, 0, 1, 2, 2]
    assert list(sections.blocks([], 20)) == []
