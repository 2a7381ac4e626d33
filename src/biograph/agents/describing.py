"""The tool that says what the dataset holds, how facts are modelled in it, and how to ask for them."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from mcp.types import CallToolResult

from biograph import query as asking
from biograph.agents import text
from biograph.agents.answer import answer
from biograph.agents.held import Generation, Held
from biograph.agents.values import Description, Example, NamedQuery, Term
from biograph.model import Status
from biograph.namespaces import QUERY_PREFIXES
from biograph.vocabulary import load

MODEL = """\
Every document has a named graph (its own address) with all that it contributes; a query sees the union of all graphs
unless it says GRAPH. A plain triple (?a bg:partnersWith ?b) is a fact that some text asserts. Every fact, asserted or
not, is a node: ?s a bg:Statement ; rdf:subject ?a ; rdf:predicate bg:partnersWith ; rdf:object ?b ; bg:status
bg:asserted | bg:planned | bg:negated | bg:possible | bg:rumoured | bg:ended ; bg:confidence ?c ; bg:evidence ?e, and
where the text tells them prov:wasAttributedTo ?speaker, bg:date, bg:amount, bg:role, bg:product. Evidence: ?e oa:exact
?quote ; oa:start ?from ; oa:end ?to ; prov:wasQuotedFrom ?document. Documents: a schema:NewsArticle with
dcterms:title, dcterms:issued, dcterms:publisher, dcterms:source, dcterms:language, schema:text. Names: skos:prefLabel,
skos:altLabel (with language tags: compare STR(?name))."""
EXAMPLES = (
    Example(
        "Which facts do the texts only plan, with their quotes?",
        "SELECT DISTINCT ?subject ?predicate ?object ?quote ?document WHERE { GRAPH ?document { "
        "?s bg:status bg:planned ; rdf:subject ?a ; rdf:predicate ?predicate ; rdf:object ?b ; bg:evidence ?e . "
        "?e oa:exact ?quote . ?a rdfs:label ?subject . ?b rdfs:label ?object } } LIMIT 20",
    ),
    Example(
        "How often is each relation asserted?",
        "SELECT ?predicate (COUNT(DISTINCT ?s) AS ?facts) WHERE { "
        "?s a bg:Statement ; rdf:predicate ?predicate ; bg:status bg:asserted } "
        "GROUP BY ?predicate ORDER BY DESC(?facts) ?predicate",
    ),
    Example(
        "Which documents say most, and when were they published?",
        "SELECT ?title ?date (COUNT(DISTINCT ?s) AS ?facts) WHERE { GRAPH ?document { "
        "?document dcterms:title ?title . ?s a bg:Statement . OPTIONAL { ?document dcterms:issued ?date } } } "
        "GROUP BY ?document ?title ?date ORDER BY DESC(?facts) ?title LIMIT 10",
    ),
)
_GRAPHS = {
    "document/ID": "all that one document contributes",
    "graph/identity": "which id stands for which other one, and why",
    "graph/gazetteer": "general knowledge that no article states: countries of places, names in the other language",
    "graph/ontology": "classes, properties and their labels",
}


class Describing:
    """The tool that describes; the docstring of its method is what a model reads."""

    def __init__(self, held: Held) -> None:
        self._held = held

    def describe_data(self) -> Annotated[CallToolResult, Description]:
        """What the dataset holds: documents, dates, classes and relations with counts, how facts, status and evidence
        are modelled, prefixes, named queries with their parameters, and example queries that work.

        Call it once before sparql or named_query.
        """
        result = described(self._held.now())
        return answer(text.description(result), result)


def described(now: Generation) -> Description:
    """The description of a generation."""
    corpus, terms = now.corpus, load()
    dates = sorted(document.published for document in corpus.documents.values() if document.published)
    types = Counter(entity.type for entity in corpus.entities.values())
    used = Counter(statement.predicate for statement in corpus.statements)
    statuses = Counter(statement.status for statement in corpus.statements)

    def term(name: str, count: int) -> Term:
        known = terms.properties.get(name)
        ends = (known.domain, known.range) if known else ((), ())
        return Term(name, terms.label(name, "ko"), terms.label(name, "en"), count, *ends)

    return Description(
        documents=len(corpus.documents),
        languages=dict(sorted(Counter(document.language for document in corpus.documents.values()).items())),
        first_date=dates[0] if dates else None,
        last_date=dates[-1] if dates else None,
        quads=now.quads,
        statements={str(status): statuses[status] for status in Status},
        classes=tuple(term(name, count) for name, count in sorted(types.items(), key=_most)),
        properties=tuple(term(name, used[name]) for name in sorted(terms.properties, key=lambda n: (-used[n], n))),
        graphs={now.base + name: holds for name, holds in _GRAPHS.items()},
        prefixes=dict(QUERY_PREFIXES),
        model=MODEL.replace("\n", " "),
        named_queries=tuple(
            NamedQuery(query.name, query.title(now.language), {p.name: p.default for p in query.parameters})
            for query in asking.named(terms)
        ),
        examples=EXAMPLES,
    )


def _most(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]
