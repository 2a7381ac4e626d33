"""By which of its names an entity is shown to readers of a language."""

from __future__ import annotations

import re
from dataclasses import replace

from biograph.extract import lexicon
from biograph.model import Corpus, Entity, normalise_name
from biograph.vocabulary import Ontology

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_LATIN = re.compile("[A-Za-z]")


def fits(name: str, language: str) -> bool:
    """Whether a reader of the language can read the name: Hangul for Korean, Latin letters without it for English."""
    hangul = bool(_HANGUL.search(name))
    return hangul if language == "ko" else not hangul and bool(_LATIN.search(name))


def localised(corpus: Corpus, language: str, ontology: Ontology) -> Corpus:
    """The corpus with each entity under its `name` in the language; what it was called before is an alias.

    In Korean every name stays as the texts write it: they write foreign names in Latin letters, too.
    """
    if language == "ko":
        return corpus
    known = lexicon.load(ontology.directory)
    return replace(corpus, entities={id_: _renamed(e, corpus, known) for id_, e in corpus.entities.items()})


def _renamed(entity: Entity, corpus: Corpus, known: lexicon.Lexicon) -> Entity:
    name = _english(entity, corpus, known)
    return replace(entity, name=name, aliases=tuple(sorted({entity.name, *entity.aliases} - {name})))


def _english(entity: Entity, corpus: Corpus, known: lexicon.Lexicon) -> str:
    """The text's name if it fits, else the English one of the lexicon, else the fullest alias, else the text's name."""
    if fits(entity.name, "en"):
        return entity.name
    if entity.type == "Country" and (name := corpus.countries.get(entity.country or "", {}).get("en")):
        return name
    found = {entry.en for entry in known.named(entity.name) if entry.type == entity.type and entry.en}
    if len(found) == 1:
        return found.pop()
    aliases = [alias for alias in entity.aliases if fits(alias, "en") and len(normalise_name(alias)) > 1]
    return max(aliases, key=lambda alias: (len(alias), alias), default=entity.name)
