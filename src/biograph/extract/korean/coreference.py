"""Candidates to entities: which candidate wins a place, which names mean the same, and where else they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from biograph.extract.drafts import Named, Names
from biograph.extract.korean.aliases import Alias
from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, PLACES, Found
from biograph.extract.korean.people import People
from biograph.extract.korean.words import ends_name, starts_name
from biograph.extract.lexicon import Entry
from biograph.model import Entity, Mention, Span, entity_id, normalise_name, unique

_LEGAL = re.compile(r"^(?:\(주\)|㈜|\(사\)|\(재\)|주식회사|사단법인|재단법인)\s*|\s*(?:\(주\)|㈜|주식회사)$")
_NATION = ("한국", "대한", "국립")
_SCHOOL = re.compile(r"(대학교|대학|대)$")


@dataclass
class _Group:
    """One entity in the making."""

    type: str
    names: list[str] = field(default_factory=list)
    spans: set[Span] = field(default_factory=set)
    short: list[str] = field(default_factory=list)
    entry: Entry | None = None
    open: bool = False
    owner: _Group | None = None


@dataclass(frozen=True)
class Resolved:
    """The names of a document, the entity at each span, and units with their owners and where they are named."""

    names: Names
    by_span: Mapping[Span, str]
    owners: tuple[tuple[str, str, Span], ...]


def resolve(context: Context, candidates: Sequence[Found], aliases: Iterable[Alias], people: People) -> Resolved:
    """The document's entities with every mention of them."""
    chosen = _choose(candidates)
    builder = _Builder(context)
    for item in sorted(chosen, key=lambda item: item.open):
        builder.add(item)
    for alias in aliases:
        builder.alias(alias)
    builder.merge_variants()
    builder.occurrences([item.span for item in chosen if not item.open])
    builder.persons(people)
    return builder.resolved()


def _choose(candidates: Sequence[Found]) -> list[Found]:
    """The longest candidates first; a shorter one only inside an open one, or where nothing stands yet."""
    chosen: list[Found] = []
    rank = {"acting": -1, "lexicon": 0, "quoted": 1}
    for item in sorted(candidates, key=lambda c: (-len(c.span), rank.get(c.rule, 2), c.span.start)):
        others = [c for c in chosen if c.span.overlaps(item.span)]
        if all(c.open and c.span.contains(item.span) and c.span != item.span for c in others):
            chosen.append(item)
    return sorted(chosen, key=lambda c: (c.span.start, -c.span.end))


class _Builder:
    def __init__(self, context: Context) -> None:
        self.context = context
        self.groups: list[_Group] = []
        self.by_span: dict[Span, _Group] = {}

    def add(self, item: Found) -> None:
        name = _clean(item.span.of(self.context.text))
        entry = item.entries[0] if item.entries else None
        owner = self.by_span.get(item.owner) if item.owner else None
        group = self._same(item.type, name, entry, owner)
        if group is None:
            group = _Group(item.type, entry=entry, open=item.open, owner=owner)
            self.groups.append(group)
        (group.short if item.rule == "sign" and len(name) == 1 and "가" <= name <= "힣" else group.names).append(name)
        group.spans.add(item.span)
        self.by_span[item.span] = group

    def _same(self, type_: str, name: str, entry: Entry | None, owner: _Group | None) -> _Group | None:
        key = normalise_name(name)
        for group in self.groups:
            if entry is not None and group.entry is not None:
                if group.entry == entry:
                    return group
                continue
            if any(normalise_name(n) == key for n in group.names) and _compatible(group.type, type_):
                return group
            same_owner = owner is not None and group.owner is owner and group.type == type_
            if owner is not None and same_owner and _tail(group) == _rest(name, owner):
                return group
        return None

    def alias(self, alias: Alias) -> None:
        ending = [s for s in self.by_span if s.end == alias.name_end]
        if not ending:
            return
        group = self.by_span[max(ending, key=len)]
        text = _clean(alias.span.of(self.context.text))
        if alias.defined:
            group.short.append(text)
            return
        other = self.by_span.get(alias.span)
        if other is not None and other is not group:
            self._join(group, other)
        elif other is None:
            inside = [s for s in self.by_span if s.overlaps(alias.span)]
            if any(not s.contains(alias.span) for s in inside):
                for s in [s for s in inside if alias.span.contains(s)]:
                    self._forget(s)
        if text not in group.names:
            group.names.append(text)
        group.spans.add(alias.span)
        self.by_span[alias.span] = group

    def _forget(self, span: Span) -> None:
        """Takes a mention back, and the name with it where it stands nowhere else."""
        group = self.by_span.pop(span)
        group.spans.discard(span)
        kept = {_clean(s.of(self.context.text)) for s in group.spans}
        group.names = [n for n in group.names if n in kept]

    def _join(self, group: _Group, other: _Group) -> None:
        group.names += other.names
        group.spans |= other.spans
        group.short += other.short
        group.entry = group.entry or other.entry
        self.by_span |= dict.fromkeys(other.spans, group)
        self.groups.remove(other)
        for unit in self.groups:
            if unit.owner is other:
                unit.owner = group

    def merge_variants(self) -> None:
        """Joins names that spell one body: without 한국 or 주식회사, 대 for 대학교, a unit without its owner."""
        for group in list(self.groups):
            for other in list(self.groups):
                if other is group or group not in self.groups or other not in self.groups:
                    continue
                if group.entry and other.entry and group.entry != other.entry:
                    continue
                if _compatible(group.type, other.type) and self._variant(group, other):
                    self._join(group, other)
        for group in [g for g in self.groups if g.entry is None and g.type in ORGANISATIONS and len(g.names[0]) > 1]:
            longer = [g for g in self.groups if g is not group and g.type in ORGANISATIONS and _begins(g, group)]
            longer.sort(key=lambda g: min(len(n) for n in g.names))
            if longer and all(n.startswith(longer[0].names[0]) for g in longer for n in g.names[:1]):
                self._join(longer[0], group)
        self._events()
        for group in [g for g in self.groups if g.type == "OrganizationalUnit" and not g.owner]:
            for other in self.groups:
                if (
                    other.owner
                    and other.type == group.type
                    and any(_rest(n, other.owner) in {normalise_name(m) for m in group.names} for n in other.names)
                ):
                    self._join(other, group)
                    break

    def _events(self) -> None:
        """One event under its names with and without the year or the bracket, unless the text tells two years apart."""
        events = [g for g in self.groups if g.type == "Event"]
        keys = {id(g): {_event_key(n, self.context) for n in g.names} for g in events}
        for group in events:
            for other in events:
                if other is group or group not in self.groups or other not in self.groups:
                    continue
                same = {k for k, _ in keys[id(group)]} & {k for k, _ in keys[id(other)]}
                years = {y for k, y in keys[id(group)] | keys[id(other)] if y}
                rivals = {y for g in events for k, y in keys[id(g)] if k in same and y}
                if same and len(years) <= 1 and (len(rivals) <= 1 or (keys[id(group)] & keys[id(other)])):
                    self._join(group, other)
                    keys[id(group)] |= keys[id(other)]

    def _variant(self, group: _Group, other: _Group) -> bool:
        mine, theirs = ({_variant_key(n) for n in g.names} for g in (group, other))
        return group.type in ORGANISATIONS and bool(mine & theirs)

    def occurrences(self, opaque: list[Span]) -> None:
        """Every other place where a name or a form defined in the text stands."""
        every = [(n, g) for g in self.groups for n in {*g.names, *g.short, *self._alone(g)}]
        forms = sorted(every, key=lambda f: (-len(f[0]), f[0]))
        blocked = list(self.by_span)
        for name, group in forms:
            if len(name) < 2:
                continue
            for match in re.finditer(re.escape(name), self.context.text):
                span = Span(*match.span())
                if not self._inside_body(span) or not starts_name(self.context.text, span.start):
                    continue
                if not ends_name(self.context.text, span.end) or any(
                    s.overlaps(span) and not self._may_hold(s, span) and not (group.open and span.contains(s))
                    for s in blocked
                ):
                    continue
                if span in self.by_span or any(s.contains(span) for s in group.spans):
                    continue
                self.by_span[span] = group
                group.spans.add(span)
                blocked.append(span)
                if name not in (*group.names, *group.short):
                    group.names.append(name)

    def _alone(self, group: _Group) -> set[str]:
        """A unit's name without its owner, where a place in it still tells it apart: 미국지사, but not 의대."""
        if group.type != "OrganizationalUnit" or not group.owner:
            return set()
        owners = sorted(group.owner.names, key=len, reverse=True)
        rests = {n[len(o) :].strip() for n in group.names for o in owners if n.startswith(o)}
        return {r for r in rests if any(e.type in PLACES for i in (2, 3, 4) for e in self.context.lexicon.named(r[:i]))}

    def _may_hold(self, outer: Span, inner: Span) -> bool:
        group = self.by_span[outer]
        return group.open and outer.contains(inner) and outer != inner

    def _inside_body(self, span: Span) -> bool:
        return any(s.span.contains(span) for s in self.context.sentences)

    def persons(self, people: People) -> None:
        """`노 회장` and other surnames with a title that one person of the text bears."""
        for group in [g for g in self.groups if g.type == "Person"]:
            name = group.names[0]
            if not re.fullmatch(r"[가-힣]{2,4}", name) or name[0] == "전":  # `전 회장` is a former chairman
                continue
            titles = self._titles(people, group)
            rivals = [g for g in self.groups if g.type == "Person" and g is not group and g.names[0][0] == name[0]]
            for title in titles | {t[-2:] for t in titles if len(t) > 2} | {"박사"}:
                if any(title in self._titles(people, g) for g in rivals):
                    continue
                for match in re.finditer(rf"(?<![가-힣]){name[0]} {title}", self.context.text):
                    span = Span(*match.span())
                    if self._inside_body(span) and ends_name(self.context.text, span.end):
                        self.by_span.setdefault(span, group)
                        group.spans.add(span)
                        group.short.append(match.group())

    def _titles(self, people: People, group: _Group) -> set[str]:
        return {r.role.split()[-1] for r in people.roles if r.role and self.by_span.get(r.person) is group}

    def resolved(self) -> Resolved:
        entities: dict[str, Entity] = {}
        mentions: list[Named] = []
        ids: dict[int, str] = {}
        for group in self.groups:
            group.names = group.names or group.short
            if not group.spans or not group.names:
                continue
            entity = self._entity(group)
            while entity.id in entities:
                entity = _renamed(entity)
            entities[entity.id] = entity
            ids[id(group)] = entity.id
            mentions += [Named(span, entity.id) for span in group.spans]
        names = Names(entities, tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end))))
        by_span = {span: ids[id(group)] for span, group in self.by_span.items() if id(group) in ids}
        owners = [
            (ids[id(g)], ids[id(g.owner)], max(g.spans, key=lambda s: (len(s), -s.start)))
            for g in self.groups
            if g.owner and id(g) in ids and id(g.owner) in ids and g.owner is not g
        ]
        return Resolved(names, by_span, tuple(owners))

    def _entity(self, group: _Group) -> Entity:
        text = self.context.text
        names = unique(group.names)
        name = max(names, key=lambda n: (_hangul(n), len(n)))
        return Entity(
            entity_id(group.type, name),
            group.type,
            name,
            tuple(n for n in names if n != name),
            tuple(Mention(s, s.of(text)) for s in sorted(group.spans)),
            group.entry.same_as if group.entry else (),
            self.context.lexicon.country(group.entry) if group.entry and group.type in PLACES else None,
        )


def _renamed(entity: Entity) -> Entity:
    from dataclasses import replace

    return replace(entity, id=entity.id + "-2")


def _clean(name: str) -> str:
    return _LEGAL.sub("", " ".join(name.split())) or name


def _hangul(name: str) -> int:
    return sum("가" <= c <= "힣" for c in name)


def _compatible(one: str, other: str) -> bool:
    return one == other or {one, other} <= ORGANISATIONS


def _variant_key(name: str) -> str:
    key = _SCHOOL.sub("대", normalise_name(name).replace("대학교병원", "대병원").replace("대학병원", "대병원"))
    for nation in _NATION:
        if key.startswith(nation) and len(key) - len(nation) >= 5:
            return key[len(nation) :]
    return key


def _begins(longer: _Group, shorter: _Group) -> bool:
    """Whether every other name of a body begins with a short one (아임뉴런 in 아임뉴런바이오사이언스)."""
    name = shorter.names[0]
    return len(shorter.names) == 1 and any(
        n.startswith(name) and len(n) >= len(name) + 3 and " " not in n for n in longer.names
    )


def _event_key(name: str, context: Context) -> tuple[str, str]:
    """An event's name without bracket and year, by the lexicon's name where it is known; and the year."""
    year = re.search(r"(?:19|20)\d\d", name)
    base = re.sub(r"\([^)]*\)|(?:19|20)\d\d년?", "", name).strip()
    known = context.lexicon.named(base)
    return (known[0].ko if known else normalise_name(base)), year.group() if year else ""


def _rest(name: str, owner: _Group) -> str:
    """A unit's name without its owner's."""
    key = (
        normalise_name(re.sub(r"\([^)]*\)", "", name)).replace("美", "미국").replace("中", "중국").replace("日", "일본")
    )
    for n in sorted(owner.names, key=len, reverse=True):
        if key.startswith(normalise_name(n)):
            return key[len(normalise_name(n)) :]
    return key


def _tail(group: _Group) -> str:
    return _rest(group.names[0], group.owner) if group.owner else normalise_name(group.names[0])
