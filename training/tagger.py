"""Trains the tagger of Korean names (`biograph.lang.tagger`) and prints its held-out scores.

    python training/tagger.py KLUE ARTICLES HELDOUT TARGET     ner.tsv, two folders of .art files, the model's .npz

Needs scipy. Every example is read as the product reads it: sources, kiwipiepy, lexicon. Sentences of KLUE mark
persons, bodies and places only: there a name may be of any type that its label covers, and what is no name may still be
an event, programme, product or publication. Every feature stands in the model twice, once for all examples and once for
those of KLUE (Daumé 2007, "Frustratingly easy domain adaptation"); the product gets the former. Articles count several
times, each time with other names of the same type (Dai & Adel 2020, "mention replacement") and with half of the
lexicon's finds forgotten, so that the tagger learns to do without the lexicon.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from tagger_copies import examples
from tagger_examples import Article, Example, Reader, articles, klue
from tagger_fit import Data, save, train
from tagger_scores import as_klue, predicted, show

from biograph import vocabulary
from biograph.lang import tagger

HELD_OUT = 5  # every fifth sentence of KLUE
GROUPS = 3  # of writers, each left out in turn


def cross_validated(
    own: Sequence[Article], news: Sequence[Example], reader: Reader
) -> tuple[list[Example], list[list[tagger.TaggedSpan]]]:
    """The examples of all articles and what models find there that have not seen any article of the same writer."""
    unseen: list[Example] = []
    found: list[list[tagger.TaggedSpan]] = []
    writers = sorted({article.name[0] for article in own})
    for group in (writers[i::GROUPS] for i in range(GROUPS)):
        rest = [article for article in own if article.name[0] not in group]
        model = train(Data.of(examples(rest, news, reader), reader.cues))
        theirs = [e for article in own if article.name[0] in group for e in article.examples(reader)]
        unseen += theirs
        found += predicted(theirs, reader.cues, model)
    return unseen, found


def main() -> None:
    parser = argparse.ArgumentParser(description="Trains the tagger of Korean names and prints its held-out scores.")
    parser.add_argument("klue", type=Path, help="ner.tsv")
    parser.add_argument("articles", type=Path, help="a folder of .art files")
    parser.add_argument("heldout", type=Path, help="a folder of .art files that are only scored")
    parser.add_argument("target", type=Path, help="the model file, .npz")
    given = parser.parse_args()
    reader, own = Reader.of(vocabulary.load()), articles(given.articles)
    news = klue(given.klue, reader)
    every = [e for sentence in news for e in sentence]

    model = train(Data.of(examples(own, every, reader), reader.cues))
    save(model, given.target)
    held = [e for article in articles(given.heldout) for e in article.examples(reader)]
    show("Held-out articles", held, predicted(held, reader.cues, model))
    most = [e for i, sentence in enumerate(news) if i % HELD_OUT for e in sentence]
    rest = [e for sentence in news[::HELD_OUT] for e in sentence]
    model = train(Data.of(examples(own, most, reader), reader.cues), klue=True)
    show("KLUE, every fifth sentence", rest, as_klue(predicted(rest, reader.cues, model)))
    show("Articles, by models that have not seen their writer", *cross_validated(own, every, reader))


if __name__ == "__main__":
    main()
