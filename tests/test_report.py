"""The report: claims apart from counts, honest about size, and nothing from an article as markup."""

import re
from dataclasses import replace

import pytest

from biograph.brokers import rows
from biograph.errors import NotFoundError
from biograph.model import Corpus
from biograph.report import escape, markdown
from small_corpus import CLAIM, corpus, planted


def sections(text: str) -> dict[str, str]:
    parts = re.split(r"^##? (.*)$", text, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_one_article_is_called_small_and_its_claim_is_quoted() -> None:
    found = corpus(CLAIM)
    parts = sections(markdown(found, rows(found), "en"))
    assert "One article is a very small network" in parts["Who is the bridge?"]
    claims = parts["1. What the text itself claims"]
    assert "**KABIC** → 한국 (said by: the text)" in claims
    assert "> Association:KABIC bridges Country:한국" in claims
    assert "too small to say" in parts["2. What is computed from the network"]
    assert "more than chance" not in parts["2. What is computed from the network"]
    assert "**KABIC**: the text calls it a bridge, but" in parts["3. Where claim and computation meet"]


def test_one_sentence_for_both_sides_is_quoted_once() -> None:
    found = corpus(CLAIM)
    first, second, *others = found.statements
    found = replace(found, statements=(first, replace(second, evidence=first.evidence), *others))
    claims = sections(markdown(found, rows(found), "en"))["1. What the text itself claims"]
    assert "**KABIC** → 미국, 한국 (said by: the text)" in claims
    assert claims.count("> Association:KABIC") == 1


def test_a_planted_broker_agrees_with_its_claim_and_is_quoted() -> None:
    found = planted()
    text = markdown(found, rows(found), "en")
    parts = sections(text)
    assert "One article" not in text
    assert "has 18 paths" in parts["3. Where claim and computation meet"]
    assert "> Company:Hub suppliesTo Company:U0" in parts["4. Quotes"]
    numbers = re.findall(r"\[(\d+)\]", parts["4. Quotes"])
    assert set(numbers) == {str(n) for n in range(1, max(map(int, numbers)) + 1)}


def test_both_languages_tell_the_same() -> None:
    found = planted()
    ko, en = (markdown(found, rows(found), language) for language in ("ko", "en"))
    assert len(sections(ko)) == len(sections(en)) == 6
    assert re.findall(r"^> .*$", ko, re.MULTILINE) == re.findall(r"^> .*$", en, re.MULTILINE)
    assert "우연보다 많음" in ko
    with pytest.raises(NotFoundError, match="ko"):
        markdown(found, [], "fr")


def test_text_from_articles_is_not_markup() -> None:
    found = corpus(CLAIM)
    evil = {
        id_: replace(entity, name="<b>|[x](y)*") if entity.name == "KABIC" else entity
        for id_, entity in found.entities.items()
    }
    found = replace(found, entities=evil)
    text = markdown(found, rows(found), "ko")
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert escape("a\n| b") == "a \\| b"
    table = [line for line in text.splitlines() if line.startswith("| ")]
    assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table}) == 1


def test_nothing_to_tell_is_told() -> None:
    parts = sections(markdown(Corpus(), [], "en"))
    assert "No sentence calls anybody a bridge" in parts["1. What the text itself claims"]
    assert "nothing to compute" in parts["2. What is computed from the network"]
    assert "no claim to compare" in parts["3. Where claim and computation meet"]
    assert "no sentence to quote" in parts["4. Quotes"]
