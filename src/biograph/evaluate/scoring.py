"""Compares the entities and relations found in one article with its gold annotation.

A found entity is aligned with the gold entity that shares a name with it. A relation counts when subject, predicate and
object agree; a pair when the two entities do, whatever the predicate and direction. Optional gold is neither asked for
nor punished, nor is a relation that touches an optional entity or follows from gold (a place within a place, the parent
of an organisation that someone belongs to).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from biograph.evaluate.annotation import SYMMETRIC, Article, Edge, Node, Triple
from biograph.evaluate.figures import Figures
from biograph.evaluate.implied import implied
from biograph.model import normalise_name


@dataclass
class Mistakes:
    """What was missed and what was invented, one readable line each; relations are grouped by predicate."""

    missed_entities: list[str] = field(default_factory=list)
    false_entities: list[str] = field(default_factory=list)
    wrong_types: list[str] = field(default_factory=list)
    wrong_statuses: list[str] = field(default_factory=list)
    missed_relations: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    false_relations: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


@dataclass
class Comparison:
    """The figures of one article and the mistakes behind them."""

    figures: Figures = field(default_factory=Figures)
    mistakes: Mistakes = field(default_factory=Mistakes)


def compare(gold: Article, found: Article) -> Comparison:
    """Score one article."""
    result = Comparison()
    aligned = [(node, _counterpart(node, gold.nodes)) for node in found.nodes]
    _compare_entities(gold, aligned, result)
    _compare_relations(gold, found, _Ends(aligned), result)
    return result


# ---- Entities


def _counterpart(node: Node, gold: Iterable[Node]) -> Node | None:
    """The gold entity that a found one names: same name first, then a listed form, a mention, a shared alias."""
    best, best_rank = None, (0, False)
    for candidate in gold:
        closeness = _closeness(node, candidate)
        rank = (closeness, bool(node.groups & candidate.groups))
        if closeness and rank > best_rank:
            best, best_rank = candidate, rank
    return best


def _closeness(node: Node, gold: Node) -> int:
    if node.key and node.key == gold.key:
        return 4
    if node.key in gold.forms:
        return 3
    if node.key in gold.mentioned:
        return 2
    return 1 if node.forms - {node.key} & gold.forms else 0


def _compare_entities(gold: Article, aligned: Iterable[tuple[Node, Node | None]], result: Comparison) -> None:
    figures, mistakes = result.figures, result.mistakes
    hit: set[str] = set()
    typed: set[str] = set()
    for node, match in aligned:
        if match is not None and match.optional:
            continue
        if match is None or match.id in hit:
            figures.entities.fp += 1
            figures.typed.fp += 1
            again = f" = second node for {match.name}" if match else ""
            mistakes.false_entities.append(f"{node.name} ({node.types[0]}){again}")
            continue
        hit.add(match.id)
        figures.entities.tp += 1
        figures.fine.count(node.types[0] in match.types)
        if node.groups & match.groups:
            figures.typed.tp += 1
            typed.add(match.id)
        else:
            figures.typed.fp += 1
            mistakes.wrong_types.append(f"{match.name}: {node.types[0]}, gold {'/'.join(match.types)}")
    for entity in gold.nodes:
        if not entity.optional:
            figures.entities.fn += entity.id not in hit
            figures.typed.fn += entity.id not in typed
            if entity.id not in hit:
                mistakes.missed_entities.append(f"{entity.name} ({entity.types[0]})")


class _Ends:
    """The ends of found relations, which name entities by id or by name, as gold ids where they are aligned."""

    def __init__(self, aligned: Iterable[tuple[Node, Node | None]]) -> None:
        self._matches: dict[str, Node | None] = {}
        self._names: dict[str, str] = {}
        for node, match in aligned:
            self._matches[node.id] = match
            self._matches.setdefault(node.name, match)
            self._names[node.id] = node.name

    def match(self, end: str) -> Node | None:
        return self._matches.get(end)

    def id(self, end: str) -> str:
        """The gold id, or the normalised name marked as unaligned."""
        match = self.match(end)
        return match.id if match else "x" + normalise_name(self._names.get(end, end))

    def name(self, end: str) -> str:
        match = self.match(end)
        return match.name if match else f"[{self._names.get(end, end)}]"


# ---- Relations


def _compare_relations(gold: Article, found: Article, ends: _Ends, result: Comparison) -> None:
    accepted: dict[Triple, list[Edge]] = defaultdict(list)
    for edge in gold.edges:
        for reading in edge.readings:
            accepted[reading].append(edge)
    accepted_pairs = {frozenset((s, o)) for s, _, o in accepted}
    optional = {node.id for node in gold.nodes if node.optional}
    follows = implied(gold)
    sightings: dict[int, list[tuple[Triple, Edge]]] = defaultdict(list)
    seen: set[Triple] = set()
    seen_pairs: set[frozenset[str]] = set()
    for edge in found.edges:
        subject, predicate, object_ = edge.triple
        triple = (ends.id(subject), predicate, ends.id(object_))
        for match in accepted.get(triple, ()):
            sightings[id(match)].append((triple, edge))
        pair = frozenset((triple[0], triple[2]))
        neutral = bool(optional & pair) or triple in follows
        if triple not in accepted and _undirected(triple) not in seen and not neutral:
            result.figures.relations.fp += 1
            result.figures.predicates[predicate].fp += 1
            line = f"{ends.name(subject)} {predicate} {ends.name(object_)} ({edge.status})"
            result.mistakes.false_relations[predicate].append(line)
        result.figures.pairs.fp += pair not in accepted_pairs and pair not in seen_pairs and not neutral
        seen.add(_undirected(triple))
        seen_pairs.add(pair)
    _count_gold_pairs(gold, seen_pairs, result)
    _count_gold_relations(gold, sightings, result)


def _undirected(triple: Triple) -> Triple:
    s, p, o = triple
    return (min(s, o), p, max(s, o)) if p in SYMMETRIC else triple


def _count_gold_pairs(gold: Article, seen: set[frozenset[str]], result: Comparison) -> None:
    """A pair of gold entities is found when any accepted reading of one of its relations has been."""
    pairs: dict[frozenset[str], bool] = {}
    for edge in gold.edges:
        if not edge.optional:
            pair = frozenset((edge.triple[0], edge.triple[2]))
            met = any(frozenset((s, o)) in seen for s, _, o in edge.readings)
            pairs[pair] = pairs.get(pair, False) or met
    result.figures.pairs.tp += sum(pairs.values())
    result.figures.pairs.fn += len(pairs) - sum(pairs.values())


def _count_gold_relations(
    gold: Article, sightings: Mapping[int, list[tuple[Triple, Edge]]], result: Comparison
) -> None:
    figures, mistakes = result.figures, result.mistakes
    names = {node.id: node.name for node in gold.nodes}
    for edge in gold.edges:
        if edge.optional:
            continue
        subject, predicate, object_ = edge.triple
        line = f"{names[subject]} {predicate} {names[object_]} ({edge.status})"
        tally = figures.predicates[predicate]
        if id(edge) not in sightings:
            figures.relations.fn += 1
            tally.fn += 1
            mistakes.missed_relations[predicate].append(line)
            continue
        figures.relations.tp += 1
        tally.tp += 1
        # the sighting that agrees with gold itself comes before one that agrees with an alternative
        best = [found for _, found in sorted(sightings[id(edge)], key=lambda seen: seen[0] != edge.triple)]
        figures.status.count(best[0].status in edge.statuses)
        if best[0].status not in edge.statuses:
            mistakes.wrong_statuses.append(f"{line}: predicted {best[0].status}")
        figures.evidence.count(_supports(next((found for found in best if found.evidence), best[0]), edge))


def _supports(found: Edge, gold: Edge) -> bool:
    """Whether the found evidence covers half of a gold span, without being long enough to cover anything."""
    length = sum(end - start for start, end in found.evidence)
    for start, end in gold.evidence + gold.accepted_evidence:
        shared = sum(max(0, min(end, e) - max(start, s)) for s, e in found.evidence)
        if end > start and shared >= 0.5 * (end - start) and length <= 3 * (end - start) + 200:
            return True
    return False
