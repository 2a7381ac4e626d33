"""From joined occurrences to extractions that share ids, and the list of what was merged."""

from __future__ import annotations

import logging
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from biograph.identity import names
from biograph.identity.joining import Occurrence, Step, Things, join_named, occurrences
from biograph.identity.people import Affiliations, join_persons
from biograph.model import Entity, Extraction, Statement, entity_id, short_hash, unique
from biograph.vocabulary import Ontology

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Merge:
    """The decision that two ids are one thing: `kept` stands for `merged`, too.

    `by` is stated, lexicon or rule; `document` is the text that states it, None where no single text does.
    """

    kept: str
    merged: str
    reason: str
    document: str | None
    by: str


@dataclass(frozen=True)
class Thing:
    """What all joined occurrences become."""

    id: str
    type: str
    name: str
    country: str | None


def resolve(extractions: Sequence[Extraction], ontology: Ontology) -> tuple[list[Extraction], list[Merge]]:
    """The extractions with one id for each thing, in the order given, and what was merged, sorted.

    The result does not depend on that order. A thing's name is the lexicon's (Korean where any of its names is), else
    the one that most documents use among those that are not short for another and carry no legal form.
    """
    things = Things(occurrences(extractions, ontology))
    join_named(things, [o for o in things.all if o.family not in ("Person", "OrganizationalUnit")], ontology)
    units = [o for o in things.all if o.family == "OrganizationalUnit"]
    bodies = Affiliations(extractions, things)
    for unit in units:
        things.settle(unit, bodies.of(unit))
    join_named(things, units, ontology)
    affiliations = Affiliations(extractions, things)
    join_persons(things, affiliations)
    parts = things.parts()
    new = _told_apart([(_thing(part, ontology), part) for part in parts], affiliations, things)
    of = {(o.document, o.entity.id): thing for thing, part in zip(new, parts, strict=True) for o in part}
    return [_rewritten(x, of, ontology) for x in extractions], _merges(new, parts, things.steps)


def combined(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Each fact once, in the order of their ids: all its evidence, and the rule that was surest of it."""
    facts: dict[str, Statement] = {}
    for new in statements:
        old = facts.get(new.id, new)
        surest = min(old, new, key=lambda s: (-s.confidence, s.extractor))
        facts[new.id] = replace(surest, evidence=tuple(sorted({*old.evidence, *new.evidence})))
    return tuple(facts[id_] for id_ in sorted(facts))


def _thing(part: Sequence[Occurrence], ontology: Ontology) -> Thing:
    row = min((o.known for o in part if o.known), key=lambda e: (e.type, e.ko, e.en), default=None)
    type_ = row.type if row else _most(o.entity.type for o in part)
    ids = {o.entity.id for o in part}
    countries = sorted({o.entity.country for o in part if o.entity.country})
    if row:
        korean = not row.en or any(
            "가" <= c <= "힣" for o in part for n in (o.entity.name, *o.entity.aliases) for c in n
        )
        name = row.ko if korean and row.ko else row.en
        id_ = entity_id(type_, row.ko or row.en)
    else:
        name = _most(_full(part, ontology))
        id_ = ids.pop() if len(ids) == 1 else entity_id(type_, names.bare(name, ontology))
    return Thing(id_, type_, name, countries[0] if countries else None)


def _full(part: Sequence[Occurrence], ontology: Ontology) -> list[str]:
    """The names in a part that are not short for another, as far as there are such without a legal form."""
    short = {key for o in part for key in o.other_keys.values()}
    full = [o.entity.name for o in part if o.key not in short] or [o.entity.name for o in part]
    return [name for name in full if names.bare(name, ontology) == name] or full


def _most(values: Iterable[str]) -> str:
    """The most frequent, then the longest, then the first in sort order."""
    return min(Counter(values).items(), key=lambda found: (-found[1], -len(found[0]), found[0]))[0]


def _told_apart(
    found: Sequence[tuple[Thing, Sequence[Occurrence]]], affiliations: Affiliations, things: Things
) -> list[Thing]:
    """The things, with a mark of their own on ids that would else be shared: country, organisation or document."""
    counts = Counter(thing.id for thing, _ in found)
    taken: set[str] = set()
    result = []
    for thing, part in found:
        if counts[thing.id] > 1:
            organisations = {things.all[at].entity.id for o in part for at in affiliations.of(o)}
            mark = thing.country or min(organisations, default=part[0].document)
            thing = replace(thing, id=f"{thing.id}-{short_hash(mark)[:8]}")
            if thing.id in taken:
                thing = replace(thing, id=f"{thing.id}-{short_hash(part[0].document, part[0].entity.id)[:8]}")
        taken.add(thing.id)
        result.append(thing)
    return result


def _rewritten(x: Extraction, of: Mapping[tuple[str, str], Thing], ontology: Ontology) -> Extraction:
    new = {entity.id: of[x.document.id, entity.id] for entity in x.entities}
    same: dict[str, list[Entity]] = defaultdict(list)
    for entity in x.entities:
        same[new[entity.id].id].append(entity)
    entities = tuple(_entity(new[group[0].id], group) for group in same.values())
    ids = {old: thing.id for old, thing in new.items()}
    types = {thing.id: thing.type for thing in new.values()}
    moved = combined(_moved(s, ids, ontology) for s in x.statements)
    return Extraction(x.document, entities, tuple(s for s in moved if _still_holds(s, types, ontology)))


def _still_holds(statement: Statement, types: Mapping[str, str], ontology: Ontology) -> bool:
    """Whether a statement still ties two things that its predicate admits, now that others decide what they are."""
    admitted = ontology.admits(statement.predicate, types[statement.subject], types[statement.object])
    if not admitted:
        log.info("left out, since a merge changed a type: %s", statement)
    return admitted and statement.subject != statement.object


def _entity(thing: Thing, group: Sequence[Entity]) -> Entity:
    used = unique(name for entity in group for name in (entity.name, *entity.aliases))
    return Entity(
        thing.id,
        thing.type,
        thing.name,
        tuple(name for name in used if name != thing.name),
        tuple(sorted({mention for entity in group for mention in entity.mentions})),
        unique(iri for entity in group for iri in entity.same_as),
        thing.country,
    )


def _moved(statement: Statement, ids: Mapping[str, str], ontology: Ontology) -> Statement:
    subject, object_ = ids[statement.subject], ids[statement.object]
    if ontology.properties[statement.predicate].symmetric and object_ < subject:
        subject, object_ = object_, subject
    speaker = ids[statement.speaker] if statement.speaker else None
    return replace(statement, subject=subject, object=object_, speaker=speaker)


def _merges(new: Sequence[Thing], parts: Sequence[Sequence[Occurrence]], steps: Iterable[Step]) -> list[Merge]:
    """One merge for each id that gave way, with the first step that tied it; an id that two things had is no merge."""
    becomes: dict[str, set[str]] = defaultdict(set)
    for thing, part in zip(new, parts, strict=True):
        for o in part:
            becomes[o.entity.id].add(thing.id)
    why: dict[str, Step] = {}
    for tie in steps:
        if tie.left.entity.id != tie.right.entity.id:
            why.setdefault(tie.left.entity.id, tie)
            why.setdefault(tie.right.entity.id, tie)
    merges = []
    for old in sorted(becomes):
        kept = min(becomes[old])
        if kept == old or len(becomes[old]) > 1:
            continue
        if step := why.get(old):
            merges.append(Merge(kept, old, step.reason, step.document, step.by))
        else:
            merges.append(Merge(kept, old, "the lexicon knows it by that name", None, "lexicon"))
    return merges
