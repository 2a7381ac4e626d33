"""Lists and appositions among the noun phrases of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from biograph.extract.english.constituents import Item, Phrase
from biograph.model import unique

_NAMING = frozenset({"call", "name", "dub"})
_LINKS = frozenset({"and", "or", "&"})


@dataclass(frozen=True)
class Apposition:
    """A phrase that says what another one is: positions of both in the items, and where the insertion ends."""

    subject: int
    predicate: int
    end: int


def merged(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items with each list of phrases (`A, B and C`) made one phrase."""
    items = _named(items)
    out: list[Item] = []
    at = 0
    while at < len(items):
        end = _list_end(items, at, out) if items[at].phrase else at
        if end > at:
            parts = [i.phrase for i in items[at : end + 1] if i.phrase]
            out.append(Item("NP", items[at].span.cover(items[end].span), phrase=_union(parts)))
        else:
            out.append(items[at])
        at = end + 1
    return tuple(_enumerated(out))


def _enumerated(items: Sequence[Item]) -> list[Item]:
    """The items with `firms, including A and B,` as a phrase that names A and B."""
    out: list[Item] = []
    closing = False
    for item in items:
        before = [i for i in out[-3:] if i.kind != "COMMA"]
        lead = before[-2].phrase if len(before) > 1 and before[-1].form == "including" else None
        if lead is not None and lead.nouns and item.phrase is not None and item.phrase.names:
            at = max(i for i, other in enumerate(out) if other.phrase is lead)
            closing = any(i.kind == "COMMA" for i in out[at:])
            span = lead.span.cover(item.span)
            out[at:] = [Item("NP", span, phrase=replace(item.phrase, span=span))]
        elif not (closing and item.kind == "COMMA"):
            out.append(item)
            closing = False
        else:
            closing = False
    return out


def _named(items: Sequence[Item]) -> list[Item]:
    """The items with `a vaccine called OakVax` as one phrase: the name, described by the noun."""
    out: list[Item] = []
    for item in items:
        noun = out[-2].phrase if len(out) > 1 else None
        naming = out[-1].verb if out else None
        bare = naming is not None and naming.lemma in _NAMING and naming.form == "past" and not naming.auxiliaries
        if bare and noun is not None and noun.nouns and item.phrase is not None and item.phrase.names:
            span = noun.span.cover(item.span)
            phrase = replace(item.phrase, span=span, described=noun.nouns[-1:], owners=noun.owners, own=noun.own)
            out[-2:] = [Item("NP", span, phrase=phrase)]
        else:
            out.append(item)
    return out


def _list_end(items: Sequence[Item], first: int, before: Sequence[Item]) -> int:
    """The last member of the list that starts at `first`, or `first` where there is no list."""
    at, members = first, [first]
    while at + 2 < len(items) and items[at + 1].kind == "COMMA" and _member(items[at + 2], items[first]):
        at += 2
        members.append(at)
    after = at + 1 + (at + 1 < len(items) and items[at + 1].kind == "COMMA")
    if after + 1 < len(items) and items[after].form in _LINKS and items[after + 1].phrase:
        last = after + 1
        if not _own_clause(items, last, before) and _alike(items[first], items[last]):
            return last
    return first


def _member(item: Item, first: Item) -> bool:
    named = item.phrase is not None and first.phrase is not None and bool(item.phrase.names) == bool(first.phrase.names)
    return named and item.phrase is not None and item.phrase.article not in ("a", "an", "its")


def _alike(first: Item, last: Item) -> bool:
    one, other = first.phrase, last.phrase
    if one is None or other is None or other.pronoun or one.pronoun:
        return False
    return bool(one.names) == bool(other.names)


def _own_clause(items: Sequence[Item], last: int, before: Sequence[Item]) -> bool:
    """Whether the last member is rather the subject of a new clause: a verb stands before the list and after it."""
    verb_after = last + 1 < len(items) and (verb := items[last + 1].verb) is not None and verb.finite
    start = max((i for i, item in enumerate(before) if item.kind in ("STOP", "SUB", "REL", "THAT")), default=-1)
    return verb_after and any(item.verb and item.verb.finite for item in before[start + 1 :])


def _union(parts: Sequence[Phrase]) -> Phrase:
    span = parts[0].span.cover(parts[-1].span)
    return Phrase(
        span,
        unique(n for p in parts for n in p.names),
        unique(n for p in parts for n in p.nouns),
        unique(n for p in parts for n in p.owners),
        unique(n for p in parts for n in p.modifiers),
        unique(n for p in parts for n in p.described),
        parts[0].article,
        own=parts[0].own,
        number=parts[0].number,
        plural=True,
        owner_noun=parts[0].owner_noun,
        members=tuple(parts),
    )


def appositions(items: Sequence[Item]) -> tuple[Apposition, ...]:
    """The appositions of a sentence: `X, a maker of Y,` and `its chairman, X,`."""
    found: list[Apposition] = []
    for i in range(len(items) - 2):
        one, other = items[i].phrase, items[i + 2].phrase
        if one is None or other is None or items[i + 1].kind != "COMMA":
            continue
        end = _insertion_end(items, i + 2)
        if one.names and other.nouns and not other.number and _closed(items, i + 2, end):
            found.append(Apposition(i, i + 2, end))
        elif one.nouns and other.names and (one.own or one.owners or one.article) and _closed(items, i + 2, end):
            found.append(Apposition(i + 2, i, end))
    return tuple(found)


def _insertion_end(items: Sequence[Item], at: int) -> int:
    """The comma or stop that closes the insertion starting at `at`."""
    end = at + 1
    while end < len(items) and items[end].kind not in ("COMMA", "STOP"):
        end += 1
    return end


def _closed(items: Sequence[Item], start: int, end: int) -> bool:
    """Whether no finite verb of the main clause stands inside the insertion."""
    inside = items[start:end]
    relative = next((i for i, item in enumerate(inside) if item.kind in ("REL", "THAT", "WHOSE")), len(inside))
    return not any(
        item.verb and item.verb.finite and not _reduced(inside, k) for k, item in enumerate(inside[:relative])
    )


def _reduced(inside: Sequence[Item], at: int) -> bool:
    """A participle right after a noun, with a preposition after it: `a company based in Basel`."""
    verb = inside[at].verb
    follows = inside[at + 1].kind if at + 1 < len(inside) else "PREP"
    return verb is not None and verb.form in ("past", "part") and not verb.auxiliaries and follows == "PREP"
