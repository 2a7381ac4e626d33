"""A corpus by hand: the articles of articles.toml, and one whose every field tries to become markup."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from biograph.model import Corpus, Document, Entity, Evidence, Sighting, Span, Statement, Status, entity_id

ARTICLES = Path(__file__).with_name("articles.toml")
PAYLOADS = (
    '</script><script>window.broken = "script"</script>',
    "<img src=x onerror=\"window.broken = 'img'\">",
    '"><svg onload="window.broken = \'svg\'">',
    "<!--<script>\u2028\u2029&lt;b&gt;",
    "\u202emoc.elpmaxe\u202c \u2066isolated",
    "${title} $data {name} javascript:alert(1)",
)


def corpus() -> Corpus:
    content = tomllib.loads(ARTICLES.read_text(encoding="utf-8"))
    entities = dict(_entities(content))
    ids = {entity.name: entity.id for entity in entities.values()}
    documents: dict[str, Document] = {}
    merged: dict[str, Statement] = {}
    for article in content["article"]:
        document = _document(article)
        documents[document.id] = document
        for sentence, *facts in article["sentences"]:
            start = document.text.index(sentence)
            evidence = Evidence.cut(document, Span(start, start + len(sentence)))
            for fact in facts:
                new = _statement(fact, evidence, ids)
                old = merged.get(new.id)
                merged[new.id] = new if old is None else _with_more(old, evidence)
    sightings = {id_: tuple(_sightings(document.text, entities.values())) for id_, document in documents.items()}
    return Corpus(documents, entities, tuple(merged.values()), sightings=sightings)


def _sightings(text: str, entities: Iterable[Entity]) -> Iterator[Sighting]:
    """Where a text has a name or an alias; a name within a longer one is its own."""
    forms = {form: entity.id for entity in entities for form in (entity.name, *entity.aliases)}
    found = (Sighting(Span(*m.span()), id_) for form, id_ in forms.items() for m in re.finditer(re.escape(form), text))
    return iter(sorted(found))


def hostile() -> Corpus:
    """Two entities and a document that carry the payloads in every field a source can fill."""
    text = "\n".join(PAYLOADS) + "\nThe quote 😀 follows: " + PAYLOADS[0] + " 끝."
    start = text.rindex(PAYLOADS[0])
    all_in_one = " ".join(PAYLOADS)
    document = Document(
        all_in_one, text, all_in_one, (Span(0, len(text)),), all_in_one, all_in_one, all_in_one, all_in_one, all_in_one
    )
    span = Span(start, start + len(PAYLOADS[0]))
    first = Entity("Company/" + PAYLOADS[0], "Company", all_in_one, PAYLOADS, same_as=PAYLOADS, country=PAYLOADS[1])
    second = Entity("Company/" + PAYLOADS[1], "Odd" + PAYLOADS[1], PAYLOADS[1], PAYLOADS)
    qualifiers = tuple((key, value) for key in ("amount", "date", "role", PAYLOADS[1]) for value in PAYLOADS[:1])
    statements = tuple(
        Statement(
            a.id, p, b.id, (Evidence.cut(document, span),), Status.ASSERTED, qualifiers, second.id, 0.5, PAYLOADS[0]
        )
        for a, p, b in ((first, "bridges", second), (second, "partnersWith" + PAYLOADS[1], first))
    )
    return Corpus({document.id: document}, {first.id: first, second.id: second}, statements)


def _entities(content: dict[str, Any]) -> list[tuple[str, Entity]]:
    found = []
    for type_, lines in content["names"].items():
        for line in lines:
            name, *aliases = line.split(" = ")
            country = content["countries"].get(name)
            entity = Entity(entity_id(type_, name), type_, name, tuple(aliases), country=country)
            found.append((entity.id, entity))
    return found


def _document(article: dict[str, Any]) -> Document:
    head = f"{article['furniture']}\n{article['title']}\n\n"
    sentences = [sentence for sentence, *_ in article["sentences"]]
    paragraphs = [" ".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3)]
    text = head + "\n\n".join(paragraphs) + "\n"
    body = (Span(len(article["furniture"]) + 1, len(text)),)
    keys = ("language", "title", "published", "author", "publisher")
    return Document(id=article["id"], text=text, body=body, **{key: article[key] for key in keys})


def _statement(fact: str, evidence: Evidence, ids: dict[str, str]) -> Statement:
    subject, predicate, object_, *rest = [part.strip() for part in fact.split("|")]
    status, qualifiers, speaker = [*rest, "", "", ""][:3]
    pairs = tuple(sorted(tuple(q.strip().split("=", 1)) for q in qualifiers.split(";") if q.strip()))
    return Statement(
        ids[subject],
        predicate,
        ids[object_],
        (evidence,),
        Status(status or "asserted"),
        pairs,  # type: ignore[arg-type]
        ids[speaker] if speaker else None,
        0.8 if status == "planned" else 0.93,
        "by hand",
    )


def _with_more(statement: Statement, evidence: Evidence) -> Statement:
    return replace(statement, evidence=(*statement.evidence, evidence))
