"""Groups by a SPARQL query of the user's: whatever it binds to ?group is a group of what it binds to ?node."""

from __future__ import annotations

import logging
import re
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote

from rdflib import URIRef

from biograph.dataset import names as addresses
from biograph.errors import QueryError
from biograph.groups.grouping import Grouping, Membership
from biograph.model import Corpus
from biograph.naming import LANGUAGES
from biograph.vocabulary import BASE, BG, Ontology, load

if TYPE_CHECKING:
    from biograph.store import Answer, Store, Term

log = logging.getLogger(__name__)

_EXAMPLE = "SELECT ?node ?group { ?node bg:memberOf ?group }"
_END = re.compile("[/#]")
_DOCUMENTS = "SELECT ?document ?id { ?document a schema:NewsArticle ; dcterms:identifier ?id }"


def by_query(store: Store, query: str, corpus: Corpus, ontology: Ontology | None = None) -> Grouping:
    """The groups that a SELECT query gives the entities of a corpus; several rows for a node are several groups.

    The query runs as every query does (`Store.answer`). A ?group may be an entity, whose id and names the group then
    has, another address, or a literal, which is its own name. Rows whose ?node is no entity of the corpus, or that
    leave a variable unbound, are counted in the log and left out.

    Raises QueryError where the query is wrong, lacks a variable, or groups nothing.

    >>> from biograph.model import Entity
    >>> from biograph.store import Store
    >>> store = Store.memory([(URIRef(f"{BASE}Company/a"), BG.memberOf, URIRef(f"{BASE}Association/b"), None)])
    >>> corpus = Corpus(entities={"Company/a": Entity("Company/a", "Company", "A")})
    >>> by_query(store, "SELECT ?node ?group { ?node bg:memberOf ?group }", corpus).groups
    {'Company/a': ('Association/b',)}
    """
    rows, base = _rows(store.answer(query)), _base(store)
    terms: dict[str, Term] = {}
    found: dict[str, set[str]] = defaultdict(set)
    left_out = 0
    for node, group in rows:
        id_ = addresses.local(str(node), base) if isinstance(node, URIRef) else ""
        if id_ not in corpus.entities or group is None:
            left_out += 1
            continue
        name = addresses.local(str(group), base) if isinstance(group, URIRef) else str(group)
        terms[name] = group
        found[id_].add(name)
    if not found:
        what = f"none of the {len(rows)} rows groups an entity of the dataset" if rows else "it finds nothing"
        raise QueryError(f"the query makes no groups: {what}", where="query", hint=f"try {_EXAMPLE}")
    if left_out:
        log.warning("%d of the query's %d rows name no entity or no group, and are left out", left_out, len(rows))
    memberships = {id_: tuple(Membership(name) for name in sorted(found[id_])) for id_ in sorted(corpus.entities)}
    known = ontology or load()
    names = {
        name: {language: _label(name, term, corpus, known, language) for language in LANGUAGES}
        for name, term in sorted(terms.items())
    }
    return Grouping("query", memberships, names)


def _rows(answer: Answer) -> list[tuple[Term | None, Term | None]]:
    missing = [f"?{name}" for name in ("node", "group") if name not in answer.variables]
    if missing:
        what = f"the query binds no {' and no '.join(missing)}"
        raise QueryError(what, where="query", hint=f"it must be like {_EXAMPLE}")
    node, group = map(answer.variables.index, ("node", "group"))
    return [(row[node], row[group]) for row in answer.rows]


def _base(store: Store) -> str:
    """Below which address the entities of the dataset lie."""
    for row in store.select(_DOCUMENTS):
        if base := addresses.base_of(str(row["document"]), str(row["id"])):
            return base
    return BASE


def _label(name: str, term: Term, corpus: Corpus, ontology: Ontology, language: str) -> str:
    """What a group is called: an entity by its name, a term of the ontology by its label, an address by its end."""
    if not isinstance(term, URIRef):
        return name
    if entity := corpus.entities.get(name):
        return corpus.labels.get(name, {}).get(language, entity.name)
    if term.startswith(str(BG)):
        return ontology.label(term.removeprefix(str(BG)), language)
    return unquote(_END.split(name.rstrip("/#"))[-1])
