"""Capitalised runs: where in an English sentence a name may stand, before anyone asks what it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from biograph.extract.english.words import Words
from biograph.extract.lexicon import Lexicon
from biograph.lang import english_grammar as grammar
from biograph.lang.english import MARK, NUMBER, POSSESSIVE
from biograph.model import Sentence, Span, Token

_JOINING = frozenset({"of", "for"})
_JOINED_HEADS = frozenset(
    [
        "Ministry",
        "Department",
        "University",
        "Institute",
        "Institutes",
        "College",
        "School",
        "Center",
        "Centre",
        "Association",
        "Bureau",
        "Office",
        "Society",
        "Academy",
        "Museum",
        "Board",
        "Council",
        "Federation",
        "Agency",
        "Administration",
        "Commission",
        "Faculty",
        "Bank",
        "Foundation",
        "Secretariat",
        "Chamber",
        "Alliance",
        "Organization",
        "Division",
        "Hospital",
        "Journal",
        "Consulate",
        "Embassy",
        "Republic",
        "Committee",
        "Network",
        "Confederation",
        "Union",
        "Coalition",
        "City",
        "Port",
        "Authority",
        "Service",
        "Services",
        "Fund",
    ]
)
_CLOSED = (
    grammar.DETERMINERS
    | grammar.PRONOUNS
    | grammar.RELATIVES
    | grammar.PREPOSITIONS
    | grammar.SUBORDINATORS
    | grammar.CONJUNCTIONS
    | grammar.NEGATIONS
    | grammar.BE
    | grammar.HAVE
    | grammar.DO
    | grammar.MODALS
    | grammar.ADVERBS
    | {"to", "that", "last", "next", "according", "there", "yes"}
) - {"us"}
_LONGEST_NAME = 7
_TITLE_CASE = 0.75  # the share of capitalised long words that makes a line a title-case headline


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `first` to `last` (exclusive) of a sentence that may be one name."""

    sentence: Sentence
    first: int
    last: int

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens[self.first : self.last]

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(t.form for t in self.tokens)

    def part(self, first: int, last: int) -> Run:
        """A part of the run, by token numbers of the sentence."""
        return Run(self.sentence, first, last)

    def before(self, distance: int = 1) -> str:
        """The word so many places before the run, or an empty string."""
        at = self.first - distance
        return self.sentence.tokens[at].form if at >= 0 else ""

    def after(self, distance: int = 0) -> str:
        """The word so many places after the run, or an empty string."""
        at = self.last + distance
        return self.sentence.tokens[at].form if at < len(self.sentence.tokens) else ""


def title_case(sentence: Sentence) -> bool:
    """Whether a sentence is a headline that capitalises its words, so that capitals say nothing about names."""
    words = [t.form for t in sentence.tokens if len(t.form) > 3 and t.form.isalpha()]
    ended = sentence.tokens[-1].form in (".", "?", "!", '"', "”")
    return len(words) > 3 and not ended and sum(w[0].isupper() for w in words) >= _TITLE_CASE * len(words)


def runs(sentence: Sentence, words: Words, lexicon: Lexicon) -> Iterator[Run]:
    """The capitalised runs of a sentence, longest form, left to right."""
    at, tokens = 0, sentence.tokens
    while at < len(tokens):
        end = _end(tokens, at, words, lexicon)
        if end > at and not (end == at + 1 and _adjective(tokens[at].form)):
            yield Run(sentence, at, end)
        at = max(end, at + 1)


def _end(tokens: Sequence[Token], first: int, words: Words, lexicon: Lexicon) -> int:
    if _numbered(tokens, first, words):
        at = first + 1
    elif _capital(tokens[first]) and not _function_word(tokens, first):
        at = first
    else:
        return first
    end = at + 1
    while end < len(tokens):
        size = _step(tokens, first, end, words, lexicon)
        if not size:
            break
        end += size
    return max(end, _known_end(tokens, first, lexicon))


def _known_end(tokens: Sequence[Token], first: int, lexicon: Lexicon) -> int:
    """Where the longest known name from here ends: some have lower-case words (`SK bioscience`)."""
    marks = (i for i in range(first, len(tokens)) if tokens[i].form in "()")
    ends = range(min(len(tokens), first + _LONGEST_NAME, next(marks, len(tokens))), first, -1)
    return next((end for end in ends if _known(tokens, first, end, lexicon)), first)


def _step(tokens: Sequence[Token], first: int, at: int, words: Words, lexicon: Lexicon) -> int:
    """How many more tokens belong to the run that has reached `at`."""
    form, following = tokens[at].form, tokens[at + 1] if at + 1 < len(tokens) else None
    if _capital(tokens[at]) or (tokens[at].tag == NUMBER and _plain_number(tokens, at)):
        return 1
    if following is None or not _capital(following):
        return _of_the(tokens, at)
    if form == "&" or (form == "-" and tokens[at].span.end == following.span.start):
        return 2
    head = tokens[at - 1].form
    if form in _JOINING and head in _JOINED_HEADS:
        return 2
    if form == "and" and _joined_by_and(tokens, first, at, words, lexicon):
        return 2
    if tokens[at].tag == POSSESSIVE and words.head(following.form) and not _known(tokens, first, at, lexicon):
        return 2
    return 0


def _of_the(tokens: Sequence[Token], at: int) -> int:
    """`… of the Americas`: an article inside a name."""
    inside = tokens[at].form in _JOINING and tokens[at - 1].form in _JOINED_HEADS and at + 2 < len(tokens)
    return 3 if inside and tokens[at + 1].form == "the" and _capital(tokens[at + 2]) else 0


def _joined_by_and(tokens: Sequence[Token], first: int, at: int, words: Words, lexicon: Lexicon) -> bool:
    """`Ministry of Food and Drug Safety`, `the Pharmaceuticals and Devices Agency`, not `Pfizer and Merck`."""
    so_far = [t.form for t in tokens[first:at]]
    end = at + 1
    while end < len(tokens) and _capital(tokens[end]):
        end += 1
    rest = [t.form for t in tokens[at + 1 : end]]
    if _known(tokens, at + 1, end, lexicon):
        return False
    if any(w in _JOINING for w in so_far):
        return not words.head(rest[-1]) and not _known(tokens, at - 1, at, lexicon)
    if any(_known(tokens, start, end, lexicon) for start in range(first, at)):
        return True
    article = first > 0 and tokens[first - 1].form.lower() == "the"
    return article and len(so_far) <= 2 and len(rest) > 1 and bool(words.head(rest[-1])) and not words.head(so_far[-1])


def _known(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    return bool(lexicon.named(" ".join(t.form for t in tokens[first:last])))


def _adjective(form: str) -> bool:
    """`RNA-editing`: capitals, then a lower-case word."""
    first, _, second = form.partition("-")
    return first.isupper() and len(second) > 3 and second.islower()


def _capital(token: Token) -> bool:
    form = token.form
    inner = len(form) > 2 and form[0].islower() and form[1].isupper()  # iMediSync
    return token.tag not in (MARK, NUMBER, POSSESSIVE) and (form[0].isupper() or inner or _lettered(form))


def _lettered(form: str) -> bool:
    """A code such as 3SBio or 10x: digits first, then a capital."""
    return form[0].isdigit() and any(c.isupper() for c in form)


def _function_word(tokens: Sequence[Token], at: int) -> bool:
    """Whether a capitalised word is a function word or, at the start, an ordinary word of the sentence."""
    return tokens[at].form.lower() in _CLOSED and not tokens[at].form.isupper()


def _plain_number(tokens: Sequence[Token], at: int) -> bool:
    """A number that belongs to the name before it: `Harbor Labs 12`, `Health Expo 2025`, but no date or amount."""
    form = tokens[at].form
    following = tokens[at + 1].form if at + 1 < len(tokens) else ""
    return form.isdigit() and following not in {"percent", "million", "billion", "%", "of"} and len(form) < 5


def _numbered(tokens: Sequence[Token], at: int, words: Words) -> bool:
    """A name that starts with a number: `12 Harbor Street`, `2024 Health Report`."""
    if tokens[at].tag != NUMBER or not tokens[at].form.isdigit():
        return False
    end = at + 1
    while end < len(tokens) and _capital(tokens[end]):
        end += 1
    return end > at + 1 and words.head(tokens[end - 1].form) in {"Facility", "Event", "Publication", "Program"}
