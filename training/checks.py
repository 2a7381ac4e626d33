"""What an annotated article must hold beyond its form, so that it can train and score: `checks.py [FOLDER …]`."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from annotated import FOLDERS, STATUSES, MalformedError, parse

from biograph.vocabulary import Ontology, load

NEAR = 80  # code points from the evidence within which an argument is named, unless the relation is implicit
QUALIFIERS = {"date": r"\d{4}(-\d\d){0,2}", "amount": r"\d+ [A-Z]{3}", "role": r".*\S.*", "product": r".*\S.*"}


def faults(text: str, annotation: dict[str, Any], ontology: Ontology) -> list[str]:
    """One line for each thing wrong with a text and its annotation (the scorer's JSON object); none if all is well."""
    return [
        *_document(text, annotation),
        *_entities(text, annotation["entities"], ontology),
        *_nesting(annotation["entities"]),
        *_relations(text, annotation, ontology),
    ]


def _document(text: str, annotation: dict[str, Any]) -> Iterator[str]:
    if "\r" in text or text != unicodedata.normalize("NFC", text):
        yield "the text has carriage returns, or is not in Unicode's composed form (NFC)"
    if annotation["title"] not in text:
        yield "the title does not stand in the text"
    published = annotation["published"]
    if published is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d", published):
        yield f"published {published}: not a date such as 2024-03-12"


def _entities(text: str, entities: list[dict[str, Any]], ontology: Ontology) -> Iterator[str]:
    for (kind, name), times in Counter((e["type"], e["name"]) for e in entities).items():
        if times > 1:
            yield f"{times} entities are the {kind} {name}"
    for id_, times in Counter(e["id"] for e in entities).items():
        if times > 1:
            yield f"{times} entities have the id {id_}"
    for entity in entities:
        who = f"{entity['id']} {entity['name']}"
        if entity["type"] not in ontology.types:
            yield f"{who}: no type {entity['type']} in the ontology"
        forms = [entity["name"], *entity["aliases"], *entity["short_forms"]]
        if len(set(forms)) < len(forms):
            yield f"{who}: a form is listed twice"
        spans = entity["mentions"]
        if any(not _inside(span, text) for span in spans):
            yield f"{who}: a mention out of range"
            continue
        if any(not a < b for a, b in pairwise(spans)):
            yield f"{who}: mentions not in order, or one twice"
        named = {text[a:b] for a, b in spans}
        for form in sorted(named ^ set(forms)):
            yield f"{who}: {form} is " + ("named but not listed" if form in named else "listed but never named")


def _inside(span: list[int], text: str) -> bool:
    return 0 <= span[0] < span[1] <= len(text)


def _nesting(entities: list[dict[str, Any]]) -> Iterator[str]:
    """Mentions may nest, but not cross, coincide, or nest in one of the same entity."""
    spans = sorted((a, -b, e["id"]) for e in entities for a, b in e["mentions"])
    for i, (start, end, one) in enumerate(spans):
        for other_start, other_end, other in spans[i + 1 :]:
            if other_start >= -end:
                break
            if (start, end) == (other_start, other_end) or one == other or other_end < end:
                yield f"mentions of {one} and {other} clash at {other_start}"


def _relations(text: str, annotation: dict[str, Any], ontology: Ontology) -> Iterator[str]:
    """Domain and range are not asked for: an annotation says what the text does, not what biograph can take."""
    entities = {e["id"]: e for e in annotation["entities"]}
    stated: Counter[tuple[str, ...]] = Counter()
    for relation in annotation["relations"]:
        subject, predicate, object_ = (relation[key] for key in ("subject", "predicate", "object"))
        what = f"{subject} {predicate} {object_}"
        if not {subject, object_} <= set(entities):
            yield f"{what}: no such entity"
            continue
        if subject == object_:
            yield f"{what}: of one with itself"
        if predicate not in ontology.properties:
            yield f"{what}: no property {predicate} in the ontology"
            continue
        symmetric = ontology.properties[predicate].symmetric
        stated[(predicate, *(sorted((subject, object_)) if symmetric else (subject, object_)))] += 1
        if relation["status"] not in STATUSES:
            yield f"{what}: no status {relation['status']}"
        yield from (f"{what}: {fault}" for fault in _qualifiers(relation))
        yield from (f"{what}: {fault}" for fault in _evidence(relation, entities, text))
    yield from (f"stated twice: {' '.join(key)}" for key, times in stated.items() if times > 1)


def _qualifiers(relation: dict[str, Any]) -> Iterator[str]:
    for key, value in relation.get("qualifiers", {}).items():
        if key not in QUALIFIERS or not re.fullmatch(QUALIFIERS[key], value):
            yield f"qualifier {key}={value}"


def _evidence(relation: dict[str, Any], entities: dict[str, dict[str, Any]], text: str) -> Iterator[str]:
    start, end = relation["evidence"]
    if not _inside([start, end], text) or text[start:end] != text[start:end].strip():
        yield "evidence out of range, or with blanks around it"
        return
    if relation.get("implicit"):
        return
    for role in ("subject", "object"):
        if all(max(a - end, start - b) > NEAR for a, b in entities[relation[role]]["mentions"]):
            yield f"no mention of the {role} in the evidence or near it, and not marked implicit"


def main() -> int:
    ontology, wrong = load(), 0
    for folder in [Path(argument) for argument in sys.argv[1:]] or FOLDERS:
        for path in sorted(folder.glob("*.art")):
            try:
                found = faults(*parse(path.read_text(encoding="utf-8"), path.stem), ontology)
            except MalformedError as error:
                found = [str(error)]
            wrong += len(found)
            for fault in found:
                print(f"{path}: {fault}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
