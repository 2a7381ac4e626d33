"""What stands in the notes of a vault."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from biograph.exports.facts import DOCUMENT_FIELDS, QUALIFIERS, Row
from biograph.exports.obsidian.markdown import MARK, properties, tag, text
from biograph.exports.obsidian.vault import INDEX, Vault
from biograph.exports.selection import Selection
from biograph.model import Statement, Status


def write(chosen: Selection) -> Iterator[tuple[str, Iterator[str]]]:
    """A note for each entity, in a folder for its type, one for each document, and an index of all."""
    vault = Vault(chosen)
    named: dict[str, list[str]] = defaultdict(list)
    for row in chosen.facts.named:
        document, entity = str(row["source"]), str(row["target"])
        named[entity].append(document)
        named[vault.key(document)].append(entity)
    yield vault.path(INDEX, ""), _index(vault)
    for node in chosen.facts.nodes:
        id_ = str(node["id"])
        yield vault.path(id_, vault.label(str(node["type"]))), _entity(vault, node, named[id_])
    for row in chosen.facts.documents:
        key = vault.key(str(row["id"]))
        yield vault.path(key, vault.words["document"]), _document(vault, row, named[key])


def _index(vault: Vault) -> Iterator[str]:
    """All notes: entities by type, those of which most is told first, and documents by date."""
    yield properties({MARK: INDEX})
    yield f"{text(vault.words['made'])}\n"
    entities = sorted(vault.corpus.entities.values(), key=lambda e: (e.type, -len(vault.about(e.id)), e.id))
    for type_, group in groupby(entities, lambda entity: entity.type):
        yield _heading(vault.label(type_))
        yield from (f"- {vault.entity(entity.id)} ({len(vault.about(entity.id))})\n" for entity in group)
    yield _heading(vault.words["document"])
    for id_, document in sorted(vault.corpus.documents.items(), key=lambda item: (item[1].published or "", item[0])):
        date = f"{text(document.published)} " if document.published else ""
        yield f"- {date}{vault.document(id_)}\n"


def _entity(vault: Vault, node: Row, documents: Iterable[str]) -> Iterator[str]:
    """What is told of an entity, relation by relation, each fact with its quotes."""
    type_ = vault.label(str(node["type"]))
    own = {"type": type_, "aliases": node["aliases"], "country": node["country"], "documents": node["documents"]}
    yield properties({MARK: node["id"], **own, "tags": (tag(type_),)})
    yield f"# {text(str(node['label']))}\n"
    for predicate, statements in groupby(vault.about(str(node["id"])), lambda s: s.predicate):
        yield _heading(vault.label(predicate))
        for statement in statements:
            quotes = (f"{text(e.quote)} — {vault.document(e.document)}" for e in statement.evidence)
            yield _fact(vault, statement, "→", quotes)
    if documents:
        yield _heading(vault.words["named by"])
        yield from (f"- {vault.document(id_)}\n" for id_ in documents)


def _document(vault: Vault, document: Row, entities: Iterable[str]) -> Iterator[str]:
    """What a document says, whom it names, and its text, folded in."""
    id_ = str(document["id"])
    own = {name: document[name] for name in DOCUMENT_FIELDS}
    yield properties({MARK: vault.key(id_), **own, "tags": (tag(vault.words["document"]),)})
    yield f"# {text(str(document['title']) or id_)}\n"
    if statements := vault.about(vault.key(id_)):
        yield _heading(vault.words["facts"])
        for statement in statements:
            quotes = (text(e.quote) for e in statement.evidence if e.document == id_)
            yield _fact(vault, statement, f"— {text(vault.label(statement.predicate))} →", quotes)
    if entities:
        yield _heading(vault.words["named"])
        yield from (f"- {vault.entity(entity)}\n" for entity in entities)
    yield f"\n> [!quote]- {vault.words['text']}\n"
    yield from (f"> {text(line)}".rstrip() + "\n" for line in vault.corpus.documents[id_].text.splitlines())


def _fact(vault: Vault, statement: Statement, between: str, quotes: Iterable[str]) -> str:
    """A fact as a line of links, what qualifies it in brackets, and its quotes."""
    qualifiers = dict(statement.qualifiers)
    notes = [text(qualifiers[name]) for name in QUALIFIERS if name in qualifiers]
    if statement.status is not Status.ASSERTED:
        notes.append(text(vault.label(statement.status)))
    if statement.speaker:
        notes.append(vault.entity(statement.speaker))
    details = f" ({', '.join(notes)})" if notes else ""
    fact = f"- {vault.entity(statement.subject)} {between} {vault.entity(statement.object)}{details}\n"
    return fact + "  >\n".join(f"  > {quote}\n" for quote in quotes)


def _heading(words: str) -> str:
    return f"\n## {text(words)}\n\n"
