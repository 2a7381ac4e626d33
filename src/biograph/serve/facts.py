"""What is stated of an entity, in the words of its readers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from biograph.model import Status
from biograph.serve.generation import Generation, Source
from biograph.serve.nodes import Node
from biograph.vocabulary import Ontology

_QUALIFIERS = ("date", "amount", "role", "product")


@dataclass(frozen=True, slots=True)
class Link:
    """A name and what opens it, None for what nothing opens."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote and where it stands."""

    quote: str
    href: str | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement with its labels in a language; `status` is its name, `presented` the label of that."""

    id: str
    subject: Link
    predicate: str
    object: Link
    status: str
    presented: str
    speaker: Link | None
    confidence: str
    qualifiers: tuple[tuple[str, str], ...]
    citations: tuple[Citation, ...]

    @property
    def is_asserted(self) -> bool:
        return self.status == Status.ASSERTED

    @property
    def latest(self) -> str:
        """The date of the newest article that states it."""
        return max((c.source.issued for c in self.citations if c.source), default="")


@dataclass(frozen=True)
class Teller:
    """Makes facts out of nodes, in a language."""

    generation: Generation
    ontology: Ontology
    language: str

    def facts(self, nodes: Mapping[str, Node]) -> list[Fact]:
        """The statements among nodes: by relation, the newest first, always in the same order."""
        found = [self._fact(node, nodes) for node in nodes.values() if "rdf:predicate" in node.values]
        found.sort(key=lambda fact: (fact.subject.text, fact.object.text, fact.id))
        found.sort(key=lambda fact: fact.latest, reverse=True)
        return sorted(found, key=lambda fact: fact.predicate)

    def link(self, iri: str) -> Link:
        """The name and place of an entity; of what has no name the end of its address."""
        named = self.generation.index.get(iri)
        text = named.called(self.language) if named else unquote(iri.removeprefix(self.generation.base))
        return Link(text, self.generation.href(iri))

    def label(self, brief: str) -> str:
        """The label of a term of the ontology, by its prefixed name."""
        return self.ontology.label(brief.rpartition(":")[2].rpartition("#")[2], self.language)

    def _fact(self, node: Node, nodes: Mapping[str, Node]) -> Fact:
        status = node.one("bg:status").rpartition("#")[2]
        speaker = node.one("prov:wasAttributedTo")
        return Fact(
            node.iri.rpartition("/")[2],
            self.link(node.one("rdf:subject")),
            self.label(node.one("rdf:predicate")),
            self.link(node.one("rdf:object")),
            status,
            self.label(status),
            self.link(speaker) if speaker else None,
            node.one("bg:confidence"),
            tuple((self.label(name), value) for name in _QUALIFIERS for value in node.all(f"bg:{name}")),
            tuple(sorted(self._citations(node, nodes), key=lambda c: (c.source.issued if c.source else "", c.quote))),
        )

    def _citations(self, node: Node, nodes: Mapping[str, Node]) -> Iterator[Citation]:
        for iri in node.all("bg:evidence"):
            if evidence := nodes.get(iri):
                document = evidence.one("prov:wasQuotedFrom")
                href = self.generation.href(document)
                source = self.generation.documents.get(document)
                yield Citation(evidence.one("oa:exact"), href and f"{href}#{iri.rpartition('/')[2]}", source)
