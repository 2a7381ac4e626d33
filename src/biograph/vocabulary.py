"""The ontology as data: its types, properties, labels and the folder that holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import rdflib
from rdflib import OWL, RDF, RDFS, Namespace, URIRef

from biograph.errors import OntologyError
from biograph.namespaces import BASE, ONTOLOGY, PREFIXES

BG = Namespace(ONTOLOGY)
SCHEMA = Namespace(PREFIXES["schema"])
OA = Namespace(PREFIXES["oa"])
__all__ = ["BASE", "BG", "OA", "SCHEMA", "Ontology", "Property", "default_directory", "load"]

ORGANIZATION, PLACE, AGENT, ENTITY = "Organization", "Place", "Agent", "Entity"


@dataclass(frozen=True, slots=True)
class Property:
    """A relation of the ontology. `domain` and `range` are unions of types; subtypes are meant, too."""

    name: str
    labels: Mapping[str, str]
    domain: tuple[str, ...]
    range: tuple[str, ...]
    symmetric: bool = False


@dataclass(frozen=True)
class Ontology:
    """A folder with classes, properties, frames, names, shapes and queries. See `load`."""

    directory: Path
    parents: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, Mapping[str, str]]
    properties: Mapping[str, Property]

    def is_a(self, type_: str, class_: str) -> bool:
        """Whether a type is a class or one of its subtypes."""
        return type_ == class_ or class_ in self._ancestors.get(type_, ())

    @cached_property
    def _ancestors(self) -> Mapping[str, frozenset[str]]:
        """Every class above each, asked for too often to climb each time."""

        def above(class_: str) -> frozenset[str]:
            parents = self.parents.get(class_, ())
            return frozenset(parents).union(*map(above, parents))

        return {class_: above(class_) for class_ in self.parents}

    def admits(self, predicate: str, subject_type: str, object_type: str) -> bool:
        """Whether the ontology has this predicate, and its domain and range allow it between two types."""
        p = self.properties.get(predicate)
        if p is None:  # the rules of a language state relations that another field's ontology need not have
            return False
        return any(self.is_a(subject_type, c) for c in p.domain) and any(self.is_a(object_type, c) for c in p.range)

    def taking(self, predicate: str, slot: str, narrowed: str = "") -> frozenset[str]:
        """The types that a slot of a frame takes: S the property's domain, O its range, P products, others any.

        All of them are of the class `narrowed`, if one is given.
        """
        key = predicate, slot, narrowed
        if key not in self._taking:
            wanted = self.properties[predicate]
            classes = {"S": wanted.domain, "O": wanted.range, "P": ("Product",)}.get(slot, self.parents)
            fitting = (t for t in self.parents if any(self.is_a(t, c) for c in classes))
            self._taking[key] = frozenset(t for t in fitting if not narrowed or self.is_a(t, narrowed))
        return self._taking[key]

    @cached_property
    def _taking(self) -> dict[tuple[str, str, str], frozenset[str]]:
        return {}

    def label(self, name: str, language: str) -> str:
        """The label of a class, property or status in a language, else in English, else its name."""
        labels = self.labels.get(name, {})
        return labels.get(language) or labels.get("en") or name

    @cached_property
    def types(self) -> tuple[str, ...]:
        """The types an entity can have: the leaves below Entity, in alphabetical order."""
        inner = {p for parents in self.parents.values() for p in parents}
        return tuple(sorted(c for c in self.parents if self.is_a(c, ENTITY) and c not in inner))


def default_directory() -> Path:
    """The ontology folder that ships with the package (beside `src` in an editable install)."""
    here = Path(__file__).resolve().parent
    for candidate in (here / "ontology", here.parents[1] / "ontology"):
        if (candidate / "biograph.ttl").is_file():
            return candidate
    raise OntologyError("the ontology folder is missing", where=str(here), hint="reinstall biograph")


@lru_cache(maxsize=4)
def load(directory: Path | None = None) -> Ontology:
    """Read the ontology of a folder, the packaged one by default.

    Raises OntologyError when a file is missing or is not Turtle.
    """
    folder = directory or default_directory()
    graph = rdflib.Graph()
    sources = sorted(folder.glob("*.ttl"))
    if not sources:
        raise OntologyError("no Turtle file (*.ttl) here", where=str(folder), hint="see docs/extraction.md")
    for path in sources:
        try:
            graph.parse(path, format="turtle")
        except Exception as error:  # rdflib's parser raises many kinds
            raise OntologyError(f"not Turtle: {error}", where=str(path)) from error
    return Ontology(folder, _parents(graph), _labels(graph), _properties(graph))


def _local(term: object) -> str | None:
    return str(term).removeprefix(str(BG)) if str(term).startswith(str(BG)) else None


def _parents(graph: rdflib.Graph) -> dict[str, tuple[str, ...]]:
    return {
        name: tuple(sorted(filter(None, map(_local, graph.objects(node, RDFS.subClassOf)))))
        for node in sorted(graph.subjects(RDF.type, OWL.Class), key=str)
        if (name := _local(node))
    }


def _labels(graph: rdflib.Graph) -> dict[str, dict[str, str]]:
    labels: dict[str, dict[str, str]] = {}
    for node, label in graph.subject_objects(RDFS.label):
        if (name := _local(node)) and isinstance(label, rdflib.Literal):
            labels.setdefault(name, {})[label.language or "en"] = str(label)
    return labels


def _properties(graph: rdflib.Graph) -> dict[str, Property]:
    labels = _labels(graph)

    def types(node: URIRef, predicate: URIRef) -> tuple[str, ...]:
        return tuple(sorted(filter(None, map(_local, graph.objects(node, predicate)))))

    return {
        name: Property(
            name,
            labels.get(name, {}),
            types(node, SCHEMA.domainIncludes),
            types(node, SCHEMA.rangeIncludes),
            (node, RDF.type, OWL.SymmetricProperty) in graph,
        )
        for node in sorted(graph.subjects(RDF.type, OWL.ObjectProperty), key=str)
        if isinstance(node, URIRef) and (name := _local(node)) and types(node, SCHEMA.domainIncludes)
    }
