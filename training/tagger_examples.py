"""Sentences with their names as the tagger sees them: from the annotated articles and from the news of KLUE-NER."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import annotated

from biograph import sources
from biograph.extract import lexicon
from biograph.extract.korean import found, known, words
from biograph.extract.korean.context import Context
from biograph.lang import korean, tagger
from biograph.lang.tagger_features import Cues
from biograph.model import Sentence, Span
from biograph.vocabulary import Ontology

KLUE_LABELS = {"PS": "Person", "OG": "Organization", "LC": "Place"}
# What a label of KLUE may be in articles. KLUE marks no events, programmes, products and publications.
BODIES = (
    "Company GovernmentBody Association University Hospital ResearchInstitute Investor MediaOutlet OrganizationalUnit"
)
MAY_BE = {
    "Person": frozenset({"Person"}),
    "Organization": frozenset(BODIES.split()),
    "Place": frozenset({"Place", "Facility"}),
    "": frozenset({"", "Event", "Program", "Product", "Publication"}),
}
LABEL = {"Country": "Place", "Region": "Place", "City": "Place", "Cluster": "Facility"}  # types that are not a label
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
        names = [(a, b, LABEL.get(type_, type_)) for a, b, type_, _ in self.mentions]
        return reader.examples(self.text, body, names, "A", self.name)


def articles(folder: Path) -> list[Article]:
    """The annotated articles of a folder."""
    return [
        Article.of(path.stem, *annotated.parse(path.read_text(encoding="utf-8"), path.stem))
        for path in sorted(folder.glob("*.art"))
    ]
