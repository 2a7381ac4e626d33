"""Coordination: which nouns stand in one list, and clauses that leave out their verb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from biograph.extract.korean.clause.events import Event
from biograph.extract.korean.clause.noun_phrases import NounPhrase
from biograph.extract.korean.clause.phrases import Phrase

Kinds = Mapping[str, str]


def split_list(phrases: list[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """The members of a list before its last one, and the last one."""
    cut = _last_member(phrases)
    return phrases[:cut], phrases[cut:]


def leads(phrase: Phrase, rest: Sequence[Phrase], kinds: Kinds) -> bool:
    """Whether a bare name before the comma of a headline is its topic: `A, B에 투자`, but not `A, B, C 협약`."""
    listed = rest and rest[0].case in ("", "with", "conj") and _kinds(phrase, kinds) & _kinds(rest[0], kinds)
    return phrase.case == "" and bool(phrase.mentions) and not listed


def parallel(opened: Sequence[Phrase], rest: Sequence[Phrase], kinds: Kinds) -> bool:
    """Whether the last of `opened`, `A와`, joins what follows as its equal, and is not whom something is done with."""
    member = opened[_last_member(opened) :]
    own = _kinds(member[-1], kinds)
    if not own and any("Person" in _kinds(p, kinds) for p in member):
        own = {"Person"}  # `홍길동 책임연구원과`
    if not own:
        return not rest[0].predicate
    # What heads the next member is its last name: `A대와 스위스 기관 B를`.
    last: set[str | None] = set()
    for following in rest:
        if following.predicate:
            break
        last = _kinds(following, kinds) or last
        if following.case not in ("", "gen"):
            break
    return bool(own & last)


def listed_before(opened: Sequence[Phrase], clauses: Sequence[Event], kinds: Kinds) -> list[Phrase]:
    """`A 회장과 [B에서 일하는] C 부사장이`: a person that the clause took along stands in a list; taken from it."""
    if not clauses or not _holds_person(opened, kinds):
        return []
    event = clauses[0]
    first = event.args[0] if len(event.args) > 1 else None
    if first is None or first.case != "with" or not _holds_person(first.phrases, kinds):
        return []
    event.args = event.args[1:]
    return first.phrases


def gapped(waiting: Sequence[NounPhrase], taken: Sequence[NounPhrase]) -> int:
    """How many waiting phrases, before a comma, are to a verb left out what those taken (last first) are to theirs.

    `A는 B에, C는 D에 투자했다`; `A는 [서울에 본사를,] 대전에 공장을 두었다`.
    """
    cases, size = [np.case for np in reversed(taken)], len(taken)
    alike = [np.case for np in waiting[-size:]] == cases and len(set(cases)) == size > 1
    return size if alike and waiting[-1].comma and waiting[-1].case not in ("time", "") else 0


def ungap(args: list[NounPhrase]) -> list[list[NounPhrase]]:
    """The arguments of each verb that is left out, and last those of the one that is there."""
    for size in range(len(args) // 2, 1, -1):
        rest, groups = args[:-size], [args[-size:]]
        while number := gapped(rest, groups[0][::-1]):
            rest, groups = rest[:-number], [rest[-number:], *groups]
        if len(groups) > 1:
            return [[*rest, *group] for group in groups]
    return [args]


def _last_member(phrases: Sequence[Phrase]) -> int:
    """Where the last member of a list begins."""
    return max((i + 1 for i, p in enumerate(phrases[:-1]) if p.case == "with" or p.comma), default=0)


def _kinds(phrase: Phrase, kinds: Kinds) -> set[str | None]:
    return {kinds.get(m.entity) for m in phrase.mentions}


def _holds_person(phrases: Sequence[Phrase], kinds: Kinds) -> bool:
    return any("Person" in _kinds(p, kinds) for p in phrases)
