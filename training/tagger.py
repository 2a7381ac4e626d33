"""Trains the tagger of Korean names (`biograph.lang.tagger`) and prints its held-out scores.

    python training/tagger.py KLUE ARTICLES HELDOUT TARGET     ner.tsv, two folders of .art files, the model's .npz

Needs scipy. Every example is read as the product reads it: sources, kiwipiepy, lexicon. Sentences of KLUE know
persons, bodies and places only, so every feature stands in the model twice, once for all examples and once for those of
its origin (Daumé 2007, "Frustratingly easy domain adaptation"); the product gets the sum for articles. Articles count
several times, each time with other names of the same type (Dai & Adel 2020, "mention replacement") and with half of the
lexicon's finds forgotten, so that the tagger learns to do without the lexicon.
"""

from __future__ import annotations

import argparse
import random
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import annotated
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from biograph import sources, vocabulary
from biograph.extract import lexicon
from biograph.extract.korean import found, known, words
from biograph.extract.korean.context import Context
from biograph.lang import korean, tagger
from biograph.lang.tagger_chain import Chain
from biograph.lang.tagger_features import Cues, names, views
from biograph.model import Sentence, Span
from biograph.vocabulary import Ontology

SEED = 20240601
COPIES = 3  # of every article, each with other names
EPOCHS, BATCH, RATE, L2 = 8, 50, 0.1, 1.0
LEAST_COUNT = 2  # times that a feature is seen
LEAST_WEIGHT = 0.05
THRESHOLDS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95)
KLUE_ONLY = "KLUE "  # before a feature: as it counts in KLUE alone
FORGET = 0.5  # share of the lexicon's finds that training does not see
HELD_OUT = 5  # every fifth sentence of KLUE
KLUE_LABELS = {"PS": "Person", "OG": "Organization", "LC": "Place"}
LABELS = {
    "Organization": "Company GovernmentBody Association University Hospital ResearchInstitute Investor MediaOutlet "
    "OrganizationalUnit",
    "Place": "Country Region City Facility Cluster",
    "Person": "Person",
    "Event": "Event",
    "Program": "Program",
    "Product": "Product",
    "Publication": "Publication",
}
LABEL = {type_: label for label, types in LABELS.items() for type_ in types.split()}
Name = tuple[int, int, str]  # start, end, label


@dataclass(frozen=True)
class Example:
    """One sentence as the tagger sees it, with its names; `origin` is K for KLUE, A for articles."""

    text: str
    sentence: Sentence
    names: tuple[Name, ...]
    known: tuple[tuple[Span, str], ...]
    origin: str
    article: str = ""

    def tags(self) -> list[str]:
        """BIO tags; a name that cuts a morpheme is left out."""
        tokens = self.sentence.tokens
        starts = {t.span.start: i for i, t in enumerate(tokens)}
        ends = {t.span.end: i for i, t in enumerate(tokens)}
        tags = ["O"] * len(tokens)
        for start, end, label in self.names:
            if start in starts and end in ends and starts[start] <= ends[end]:
                first, last = starts[start], ends[end]
                tags[first : last + 1] = ["B-" + label] + ["I-" + label] * (last - first)
        return tags


@dataclass(frozen=True)
class Reader:
    """Reads texts as the product does."""

    lexicon: lexicon.Lexicon
    tables: found.Tables
    cues: Cues

    @classmethod
    def of(cls, ontology: Ontology) -> Reader:
        tables = found.tables(ontology.directory)
        cues = Cues(
            {head: rows[0].type for head, rows in tables.heads.items()},
            frozenset(tables.titles),
            tables.surnames,
            tables.given,
        )
        return cls(lexicon.load(ontology.directory), tables, cues)

    def examples(
        self, text: str, body: Iterable[Span], names: Sequence[Name], origin: str, article: str = ""
    ) -> list[Example]:
        sentences = korean.sentences(text, body)
        context = Context.of(text, sentences, words.read(text, sentences), self.lexicon, self.tables)
        hits = [(f.span, f.type) for f in known.find(context)]
        read = []
        for sentence in sentences:
            inside = tuple(n for n in names if sentence.span.contains(Span(n[0], n[1])))
            near = tuple(h for h in hits if sentence.span.contains(h[0]))
            read.append(Example(text, sentence, inside, near, origin, article))
        return [e for e in read if e.sentence.tokens]


def klue(path: Path, reader: Reader) -> list[list[Example]]:
    """The news of KLUE, without its film reviews; a sentence may be several to the analyser."""
    found_: list[list[Example]] = []
    for block in re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        if "-wikitree" not in block.split("\t")[0]:
            continue
        pairs = [line.split("\t") for line in block.split("\n")[1:] if "\t" in line]
        text = "".join(char for char, _ in pairs)
        names = [
            (first, last + 1, KLUE_LABELS[label])
            for first, last, label in tagger.runs([tag for _, tag in pairs])
            if label in KLUE_LABELS
        ]
        found_.append(reader.examples(text, [Span(0, len(text))], names, "K"))
    return found_


@dataclass(frozen=True)
class Article:
    """A text, where its entities are named (the longest names only), and which of these are full names."""

    name: str
    text: str
    mentions: tuple[tuple[int, int, str, str], ...]  # start, end, type, entity
    full: frozenset[str]

    @classmethod
    def of(cls, name: str, text: str, annotation: Mapping[str, object]) -> Article:
        entities: list[Mapping[str, object]] = annotation["entities"]  # type: ignore[assignment]
        every = sorted(
            {(a, b, e["type"], e["id"]) for e in entities for a, b in e["mentions"]}, key=lambda m: (m[0], -m[1])
        )
        outermost: list[tuple[int, int, str, str]] = []
        for mention in every:
            if not outermost or mention[0] >= outermost[-1][1]:
                outermost.append(mention)
        short = {form for e in entities for form in e.get("short_forms", ())}
        names = {n for e in entities for n in (e["name"], *e["aliases"])}
        return cls(name, text, tuple(outermost), frozenset(names - short))

    def examples(self, reader: Reader) -> list[Example]:
        body = sources.from_text(self.text, id=self.name).body
        names = [(a, b, LABEL[type_]) for a, b, type_, _ in self.mentions if type_ in LABEL]
        return reader.examples(self.text, body, names, "A", self.name)


def articles(folder: Path) -> list[Article]:
    """The annotated articles of a folder."""
    return [
        Article.of(path.stem, *annotated.parse(path.read_text(encoding="utf-8"), path.stem))
        for path in sorted(folder.glob("*.art"))
    ]


class Names:
    """Other names of a type: those of the lexicon and of the articles at hand."""

    def __init__(self, reader: Reader, given: Iterable[Article], seed: int) -> None:
        self._random = random.Random(seed)
        pools: dict[str, set[str]] = {}
        for entry in reader.lexicon.entries:
            pools.setdefault(entry.type, set()).update(entry.names)
        people: set[str] = set()
        for article in given:
            for a, b, type_, _ in article.mentions:
                form = article.text[a:b]
                if form in article.full:
                    (people if type_ == "Person" else pools.setdefault(type_, set())).add(form)
        pools["Person"] = people
        self._pools = {key: sorted(pool) for key, pool in pools.items()}
        self._surnames = sorted(reader.tables.surnames)
        self._given = sorted({n[1:] for n in people if re.fullmatch("[가-힣]{3}", n)})

    def instead(self, name: str, type_: str) -> str:
        """A name of the same script whose last syllable asks for the same particles."""
        if type_ == "Person" and re.fullmatch("[가-힣]{3}", name):
            like = [s for s in self._given if _closed(s) == _closed(name)]
            return self._random.choice(self._surnames) + self._random.choice(like or [name[1:]])
        fits = [
            n
            for n in self._pools.get(type_, ())
            if _closed(n) == _closed(name) and n.isascii() == name.isascii() and len(n) > 1
        ]
        return self._random.choice(fits) if fits else name

    def disguise(self, article: Article) -> Article:
        """The article with other names: half of its entities, the same ones everywhere."""
        chosen: dict[str, str] = {}
        text, mentions, at = "", [], 0
        for a, b, type_, entity in article.mentions:
            form = article.text[a:b]
            if form in article.full and form not in chosen:
                chosen[form] = self.instead(form, type_) if self._random.random() < 0.5 else form
            text += article.text[at:a]
            other = chosen.get(form, form)
            mentions.append((len(text), len(text) + len(other), type_, entity))
            text, at = text + other, b
        return replace(article, text=text + article.text[at:], mentions=tuple(mentions))


def _closed(name: str) -> bool:
    return "가" <= name[-1] <= "힣" and (ord(name[-1]) - ord("가")) % 28 > 0


def forgetful(example: Example, chance: random.Random) -> Example:
    """The example with a part of the lexicon's finds."""
    return replace(example, known=tuple(hit for hit in example.known if chance.random() >= FORGET))


def seen(example: Example, cues: Cues) -> list[list[str]]:
    """The features of every token of an example, once for all and, in KLUE, once as those of KLUE."""
    every = views(example.text, example.sentence, example.known)
    plain = [[name for view in token for name in names(view, cues)] for token in every]
    return [own + [KLUE_ONLY + name for name in own] for own in plain] if example.origin == "K" else plain


@dataclass(frozen=True)
class Data:
    """Examples as numbers: tokens by features, and the column of the right tag of every token of every example."""

    features: tuple[str, ...]
    tags: tuple[str, ...]
    tokens: csr_matrix
    starts: NDArray[np.intp]  # of the examples, and the end of the last
    right: NDArray[np.intp]

    @classmethod
    def of(cls, examples: Sequence[Example], cues: Cues) -> Data:
        numbers: dict[str, int] = {}
        indices, rows, right, starts = array("i"), [0], [], [0]
        for example in examples:
            for own in seen(example, cues):
                indices.extend(numbers.setdefault(name, len(numbers)) for name in own)
                rows.append(len(indices))
            right += example.tags()
            starts.append(len(right))
        tags = tuple(sorted(set(right), key=lambda tag: (tag != "O", tag)))
        flat = np.frombuffer(indices, dtype=np.int32)
        matrix = csr_matrix((np.ones(len(flat), np.float32), flat, rows), shape=(len(right), len(numbers)))
        kept = np.flatnonzero(np.bincount(flat, minlength=len(numbers)) >= LEAST_COUNT)
        features = list(numbers)
        column = {tag: i for i, tag in enumerate(tags)}
        return cls(
            tuple(features[i] for i in kept),
            tags,
            matrix[:, kept],
            np.array(starts),
            np.array([column[t] for t in right]),
        )

    def forbidden(self) -> NDArray[np.bool_]:
        """Steps from tag to tag that no name takes: going on where none, or another, has begun."""
        return np.array([[b.startswith("I-") and a[2:] != b[2:] for b in self.tags] for a in self.tags])


def train(data: Data, *, method: str = "crf", klue: bool = False) -> tagger.Model:
    """A linear chain over the features: a CRF, or a structured perceptron; both by AdaGrad over batches."""
    count = len(data.starts) - 1
    size, random_ = len(data.tags), np.random.default_rng(SEED)
    states = np.zeros((len(data.features), size))
    steps = np.where(data.forbidden(), -np.inf, 0.0)
    squares, step_squares = np.full_like(states, 1e-4), np.full((size, size), 1e-4)
    mean, passes = np.zeros_like(states), 0
    mean_steps = np.zeros((size, size))
    for epoch in range(EPOCHS):
        for batch in np.array_split(random_.permutation(count), max(1, count // BATCH)):
            rows = np.concatenate([np.arange(data.starts[i], data.starts[i + 1]) for i in batch])
            lengths = [int(data.starts[i + 1] - data.starts[i]) for i in batch]
            tokens = data.tokens[rows]
            near, tokens.indices = np.unique(tokens.indices, return_inverse=True)
            tokens = csr_matrix((tokens.data, tokens.indices, tokens.indptr), shape=(len(rows), len(near)))
            scores = np.split(tokens @ states[near], np.cumsum(lengths)[:-1])
            errors, step_errors = gradient(scores, steps, np.split(data.right[rows], np.cumsum(lengths)[:-1]), method)
            slope = tokens.T @ errors + L2 * len(batch) / count * states[near]
            squares[near] += slope**2
            states[near] -= RATE * slope / np.sqrt(squares[near])
            step_squares += step_errors**2
            steps = np.where(data.forbidden(), -np.inf, steps - RATE * step_errors / np.sqrt(step_squares))
        if epoch >= EPOCHS // 2:  # the mean of the later passes is steadier than the last
            mean, mean_steps, passes = mean + states, mean_steps + np.where(data.forbidden(), 0.0, steps), passes + 1
    return product(data, mean / passes, np.where(data.forbidden(), -np.inf, mean_steps / passes), klue)


def gradient(
    scores: Sequence[NDArray[np.float64]], steps: NDArray[np.float64], right: Sequence[NDArray[np.intp]], method: str
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Expected (perceptron: best) minus right tags, for every token and summed for every step from tag to tag."""
    chain = Chain(scores, steps)
    if method == "crf":
        errors, step_errors = chain.expected()
    else:
        best = chain.best()
        errors = np.eye(len(steps))[np.concatenate(best)]
        step_errors = np.zeros_like(steps)
        for own in best:
            np.add.at(step_errors, (own[:-1], own[1:]), 1.0)
    for own in right:
        np.add.at(step_errors, (own[:-1], own[1:]), -1.0)
    every = np.concatenate(right)
    errors[np.arange(len(every)), every] -= 1.0
    return errors, step_errors


def product(data: Data, states: NDArray[np.float64], steps: NDArray[np.float64], klue: bool) -> tagger.Model:
    """The model for articles, or with what holds for KLUE alone the one for KLUE; without weights next to nothing."""
    at = {name: i for i, name in enumerate(data.features)}
    if klue:
        for name, i in at.items():
            if name.startswith(KLUE_ONLY) and (plain := at.get(name.removeprefix(KLUE_ONLY))) is not None:
                states[plain] += states[i]
    strong = np.abs(states).max(axis=1) >= LEAST_WEIGHT
    kept = sorted(name for name, i in at.items() if strong[i] and not name.startswith(KLUE_ONLY))
    rows = {name: i for i, name in enumerate(kept)}
    return tagger.Model(data.tags, rows, tagger.padded(states[[at[name] for name in kept]].astype(np.float32)), steps)


def predicted(
    examples: Sequence[Example], cues: Cues, model: tagger.Model, least: float = 0.0
) -> list[list[tagger.TaggedSpan]]:
    """What a model finds in each of the examples."""
    return [tagger.tag(e.text, [e.sentence], cues, e.known, least=least, model=model) for e in examples]


@dataclass
class Score:
    """Counts of exact names by label."""

    right: Counter[str]
    found: Counter[str]
    gold: Counter[str]

    @classmethod
    def of(
        cls, examples: Sequence[Example], guesses: Sequence[Sequence[tagger.TaggedSpan]], least: float = 0.0
    ) -> Score:
        score = cls(Counter(), Counter(), Counter())
        for example, guess in zip(examples, guesses, strict=True):
            gold = set(example.names)
            for g in guess:
                if g.score >= least:
                    score.found[g.label] += 1
                    score.right[g.label] += (g.start, g.end, g.label) in gold
            score.gold.update(label for *_, label in gold)
        return score

    def lines(self) -> Iterator[str]:
        for label in [*sorted(self.gold), "all"]:
            right, found_, gold = (
                sum(c.values()) if label == "all" else c[label] for c in (self.right, self.found, self.gold)
            )
            p, r = right / max(found_, 1), right / max(gold, 1)
            yield f"{label:14} P {p:.3f} R {r:.3f} F1 {2 * p * r / max(p + r, 1e-9):.3f}  ({gold} names)"


def save(model: tagger.Model, path: Path) -> None:
    """Writes a model the way `tagger.load` reads it: weights as small whole numbers of a unit."""
    unit = np.abs(model.states).max() / 32767
    arrays = {
        "features": np.frombuffer("\n".join(sorted(model.rows, key=lambda name: model.rows[name])).encode(), np.uint8),
        "tags": np.frombuffer("\n".join(model.tags).encode(), np.uint8),
        "states": np.round(model.states[:-1] / unit).astype(np.int16),
        "unit": np.float32(unit),
        "allowed": np.isfinite(model.steps),
        "steps": np.where(np.isfinite(model.steps), model.steps, 0.0).astype(np.float32),
    }
    np.savez_compressed(path, **arrays)


def examples(given: Sequence[Article], news: Sequence[Example], reader: Reader) -> list[Example]:
    """What to train with: KLUE once, every article `COPIES` times, the first time as it is."""
    others, chance = Names(reader, given, SEED), random.Random(SEED)
    every = list(news)
    for article in given:
        for copy in range(COPIES):
            every += (others.disguise(article) if copy else article).examples(reader)
    return [forgetful(example, chance) for example in every]


def cross_validated(
    own: Sequence[Article], news: Sequence[Example], reader: Reader, method: str
) -> tuple[list[Example], list[list[tagger.TaggedSpan]]]:
    """The examples of all articles and what models find there that have not seen any article of the same writer."""
    unseen: list[Example] = []
    found_: list[list[tagger.TaggedSpan]] = []
    for writer in sorted({article.name[0] for article in own}):
        rest = [article for article in own if article.name[0] != writer]
        model = train(Data.of(examples(rest, news, reader), reader.cues), method=method)
        theirs = [e for article in own if article.name[0] == writer for e in article.examples(reader)]
        unseen += theirs
        found_ += predicted(theirs, reader.cues, model)
    return unseen, found_


def show(title: str, given: Sequence[Example], guesses: Sequence[Sequence[tagger.TaggedSpan]]) -> None:
    """Prints the scores of all names, and of those that the lexicon does not know at several thresholds."""
    print(f"## {title}\n")
    print(*Score.of(given, guesses).lines(), sep="\n")
    beyond = [replace(e, names=tuple(n for n in e.names if Span(*n[:2]) not in {h for h, _ in e.known})) for e in given]
    new = [
        [g for g in own if Span(g.start, g.end) not in {h for h, _ in e.known}]
        for e, own in zip(given, guesses, strict=True)
    ]
    print("\nNames beyond the lexicon: precision/recall")
    for least in THRESHOLDS:
        score = Score.of(beyond, new, least)
        cells = (f"{label} {_share(score, label)}" for label in sorted(score.gold))
        print(f"  from {least:.2f}: ", "  ".join(cells))
    print(flush=True)


def _share(score: Score, label: str) -> str:
    right = score.right[label]
    return f"{right / max(score.found[label], 1):.2f}/{right / max(score.gold[label], 1):.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Trains the tagger of Korean names and prints its held-out scores.")
    parser.add_argument("klue", type=Path, help="ner.tsv")
    parser.add_argument("articles", type=Path, help="a folder of .art files")
    parser.add_argument("heldout", type=Path, help="a folder of .art files that are only scored")
    parser.add_argument("target", type=Path, help="the model file, .npz")
    parser.add_argument("--method", choices=("crf", "perceptron"), default="crf")
    given = parser.parse_args()
    reader, own = Reader.of(vocabulary.load()), articles(given.articles)
    news = klue(given.klue, reader)
    every = [e for sentence in news for e in sentence]

    show("Articles, by models that have not seen their writer", *cross_validated(own, every, reader, given.method))
    most = [e for i, sentence in enumerate(news) if i % HELD_OUT for e in sentence]
    rest = [e for sentence in news[::HELD_OUT] for e in sentence]
    model = train(Data.of(examples(own, most, reader), reader.cues), method=given.method, klue=True)
    show("KLUE, every fifth sentence", rest, predicted(rest, reader.cues, model))
    model = train(Data.of(examples(own, every, reader), reader.cues), method=given.method)
    save(model, given.target)
    held = [e for article in articles(given.heldout) for e in article.examples(reader)]
    show("Held-out articles", held, predicted(held, reader.cues, model))


if __name__ == "__main__":
    main()
