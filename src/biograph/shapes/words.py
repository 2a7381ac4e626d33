"""Which fact, name or document a node is about, as a person would say it."""

from __future__ import annotations

import rdflib
from rdflib import PROV, RDF, RDFS, SKOS, Literal
from rdflib.namespace import DCTERMS
from rdflib.term import Node

from biograph.vocabulary import BG, OA, SCHEMA, Ontology

_LONGEST = 200  # code points of a quote: enough to find the sentence by


def fact(data: rdflib.Graph, node: Node, ontology: Ontology) -> str:
    """A statement as a sentence, a quote by its wording, an entity or document by its name; else the address."""
    if (node, RDF.type, BG.Statement) in data:
        predicate = data.value(node, RDF.predicate)
        words = ontology.label(str(predicate).removeprefix(str(BG)), "en") if predicate else "(no predicate)"
        status = str(data.value(node, BG.status) or "no status").removeprefix(str(BG))
        ends = (name(data, data.value(node, end)) for end in (RDF.subject, RDF.object))
        return f" {words} ".join(ends) + f" ({status})"
    if (node, RDF.type, BG.Evidence) in data:
        facts = sorted(fact(data, statement, ontology) for statement in data.subjects(BG.evidence, node))
        return f"the evidence of {' and of '.join(facts)}" if facts else "evidence of no statement"
    if (node, RDF.type, BG.Mention) in data:
        return f"the mention of {name(data, data.value(node, BG.names))}"
    if (node, RDF.type, SCHEMA.NewsArticle) in data:
        return f"the document {name(data, node)}"
    return name(data, node)


def name(data: rdflib.Graph, node: Node | None) -> str:
    """The label or title of a node between quotation marks, its address where it has none."""
    for label in (SKOS.prefLabel, RDFS.label, DCTERMS.title, DCTERMS.identifier):
        found = [value for value in data.objects(node, label) if isinstance(value, Literal)]
        if found:  # English stands beside the name in the language of the texts
            return f"“{min(found, key=lambda value: (value.language == 'en', str(value)))}”"
    return f"“{node}”" if isinstance(node, Literal) else f"<{node}>" if node else "(nothing)"


def value(data: rdflib.Graph, node: Node, ontology: Ontology) -> str:
    """A value between quotation marks: a term of the ontology by its label, anything else as in `name`."""
    term = str(node).removeprefix(str(BG))
    return f"“{ontology.label(term, 'en')}”" if term != str(node) else name(data, node)


def quote(data: rdflib.Graph, node: Node) -> str:
    """The sentence a node rests on: the wording of a quote, the first evidence of a statement; empty where none is."""
    wordings = {str(exact) for exact in data.objects(node, OA.exact)}
    for evidence in data.objects(node, BG.evidence):
        wordings |= {str(exact) for exact in data.objects(evidence, OA.exact)}
    text = " ".join(min(wordings, default="").split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def document(data: rdflib.Graph, node: Node) -> str:
    """The id of the document that a node is, or is quoted from; empty where none is known."""
    sources = {node, *data.objects(node, PROV.wasQuotedFrom)}
    for evidence in data.objects(node, BG.evidence):
        sources |= set(data.objects(evidence, PROV.wasQuotedFrom))
    return min((str(id_) for source in sources for id_ in data.objects(source, DCTERMS.identifier)), default="")
