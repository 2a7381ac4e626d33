"""What the name tagger sees of a morpheme: itself, its word, its neighbours, marks around it, and known names there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, pairwise

from biograph.model import Sentence, Span, Token

_NOMINAL = frozenset(
    "NNG NNP NNB NR NP SL SN SH SW XPN XSN XR MM UN W_URL W_EMAIL W_HASHTAG W_MENTION W_SERIAL".split()
)
_CLOSING = dict(zip("'\"‘“([<《〈「『", "'\"’”)]>》〉」』", strict=True))
_SHAPES = (("A", "Z"), ("a", "z"), ("0", "9"), ("가", "힣"), ("一", "龥"))
_OUTSIDE = "_"
_LONGEST_QUOTE = 12  # morphemes: longer passages in quotation marks are speech, not titles

# One view of a token: a kind, and what is seen, with tabs between. Few distinct ones make up a text, so that each is
# weighed only once. (Strings, as the collector of garbage counts tuples, and runs too often for so many.)
View = str
_Word = tuple[int, int, str, str]  # first token, number of nominal tokens, their text, what follows them
_BESIDE = "_\t_"  # the form and tag of what is beyond a sentence
_EDGE: _Word = (0, 0, "", "edge")


@dataclass(frozen=True, eq=False)  # compared as an object: the key of a cache
class Cues:
    """Words that give names away: class nouns with the type they end, titles, surnames, given names of foreigners."""

    heads: Mapping[str, str] = field(default_factory=dict)
    titles: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()

    @lru_cache(maxsize=20_000)  # noqa: B019 - the few objects of this class live as long as the program
    def of(self, word: str) -> tuple[str, ...]:
        """How a word looks: its length, its kinds of characters, and then what gives it away: the type of its class
        noun (`=` where it is nothing else), a title, a given name, a surname with one to three syllables."""
        if not word:
            return ()
        found = [f"len{min(len(word), 7)}", "shape" + _shape(word)]
        start = next((i for i in range(len(word)) if word[i:] in self.heads), None)
        if start is not None:
            found.append(f"head{'' if start else '='}{self.heads[word[start:]]}")
        if word in self.titles:
            found.append("title")
        elif any(word[i:] in self.titles for i in range(1, len(word) - 1)):
            found.append("titled")
        if word in self.given:
            found.append("given")
        if 2 <= len(word) <= 4 and not self.surnames.isdisjoint((word[0], word[:2])):
            found.append(f"surname{len(word)}")
        return tuple(found)


def views(text: str, sentence: Sentence, known: Iterable[tuple[Span, str]] = ()) -> list[list[View]]:
    """All views of every token of a sentence; `known` are names that a lexicon found in it, with their types.

    A token outside the nominal part of its word (particle, ending, verb, mark) is seen only with its neighbours' tags.
    """
    tokens = sentence.tokens
    tags = [token.tag for token in tokens]
    seen = [_BESIDE, *(f"{token.form}\t{token.tag}" for token in tokens), _BESIDE]
    near = [_OUTSIDE, *tags, _OUTSIDE]
    found = [[f"t\t0\t{seen[i]}", f"g\t{near[i - 1]}\t{near[i]}\t{near[i + 1]}"] for i in range(1, len(seen) - 1)]
    words = [_EDGE, *_words(text, tokens, tags), _EDGE]
    for (_, _, *before), (first, size, stem, end), (_, _, *after) in zip(words, words[1:-1], words[2:], strict=False):
        for i in range(first, first + size):
            place = "u" if size == 1 else "b" if i == first else "e" if i == first + size - 1 else "m"
            found[i] += (
                f"t\t-1\t{seen[i]}",
                f"t\t1\t{seen[i + 2]}",
                f"e\t{place}\t{stem}\t{end}",
                f"n\t-1\t{place}\t{before[0]}\t{before[1]}",
                f"n\t1\t{place}\t{after[0]}\t{after[1]}",
            )
    for i, view in [*_quotes(tokens), *_lexical(tokens, known)]:
        found[i].append(view)
    return found


def names(view: View, cues: Cues) -> list[str]:
    """The names of the features that a view shows."""
    kind, *seen = view.split("\t")
    match kind:
        case "t":
            return _token(cues, *seen)
        case "g":
            before, here, after = seen
            return ["bias", f"g{before}.{here}", f"g{here}.{after}.", f"g{before}.{here}.{after}"]
        case "e":
            return _word(cues, *seen)
        case "n":
            return _neighbour(cues, *seen)
        case "q":
            mark, place, size, after = seen
            return [f"q{mark}{place}", f"q{mark}{size}", f"q{mark}{place}>{after}"]
        case _:
            before, here, after = seen
            return [f"k{here}", f"k-{before}", f"k+{after}"]


def _token(cues: Cues, offset: str, form: str, tag: str) -> list[str]:
    found = [f"w{form}", f"t{tag}"]
    if tag in _NOMINAL:
        found.append(f"s{form[-1:]}")
        if offset == "0":
            found += [f"p{form[:1]}", f"p{form[:2]}", f"s{form[-2:]}", *cues.of(form)]
    return [f"{offset}{name}" for name in found]


def _word(cues: Cues, place: str, stem: str, end: str) -> list[str]:
    seen = [f"x{stem}", f"x1{stem[-1:]}", f"x2{stem[-2:]}", f"x3{stem[-3:]}", f"y2{stem[:2]}", *cues.of(stem)]
    return [f"e{place}", f"e{place}j{end}", *(f"e{place}{name}" for name in seen)]


def _neighbour(cues: Cues, offset: str, place: str, stem: str, end: str) -> list[str]:
    if end == "edge":
        return [f"n{offset}edge"]
    looks = cues.of(stem)
    seen = [f"x{stem}", f"x2{stem[-2:]}", f"j{end}", *looks]
    return [f"n{offset}{name}" for name in (*seen, *(f"{place}{name}" for name in (f"j{end}", *looks[2:])))]


def _shape(word: str) -> str:
    """The kinds of characters of a word, runs of the same kind as one: `SK바이오팜` is `A가`."""
    signs = [next((first for first, last in _SHAPES if first <= char <= last), char) for char in word]
    return "".join(sign for sign, _ in groupby(signs))[:6]


def _words(text: str, tokens: Sequence[Token], tags: Sequence[str]) -> list[_Word]:
    """The words of a sentence: each ends at a blank or a mark."""
    found: list[_Word] = []
    joined = [False, *(b.span.start <= a.span.end for a, b in pairwise(tokens))]
    i = 0
    while i < len(tokens):
        first = i
        while i < len(tokens) and tags[i] in _NOMINAL and (i == first or joined[i]):
            i += 1
        size, end = i - first, _OUTSIDE
        stem = text[tokens[first].span.start : tokens[i - 1].span.end] if size else ""
        if i < len(tokens) and (not size or joined[i]):
            end = tokens[i].form if tags[i][0] in "JS" else tags[i]
        i += not size
        while i < len(tokens) and joined[i] and tags[i][0] != "S" and tags[i] not in _NOMINAL:
            i += 1
        found.append((first, size, stem, end))
    return found


def _quotes(tokens: Sequence[Token]) -> list[tuple[int, View]]:
    """The tokens of short passages in quotation marks or brackets: which mark, where in it, how long, what follows."""
    found: list[tuple[int, View]] = []
    for i, token in enumerate(tokens):
        if (close := _CLOSING.get(token.form)) is None or not token.tag.startswith("SS"):
            continue
        near = range(i + 2, min(len(tokens), i + _LONGEST_QUOTE + 2))
        stop = next((j for j in near if tokens[j].form == close), None)
        if stop is None:
            continue
        size = stop - i - 1
        after = tokens[stop + 1].form if stop + 1 < len(tokens) else _OUTSIDE
        for j in range(i + 1, stop):
            place = "u" if size == 1 else "b" if j == i + 1 else "e" if j == stop - 1 else "m"
            found.append((j, f"q\t{token.form}\t{place}\t{min(size, 6)}\t{after}"))
    return found


def _lexical(tokens: Sequence[Token], known: Iterable[tuple[Span, str]]) -> list[tuple[int, View]]:
    """The tokens in or beside known names: their types there, and where these begin."""
    signs: dict[int, str] = {}
    starts = [token.span.start for token in tokens]
    for span, type_ in known:
        first = max(bisect_right(starts, span.start) - 1, 0)
        for i in range(first, bisect_left(starts, span.end)):
            signs[i] = f"{'I' if i > first else 'B'}{type_}"
    beside = sorted({near for i in signs for near in (i - 1, i, i + 1) if 0 <= near < len(tokens)})
    return [(i, "\t".join(["k", *(signs.get(near, _OUTSIDE) for near in (i - 1, i, i + 1))])) for i in beside]
