"""What is known of one state of the dataset without asking it again."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from urllib.parse import quote

from biograph.dataset import names
from biograph.search import Index, Named
from biograph.serve.kept import Kept
from biograph.sparql.asking import UNLIMITED, Request
from biograph.vocabulary import BASE, BG, Ontology
from biograph.workers import Pool

# How often each text calls it so, as names are chosen by what most call it.
_NAMES = "SELECT ?e ?name (COUNT(*) AS ?n) { GRAPH ?g { ?e skos:prefLabel ?name } } GROUP BY ?e ?name"
_ALIASES = "SELECT DISTINCT ?e ?name { ?e skos:altLabel ?name }"
_TYPES = "SELECT ?e ?type (COUNT(*) AS ?n) { GRAPH ?g { ?e skos:prefLabel ?name ; a ?type } } GROUP BY ?e ?type"
_FACTS = "SELECT ?e (COUNT(?s) AS ?n) { ?s rdf:subject|rdf:object ?e } GROUP BY ?e"
_DOCUMENTS = """
    SELECT ?d ?id ?title ?issued ?publisher {
      ?d a schema:NewsArticle ; dcterms:identifier ?id .
      OPTIONAL { ?d dcterms:title ?title } OPTIONAL { ?d dcterms:issued ?issued }
      OPTIONAL { ?d dcterms:publisher ?publisher }
    }"""
_WEB = re.compile(r"https?://[^\s]+", re.IGNORECASE)  # no script, no file
Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """A document's address, id, title, date and publisher; empty where it is not known."""

    iri: str
    id: str
    title: str
    issued: str
    publisher: str


@dataclass
class Generation:
    """One state of the dataset: the how many-th it is, since when it is served, when it was written, how many quads.

    `tag` tells it from others; `base` is what the addresses of its entities begin with. `kept` is what was made of
    it at the first demand, `folder` where the files among that are; it goes with the generation.
    """

    number: int
    since: datetime
    modified: datetime
    quads: int
    tag: str
    base: str
    index: Index
    documents: Mapping[str, Source]
    kept: Kept = field(default_factory=Kept)
    folder: TemporaryDirectory[str] | None = None

    @classmethod
    def of(cls, pool: Pool, ontology: Ontology, number: int) -> Generation:
        """What a pool holds now."""
        tag = cls.tag_of(pool)
        documents = {row["d"]: _source(row) for row in _rows(pool, _DOCUMENTS)}
        found = (names.base_of(source.iri, source.id) for source in documents.values())
        since, modified = datetime.now(UTC), datetime.fromtimestamp(pool.stamp[1] // 10**9, UTC)
        base, index = next(filter(None, found), BASE), Index(_entities(pool, ontology))
        return cls(number, since.replace(microsecond=0), modified, pool.quads, tag, base, index, documents)

    @staticmethod
    def tag_of(pool: Pool) -> str:
        """What tells the generation that a pool has now from others."""
        return hashlib.sha256(repr(pool.stamp).encode()).hexdigest()[:16]

    def local(self, iri: str) -> str:
        """The path here of an address of the dataset, its Hangul encoded."""
        return quote(f"/id/{iri.removeprefix(self.base)}", safe="/%~")

    def href(self, iri: str) -> str | None:
        """What opens an address: its path here, itself where it is one of the web; None for any other."""
        if iri.startswith(self.base):
            return self.local(iri)
        return iri if _WEB.fullmatch(iri) else None


def _entities(pool: Pool, ontology: Ontology) -> Iterator[Named]:
    types, labels, aliases = (defaultdict(list) for _ in range(3))
    for row in _rows(pool, _TYPES):
        if (type_ := row["type"].removeprefix(str(BG))) in ontology.parents:
            types[row["e"]].append((int(row["n"]), type_, ""))
    for row in _rows(pool, _NAMES):
        labels[row["e"]].append((int(row["n"]), row["name"], row["name language"]))
    for row in _rows(pool, _ALIASES):
        aliases[row["e"]].append(row["name"])
    facts = Counter({row["e"]: int(row["n"]) for row in _rows(pool, _FACTS)})
    for iri in sorted(types):
        by_language = {language: _usual(labels[iri], language) for _, _, language in sorted(labels[iri]) if language}
        name = _usual(labels[iri])
        yield Named(iri, _usual(types[iri]), name, by_language, tuple(sorted(aliases[iri])), facts[iri])


def _usual(found: list[tuple[int, str, str]], language: str = "") -> str:
    """The most frequent, then the longest, then the first in sort order; as `dataset.read` chooses names."""
    counted: Counter[str] = Counter()
    for count, name, tag in found:
        if language in ("", tag):
            counted[name] += count
    return min(counted.items(), key=lambda pair: (-pair[1], -len(pair[0]), pair[0]))[0]


def _source(row: Row) -> Source:
    return Source(row["d"], row["id"], row.get("title", ""), row.get("issued", ""), row.get("publisher", ""))


def _rows(pool: Pool, query: str) -> Iterator[Row]:
    """The values of each row by variable; a literal's language by the variable and the word `language`."""
    for row in json.loads(pool.ask(Request(query), UNLIMITED).body)["results"]["bindings"]:
        tags = {f"{name} language": cell.get("xml:lang", "") for name, cell in row.items()}
        yield tags | {name: cell["value"] for name, cell in row.items()}
