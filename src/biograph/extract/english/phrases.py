"""Gathers the words of a sentence into noun phrases and verb groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from biograph.extract.english.constituents import Item, Phrase, Verb
from biograph.extract.english.tagging import Unit
from biograph.lang.english_grammar import BE, DO, HAVE, PREPOSITIONS, singular
from biograph.model import Span, unique

_NOMINAL = frozenset({"DET", "NUM", "NOUN", "NAME", "POSS", "ADJ"})
_TIMES = frozenset(
    [
        "day",
        "week",
        "month",
        "year",
        "quarter",
        "today",
        "yesterday",
        "tomorrow",
        "night",
        "morning",
        "decade",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "spring",
        "summer",
        "autumn",
        "winter",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_MONEY = frozenset(["million", "billion", "trillion", "percent", "dollars", "dollar", "won", "euros", "yen", "%"])
_OWN = frozenset({"its", "their", "his", "her", "whose"})
_PARTICLES = frozenset({"up", "out", "off"})


@dataclass
class _Scan:
    units: Sequence[Unit]
    at: int = 0
    items: list[Item] = field(default_factory=list)

    def tag(self, ahead: int = 0) -> str:
        return self.units[self.at + ahead].tag if self.at + ahead < len(self.units) else ""


def items(units: Sequence[Unit]) -> tuple[Item, ...]:
    """The phrases, verb groups and joints of a sentence, in order; adverbial dates and free adverbs are left out."""
    scan = _Scan(units)
    while scan.at < len(units):
        unit = units[scan.at]
        if unit.tag == "WHOSE" and scan.tag(1) in _NOMINAL:
            scan.items.append(Item("WHOSE", unit.span, unit.form))
            _phrase(scan)
        elif unit.tag in _NOMINAL:
            _phrase(scan)
        elif unit.tag == "PRON":
            scan.items.append(Item("NP", unit.span, phrase=Phrase(unit.span, pronoun=unit.form)))
            scan.at += 1
        elif unit.tag in ("BE", "HAVE", "DO", "MODAL", "VERB", "TO", "NEG"):
            _verb(scan)
        else:
            if unit.tag != "ADV":
                scan.items.append(Item(unit.tag, unit.span, unit.form))
            scan.at += 1
    return tuple(scan.items)


def _phrase(scan: _Scan) -> None:
    first = scan.at
    if scan.tag() == "WHOSE":
        scan.at += 1
    while scan.at < len(scan.units) and scan.tag() in _NOMINAL and not _breaks(scan, first):
        scan.at += 1
    phrase = _read(scan.units[first : scan.at])
    after_preposition = bool(scan.items) and scan.items[-1].kind == "PREP"
    adverbial = not phrase.names and bool(phrase.nouns) and phrase.nouns[0] in _TIMES and not after_preposition
    if not adverbial:
        scan.items.append(Item("NP", phrase.span, phrase=phrase))


def _breaks(scan: _Scan, first: int) -> bool:
    """Whether a new phrase starts here: at an article after a noun, or at a name after a year."""
    if scan.at == first:
        return False
    unit, last = scan.units[scan.at], scan.units[scan.at - 1]
    if unit.tag == "DET":
        return last.tag in ("NOUN", "NAME", "NUM")
    following = scan.units[scan.at + 1].form if scan.at + 1 < len(scan.units) else ""
    if unit.form in ("last", "next") and following in _TIMES:
        return True
    year = last.tag == "NUM" and len(last.form) == 4 and last.form.isdigit()
    return (unit.tag == "NAME" and year) or (
        last.tag == "NOUN" and last.form in _TIMES and unit.tag not in ("POSS", "NUM")
    )


def _read(units: Sequence[Unit]) -> Phrase:
    span = Span(units[0].span.start, units[-1].span.end)
    article = units[0].form if units[0].tag in ("DET", "WHOSE") else ""
    own = article if article in _OWN else ""
    head = units[-1]
    owners = [u.name for u, v in pairwise(units) if u.name and v.tag == "POSS"]
    others = [u.name for u, v in pairwise(units) if u.name and v.tag != "POSS"]
    noun = _noun(head) if head.tag == "NOUN" else "amount" if head.tag == "NUM" else ""
    nouns = tuple(_noun(u) for u in units[:-1] if u.tag == "NOUN")
    of = next((u.form for u, v in pairwise(units) if u.tag == "NOUN" and v.tag == "POSS"), "")
    return Phrase(
        span,
        names=(head.name,) if head.name else (),
        nouns=(noun,) if noun else (),
        owners=unique(n for n in owners if n),
        modifiers=unique(n for n in others if n),
        described=nouns[-1:] if head.name else (),
        article=article,
        own=own,
        number=head.tag == "NUM" or any(u.tag == "NUM" for u in units),
        plural=bool(noun) and noun != head.form,
        owner_noun=of,
    )


def _noun(unit: Unit) -> str:
    return "amount" if unit.form in _MONEY else singular(unit.form)


def _verb(scan: _Scan) -> None:
    first, infinitive, negated = scan.at, False, False
    auxiliaries: list[str] = []
    adverbs: list[str] = []
    main: Unit | None = None
    while scan.at < len(scan.units):
        unit = scan.units[scan.at]
        if unit.tag == "TO" and scan.at == first and _infinitive_follows(scan):
            infinitive = True
        elif unit.tag == "NEG":
            negated = True
        elif unit.tag == "ADV":
            adverbs.append(unit.form)
        elif unit.tag in ("BE", "HAVE", "DO", "MODAL"):
            auxiliaries.append(unit.form)
        elif unit.tag == "VERB" and main is None:
            main = unit
        else:
            break
        scan.at += 1
        if main is not None:
            break
    if scan.at == first:  # `to` before a noun
        unit = scan.units[first]
        scan.items.append(Item("PREP", unit.span, unit.form))
        scan.at += 1
        return
    if main is None and not auxiliaries:
        scan.items.append(Item("NEG", scan.units[first].span, "not"))
        return
    span = Span(scan.units[first].span.start, scan.units[scan.at - 1].span.end)
    verb = _group(span, main, auxiliaries, infinitive, scan)
    scan.items.append(Item("VG", verb.span, verb=replace(verb, negated=negated, adverbs=tuple(adverbs))))


def _infinitive_follows(scan: _Scan) -> bool:
    ahead = 1
    while scan.tag(ahead) == "ADV":
        ahead += 1
    following = scan.units[scan.at + ahead] if scan.at + ahead < len(scan.units) else None
    return following is not None and (following.tag == "VERB" or following.form in ("be", "have", "do"))


def _group(span: Span, main: Unit | None, auxiliaries: list[str], infinitive: bool, scan: _Scan) -> Verb:
    if main is None:
        word = auxiliaries[-1]
        lemma = "have" if word in HAVE else "do" if word in DO else "be"
        return Verb(span, lemma, "past", tuple(auxiliaries[:-1]) or (word,), infinitive=infinitive)
    be = bool(auxiliaries) and auxiliaries[-1] in BE
    wanted = _wanted(auxiliaries, infinitive)
    options = sorted(main.forms, key=lambda f: wanted.index(f[1]) if f[1] in wanted else len(wanted))
    lemma, form = options[0]
    if scan.tag() == "PREP" and scan.units[scan.at].form in _PARTICLES and scan.units[scan.at].form in PREPOSITIONS:
        lemma, span = f"{lemma} {scan.units[scan.at].form}", span.cover(scan.units[scan.at].span)
        scan.at += 1
    return Verb(span, lemma, form, tuple(auxiliaries), infinitive=infinitive, passive=be and form in ("past", "part"))


def _wanted(auxiliaries: Sequence[str], infinitive: bool) -> tuple[str, ...]:
    """The verb forms to expect, best first, after these auxiliaries."""
    if auxiliaries and auxiliaries[-1] in BE | HAVE:
        return ("part", "past", "ing")
    return ("base",) if auxiliaries or infinitive else ("s", "past", "base", "part", "ing")
