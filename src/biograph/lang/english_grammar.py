"""English word classes and verb forms: the closed classes as sets, the verbs from a table beside this file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "these",
        "those",
        "its",
        "their",
        "his",
        "her",
        "our",
        "my",
        "your",
        "some",
        "any",
        "all",
        "both",
        "each",
        "every",
        "no",
        "another",
        "several",
        "many",
        "most",
        "few",
        "such",
        "either",
        "neither",
        "whose",
        "more",
    ]
)
PRONOUNS = frozenset(
    [
        "it",
        "they",
        "he",
        "she",
        "we",
        "you",
        "i",
        "them",
        "him",
        "us",
        "itself",
        "themselves",
        "himself",
        "herself",
        "who",
    ]
)
RELATIVES = frozenset(["which", "who", "whom", "where"])
PREPOSITIONS = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "into",
        "onto",
        "under",
        "over",
        "through",
        "between",
        "among",
        "across",
        "against",
        "within",
        "without",
        "about",
        "around",
        "during",
        "near",
        "inside",
        "outside",
        "behind",
        "beyond",
        "toward",
        "towards",
        "upon",
        "via",
        "per",
        "as",
        "than",
        "alongside",
        "beside",
        "like",
        "including",
        "amid",
        "off",
        "up",
        "out",
    ]
)
SUBORDINATORS = frozenset(
    [
        "while",
        "after",
        "before",
        "because",
        "if",
        "when",
        "although",
        "though",
        "since",
        "until",
        "unless",
        "whether",
        "once",
        "whereas",
        "how",
        "why",
        "what",
    ]
)
CONJUNCTIONS = frozenset({"and", "or", "but", "&", "nor", "plus"})
NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor", "hardly"})
BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re"])
HAVE = frozenset(["have", "has", "had", "having"])
DO = frozenset(["do", "does", "did"])
MODALS = frozenset(["will", "would", "shall", "can", "could", "may", "might", "must", "should", "ca", "wo", "cannot"])
ADVERBS = frozenset(
    [
        "also",
        "already",
        "still",
        "yet",
        "now",
        "then",
        "soon",
        "later",
        "once",
        "again",
        "ever",
        "just",
        "only",
        "together",
        "there",
        "here",
        "today",
        "first",
        "further",
        "instead",
        "however",
        "moreover",
        "meanwhile",
        "thus",
        "therefore",
        "both",
        "abroad",
        "alone",
        "too",
        "ago",
        "even",
        "almost",
        "well",
        "longer",
        "recently",
    ]
)
_NOT_ADVERBS = frozenset(
    [
        "family",
        "supply",
        "company",
        "early",
        "july",
        "italy",
        "assembly",
        "monthly",
        "weekly",
        "daily",
        "yearly",
        "quarterly",
    ]
)


def is_adverb(word: str) -> bool:
    """Whether a lower-case word is an adverb, known or by its ending."""
    return word in ADVERBS or (len(word) > 4 and word.endswith("ly") and word not in _NOT_ADVERBS)


def verb_forms(word: str) -> tuple[tuple[str, str], ...]:
    """The (lemma, form) pairs a lower-case word can be; forms are base, s, past, part and ing."""
    return _forms().get(word, ())


def singular(noun: str) -> str:
    """The singular of a lower-case noun, by its ending."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ses", "xes", "ches", "shes")) and not noun.endswith(("ases", "enses", "uses")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ics")):
        return noun[:-1]
    return noun


@cache
def _forms() -> dict[str, tuple[tuple[str, str], ...]]:
    table: dict[str, list[tuple[str, str]]] = {}
    lines = (Path(__file__).parent / "english_verbs.txt").read_text(encoding="utf-8").splitlines()
    for entry in " ".join(line for line in lines if not line.startswith("#")).split():
        for form, kind in _inflect(*entry.split(":")):
            table.setdefault(form, []).append((entry.split(":")[0], kind))
    return {form: tuple(readings) for form, readings in table.items()}


def _inflect(lemma: str, past: str = "", participle: str = "") -> Iterator[tuple[str, str]]:
    yield lemma, "base"
    yield _third_person(lemma), "s"
    for stem in _stems(lemma):
        yield stem + "ing", "ing"
        if not past:
            regular = lemma + "d" if lemma.endswith("e") else stem + "ed"
            yield (lemma[:-1] + "ied" if _ends_in_consonant_y(lemma) else regular), "past"
    if past:
        yield past, "past"
        yield participle, "part"


def _stems(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("e") and not lemma.endswith(("ee", "ye", "oe")):
        return (lemma[:-1],)
    short = len(lemma) > 2 and lemma[-1] in "bdglmnprt" and lemma[-2] in "aeiou" and lemma[-3] not in "aeiou"
    return (lemma, lemma + lemma[-1]) if short else (lemma,)


def _third_person(lemma: str) -> str:
    if _ends_in_consonant_y(lemma):
        return lemma[:-1] + "ies"
    irregular = {"have": "has", "go": "goes"}
    return irregular.get(lemma, lemma + ("es" if lemma.endswith(("s", "x", "ch", "sh", "z")) else "s"))


def _ends_in_consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in "aeiou"
