"""English text to sentences of words with exact offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from biograph.model import Sentence, Span, Token

WORD, NUMBER, POSSESSIVE, MARK = "WORD", "NUM", "POS", "PUNCT"

# A full stop after these never ends a sentence; after the second kind only when a function word follows.
_NEVER_LAST = frozenset(
    [
        "dr",
        "mr",
        "mrs",
        "ms",
        "prof",
        "st",
        "no",
        "vs",
        "gov",
        "sen",
        "rep",
        "gen",
        "mt",
        "ft",
        "fig",
        "approx",
        "e.g",
        "i.e",
    ]
)
_MAYBE_LAST = frozenset(
    [
        "inc",
        "co",
        "corp",
        "ltd",
        "bros",
        "llc",
        "plc",
        "s.a",
        "n.v",
        "etc",
        "jr",
        "sr",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
_OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "it",
        "its",
        "he",
        "she",
        "they",
        "we",
        "this",
        "that",
        "these",
        "those",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "and",
        "but",
        "as",
        "after",
        "before",
        "while",
        "when",
        "if",
        "under",
        "over",
        "both",
        "all",
        "some",
        "most",
        "many",
        "several",
        "other",
        "another",
        "our",
        "their",
        "his",
        "her",
        "there",
        "here",
        "to",
        "since",
        "during",
    ]
)
_TOKEN = re.compile(
    r"""(?P<BASED>(?<=[^\W_.])-(?:based|headquartered|listed)(?!\w))
      | (?P<POS>['’]s(?!\w)|(?<=s)['’](?=\s))
      | (?P<NEG>n['’]t(?!\w))
      | (?P<ABBR>(?:[A-Z]\.){2,}|\d+(?:,\d{3})+(?:-[a-z]+)+|[A-Z]\.(?=\s[A-Z])|Ph\.D\.?
          |(?:Dr|Mr|Mrs|Ms|Prof|St|Gov|Sen|Rep|Mt|No|vs)\.(?=\s)
          |(?:Inc|Co|Corp|Ltd|Bros|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.(?!\w))
      | (?P<NUM>\d+(?:,\d{3})*(?:\.\d+)?(?![\w-])%?)
      | (?P<WORD>(?:[^\W_](?!n['’]t(?!\w)))*[^\W_]
          (?:-(?:[A-Z]\.){2,}|(?:-(?!(?:based|headquartered|listed)(?!\w))(?=[^\W_])|[&*.](?=[^\W_])|['’](?!s(?!\w)|t(?!\w))(?=[^\W_]))[^\W_]+)*)
      | (?P<PUNCT>\S)""",
    re.VERBOSE,
)
_END = re.compile(r"[.?!]['’”\"\])]*(?=\s)")
_BULLET = re.compile(r"\s*(?:[-•▲*·–]|\d+[.)])\s")
_SHORT_LINE = 60  # a line this short without a final mark is a heading, not the first part of a sentence


def sentences(text: str, spans: Iterable[Span]) -> tuple[Sentence, ...]:
    """The sentences inside each of the spans, with offsets into the whole text."""
    return tuple(
        Sentence(part, tuple(tokens(text, part)))
        for span in spans
        for paragraph in _paragraphs(text, span)
        for part in _split(text, paragraph)
    )


def tokens(text: str, span: Span) -> Iterator[Token]:
    """The words, numbers and marks of a span; a possessive ending and n't are tokens of their own."""
    for match in _TOKEN.finditer(text, span.start, span.end):
        kind = match.lastgroup or MARK
        tag = WORD if kind in ("ABBR", "NEG", "BASED") else kind
        yield Token(match.group(), tag, Span(match.start(), match.end()), match.group().lower().replace("’", "'"))


def _paragraphs(text: str, span: Span) -> Iterator[Span]:
    """Runs of lines that belong together: broken at blank lines, after headings and before list items."""
    start, at = span.start, span.start
    for line in re.split(r"(?<=\n)", span.of(text)):
        bare = line.strip()
        if start < at and (not bare or _BULLET.match(line) or _ended(text[start:at])):
            yield from _trim(text, start, at)
            start = at
        at += len(line)
    yield from _trim(text, start, span.end)


def _ended(paragraph: str) -> bool:
    last = paragraph.rstrip("\n").rsplit("\n", 1)[-1].strip()
    return bool(last) and (last[-1] in '.?!”"' or len(last) < _SHORT_LINE)


def _split(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for match in _END.finditer(text, paragraph.start, paragraph.end):
        if _is_end(text, start, match, paragraph.end):
            yield from _trim(text, start, match.end())
            start = match.end()
    yield from _trim(text, start, paragraph.end)


def _is_end(text: str, start: int, match: re.Match[str], end: int) -> bool:
    following = text[match.end() : end].lstrip()
    if not following:
        return True
    first = following.lstrip("\"“‘'([$€£₩")
    if not first or not (first[0].isupper() or first[0].isdigit()):
        return False
    if match.group()[0] != ".":
        return True
    last = (re.findall(r"[\w.&-]+$", text[start : match.start()]) or [""])[-1].lower()
    if last in _NEVER_LAST or re.fullmatch(r"\w", last):
        return False
    if last in _MAYBE_LAST or re.search(r"\.\w$", last):  # U.S. and the like
        return (re.findall(r"\w+", first) or [""])[0].lower() in _OPENERS
    return True


def _trim(text: str, start: int, end: int) -> Iterator[Span]:
    part = text[start:end]
    if part.strip():
        yield Span(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))
