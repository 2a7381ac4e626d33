"""What stated relations say besides: who moved to a place is there, by the rules of `ontology/entailment.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from biograph.errors import OntologyError
from biograph.extract.drafts import Draft
from biograph.model import Entity, Status
from biograph.vocabulary import Ontology


def entailed(drafts: Sequence[Draft], entities: Mapping[str, Entity], ontology: Ontology) -> Iterator[Draft]:
    """Drafts that follow from others, with the evidence, status and date of the one they follow from.

    What follows from a qualifier holds whatever becomes of the relation, and takes no date from it.
    """
    for rule in _rules(ontology.directory):
        second = [d for d in drafts if d.predicate == rule.get("with")]
        statuses = rule.get("status", tuple(Status))
        for draft in (d for d in drafts if d.predicate == rule["relation"] and d.status in statuses):
            if "with" in rule:
                objects = [d.object for d in second if d.subject == draft.object]
            elif "qualifier" in rule:
                objects = [id_ for id_, e in entities.items() if (rule["qualifier"], e.name) in draft.qualifiers]
                draft = replace(draft, status=Status.ASSERTED, qualifiers=())
            else:
                objects = [draft.object]
            for object_ in objects:
                types = entities[draft.subject].type, entities[object_].type
                if ontology.admits(rule["entails"], *types):
                    origin = f"entailed.{rule['relation']}"
                    yield replace(draft, predicate=rule["entails"], object=object_, extractor=origin)


@lru_cache(maxsize=4)
def _rules(directory: Path) -> tuple[dict[str, Any], ...]:
    path = directory / "entailment.toml"
    try:
        return tuple(tomllib.loads(path.read_text(encoding="utf-8"))["rule"])
    except (OSError, KeyError, tomllib.TOMLDecodeError) as error:
        raise OntologyError(f"cannot be read: {error}", where=str(path)) from error
