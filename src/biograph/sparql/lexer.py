"""SPARQL as tokens, by the terminals of its grammar (https://www.w3.org/TR/sparql11-query/#sparqlGrammar)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_FIRST = f"[{_BASE}_]"
_CHAR = f"[{_BASE}_0-9\u00b7\u0300-\u036f\u203f-\u2040-]"
_ESCAPED = r"(?:%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])"
_REST = rf"(?:(?:{_CHAR}|\.)*{_CHAR})?"
_LOCAL = rf"(?:{_FIRST}|[0-9:]|{_ESCAPED})(?:(?:{_CHAR}|[.:]|{_ESCAPED})*(?:{_CHAR}|:|{_ESCAPED}))?"
_NAMES = rf"(?:{_FIRST}|[0-9])(?:{_CHAR.replace('-]', ']')})*"
# In this order: what may hold any word without meaning it comes before the words. A word and a string that is not
# closed are taken whole, though SPARQL has no such tokens: else they were read again from each of their characters.
_TERMINALS = re.compile(
    rf"""
    (?P<blank> [ \t\r\n]+ )
    | (?P<comment> \#[^\n\r]* )
    | (?P<string> \"\"\" (?: [^"\\] | \\. | "(?!"") )* \"\"\" | ''' (?: [^'\\] | \\. | '(?!'') )* '''
      | " (?: [^"\\\n\r] | \\[^\n\r] )* " | ' (?: [^'\\\n\r] | \\[^\n\r] )* ' )
    | (?P<iri> < [^<>"{{}}|^`\x00-\x20]* > )
    | (?P<variable> [?$] {_NAMES} )
    | (?P<node> _: (?:{_FIRST}|[0-9]) (?: (?:{_CHAR}|\.)* {_CHAR} )? )
    | (?P<language> @ [A-Za-z]+ (?: -[A-Za-z0-9]+ )* )
    | (?P<name> (?:[{_BASE}]{_REST})? : (?:{_LOCAL})? )
    | (?P<number> (?: [0-9]+ (?:\.[0-9]*)? | \.[0-9]+ ) (?: [eE][+-]?[0-9]+ )? )
    | (?P<word> {_FIRST}{_REST} )
    | (?P<open> ["'] [^\n\r]* )
    | (?P<mark> \^\^ | && | \|\| | [<>!]= | <<\(? | \)?>> | . )
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A terminal and where it stands, in characters.

    `kind` is string, iri, variable, node (blank node), language, name (with its prefix), number, word, mark or open (a
    string that is not closed); blank and comment stand between tokens.
    """

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def is_word(self, *words: str) -> bool:
        """Whether it is one of these keywords, which SPARQL lets be written in any case."""
        return self.kind == "word" and self.text.upper() in words


def tokens(sparql: str) -> Iterator[Token]:
    """The tokens of any text, without blanks and comments; what is no SPARQL comes as marks of one character."""
    place = 0
    while place < len(sparql):
        token = token_at(sparql, place)
        if token.kind not in ("blank", "comment"):
            yield token
        place = token.end


def token_at(sparql: str, place: int) -> Token:
    """The longest token that begins at a place in a text, be it a blank or a comment."""
    found = _TERMINALS.match(sparql, place)
    assert found, "a mark is any character"
    return Token(found.lastgroup or "mark", found[0], place)
