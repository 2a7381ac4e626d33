"""Other names of one thing inside a document: bracketed short forms, shortened names, surnames."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from biograph.extract.english.candidates import Reader
from biograph.lang.english import WORD
from biograph.model import Token

_LONGEST_ALIAS = 4
_ORGANISATIONS = frozenset(
    [
        "Company",
        "GovernmentBody",
        "Association",
        "University",
        "Hospital",
        "ResearchInstitute",
        "Investor",
        "MediaOutlet",
    ]
)


def bracketed(sentence_tokens: Sequence[Token], last: int) -> tuple[int, int] | None:
    """Where the bracket right after token `last` holds a possible short form, as token numbers."""
    if last >= len(sentence_tokens) or sentence_tokens[last].form != "(":
        return None
    end = last + 1
    while end < min(len(sentence_tokens), last + 2 + _LONGEST_ALIAS) and sentence_tokens[end].form != ")":
        end += 1
    inside = sentence_tokens[last + 1 : end]
    if not inside or end >= len(sentence_tokens) or any(t.tag != WORD for t in inside):
        return None
    return (last + 1, end) if all(t.form[0].isupper() or t.form[:2].lower() != t.form[:2] for t in inside) else None


def acronym_start(tokens: Sequence[Token], last: int, acronym: str) -> int | None:
    """The token at which a name ending before `last` starts, if its capitals spell the acronym."""
    letters = [c for c in acronym if c.isalpha()]
    at, left = last - 1, len(letters)
    while at >= 0 and left:
        word = tokens[at].form
        if tokens[at].tag == WORD and (word[0].isupper() or "-" in word):
            taken = _spelled(word, letters[:left])
            if not taken:
                return None
            left -= taken
        elif not (word in {"of", "for", "and", "the", "in", "&", "on"} or word == "'s"):
            return None
        if left == 0:
            return at
        at -= 1
    return None


def _spelled(word: str, letters: Sequence[str]) -> int:
    """How many of the last letters a word accounts for: one per part, or its inner capitals."""
    parts = [p for p in word.split("-") if p]
    initials = [p[0].upper() for p in parts]
    capitals = [c for c in word if c.isupper()]
    for spelling in (capitals, initials, initials[:1]):
        if spelling and [c.upper() for c in letters[-len(spelling) :]] == spelling:
            return len(spelling)
    return 0


def short_form_of(name: str, types: Mapping[str, str], reader: Reader, order: Iterable[str]) -> str | None:
    """The longer name of the document that a name shortens: a surname, or an organisation without its last words."""
    words = name.split()
    for longer in order:
        parts = longer.split()
        if len(parts) <= len(words):
            continue
        type_ = types.get(longer)
        if type_ == "Person" and len(words) == 1 and name == surname(parts, reader):
            return longer
        if type_ in _ORGANISATIONS and parts[: len(words)] == words and _droppable(parts[len(words) :], reader):
            return longer
    return None


def surname(parts: Sequence[str], reader: Reader) -> str:
    """The family name: the first part of a Korean name written in its own order, else the last."""
    korean = parts[0] in reader.words.kinds["surname"] and parts[0] not in reader.words.kinds["given"]
    return parts[0] if korean else parts[-1]


def _droppable(rest: Sequence[str], reader: Reader) -> bool:
    return all(reader.words.head(word) or word in {"&", "and"} for word in rest)
