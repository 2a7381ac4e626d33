"""JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/) with a context of readable keys."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from rdflib import Literal, URIRef

from biograph.exports.context import Context, brief, context
from biograph.namespaces import QUERY_PREFIXES
from biograph.store import Quad, Store, Term
from biograph.vocabulary import Ontology


def write(store: Store, ontology: Ontology) -> Iterator[str]:
    """All quads: the context, then an object for each named graph, in it a line for each node.

    The nodes of the default graph stand beside the graphs.
    """
    keys = _Keys(context(ontology))
    yield f'{{"@context": {_json(keys.context)},\n"@graph": ['
    between = "\n"
    for graph, quads in groupby(store.quads(), key=lambda quad: quad[3]):
        if graph is not None:
            yield f'{between}{{"@id": {_json(keys.id(graph))}, "@graph": ['
            between = "\n"
        for subject, about in groupby(quads, key=lambda quad: quad[0]):
            yield between + _json(keys.node(subject, about))
            between = ",\n"
        if graph is not None:
            yield "\n]}"
    yield "\n]}\n"


class _Keys:
    """A context, used backwards: from addresses to keys, from values to what the key leaves to be told of them."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._terms: dict[str, tuple[str, dict[str, str]]] = {}
        for name, meaning in context.items():
            if name != "@version" and name not in QUERY_PREFIXES:
                definition = meaning if isinstance(meaning, dict) else {"@id": meaning}
                self._terms[_whole(definition["@id"])] = name, definition

    def node(self, subject: Term, quads: Iterator[Quad]) -> dict[str, Any]:
        values: dict[str, list[Any]] = defaultdict(list)
        by_language: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for _, predicate, object_, _ in quads:
            key, definition = self._terms.get(str(predicate), (brief(predicate), {}))
            if key == "rdf:type" and isinstance(object_, URIRef):
                values["@type"].append(self.term(object_))
            elif "@container" not in definition:
                values[key].append(self._value(object_, definition.get("@type", "")))
            elif isinstance(object_, Literal) and object_.language:
                by_language[key][object_.language].append(str(object_))
            else:  # a map of languages has no place for it
                values[brief(predicate)].append(self._value(object_, ""))
        maps = {key: {tag: _single(texts) for tag, texts in found.items()} for key, found in by_language.items()}
        return {"@id": self.id(subject)} | {key: _single(found) for key, found in values.items()} | maps

    @staticmethod
    def id(term: Term) -> str:
        return brief(term) if isinstance(term, URIRef) else f"_:{term}"

    def term(self, iri: URIRef) -> str:
        """The name that the context has for a term, else its address."""
        return self._terms[str(iri)][0] if str(iri) in self._terms else brief(iri)

    def _value(self, value: Term, coerced: str) -> Any:
        if not isinstance(value, Literal):
            if coerced == "@vocab" and isinstance(value, URIRef):
                return self.term(value)
            return self.id(value) if coerced == "@id" else {"@id": self.id(value)}
        if value.language:
            return {"@value": str(value), "@language": value.language}
        type_ = brief(value.datatype) if value.datatype else ""
        if type_ != coerced:
            return {"@value": str(value), "@type": type_} if type_ else {"@value": str(value)}
        # Of numbers only an integer is written as JSON's own: a reader takes the others for doubles.
        return int(value) if type_ == "xsd:integer" and _canonical(str(value)) else str(value)


def _whole(name: str) -> str:
    prefix, _, rest = name.partition(":")
    return QUERY_PREFIXES[prefix] + rest if prefix in QUERY_PREFIXES else name


def _canonical(number: str) -> bool:
    """Whether a reader gives an integer back as it was written; JSON is sure of 53 bits."""
    return number.lstrip("-").isdecimal() and number == str(int(number)) and abs(int(number)) < 1 << 53


def _single(values: list[Any]) -> Any:
    return values if len(values) > 1 else values[0]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
