"""Candidates to entities: which candidate wins a place, which names mean the same, and where else they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from biograph.extract.drafts import Named, Names
from biograph.extract.korean.aliases import Alias
from biograph.extract.korean.context import Context
from biograph.extract.korean.found import ORGANISATIONS, PLACES, Found, Tables
from biograph.extract.korean.groups import Groups
from biograph.extract.korean.people.people import People
from biograph.extract.korean.variants import Group, hangul
from biograph.extract.korean.words import ends_name, places, starts_name
from biograph.model import Entity, Mention, Span, entity_id, unique

_LONGEST_TITLE = 8  # syllables


@dataclass(frozen=True)
class Resolved:
    """The names of a document, the entity at each span, and units with their owners and where they are named."""

    names: Names
    by_span: Mapping[Span, str]
    owners: tuple[tuple[str, str, Span], ...]


def resolve(context: Context, candidates: Sequence[Found], aliases: Iterable[Alias], people: People) -> Resolved:
    """The document's entities with every mention of them."""
    chosen = _choose(candidates)
    groups = Groups(context)
    for item in sorted(chosen, key=lambda item: (item.open, len(item.span) * item.open)):
        groups.add(item)
    for alias in aliases:
        groups.alias(alias)
    groups.merge_variants()
    builder = _Builder(groups)
    builder.occurrences()
    builder.persons(people)
    resolved = builder.resolved()
    return replace(resolved, names=replace(resolved.names, rules=_rules(chosen, resolved)))


def _rules(chosen: Iterable[Found], resolved: Resolved) -> dict[str, str]:
    """By entity the kind of rule that found its first name; the lexicon counts before all others."""
    rules: dict[str, str] = {}
    for item in chosen:
        entity, kind = resolved.by_span.get(item.span), item.rule.partition(".")[0]
        if entity is not None and (kind == "lexicon" or entity not in rules):
            rules[entity] = kind
    return rules


def _choose(candidates: Sequence[Found]) -> list[Found]:
    """The longest candidates first; a shorter one only inside an open one, or where nothing stands yet."""
    chosen: list[Found] = []
    at: dict[int, list[Found]] = {}  # those chosen, by every place that they cover
    rank = {"acting": -1, "lexicon": 0, "quoted": 1}
    for item in sorted(candidates, key=lambda c: (-len(c.span), rank.get(c.rule, 2), c.span.start)):
        places = range(item.span.start, item.span.end)
        others = (c for place in places for c in at.get(place, ()))
        if all(c.open and c.span.contains(item.span) and c.span != item.span for c in others):
            chosen.append(item)
            for place in places:
                at.setdefault(place, []).append(item)
    return sorted(chosen, key=lambda c: (c.span.start, -c.span.end))


@lru_cache(maxsize=2)
def _spoken(tables: Tables) -> frozenset[str]:
    """All titles, the long ones also by their last two syllables."""
    return frozenset(tables.titles) | {t[-2:] for t in tables.titles if len(t) > 2}


def _block(blocked: dict[int, list[Span]], span: Span) -> None:
    for at in range(span.start, span.end):
        blocked.setdefault(at, []).append(span)


class _Builder:
    """Finds every further mention of the groups, and turns them into entities."""

    def __init__(self, groups: Groups) -> None:
        self.context, self.groups, self.by_span = groups.context, groups.groups, groups.by_span
        self.sentences = [s.span.start for s in self.context.sentences]

    def occurrences(self) -> None:
        """Every other place where a name or a form defined in the text stands."""
        every = [(n, g) for g in self.groups for n in {*g.names, *g.short, *self._alone(g)}]
        forms = sorted(every, key=lambda f: (-len(f[0]), f[0]))
        blocked: dict[int, list[Span]] = {}  # the names found so far, by every place that they cover
        for span in self.by_span:
            _block(blocked, span)
        for name, group in forms:
            if len(name) < 2:
                continue
            for span in places(self.context.text, name):
                if not self._inside_body(span) or not starts_name(self.context.text, span.start):
                    continue
                if not ends_name(self.context.text, span.end):
                    continue
                others = (s for at in range(span.start, span.end) for s in blocked.get(at, ()))
                if any(not self._may_hold(s, span) and not (group.open and span.contains(s)) for s in others):
                    continue
                if span in self.by_span or any(s.contains(span) for s in group.spans):
                    continue
                self.by_span[span] = group
                group.spans.add(span)
                _block(blocked, span)
                if name not in (*group.names, *group.short):
                    group.names.append(name)

    def _alone(self, group: Group) -> set[str]:
        """What names an entity of the text beside its names: a firm without its class noun, a unit without its owner.

        A unit only where a place in it still tells it apart: 미국지사, but not 의대.
        """
        if group.type in ("Company", "Investor") and not group.entry:
            return {stem for stem in map(self._stem, group.names) if stem and not self._shared(stem, group)}
        if group.type != "OrganizationalUnit" or not group.owner:
            return set()
        owners = sorted(group.owner.names, key=len, reverse=True)
        rests = {n[len(o) :].strip() for n in group.names for o in owners if n.startswith(o)}
        return {r for r in rests if any(e.type in PLACES for i in (2, 3, 4) for e in self.context.lexicon.named(r[:i]))}

    def _stem(self, name: str) -> str:
        """A coined name without its class noun (나루포인트 of 나루포인트테라퓨틱스), empty where it is too short."""
        heads = [h for h in self.context.tables.head_of(name) if h.kind == "name" and h.type in ORGANISATIONS]
        stem = name[: -len(heads[0].text)] if heads and " " not in name else ""
        known = self.context.generic(stem) or self.context.lexicon.named(stem)
        return stem if len(stem) > 3 and self.context.tables.foreign(stem) and not known else ""

    def _shared(self, stem: str, group: Group) -> bool:
        return any(n.startswith(stem) for g in self.groups if g is not group for n in g.names)

    def _may_hold(self, outer: Span, inner: Span) -> bool:
        group = self.by_span[outer]
        return group.open and outer.contains(inner) and outer != inner

    def _inside_body(self, span: Span) -> bool:
        at = bisect_right(self.sentences, span.start) - 1
        return at >= 0 and span.end <= self.context.sentences[at].span.end

    def persons(self, people: People) -> None:
        """`노 회장` and other surnames with a title that one person of the text bears."""
        for group in [g for g in self.groups if g.type == "Person"]:
            name = group.names[0]
            if re.fullmatch(r"[가-힣]+(?: [가-힣]+){1,3}", name):
                self._families(group, name.split()[-1])
            if not re.fullmatch(r"[가-힣]{2,4}", name) or name[0] == "전":  # `전 회장` is a former chairman
                continue
            titles = self._titles(people, group)
            rivals = [g for g in self.groups if g.type == "Person" and g is not group and g.names[0][0] == name[0]]
            titles |= {t[-2:] for t in titles if len(t) > 2} | {"박사"}
            held: Set[str] = titles - {t for g in rivals for t in self._titles(people, g)}
            if not rivals and name[0] not in "현고":  # whatever the title: nobody else in the text has the surname
                held |= _spoken(self.context.tables)
            if not held:
                continue
            first = min(s.start for s in group.spans)
            for span in self._surnames(name[0], held):
                if span.start > first and self._inside_body(span) and ends_name(self.context.text, span.end):
                    self.by_span.setdefault(span, group)
                    group.spans.add(span)
                    group.short.append(span.of(self.context.text))

    def _families(self, group: Group, family: str) -> None:
        """A foreigner named again by family name and title (뒤퐁 소장), where nobody else in the text has it."""
        others = [n for g in self.groups if g is not group for n in g.names]
        if any(n == family or n.endswith(" " + family) or (len(family) < 2 and n[0] == family) for n in others):
            return
        first = min(s.start for s in group.spans)
        for span in self._surnames(family, _spoken(self.context.tables)):
            if span.start > first and self._inside_body(span) and ends_name(self.context.text, span.end):
                inside = (s for s in self.by_span if s.overlaps(span))
                if all(span.contains(s) for s in inside):
                    self.by_span.setdefault(span, group)
                    group.spans.add(span)
                    group.short.append(span.of(self.context.text))

    def _surnames(self, surname: str, titles: Set[str]) -> Iterator[Span]:
        """Where a surname stands before one of the titles, the longest that fits."""
        text = self.context.text
        for blank in places(text, surname + " "):
            if blank.start and "가" <= text[blank.start - 1] <= "힣":
                continue
            start = blank.end + len("신임 ") * text.startswith("신임 ", blank.end)
            size = next((n for n in range(_LONGEST_TITLE, 0, -1) if text[start : start + n] in titles), 0)
            if size:
                yield Span(blank.start, start + size)

    def _titles(self, people: People, group: Group) -> set[str]:
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
                entity = replace(entity, id=entity.id + "-2")
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

    def _entity(self, group: Group) -> Entity:
        text = self.context.text
        names = unique(group.names)
        name = max(names, key=lambda n: (hangul(n), len(n)))
        return Entity(
            entity_id(group.type, name),
            group.type,
            name,
            tuple(n for n in names if n != name),
            tuple(Mention(s, s.of(text)) for s in sorted(group.spans)),
            group.entry.same_as if group.entry else (),
            self.context.lexicon.country(group.entry) if group.entry and group.type in PLACES else None,
        )
