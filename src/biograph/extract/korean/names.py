"""The Korean mention layer: every name in a document, what it names, and what noun phrases alone state."""

from __future__ import annotations

from biograph.extract import lexicon
from biograph.extract.drafts import Draft, Names
from biograph.extract.korean import aliases, apposition, coreference, found, heads, known, lists, tagged, words
from biograph.extract.korean.context import Context
from biograph.extract.korean.noun_phrases import phrases
from biograph.extract.korean.organisations import actors, apart, coined
from biograph.extract.korean.people import people
from biograph.extract.korean.places import places
from biograph.extract.korean.things import codes, journals, quoted, things
from biograph.extract.watch import KoreanWatch
from biograph.lang import korean
from biograph.model import Document, Sentence
from biograph.vocabulary import Ontology


def find(
    document: Document, ontology: Ontology, watch: KoreanWatch | None = None
) -> tuple[Names, tuple[Sentence, ...], tuple[Draft, ...]]:
    """The names of a document's body, its sentences, and the relations that noun phrases alone state.

    The layers add candidates in turn, each seeing those before: lexicon, places, quotation marks, class nouns,
    brackets, persons, predicates, lists, the trained tagger. The longest candidate at a place wins; what remains
    becomes entities, with every further place that names one.
    """
    sentences = korean.sentences(document.text, document.body)
    context = Context.of(
        document.text,
        sentences,
        words.read(document.text, sentences),
        lexicon.load(ontology.directory),
        found.tables(ontology.directory),
    )
    candidates = known.find(context)
    candidates += places.find(context, candidates)
    candidates += [*quoted.find(context), *codes.find(context)]
    candidates += heads.find(context, candidates)
    brackets = aliases.read(context)
    candidates += aliases.names(context, brackets, candidates)
    candidates += aliases.represented(context, candidates)
    candidates += apposition.find(context, candidates)
    candidates += lists.beside_class(context, candidates)
    candidates += known.further(context, candidates)
    persons = people.find(context, [*candidates, *aliases.defined(context, brackets, candidates)])
    candidates += [*persons.persons, *persons.bodies]
    candidates += things.find(context, candidates)
    candidates += journals.find(context, candidates)
    candidates += actors.find(context, candidates)
    candidates += coined.find(context, candidates)
    candidates += lists.in_list(context, candidates)
    short = aliases.defined(context, brackets, candidates)
    candidates += aliases.owned(short, heads.find(context, [*candidates, *short]))
    candidates += aliases.owned(short, apart.find(context, [*candidates, *short]))
    candidates += tagged.find(context, candidates)
    resolved = coreference.resolve(context, candidates, brackets, persons)
    if watch:
        watch.named(context, candidates, resolved.names)
    return resolved.names, sentences, phrases.read(context, resolved, persons)
