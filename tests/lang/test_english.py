"""English sentences and words stand where they stand in the text."""

from __future__ import annotations

import pytest

from biograph.lang import english
from biograph.lang.english_grammar import singular, verb_forms
from biograph.model import Span


def parts(text: str) -> list[str]:
    return [s.span.of(text) for s in english.sentences(text, [Span(0, len(text))])]


def forms(text: str) -> list[str]:
    return [t.form for t in english.tokens(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Acme Inc. of Salem grew. It hired.", ["Acme Inc. of Salem grew.", "It hired."]),
        ("Dr. Kim met J. Smith in the U.S. market.", ["Dr. Kim met J. Smith in the U.S. market."]),
        ("It sells in the U.S. The firm grew.", ["It sells in the U.S.", "The firm grew."]),
        ("It closed on Nov. 3 at $1.5 billion. Bolt Co. Ltd. gained.", 2),
        ('"We grew." She left.', ['"We grew."', "She left."]),
        ("Acme buys Bolt\n\nAcme said so.", ["Acme buys Bolt", "Acme said so."]),
        ("Deals\n- Acme bought Bolt\n- Bolt hired Kim", 3),
    ],
)
def test_sentences(text: str, sentences: list[str] | int) -> None:
    assert (len(parts(text)) if isinstance(sentences, int) else parts(text)) == sentences


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Acme's plans", ["Acme", "'s", "plans"]),
        ("firms' plans", ["firms", "'", "plans"]),
        ("didn't", ["did", "n't"]),
        ("Basel-based R&D Korea-U.S. ties", ["Basel", "-based", "R&D", "Korea-U.S.", "ties"]),
        ("3,000-litre tanks, 3, 2025", ["3,000-litre", "tanks", ",", "3", ",", "2025"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert forms(text) == words


def test_offsets_index_the_text() -> None:
    text = "서울 — Acme’s “new” plant, in the U.S., isn’t open (yet)."
    for sentence in english.sentences(text, [Span(0, len(text))]):
        assert all(t.span.of(text) == t.form for t in sentence.tokens)


def test_verbs_and_nouns() -> None:
    assert ("acquire", "past") in verb_forms("acquired")
    assert ("buy", "part") in verb_forms("bought")
    assert ("plan", "ing") in verb_forms("planning")
    assert [singular(n) for n in ("subsidiaries", "companies", "offices", "analysis", "boxes")] == [
        "subsidiary", "company", "office", "analysis", "box",
    ]  # fmt: skip
