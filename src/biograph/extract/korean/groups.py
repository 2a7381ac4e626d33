"""The entities of a document in the making: candidates gathered by name, alias and owner."""

from __future__ import annotations

import itertools

from biograph.extract.korean.aliases import Alias
from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, Found
from biograph.extract.korean.variants import (
    Group,
    begins,
    clean,
    compatible,
    event_key,
    governed,
    rest,
    tail,
    variant_key,
)
from biograph.extract.lexicon import Entry
from biograph.model import Span, normalise_name


class Groups:
    """Groups of mentions that name one entity, and the group at each span."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.groups: list[Group] = []
        self.by_span: dict[Span, Group] = {}
        self._keys: dict[int, set[str]] = {}  # the names of each group as they are added, for comparison

    def add(self, item: Found) -> None:
        """Puts a candidate into the group that it names, or opens one."""
        name = clean(item.span.of(self.context.text))
        entry = item.entries[0] if item.entries else None
        owner = self.by_span.get(item.owner) if item.owner else None
        group = self._same(item.type, name, entry, owner)
        if group is None:
            group = Group(item.type, entry=entry, open=item.open, owner=owner)
            self.groups.append(group)
            self._keys[id(group)] = set()
        if item.rule == "sign" and len(name) == 1 and "가" <= name <= "힣":
            group.short.append(name)
        else:
            group.names.append(name)
            self._keys[id(group)].add(normalise_name(name))
        group.spans.add(item.span)
        self.by_span[item.span] = group

    def _same(self, type_: str, name: str, entry: Entry | None, owner: Group | None) -> Group | None:
        key = normalise_name(name)
        for group in self.groups:
            if entry is not None and group.entry is not None:
                if group.entry == entry:
                    return group
                continue
            if key in self._keys[id(group)] and compatible(group.type, type_):
                return group
            same_owner = owner is not None and group.owner is owner and group.type == type_
            if owner is not None and same_owner and tail(group) == rest(name, owner):
                return group
        return None

    def alias(self, alias: Alias) -> None:
        """Gives a bracketed alias to the name before it; two names tied so become one entity."""
        ending = [s for s in self.by_span if s.end == alias.name_end]
        if not ending:
            return
        group = self.by_span[max(ending, key=len)]
        text = clean(alias.span.of(self.context.text))
        known = {n for e in self.context.lexicon.named(text) for n in e.names}
        if group.type in ("Country", "Region", "City") and text.isupper() and not known & set(group.names):
            return  # an institution named after the place: 가나대 보스턴(GNUB)
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

    def merge_variants(self) -> None:
        """Joins names that spell one body: without 한국 or 주식회사, 대 for 대학교, a unit without its owner."""
        self._spellings()
        self._governments()
        self._short_forms()
        self._events()
        self._units()

    def _spellings(self) -> None:
        bodies = [g for g in self.groups if g.type in ORGANISATIONS]
        keys = {id(g): {variant_key(n) for n in g.names} for g in bodies}
        for group, other in itertools.permutations(bodies, 2):
            if keys[id(group)].isdisjoint(keys[id(other)]) or group not in self.groups or other not in self.groups:
                continue
            if not (group.entry and other.entry and group.entry != other.entry):
                self._join(group, other)
                keys[id(group)] |= keys[id(other)]

    def _governments(self) -> None:
        """Joins a local government's names: 전남도 and 전라남도 govern one place."""
        governing: dict[Entry, Group] = {}
        for group in [g for g in self.groups if g.type == "GovernmentBody" and g.entry is None]:
            places = {p for p in (governed(n, self.context) for n in group.names) if p}
            for place in places:
                first = governing.setdefault(place, group)
                if first is not group and group in self.groups:
                    self._join(first, group)

    def _short_forms(self) -> None:
        for group in [g for g in self.groups if g.entry is None and g.type in ORGANISATIONS and len(g.names[0]) > 1]:
            if governed(group.names[0], self.context):  # 경기도 is no short form of its agencies
                continue
            longer = [g for g in self.groups if g is not group and g.type in ORGANISATIONS and begins(g, group)]
            longer.sort(key=lambda g: min(len(n) for n in g.names))
            if longer and all(n.startswith(longer[0].names[0]) for g in longer for n in g.names[:1]):
                self._join(longer[0], group)

    def _units(self) -> None:
        for group in [g for g in self.groups if g.type == "OrganizationalUnit" and not g.owner]:
            for other in self.groups:
                if (
                    other.owner
                    and other.type == group.type
                    and any(rest(n, other.owner) in {normalise_name(m) for m in group.names} for n in other.names)
                ):
                    self._join(other, group)
                    break

        for group in [g for g in self.groups if g.type == "OrganizationalUnit" and g.owner]:
            for other in [g for g in self.groups if g is not group and g.owner is group.owner and g.type == group.type]:
                if group in self.groups and tail(group) == tail(other):
                    self._join(group, other)

    def _events(self) -> None:
        """One event under its names with and without the year or the bracket, unless the text tells two years apart."""
        events = [g for g in self.groups if g.type == "Event"]
        keys = {id(g): {event_key(n, self.context) for n in g.names} for g in events}
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

    def _forget(self, span: Span) -> None:
        """Takes a mention back, and the name with it where it stands nowhere else."""
        group = self.by_span.pop(span)
        group.spans.discard(span)
        kept = {clean(s.of(self.context.text)) for s in group.spans}
        group.names = [n for n in group.names if n in kept]
        if not group.names:
            self.groups.remove(group)

    def _join(self, group: Group, other: Group) -> None:
        group.names += other.names
        group.spans |= other.spans
        group.short += other.short
        group.entry = group.entry or other.entry
        self.by_span |= dict.fromkeys(other.spans, group)
        self.groups.remove(other)
        for unit in self.groups:
            if unit.owner is other:
                unit.owner = group
