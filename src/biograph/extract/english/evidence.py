"""What the words around a name tell about its type: titles, descriptions, verbs of speaking."""

from __future__ import annotations

import re
from collections.abc import Iterable

from biograph.extract.english.candidates import Reader
from biograph.extract.english.chunks import Run
from biograph.lang import english_grammar as grammar
from biograph.lang.english import POSSESSIVE

_SPEAKING = frozenset(["said", "says", "told", "added", "noted", "explained", "argued", "wrote", "joked", "recalled"])
_NAMING = frozenset(["called", "named", "dubbed"])
_AFTER_ORGANISATION = frozenset(["with", "by", "from", "between"])
_CODE = re.compile(r"[A-Z]{1,5}(?:-\d{2,}|\d{3,})[A-Z]?")  # how drug candidates are numbered: AB-101
_BASED = frozenset({"based", "headquartered", "located"})
_BEFORE_PLACES = frozenset({"in", "to", "of", "from", "at", "near", "the", ","})
_THINGS = frozenset({"Product", "Program", "Event", "Publication"})
_PHRASE_ENDS = grammar.PREPOSITIONS | grammar.RELATIVES | {"that", "and", ",", ".", ";", "(", "to", "whose"}
_LONGEST_PHRASE = 9


def type_of(occurrences: Iterable[Run], reader: Reader) -> str | None:
    """The type of an unknown name from all its occurrences, the surest evidence first; None where there is none."""
    sites = list(occurrences)
    for witness in (_placed, _titled, _person_like, _described, _headed, _ending, _speaks, _acts):
        for site in sites:
            if found := witness(site, reader):
                return found
    return None


def person_like(words: tuple[str, ...], reader: Reader) -> bool:
    """Whether words look like a personal name: a known given name, or a Korean name with its hyphen."""
    if not 2 <= len(words) <= 4 or any(c.isdigit() for word in words for c in word):
        return False
    given, surname = reader.words.kinds["given"], reader.words.kinds["surname"]
    hyphened = [_korean_given(word) for word in words]
    return (
        words[0] in given
        or (words[0] in surname and any(hyphened[1:]))
        or (words[-1] in surname and (hyphened[0] or (len(words) == 2 and words[0] in given)))
    )


def phrase_head(run: Run) -> tuple[str, bool]:
    """The last noun of the apposition after a name, and whether it starts with an article: `, a small biotech`."""
    tokens = run.sentence.tokens
    at = run.last
    if run.after() == "(":
        at = next((i + 1 for i in range(at, len(tokens)) if tokens[i].form == ")"), at)
    if at >= len(tokens) or tokens[at].form != ",":
        return "", False
    end = at + 1
    while end < min(len(tokens), at + _LONGEST_PHRASE) and tokens[end].form.lower() not in _PHRASE_ENDS:
        end += 1
    phrase = [t.form for t in tokens[at + 1 : end]]
    return (phrase[-1], phrase[0].lower() in {"a", "an", "the", "its", "one", "another"}) if phrase else ("", False)


def _korean_given(word: str) -> bool:
    first, hyphen, second = word.partition("-")
    return bool(hyphen) and first.isalpha() and second.isalpha() and len(first) < 7 and len(second) < 7


def _placed(run: Run, reader: Reader) -> str | None:
    """`Salem, Oregon`, `based in Salem`: a town, whether the gazetteer knows it or not."""
    if reader.headed(run):
        return None
    if run.before() == "in" and run.before(2) in _BASED:
        return "City"
    tokens = run.sentence.tokens[run.last + 1 : run.last + 3]
    wider = [" ".join(t.form for t in tokens[:size]) for size in (2, 1)] if run.after() == "," else []
    known = (reader.known(name) for name in wider)
    place = any(entry is not None and entry.type in ("Region", "Country") for entry in known)
    return "City" if place and run.before() in _BEFORE_PLACES else None


def _titled(run: Run, reader: Reader) -> str | None:
    before = run.before()
    if before in {"Dr.", "Mr.", "Ms.", "Mrs.", "Prof."}:
        return "Person"
    if len(run.words) < 2 or reader.headed(run):
        return None
    follows, article = phrase_head(run)
    title = before if before and before != "," else ""
    named = any(reader.words.title(word) for word in (title, follows) if word)
    return "Person" if named and not (article and reader.words.described(follows)) else None


def _person_like(run: Run, reader: Reader) -> str | None:
    return "Person" if person_like(run.words, reader) and not reader.headed(run) else None


def _described(run: Run, reader: Reader) -> str | None:
    noun, article = phrase_head(run)
    if article and (found := reader.words.described(noun)) and not reader.words.is_("unit", noun):
        return found
    if run.before() in _NAMING and (found := reader.words.described(run.before(2))):
        return found
    following = run.after().lower()
    if run.after().islower() and (found := reader.words.described(following)) in _THINGS:
        return found
    before = run.before()
    pair = reader.words.described(f"{run.before(2)}_{before}")
    return pair or (reader.words.described(before) if before.islower() and before != "company" else None)


def _headed(run: Run, reader: Reader) -> str | None:
    return reader.headed(run)


def _ending(run: Run, reader: Reader) -> str | None:
    if len(run.words) == 1 and _CODE.fullmatch(run.words[0]):
        return "Product"
    return reader.words.suffix(run.words[-1]) if not run.words[-1].isupper() else None


def _speaks(run: Run, reader: Reader) -> str | None:
    heard = run.after() in _SPEAKING or run.before() in _SPEAKING
    surname = run.words[0] in reader.words.kinds["surname"]
    return "Person" if len(run.words) in (2, 3) and (heard or surname) and run.words[-1].isalpha() else None


def _acts(run: Run, reader: Reader) -> str | None:
    """A name that owns, acts or is dealt with is taken for a company, if it cannot be an ordinary word."""
    word = run.words[0]
    if word.isupper() and len(word) < 6 and len(run.words) == 1:
        return None
    odd = any(c.isupper() for w in run.words for c in w[1:]) or any(c.isdigit() for c in word)
    if run.first == 0 and not odd and len(run.words) == 1:
        return None
    after = run.sentence.tokens[run.last] if run.last < len(run.sentence.tokens) else None
    owns = after is not None and after.tag == POSSESSIVE
    verb = any(form in ("s", "past") for _, form in grammar.verb_forms(run.after())) or run.after() in grammar.HAVE
    return "Company" if odd or owns or verb or run.before() in _AFTER_ORGANISATION else None
