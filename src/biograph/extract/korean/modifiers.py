"""What stands before a class noun in the same word: a proper noun, a place, or nothing but common nouns."""

from __future__ import annotations

from biograph.extract.korean.context import Context
from biograph.extract.korean.found import PLACES, Head
from biograph.model import Span


def modifier_of(context: Context, span: Span, head: Head) -> Span:
    """The part of a word before its class noun."""
    return Span(span.start, max(span.start, span.end - len(head.text)))


def one_proper_noun(context: Context, span: Span) -> bool:
    """Whether the analyser takes a word, class noun and all, for one proper noun: no word of its dictionary."""
    index = context.by_start.get(span.start)
    return index is not None and any(t.span == span and t.tag == "NNP" for t in context.words[index].tokens)


def begins_with_place(context: Context, word: str) -> bool:
    return any(
        entry.type in PLACES for size in range(2, min(6, len(word)) + 1) for entry in context.lexicon.named(word[:size])
    )


def only_country(context: Context, word: str) -> bool:
    """`한국대학`, `미국병원`: a country alone makes no name."""
    return any(entry.type == "Country" for entry in context.lexicon.named(word))


def all_generic(context: Context, span: Span) -> bool:
    """Whether a modifier splits into generic words alone."""
    word = span.of(context.text).replace("-", "").replace("·", "")
    reach = {0}
    for i in range(len(word)):
        if i in reach:
            reach |= {j for j in range(i + 1, len(word) + 1) if word[i:j] in context.tables.generic}
    return len(word) in reach
