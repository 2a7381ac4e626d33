"""By which of its names an entity goes in a language."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from biograph.extract.lexicon import Lexicon
from biograph.model import Corpus, Entity, normalise_name

LANGUAGES = ("ko", "en")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_LATIN = re.compile("[A-Za-z]")


def language_of(name: str) -> str | None:
    """The language that a name's letters tell: ko with Hangul, en with Latin letters alone, None without either."""
    return "ko" if _HANGUL.search(name) else "en" if _LATIN.search(name) else None


def name_in(language: str, sightings: Collection[Entity], known: Lexicon) -> str | None:
    """A name for what texts call by other names: the lexicon's, else in English the fullest alias; None without one.

    `sightings` are one entity as each document has it. Korean takes no alias: Korean texts write foreign names in
    Latin letters, too, and a Hangul alias beside such a name is often just what kind of thing it is.
    """
    entries = {entry for e in sightings for entry in known.named(e.name) if entry.type == e.type}
    names = {entry.ko if language == "ko" else entry.en for entry in entries}
    fitting = {name for name in names if language_of(name) == language}
    if len(fitting) == 1 or language == "ko":
        return fitting.pop() if len(fitting) == 1 else None
    aliases = {alias for e in sightings for alias in e.aliases if language_of(alias) == language}
    return max((a for a in aliases if len(normalise_name(a)) > 1), key=lambda a: (len(a), a), default=None)


def nearest(wanted: str, names: Iterable[tuple[str, str]]) -> list[str]:
    """Up to five names for one that nobody bears: those that contain it, then those spelled like it.

    `names` are pairs of a form, whether name or alias, and the name to show for it.
    """
    plain, forms = normalise_name(wanted), {normalise_name(form): shown for form, shown in names}
    close = difflib.get_close_matches(plain, sorted(forms), n=5, cutoff=0.5)
    within = [form for form in sorted(forms, key=lambda form: (len(form), form)) if plain and plain in form]
    return list(dict.fromkeys(forms[form] for form in (*within, *close)))[:5]


def localised(corpus: Corpus, language: str) -> Corpus:
    """The corpus with each entity under its preferred name in a language; what it was called before is an alias."""
    return replace(corpus, entities={id_: _renamed(e, corpus, language) for id_, e in corpus.entities.items()})


def _renamed(entity: Entity, corpus: Corpus, language: str) -> Entity:
    name = corpus.labels.get(entity.id, {}).get(language, entity.name)
    return replace(entity, name=name, aliases=tuple(sorted({entity.name, *entity.aliases} - {name})))
