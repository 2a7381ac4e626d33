"""Tokens of SPARQL: no character is lost, and no text takes long."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from biograph.sparql.lexer import token_at, tokens

# What decides where a token ends, more often than any text would have it.
PIECES = st.sampled_from(
    [*"'\"\\<>#:._?$@%-({[|^&! \n\r\t1eaSß가\x00", "'''", '"""', "<<", "SERVICE", "\\u0053", "e:a"]
)
TEXTS = st.lists(PIECES | st.text(max_size=3), max_size=40).map("".join)


def pieces(sparql: str) -> list[str]:
    found, place = [], 0
    while place < len(sparql):
        found.append(token_at(sparql, place).text)
        place += len(found[-1])
    return found


@pytest.mark.slow
@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_no_character_is_lost(text: str) -> None:
    found = pieces(text)
    assert "".join(found) == text
    assert all(found), "no token is empty"
    for token in tokens(text):
        assert text[token.start : token.end] == token.text


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("SELECT ?x{?x a:b.c 1.5 }", "word variable mark variable name number mark"),
        ("'a''b' \"c\" '''d'e''f\n''' \"\"\"g\"\"\"", "string string string string string"),
        ("'''a''''b'", "string string"),
        ("'a\\'b' 'c\\\\'", "string string"),
        ("<http://x/a'b#c> <> <a b>", "iri iri mark word word mark"),
        ("'a'@ko-KR 'b'^^e:c", "string language string mark name"),
        ("e:a\\.b\\#c e:%41. :x e.f:g", "name name mark name name"),
        ("_:a.b. $x?y", "node mark variable variable"),
        ("?가람 가:나", "variable name"),
        ("# SERVICE\r?x#\n", "variable"),
        ("'open\n\"open\\\n?x", "open open variable"),
        ("?a<?b && ?c>=1 <<( ?s )>>", "variable mark variable mark variable mark number mark variable mark"),
        ("a.b.c \x0b", "word mark"),
    ],
)
def test_tokens_are_the_terminals_of_the_grammar(text: str, kinds: str) -> None:
    assert [token.kind for token in tokens(text)] == kinds.split()


@pytest.mark.slow
@pytest.mark.parametrize(
    "again",
    [
        "'",
        "'\\",
        '"\\\n',
        "a.",
        "가",
        "가.",
        "<",
        "<'>",
        "_:",
        "?",
        "''\\'",
        '\n\\">^\\',
        "e:a.",
        "<#>",
        "@a-",
        "%4",
        ". ",
    ],
)
def test_a_text_is_read_in_one_go(again: str) -> None:
    """Where a token were sought anew from each of its characters, this would take minutes."""
    text = again * (200_000 // len(again))
    assert len("".join(pieces(text))) == len(text)
